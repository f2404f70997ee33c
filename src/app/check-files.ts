/** Files that are not kept yet, opened as a package: what the screens would show, and what its checks find. */
import type { Engine } from '../engine/engine.ts';
import { FileFault } from '../ingest/file/fault.ts';
import type { FileAccess } from '../ingest/file/files.ts';
import type { Checked } from '../intake/clerk.ts';
import type { PackageFiles } from '../intake/read/read.ts';
import { SEVERITIES } from '../model/issue.ts';
import { CATALOGUE_PATH } from '../model/path.ts';
import { PackageError } from '../model/problem.ts';
import { type Opened, openAttempt } from './attempt.ts';

const DRAFT = 'draft';
const MOST = 2000;

/**
 * Opens files as a package; the engine is gone afterwards, whatever comes of it.
 *
 * @throws {PackageError} when they cannot be shown
 */
export async function checkFiles(
  files: PackageFiles,
  access: FileAccess,
  boot: () => Promise<Engine>,
  signal: AbortSignal | undefined,
): Promise<Checked> {
  const end = { now: () => {} };
  const opened = new Promise<Opened>((resolve, reject) => {
    const attempt = openAttempt({
      path: DRAFT,
      access: fromMemory(files, access),
      limits: undefined,
      stored: null,
      engine: boot(),
      nextGeneration: () => 0,
      tell({ progress, opened: now, failure }) {
        if (failure)
          reject(
            failure.problems.length > 0
              ? new PackageError(failure.problems)
              : new Error(failure.message),
          );
        if (now?.checked) latest = now;
        if (progress === null && latest) resolve(latest);
      },
    });
    let latest: Opened | null = null;
    end.now = () => attempt.end();
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
    attempt.run();
  });
  try {
    const { data, ask } = await opened;
    const { issues } = await ask({
      ...{ ask: 'issues', units: null, severities: SEVERITIES, codes: [] },
      ...{ source: '', period: '', limit: MOST, grouped: false },
    } as const);
    return { data, issues };
  } finally {
    end.now();
  }
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
