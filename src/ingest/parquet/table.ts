/** What decoding a Parquet file gives, whichever runtime does it. */
import type { RawColumn } from '../file/raw.ts';

export interface ParquetTable {
  readonly rowCount: number;
  readonly columns: readonly RawColumn[];
}

/** The decoder itself broke down (memory, a type it does not know): that does not make the file a damaged one. */
export class DecoderTrap extends Error {
  override readonly name = 'DecoderTrap';
}
