/** What the import needs from its surroundings: the shelf, a reader of Parquet, the package it joins, the checks. */
import { createContext, useContext } from 'react';
import type { Base } from '../../intake/keep/base.ts';
import type { Shelf } from '../../intake/keep/shelf.ts';
import type { PackageFiles, ReadParquet } from '../../intake/read/read.ts';
import type { RecordFile, RecordReading } from '../../intake/records/reading.ts';
import type { Dataset } from '../../model/dataset.ts';
import type { IssuesAnswer } from '../../question/issues.ts';

export interface Bring {
  readonly shelf: Shelf;
  /** The package that is open, which an import may join. */
  readonly path: string;
  readonly readParquet: ReadParquet;
  readonly writeParquet: (ipc: Uint8Array, signal?: AbortSignal) => Promise<Uint8Array>;
  /** Reads records into an engine of their own; `close` lets it go. */
  readonly openRecords: (
    file: RecordFile,
    onShare: (share: number) => void,
    signal: AbortSignal,
  ) => Promise<RecordReading>;
  /** The package that is open; without its figures for a package of its own. */
  readonly readBase: (withFigures: boolean) => Promise<Base>;
  /**
   * Opens files as a package, in an engine of its own that is gone afterwards.
   * @throws {PackageError} when they cannot be shown
   */
  readonly check: (files: PackageFiles, signal: AbortSignal) => Promise<Checked>;
  /** Tells the frame that the packages of this browser are others now. */
  readonly onShelf: () => void;
}

/** A package that could be opened, and what its checks found. */
export interface Checked {
  readonly data: Dataset;
  readonly issues: IssuesAnswer;
}

export const BringContext = createContext<Bring | null>(null);

/** @throws Error outside a `BringContext` */
export function useBring(): Bring {
  const bring = useContext(BringContext);
  if (!bring) throw new Error('useBring needs a BringContext');
  return bring;
}
