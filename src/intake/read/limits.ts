/** How much is taken in at once: told before a page runs out of memory. */

export const LIMITS = {
  /** Bytes of one file. */
  bytes: 250e6,
  /** Bytes of what an archive (XLSX, zip) says it unpacks to. */
  unpacked: 400e6,
  /** Times that an archive may grow: a bomb grows a thousandfold. */
  growth: 200,
  /** Columns of a table; officers type dozens. */
  columns: 2000,
  /** Cells of a table of figures. */
  cells: 3e6,
  /** Cells of a Parquet file of records, which goes to the engine column by column. */
  recordCells: 30e6,
} as const;
