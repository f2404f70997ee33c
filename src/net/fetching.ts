/**
 * Everything that is fetched, with the same limits: silence is told, too much silence ends the wait where the caller
 * says so, and no server sends more than was announced.
 */
import { takeAhead } from './ahead.ts';
import { type Deadline, type DeadlineErrors, deadline, PLAIN_ERRORS } from './deadline.ts';
import { heardStream, listenFor, type OnSilence } from './silence.ts';

export interface FetchLimits {
  /** As people find it on their server. */
  readonly file: string;
  readonly signal?: AbortSignal | undefined;
  readonly cache?: RequestCache;
  readonly method?: 'GET' | 'HEAD';
  /** Told while nothing comes. */
  readonly onSilence?: OnSilence | undefined;
  /** How long the server may stay silent, before the answer and between its pieces; null: for ever. */
  readonly giveUpMs?: number | null;
  /** Bytes that are announced: the wait ends as soon as there are more. */
  readonly most?: number | null;
  /** What is thrown after `giveUpMs` of silence, and when the caller stops. */
  readonly errors?: DeadlineErrors;
  readonly onPiece?: (piece: Uint8Array, response: Response) => void;
}

/** More came than was announced. */
export class TooMuch extends Error {
  override readonly name = 'TooMuch';
  readonly most: number;

  constructor(most: number) {
    super(`more than ${most} bytes`);
    this.most = most;
  }
}

/** A byte now and then is silence as well: so many make a word. */
const HEARD_BYTES = 1024;

/**
 * Fetches `url` and hands answer and body on; what was set up for the wait is gone when `use` is done.
 *
 * @throws what `errors` make of silence and of the caller's wish to stop
 * @throws {TooMuch}
 * @throws {Error} of the network, in the browser's words
 */
export async function fetching<T>(
  url: string,
  limits: FetchLimits,
  use: (answer: {
    readonly response: Response;
    /** Null of an answer without content. */
    readonly body: ReadableStream<Uint8Array> | null;
    readonly limit: Deadline;
  }) => Promise<T>,
): Promise<T> {
  const { file, signal, cache, method, onSilence, giveUpMs = null, most = null, onPiece } = limits;
  const limit = deadline(giveUpMs, limits.errors ?? PLAIN_ERRORS, signal);
  const listening = listenFor(file, onSilence);
  const heard = () => {
    limit.restart();
    listening.heard();
  };
  heard();
  let loaded = 0;
  let told = 0;
  try {
    const asked = method ? undefined : takeAhead(url);
    const response = await (asked
      ? Promise.race([asked, ended(limit.signal)])
      : fetch(url, {
          signal: limit.signal,
          ...(cache ? { cache } : {}),
          ...(method ? { method } : {}),
        }));
    heard();
    const count = (piece: Uint8Array) => {
      loaded += piece.length;
      if (most !== null && loaded > most) throw new TooMuch(most);
      if (loaded - told >= HEARD_BYTES) {
        told = loaded;
        heard();
      }
      onPiece?.(piece, response);
    };
    const body = response.body && heardStream(response.body, count);
    return await use({ response, body, limit });
  } catch (cause) {
    throw limit.signal.aborted ? limit.signal.reason : cause;
  } finally {
    limit.stop();
    listening.end();
  }
}

/** Rejects when a wait is over of which the request itself knows nothing. */
function ended(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason));
  });
}
