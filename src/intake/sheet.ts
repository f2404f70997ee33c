/**
 * A table as it stands in somebody's file, before anything is known of what it says.
 *
 *   Dropped ─ read ─→ Sheet[] ─ recognise ─→ Layout ─ shape (with Answers) ─→ Drafts, Questions, CellProblems
 *                                                      └ keep ─→ files of a package ─→ Shelf (IndexedDB) or zip
 */

import type { RefusalCode } from '../model/intake/refusal.ts';

/** A file as it was handed over: dropped, chosen, or pasted. */
export interface Dropped {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Where it is so large that it was not read. */
  readonly size?: number;
}

/** What stands in a cell; numbers and dates only where the file itself has types (Excel, Parquet). */
export type CellValue = string | number | boolean | Date | null;

export interface Merge {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export interface Sheet {
  /** The file's name, as people know it. */
  readonly file: string;
  /** The sheet's name in a workbook; '' in files of one table. */
  readonly name: string;
  readonly rows: readonly (readonly CellValue[])[];
  /** What was guessed in order to read it; '' where the file says it itself. */
  readonly encoding: string;
  readonly delimiter: string;
  readonly merges: readonly Merge[];
  /** Keys (`cellKey`) of numbers that are shown as percent: 0.209 means 20.9. */
  readonly percents: ReadonlySet<string>;
  /** Keys of cells with an error (#REF!) in place of a value. */
  readonly errors: ReadonlyMap<string, string>;
  /** Lines of a text file per row, with the first as 1; null where rows are counted one by one. */
  readonly lines: readonly number[] | null;
  /** Its rows were made out of the file's lines: the bytes are no CSV as they stand. */
  readonly isRewritten?: boolean;
}

export function cellKey(row: number, column: number): string {
  return `${row}:${column}`;
}

/** The row's number as people see it: Excel's own, or the line of the file. */
export function rowNumber(sheet: Sheet, row: number): number {
  return sheet.lines?.[row] ?? row + 1;
}

/** Column A, B, … AA as Excel names them; position from 0. */
export function columnLetter(column: number): string {
  const rest = Math.floor(column / 26) - 1;
  return (rest >= 0 ? columnLetter(rest) : '') + String.fromCharCode(65 + (column % 26));
}

/** A cell's text in NFC, trimmed; dates as ISO days. */
export function textOf(value: CellValue | undefined): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date)
    return Number.isNaN(value.valueOf()) ? '' : value.toISOString().slice(0, 10);
  const text = String(value);
  if (PLAIN.test(text)) return text;
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

/** Most cells: digits and words without blanks. */
const PLAIN = /^[!-~]*$/;

/** The file and, where it has several, the sheet: "ho-so.xlsx › Quý I". */
export function sheetTitle(sheet: Pick<Sheet, 'file' | 'name'>): string {
  return sheet.name ? `${sheet.file} › ${sheet.name}` : sheet.file;
}

export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly file: string;
  readonly value: string;

  constructor(code: RefusalCode, file: string, value = '') {
    super(`${code}: ${file} ${value}`);
    this.name = 'Refusal';
    this.code = code;
    this.file = file;
    this.value = value;
  }
}
