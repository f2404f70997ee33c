/** What decoding a Parquet file gives, whichever runtime does it. */
import { decodeColumns } from '../../engine/arrow.ts';
import type { RawColumn } from '../file/raw.ts';

export interface ParquetTable {
  readonly rowCount: number;
  readonly columns: readonly RawColumn[];
  /** The same columns up to a row, without taking the rest of a text apart. */
  readonly head: (count: number) => readonly RawColumn[];
  /** The same columns of some rows, in rising order, in the same way. */
  readonly pick: (rows: readonly number[]) => readonly RawColumn[];
  /** The Arrow stream itself, where all columns are plain texts: an engine takes it as it is. */
  readonly texts: Uint8Array | null;
}

/** Columns and their length from the Arrow stream that a decoded file is. */
export function parquetTable(ipc: Uint8Array): ParquetTable {
  const columns = decodeColumns(ipc);
  return {
    rowCount: columns[0]?.length ?? 0,
    columns,
    head: (count) => columns.map(({ name, kind, first }) => ({ name, kind, values: first(count) })),
    pick: (rows) => columns.map(({ name, kind, pick }) => ({ name, kind, values: pick(rows) })),
    texts: columns.every(({ isPlainText }) => isPlainText) ? ipc : null,
  };
}

/** The decoder itself broke down (memory, a type it does not know): that does not make the file a damaged one. */
export class DecoderTrap extends Error {
  override readonly name = 'DecoderTrap';
}
