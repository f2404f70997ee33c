/** Nothing that is waited for is waited for without a word: 20 s of silence are told, and the wait goes on. */

export const SILENCE_MS = 20_000;

/** Told with the file that is waited for; `true` when it has been silent, `false` once it speaks or is done. */
export type OnSilence = (file: string, isSilent: boolean) => void;

export interface Listening {
  /** Something came: the time starts over. */
  heard(): void;
  /** Nothing more is waited for. */
  end(): void;
}

/** Listens for `file` from now on. */
export function listenFor(file: string, tell: OnSilence = () => {}, ms = SILENCE_MS): Listening {
  let isTold = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const say = (isSilent: boolean) => {
    if (isSilent !== isTold) tell(file, isSilent);
    isTold = isSilent;
  };
  const heard = () => {
    clearTimeout(timer);
    timer = setTimeout(() => say(true), ms);
    say(false);
  };
  heard();
  return {
    heard,
    end() {
      clearTimeout(timer);
      say(false);
    },
  };
}

/** The same bytes, each piece of which is heard. */
export function heardStream(
  body: ReadableStream<Uint8Array>,
  heard: (piece: Uint8Array) => void,
): ReadableStream<Uint8Array> {
  return body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(piece, out) {
        heard(piece);
        out.enqueue(piece);
      },
    }),
  );
}
