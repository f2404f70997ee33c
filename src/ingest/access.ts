/** Files of a site, fetched so that a replaced package shows at the next load. */
import { encodePath } from '../model/path.ts';
import { type FileAccess, FileFault } from './files.ts';
import { parquetReader } from './parquet.ts';

const TIME_LIMIT_MS = 120_000;

/** File access over http; paths are resolved against `baseUrl`. */
export function siteAccess(baseUrl: string): FileAccess {
  return {
    read: (path, signal) => persistently(new URL(encodePath(path), baseUrl).href, signal),
    readParquet: parquetReader(baseUrl),
  };
}

/** Waits between tries: a line that drops once is not a package that is gone. */
const WAITS_MS = [300, 1500];

async function persistently(url: string, signal?: AbortSignal): Promise<Uint8Array> {
  for (const wait of WAITS_MS) {
    try {
      return await readFile(url, signal);
    } catch (error) {
      if (!(error instanceof FileFault) || error.code !== 'file-network') throw error;
      await new Promise((resolve) => setTimeout(resolve, wait));
      signal?.throwIfAborted();
    }
  }
  return readFile(url, signal);
}

async function readFile(url: string, signal?: AbortSignal): Promise<Uint8Array> {
  const limit = AbortSignal.timeout(TIME_LIMIT_MS);
  try {
    const response = await fetch(url, {
      cache: 'no-cache',
      signal: signal ? eitherOf(signal, limit) : limit,
    });
    if (!response.ok) throw notFound(response);
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (isPage(bytes)) throw new FileFault('file-not-found', 'HTML');
    return bytes;
  } catch (error) {
    if (error instanceof FileFault) throw error;
    signal?.throwIfAborted();
    throw new FileFault('file-network', (error as Error).message);
  }
}

function notFound(response: Response): FileFault {
  const code = response.status >= 500 ? 'file-network' : 'file-not-found';
  return new FileFault(code, `HTTP ${response.status}`);
}

/** Some servers answer a missing file with their start page and 200. */
function isPage(bytes: Uint8Array): boolean {
  const head = new TextDecoder().decode(bytes.subarray(0, 64)).trimStart().toLowerCase();
  return head.startsWith('<!doctype') || head.startsWith('<html');
}

/** `AbortSignal.any` needs Chrome 116; we support 109. */
function eitherOf(a: AbortSignal, b: AbortSignal): AbortSignal {
  const controller = new AbortController();
  for (const signal of [a, b]) {
    if (signal.aborted) controller.abort(signal.reason);
    signal.addEventListener('abort', () => controller.abort(signal.reason), { once: true });
  }
  return controller.signal;
}
