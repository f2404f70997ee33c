/** Files that are not kept yet, opened as a package: what the screens would show, and what its checks find. */
import type { Engine } from '../engine/engine.ts';
import { deferred } from '../engine/queue.ts';
import { FileFault } from '../ingest/file/fault.ts';
import type { FileAccess } from '../ingest/file/files.ts';
import type { PackageFiles } from '../intake/read/read.ts';
import { type Found, MOST_SHOWN } from '../intake/show/found.ts';
import { CATALOGUE_PATH } from '../model/path.ts';
import { PackageError } from '../model/problem.ts';
import { type Attempt, openAttempt } from './open/attempt.ts';
import type { Failure, Opened } from './open/ground.ts';

const DRAFT = 'draft';

/** More than are told one by one beside what changes. */
const MOST_OVERRULED = 2000;

/**
 * Opens files as a package; the engine is gone afterwards, whatever comes of it.
 *
 * @param sources documents that are new: what is found concerns them; null: all are
 * @throws {PackageError} when they cannot be shown
 */
export async function checkFiles(
  files: PackageFiles,
  sources: readonly string[] | null,
  access: FileAccess,
  boot: () => Promise<Engine>,
  signal: AbortSignal | undefined,
): Promise<Found> {
  const { opened, attempt } = attemptOf(fromMemory(files, access), boot(), signal);
  try {
    const { data, ask } = await opened;
    const { issues, total } = await ask({
      ...{ ask: 'issues', units: null, severities: ['error', 'warning'], codes: [] },
      ...{ source: '', period: '', ...(sources && { sources }) },
      ...{ limit: MOST_SHOWN, grouped: false },
    } as const);
    const asked = { ask: 'overruled', sources: sources ?? [], limit: MOST_OVERRULED } as const;
    return { data, issues, issueCount: total, overruled: await ask(asked) };
  } finally {
    attempt.end();
  }
}

/** The package as soon as it stands and its checks have run, whichever of both is told last. */
function attemptOf(
  access: FileAccess,
  engine: Promise<Engine>,
  signal: AbortSignal | undefined,
): { readonly opened: Promise<Opened>; readonly attempt: Attempt } {
  const { promise: opened, resolve, reject } = deferred<Opened>();
  let checked: Opened | null = null;
  let isReady = false;
  const attempt = openAttempt({
    ...{ path: DRAFT, access, limits: undefined, engine },
    ...{ stored: null, first: null, nextGeneration: () => 0 },
    tell({ progress, opened: now, failure }) {
      if (failure) reject(faultOf(failure));
      if (progress === null) isReady = true;
      if (now?.checked) checked = now;
      if (isReady && checked) resolve(checked);
    },
  });
  const giveUp = () => reject(signal?.reason);
  if (signal?.aborted) giveUp();
  signal?.addEventListener('abort', giveUp, { once: true });
  attempt.run();
  return { opened, attempt };
}

function faultOf({ problems, message }: Failure): Error {
  return problems.length > 0 ? new PackageError(problems) : new Error(message);
}

/** The files of a package that lies nowhere yet, beside the site's own catalogue. */
function fromMemory(files: PackageFiles, access: FileAccess): FileAccess {
  return {
    ...access,
    async read(path, signal, most) {
      if (path.startsWith(`${CATALOGUE_PATH}/`)) return access.read(path, signal, most);
      const bytes = files.get(path.slice(DRAFT.length + 1));
      if (!bytes) throw new FileFault('file-not-found', path);
      return bytes;
    },
  };
}
