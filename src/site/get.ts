/** A file of the site as it is, for looks at the server: given up after 20 s without a byte. */
import { fetching } from '../net/fetching.ts';
import { SILENCE_MS } from '../net/silence.ts';

/** @throws {Error} quoting the silence, or the browser's own words */
export async function getFile(
  url: string,
  method: 'GET' | 'HEAD' = 'GET',
): Promise<{ response: Response; bytes: Uint8Array }> {
  const limits = { file: url, cache: 'no-cache', giveUpMs: SILENCE_MS, method } as const;
  return fetching(url, limits, async ({ response, body }) => ({
    response,
    bytes: new Uint8Array(await new Response(body).arrayBuffer()),
  }));
}
