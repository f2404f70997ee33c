/** A file of the site as it is, for looks at the server: given up after 20 s without a byte. */

const SILENCE_MS = 20_000;

/** @throws {Error} quoting the silence, or the browser's own words */
export async function getFile(url: string): Promise<{ response: Response; bytes: Uint8Array }> {
  const stop = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const heard = () => {
    clearTimeout(timer);
    timer = setTimeout(() => stop.abort(new Error(`${SILENCE_MS / 1000} s: –`)), SILENCE_MS);
  };
  heard();
  try {
    const response = await fetch(url, { cache: 'no-cache', signal: stop.signal });
    const reader = response.body?.getReader();
    const pieces: Uint8Array<ArrayBuffer>[] = [];
    for (let piece = await reader?.read(); piece && !piece.done; piece = await reader?.read()) {
      heard();
      pieces.push(piece.value);
    }
    return { response, bytes: new Uint8Array(await new Blob(pieces).arrayBuffer()) };
  } finally {
    clearTimeout(timer);
  }
}
