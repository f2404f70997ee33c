/** Why a file that somebody hands over cannot be taken in. */

export type RefusalCode =
  | 'empty'
  | 'too-large'
  | 'too-many-cells'
  | 'too-many-columns'
  | 'binary'
  | 'old-excel'
  | 'web-page'
  | 'encrypted'
  | 'broken-workbook'
  | 'broken-archive'
  | 'broken-parquet'
  | 'bomb'
  | 'no-table'
  /** Cells with nothing but blanks between them, at other places in every line. */
  | 'by-place'
  | 'same-twice'
  | 'package-broken'
  | 'open-quote'
  /** Not the file's fault: a part of the software did not come, or broke down. */
  | 'software';
