/** Scripts of workers, fetched to see what a server sends in their place. */
import { fetching } from '../../net/fetching.ts';
import { asksWho } from '../../net/page.ts';
import type { OnSilence } from '../../net/silence.ts';
import { EngineError } from '../engine.ts';

/**
 * The text of a worker's script.
 *
 * @throws {EngineError} `fetch` with what the server answered in its place
 */
export async function scriptBlob(
  url: string,
  file: string,
  signal?: AbortSignal,
  onSilence?: OnSilence,
): Promise<Blob> {
  try {
    return await fetching(url, { file, signal, onSilence }, async ({ response, body }) => {
      const text = await new Response(body).text();
      const { ok, status } = response;
      if (!ok) throw new EngineError('fetch', `${url}: HTTP ${status}`, { file, status });
      if (text.trimStart().startsWith('<')) {
        const head = JSON.stringify(text.slice(0, 40));
        const said = asksWho(response, text) ? 401 : status;
        throw new EngineError('fetch', `${url} is no script, it begins ${head}`, {
          file,
          status: said,
        });
      }
      return new Blob([text], { type: 'text/javascript' });
    });
  } catch (cause) {
    if (signal?.aborted || cause instanceof EngineError) throw cause;
    throw new EngineError('fetch', `${url}: ${(cause as Error).message}`, { cause, file });
  }
}
