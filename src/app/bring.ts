/** The import's surroundings: the shelf of this browser, and an engine of its own for what is not kept yet. */
import type { Engine } from '../engine/engine.ts';
import { type FileAccess, FileFault } from '../ingest/file/files.ts';
import { CATALOGUE_PATH } from '../ingest/package.ts';
import { readBase } from '../intake/keep/base.ts';
import type { Shelf } from '../intake/keep/shelf.ts';
import type { PackageFiles } from '../intake/read/read.ts';
import { openRecords, type RecordFile, type RecordReading } from '../intake/records/reading.ts';
import { SEVERITIES } from '../model/issue.ts';
import { PackageError } from '../model/problem.ts';
import type { Bring, Checked } from '../view/import/bring.ts';
import { type Opened, openAttempt } from './attempt.ts';

export interface BringSources {
  readonly shelf: Shelf;
  readonly access: FileAccess;
  /** Starts an empty engine; it is closed when the checks are done. */
  readonly boot: () => Promise<Engine>;
  readonly onShelf: () => void;
}

/** Everything an import into the package at `path` needs. */
export function bringInto(path: string, { shelf, access, boot, onShelf }: BringSources): Bring {
  return {
    ...{ path, shelf, onShelf },
    readParquet: access.readParquet,
    writeParquet: access.writeParquet,
    openRecords: (file, onShare, signal) => openIn(boot(), file, onShare, signal),
    readBase: (withFigures) => readBase(path, access, withFigures),
    check: (files, signal) => checkFiles(files, access, boot, signal),
  };
}

/** An engine that cannot take the records is let go. */
async function openIn(
  booting: Promise<Engine>,
  file: RecordFile,
  onShare: (share: number) => void,
  signal: AbortSignal,
): Promise<RecordReading> {
  const engine = await booting;
  try {
    return await openRecords(engine, file, onShare, signal);
  } catch (error) {
    await engine.close();
    throw error;
  }
}

const DRAFT = 'draft';
const MOST = 2000;

/** Opens files as a package; the engine is gone afterwards, whatever comes of it. */
async function checkFiles(
  files: PackageFiles,
  access: FileAccess,
  boot: () => Promise<Engine>,
  signal: AbortSignal,
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
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    attempt.run();
  });
  try {
    const { data, ask } = await opened;
    const issues = await ask({
      ...{ ask: 'issues', units: null, severities: SEVERITIES, codes: [] },
      ...{ source: '', period: '', limit: MOST },
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
