/** What decoding a Parquet file gives, whichever runtime does it. */
import { decodeColumns } from '../../engine/arrow.ts';
import type { RawColumn } from '../file/raw.ts';

export interface ParquetTable {
  readonly rowCount: number;
  readonly columns: readonly RawColumn[];
}

/** Columns and their length from the Arrow stream that a decoded file is. */
export function parquetTable(ipc: Uint8Array): ParquetTable {
  const columns = decodeColumns(ipc);
  return { rowCount: columns[0]?.values.length ?? 0, columns };
}

/** The decoder itself broke down (memory, a type it does not know): that does not make the file a damaged one. */
export class DecoderTrap extends Error {
  override readonly name = 'DecoderTrap';
}
