/** The import's surroundings: the shelf of this browser, the open package, and a clerk in a worker of its own. */
import type { Connection } from '../engine/connection.ts';
import type { FileAccess } from '../ingest/file/files.ts';
import { readCatalogueAlone } from '../ingest/package.ts';
import type { ParquetFiles } from '../ingest/parquet/parquet.ts';
import { hashOf, readBase } from '../intake/keep/base.ts';
import type { Shelf } from '../intake/keep/shelf.ts';
import type { Bring } from '../view/import/bring.ts';
import { browserClerk } from './clerk/browser.ts';
import { spareOf } from './clerk/spare.ts';

export interface BringSources {
  readonly shelf: Shelf;
  readonly access: FileAccess & ParquetFiles;
  /** Starts an empty engine. */
  readonly connect: () => Promise<Connection>;
  /** Resolves when no engine of the page is starting: two at once would share the line. */
  readonly calm: () => Promise<void>;
  readonly onShelf: () => void;
}

/** Everything an import into the package at `path` needs. */
export function bringInto(path: string, sources: BringSources): Bring {
  const { shelf, access, onShelf, calm } = sources;
  const spare = spareOf(sources.connect);
  let isWanted = false;
  return {
    ...{ path, shelf, onShelf },
    openClerk(data, onSilence) {
      spare.make(); // while the files are looked at
      return browserClerk({ data, path, access, connect: spare.take, onSilence });
    },
    startAhead() {
      isWanted = true;
      void calm().then(() => isWanted && spare.make());
    },
    endAhead() {
      isWanted = false;
      spare.drop();
    },
    readBase: (withFigures) => readBase(path, access, withFigures),
    hashNow: () => hashOf(path, access),
    readCatalogue: () => readCatalogueAlone(access),
  };
}
