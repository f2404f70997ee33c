/** Files of a site, fetched so that a replaced package shows at the next load. */
import { heardStream, listenFor, type OnSilence } from '../../engine/start/silence.ts';
import { encodePath } from '../../model/path.ts';
import { parquetReader } from '../parquet/parquet.ts';
import { type FileAccess, FileFault } from './files.ts';

/**
 * File access over http; paths are resolved against `baseUrl`. A server that is silent is told of and waited
 * for: only a lost connection is tried again.
 */
export function siteAccess(baseUrl: string, onSilence?: OnSilence): FileAccess {
  return {
    read: (path, signal) => persistently({ baseUrl, path, onSilence, signal }),
    readParquet: parquetReader(baseUrl, onSilence),
  };
}

interface Wanted {
  readonly baseUrl: string;
  readonly path: string;
  readonly onSilence: OnSilence | undefined;
  readonly signal: AbortSignal | undefined;
}

/** Waits between tries: a line that drops once is not a package that is gone. */
const WAITS_MS = [300, 1500];
const MAY_PASS = ['file-network', 'file-server'];

async function persistently(wanted: Wanted): Promise<Uint8Array> {
  for (const wait of WAITS_MS) {
    try {
      return await readFile(wanted);
    } catch (error) {
      if (!(error instanceof FileFault) || !MAY_PASS.includes(error.code)) throw error;
      await new Promise((resolve) => setTimeout(resolve, wait));
      wanted.signal?.throwIfAborted();
    }
  }
  return readFile(wanted);
}

async function readFile({ baseUrl, path, onSilence, signal }: Wanted): Promise<Uint8Array> {
  const url = new URL(encodePath(path), baseUrl).href;
  const listening = listenFor(path, onSilence);
  try {
    const response = await fetch(url, { cache: 'no-cache', ...(signal ? { signal } : {}) });
    listening.heard();
    if (response.status !== 200 || !response.body) throw refused(response);
    const whole = new Response(heardStream(response.body, listening.heard));
    const bytes = new Uint8Array(await whole.arrayBuffer());
    if (isPage(bytes)) throw pageInstead(response, bytes);
    return bytes;
  } catch (error) {
    if (error instanceof FileFault) throw error;
    signal?.throwIfAborted();
    throw new FileFault('file-network', (error as Error).message);
  } finally {
    listening.end();
  }
}

/** Everything but a plain 200: parts (206), nothing (204, 304) and errors of the server are none. */
function refused({ status }: Response): FileFault {
  const said = `HTTP ${status}`;
  if (status === 401 || status === 407) return new FileFault('file-login', said);
  if (status === 403) return new FileFault('file-forbidden', said);
  if (status === 408 || status === 429 || status < 400) return new FileFault('file-network', said);
  return new FileFault(status >= 500 ? 'file-server' : 'file-not-found', said);
}

/** Some servers answer a missing file with their start page and 200, others ask who is there. */
function isPage(bytes: Uint8Array): boolean {
  const head = new TextDecoder().decode(bytes.subarray(0, 512)).trimStart().toLowerCase();
  return /^(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*<(!doctype html|html|head|body|meta|title|script)\b/.test(
    head,
  );
}

function pageInstead({ redirected, url }: Response, bytes: Uint8Array): FileFault {
  const page = new TextDecoder().decode(bytes.subarray(0, 100_000));
  const asksWho = redirected || /type\s*=\s*["']?password/i.test(page);
  return asksWho
    ? new FileFault('file-login', new URL(url).pathname)
    : new FileFault('file-page', 'HTML');
}
