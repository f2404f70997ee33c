/** The import's surroundings: the shelf of this browser, the open package, and a clerk in a worker of its own. */
import type { Connection } from '../engine/connection.ts';
import type { FileAccess } from '../ingest/file/files.ts';
import { readCatalogueAlone } from '../ingest/package.ts';
import type { ParquetFiles } from '../ingest/parquet/parquet.ts';
import { readBase } from '../intake/keep/base.ts';
import type { Shelf } from '../intake/keep/shelf.ts';
import type { Bring } from '../view/import/bring.ts';
import { browserClerk } from './clerk/browser.ts';

export interface BringSources {
  readonly shelf: Shelf;
  readonly access: FileAccess & ParquetFiles;
  /** Starts an empty engine. */
  readonly connect: () => Promise<Connection>;
  readonly onShelf: () => void;
}

/** Everything an import into the package at `path` needs. */
export function bringInto(path: string, { shelf, access, connect, onShelf }: BringSources): Bring {
  return {
    ...{ path, shelf, onShelf },
    openClerk: (data, onSilence) => browserClerk({ data, path, access, connect, onSilence }),
    readBase: (withFigures) => readBase(path, access, withFigures),
    readCatalogue: () => readCatalogueAlone(access),
  };
}
