/**
 * The import's worker as the page sees it: a clerk that answers by and by, and the files and engines that it asks for.
 * Ending it ends whatever it does.
 */
import type { Connection } from '../../engine/connection.ts';
import { EngineError } from '../../engine/engine.ts';
import { aborted } from '../../engine/queue.ts';
import { scriptBlob } from '../../engine/start/script.ts';
import type { FileAccess } from '../../ingest/file/files.ts';
import type { ParquetFiles } from '../../ingest/parquet/parquet.ts';
import type { Clerk } from '../../intake/clerk.ts';
import type { Dataset } from '../../model/dataset.ts';
import { language } from '../../model/writing/language.ts';
import { type Calls, Moved, openCalls } from '../../net/calls.ts';
import { listenFor, type OnSilence } from '../../net/silence.ts';
import { type PackedDataset, packDataset, unpackDataset } from '../../stored/pack.ts';
import type { Beginning } from './clerk.worker.ts';
import WORKER_URL from './clerk.worker.ts?worker&url';
import { faults } from './fault.ts';

export interface ClerkGround {
  readonly data: Dataset;
  readonly path: string;
  readonly access: FileAccess & ParquetFiles;
  /** An empty engine's connection, in a worker of its own. */
  readonly connect: () => Promise<Connection>;
  readonly onSilence?: OnSilence | undefined;
}

const WORKER_FILE = 'assets/clerk.worker-….js';

/** Starts the worker; what it cannot do rejects the first call. */
export function browserClerk(ground: ClerkGround): Clerk {
  const worker = new Worker(WORKER_URL, { type: 'module' });
  const { serve, closeAll } = services(ground);
  let onShare = (_: number) => {};
  const own = (name: string, args: readonly unknown[], signal: AbortSignal) =>
    name === 'share' ? onShare(args[0] as number) : serve(name, args, signal);
  const calls = openCalls(worker, own, faults);
  const end = (error: unknown) => {
    worker.terminate();
    calls.end(error);
    closeAll();
  };
  endWhenBroken(worker, end);
  const ready = begun(calls, ground);
  ready.catch(() => {}); // told by the first call
  const call = async <T>(name: string, args: readonly unknown[], signal?: AbortSignal) => {
    await ready;
    return calls.call<T>(name, args, { signal });
  };
  return {
    take(handed, choices, share) {
      onShare = share;
      return call('take', [handed, choices]);
    },
    say: (said) => call('say', [said]),
    skip: (keys) => call('skip', [keys]),
    unskip: () => call('unskip', []),
    plan: (wanted, signal) => call('plan', [wanted], signal),
    async check(signal) {
      type Packed = Omit<Awaited<ReturnType<Clerk['check']>>, 'data'> & { data: PackedDataset };
      const { data, ...found } = await call<Packed>('check', [], signal);
      return { ...found, data: unpackDataset(data) };
    },
    isStill: (signal) => call('isStill', [], signal),
    files: (title = '') => call('files', [title]),
    leftOut: () => call('leftOut', []),
    end: () => end(aborted()),
  };
}

/** The script answers, or its silence is told. */
async function begun(calls: Calls, { data, path, onSilence }: ClerkGround): Promise<void> {
  const listening = listenFor(WORKER_FILE, onSilence);
  const beginning: Beginning = { data: packDataset(data), path, language: language() };
  try {
    await calls.call('begin', [beginning]);
  } catch (error) {
    if (error instanceof EngineError && error.fault === 'script') {
      await scriptBlob(WORKER_URL, WORKER_FILE); // asked for once more, the server says why
    }
    throw error;
  } finally {
    listening.end();
  }
}

function endWhenBroken(worker: Worker, end: (error: unknown) => void): void {
  const broken = (event: Event) => {
    event.preventDefault();
    const { message } = event as ErrorEvent;
    // without words of its own: the script did not come, or is none
    const said = `the import's worker failed: ${message || event.type}`;
    end(new EngineError(message ? 'dead' : 'script', said, { file: WORKER_FILE }));
  };
  worker.addEventListener('error', broken);
  worker.addEventListener('messageerror', broken);
}

/** What the page does for the worker: files of the site, Parquet, and engines by number. */
function services({ access, connect }: ClerkGround) {
  const connections = new Map<number, Connection>();
  let isEnded = false;
  let lastId = 0;
  const boot = async () => {
    const connection = await connect();
    if (isEnded) connection.close();
    lastId += 1;
    connections.set(lastId, connection);
    return lastId;
  };
  const at = (id: unknown) => {
    const connection = connections.get(id as number);
    if (!connection) throw new EngineError('dead', 'engine closed');
    return connection;
  };
  const close = (id: unknown) => {
    connections.get(id as number)?.close();
    connections.delete(id as number);
  };
  const serve = async (name: string, args: readonly unknown[], signal: AbortSignal) => {
    const [first, second, third] = args;
    switch (name) {
      case 'read':
        return access.read(first as string, signal, second as number | null);
      case 'decode':
        return new Moved(await access.decodeParquet(first as Uint8Array, signal));
      case 'encode':
        return new Moved(await access.writeParquet(first as Uint8Array, signal));
      case 'boot':
        return boot();
      case 'run':
        return new Moved(await at(first).run(second as string[], signal));
      case 'append':
        return at(first).append(second as string, third as Uint8Array);
      case 'hand':
        return at(first).hand(second as string, third as Uint8Array | null);
      case 'close':
        return close(first);
      default:
        throw new Error(`unknown service ${name}`);
    }
  };
  const closeAll = () => {
    isEnded = true;
    for (const id of [...connections.keys()]) close(id);
  };
  return { serve, closeAll };
}
