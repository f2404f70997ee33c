/** What decoding a Parquet file gives, whichever runtime does it. */
import type { RawColumn } from './raw.ts';

export interface ParquetTable {
  readonly rowCount: number;
  readonly columns: readonly RawColumn[];
}
