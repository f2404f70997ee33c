/** How large a package may be: told before it is loaded, because a page that runs out of memory only dies. */
import type { Problem } from '../model/problem.ts';

export interface Limits {
  /** Statements in all files together. */
  readonly rows: number;
  /** Of one CSV file, which is one text: no browser holds a text of more than 2²⁹ characters. */
  readonly csvBytes: number;
}

const CSV_BYTES = 500_000_000;

/** Where the machine tells nothing: what a page and its engine (4 GB each at most) have been seen to hold. */
const ROWS = 3_500_000;

/** Statements that a gigabyte of the machine's memory bears, beside the system and other programs. */
const ROWS_PER_GB = 450_000;

/**
 * The limits on this machine.
 *
 * @param memoryGb `navigator.deviceMemory`: at most 8, and unknown outside of Chromium and on plain http
 */
export function limitsFor(memoryGb: number | undefined): Limits {
  const rows = memoryGb === undefined ? ROWS : Math.min(ROWS, memoryGb * ROWS_PER_GB);
  return { rows: Math.floor(rows), csvBytes: CSV_BYTES };
}

/** A package with more statements than can be held; `counted` may stop short of all files. */
export function tooManyRows(path: string, counted: number, { rows }: Limits): Problem {
  const [value, expected] = [String(counted), String(rows)];
  return { code: 'package-too-large', effect: 'stop', file: path, value, expected };
}

/** A CSV file that cannot become one text. */
export function tooManyBytes(file: string, bytes: number, { csvBytes }: Limits): Problem {
  const [value, expected] = [String(bytes), String(csvBytes)];
  return { code: 'file-too-large', effect: 'stop', file, value, expected };
}

/** The memory was not enough after all; 0 where the rows had not been counted yet. */
export function outOfMemory(path: string, rows: number): Problem {
  const counted = rows > 0 ? { value: String(rows) } : {};
  return { code: 'package-memory', effect: 'stop', file: path, ...counted };
}

const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;
const COMMA = 0x2c;

/** A quote opens a field only at its beginning (or again, after the one that closed it). */
function opens(before: number | undefined): boolean {
  return before === undefined || [COMMA, LF, CR, QUOTE].includes(before);
}

/** Rows of a CSV file below its header, counted in its bytes: line breaks outside of quotes. */
export function countRows(bytes: Uint8Array): number {
  let breaks = 0;
  let isQuoted = false;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === QUOTE) isQuoted = isQuoted ? false : opens(bytes[at - 1]);
    else if (!isQuoted && (byte === LF || (byte === CR && bytes[at + 1] !== LF))) breaks += 1;
  }
  const isEnded = bytes.at(-1) === LF || bytes.at(-1) === CR;
  return isEnded ? breaks - 1 : breaks;
}
