/** What a Parquet file says of itself, before anything in it is decoded. */
import { parquetMetadata } from 'hyparquet/src/metadata.js';

export interface ParquetFooter {
  readonly rows: number;
  /** Rows of the row groups together: the same, in a file that is whole. */
  readonly groupRows: number;
  /** Names of the columns, nested ones flattened. */
  readonly columns: readonly string[];
  /** A column at least is enciphered, though the footer itself can be read. */
  readonly isEncrypted: boolean;
}

/** The footer of a file, or null where it cannot be read: the decoder says why. */
export function readFooter(bytes: Uint8Array): ParquetFooter | null {
  try {
    const { num_rows, row_groups, schema } = parquetMetadata(bytes, { geoparquet: false });
    const isEncrypted = row_groups.some(({ columns }) =>
      columns.some((column) => column.crypto_metadata !== undefined),
    );
    const columns = schema.filter(({ type }) => type !== undefined).map(({ name }) => name);
    const groupRows = row_groups.reduce((sum, group) => sum + Number(group.num_rows), 0);
    return { rows: Number(num_rows), groupRows, columns, isEncrypted };
  } catch {
    return null;
  }
}
