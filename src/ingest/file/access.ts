/** Files of a site, fetched so that a replaced package shows at the next load. */

import { encodePath } from '../../model/path.ts';
import { fetching, TooMuch } from '../../net/fetching.ts';
import { asksWho, isPage } from '../../net/page.ts';
import type { OnSilence } from '../../net/silence.ts';
import type { ParquetFiles } from '../parquet/parquet.ts';
import { FileFault } from './fault.ts';
import type { FileAccess } from './files.ts';

/**
 * File access over http; paths are resolved against `baseUrl`. A server that is silent is told of and waited
 * for: only a lost connection is tried again.
 */
export function siteAccess(baseUrl: string, onSilence?: OnSilence): FileAccess & ParquetFiles {
  return {
    read: (path, signal, most = null) => persistently({ baseUrl, path, most, onSilence, signal }),
    ...parquetOf(baseUrl, onSilence),
  };
}

/** What reads Parquet is fetched with the first such file. */
function parquetOf(baseUrl: string, onSilence?: OnSilence): ParquetFiles {
  let coming: Promise<ParquetFiles> | null = null;
  const files = () => {
    coming ??= import('../parquet/parquet.ts').then((own) => own.parquetFiles(baseUrl, onSilence));
    return coming;
  };
  return {
    readParquet: async (...given) => (await files()).readParquet(...given),
    decodeParquet: async (...given) => (await files()).decodeParquet(...given),
    writeParquet: async (...given) => (await files()).writeParquet(...given),
  };
}

interface Wanted {
  readonly baseUrl: string;
  readonly path: string;
  /** Bytes that the descriptor states. */
  readonly most: number | null;
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

async function readFile({ baseUrl, path, most, onSilence, signal }: Wanted): Promise<Uint8Array> {
  try {
    const url = new URL(encodePath(path), baseUrl).href;
    const limits = { file: path, cache: 'no-cache', signal, onSilence, most } as const;
    return await fetching(url, limits, async ({ response, body }) => {
      if (response.status !== 200 || !body) throw refused(response);
      const bytes = new Uint8Array(await new Response(body).arrayBuffer());
      const head = new TextDecoder().decode(bytes.subarray(0, 100_000));
      if (isPage(head)) throw pageInstead(response, head);
      return bytes;
    });
  } catch (error) {
    if (error instanceof FileFault) throw error;
    signal?.throwIfAborted();
    if (error instanceof TooMuch) throw new FileFault('file-size', `> ${error.most}`);
    throw new FileFault('file-network', (error as Error).message);
  }
}

/** Everything but a plain 200: parts (206), nothing (204, 304) and errors of the server are none. */
function refused({ status }: Response): FileFault {
  const said = `HTTP ${status}`;
  if (status === 401 || status === 407) return new FileFault('file-login', said);
  if (status === 403) return new FileFault('file-forbidden', said);
  if (status === 408 || status === 429 || status < 400) return new FileFault('file-network', said);
  return new FileFault(status === 404 || status === 410 ? 'file-not-found' : 'file-server', said);
}

function pageInstead(response: Response, page: string): FileFault {
  return asksWho(response, page)
    ? new FileFault('file-login', new URL(response.url).pathname)
    : new FileFault('file-page', 'HTML');
}
