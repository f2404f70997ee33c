/** Columns of plain text out of Arrow: the most of what a package is made of. */
import type { Column as ArrowColumn, Batch } from '@uwdata/flechette';
import type { SqlValue } from './engine.ts';

/**
 * Texts of a column: equal ones, of which columns of a package are full, are decoded once and are one in memory.
 *
 * @param rows which, in rising order; all unless told otherwise
 */
export function texts(column: ArrowColumn<unknown>, rows?: readonly number[]): SqlValue[] {
  const textOf = sharedTexts();
  const count = rows ? rows.length : column.length;
  const all: SqlValue[] = new Array(count);
  let [at, before] = [0, 0];
  for (const batch of column.data as readonly Batch<string>[]) {
    const { length, nullCount, values, offsets } = batch;
    for (; at < count; at += 1) {
      const row = (rows ? (rows[at] ?? 0) : at) - before;
      if (row >= length) break;
      const isNull = nullCount > 0 && !batch.isValid(row);
      const [from, to] = [Number(offsets[row]), Number(offsets[row + 1])];
      all[at] = isNull ? null : textOf(values as Uint8Array, from, to);
    }
    before += length;
  }
  return all;
}

/** Texts that are remembered, and bytes of one: longer ones are notes, which hardly repeat. */
const SLOTS = 2 ** 14;
const MOST_BYTES = 64;

/** UTF-8 → text, by a table of those that came last under each hash of their bytes. */
function sharedTexts(): (bytes: Uint8Array, from: number, to: number) => string {
  const known: ({ readonly bytes: Uint8Array; readonly text: string } | undefined)[] = [];
  const decoder = new TextDecoder();
  return (bytes, from, to) => {
    if (to - from > MOST_BYTES) return decoder.decode(bytes.subarray(from, to));
    let hash = 0;
    for (let at = from; at < to; at += 1) hash = (Math.imul(hash, 31) + (bytes[at] ?? 0)) | 0;
    const slot = hash & (SLOTS - 1);
    const there = known[slot];
    if (there && isSame(there.bytes, bytes, from, to)) return there.text;
    const own = bytes.subarray(from, to);
    const text = decoder.decode(own);
    known[slot] = { bytes: own, text };
    return text;
  };
}

function isSame(known: Uint8Array, bytes: Uint8Array, from: number, to: number): boolean {
  if (known.length !== to - from) return false;
  for (let at = 0; at < known.length; at += 1) if (known[at] !== bytes[from + at]) return false;
  return true;
}
