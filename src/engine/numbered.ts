/** An Arrow stream of texts → streams that a table of numbered rows takes as they are. */
import {
  type Batch,
  batchType,
  Column,
  columnFromArray,
  int32,
  tableFromColumns,
  tableFromIPC,
  tableToIPC,
  utf8,
} from '@uwdata/flechette';

export interface NumberedPart {
  /** One Arrow stream: a column of numbers, those of the texts, and those that no row has. */
  readonly ipc: Uint8Array;
  /** Rows up to its end. */
  readonly rows: number;
}

/** Rows at least of one part: two of the blocks in which the engine stores a table. */
const ROWS = 245_760;
const NO_BYTES = new Uint8Array();

/**
 * Parts of a stream of plain texts (`StreamColumn.isPlainText`), nothing of them copied but once; what is absent is ''.
 *
 * @param first the number of the first row
 * @param absent columns to be put behind, without a value in any row
 */
export function* numberedTexts(
  ipc: Uint8Array,
  first: number,
  absent: number,
): Generator<NumberedPart> {
  const texts = tableFromIPC(ipc).children.map(({ data }) => data as readonly Batch<string>[]);
  const lengths = texts[0]?.map(({ length }) => length) ?? [];
  let [from, rows, begin] = [0, 0, 0];
  for (const [at, length] of lengths.entries()) {
    rows += length;
    if (rows - begin < ROWS && at < lengths.length - 1) continue;
    const own = lengths.slice(from, at + 1);
    const filled = texts.map((batches) => batches.slice(from, at + 1).map(withoutNulls));
    const none = Array.from({ length: absent }, () => own.map(nothing));
    yield { ipc: streamOf([numbers(own, first + begin), ...filled, ...none]), rows };
    [from, begin] = [at + 1, rows];
  }
}

function streamOf(columns: readonly Batch<unknown>[][]): Uint8Array {
  const named = columns.map((batches, at): [string, Column<unknown>] => [
    `n${at}`,
    new Column(batches),
  ]);
  return tableToIPC(tableFromColumns(named), { format: 'stream' }) as Uint8Array;
}

function numbers(lengths: readonly number[], first: number): Batch<unknown>[] {
  const type = int32();
  let next = first;
  return lengths.map((length) => {
    const values = new Int32Array(length);
    for (let at = 0; at < length; at += 1) values[at] = next + at;
    next += length;
    return batchOf({ length, nullCount: 0, type, validity: NO_BYTES, values });
  });
}

/** A text that is absent takes no bytes: without its mark it is the empty one. */
function withoutNulls(batch: Batch<string>): Batch<unknown> {
  const { length, nullCount, type, offsets, values } = batch;
  if (nullCount === 0) return batch;
  for (let at = 0; at < length; at += 1) {
    if (!batch.isValid(at) && offsets[at] !== offsets[at + 1]) return rewritten(batch);
  }
  return batchOf({ length, nullCount: 0, type, validity: NO_BYTES, offsets, values });
}

/** Some writers leave bytes where a text is absent. */
function rewritten(batch: Batch<string>): Batch<unknown> {
  const texts = Array.from({ length: batch.length }, (_, at) => batch.at(at) ?? '');
  return columnFromArray(texts, utf8()).data[0] as Batch<unknown>;
}

function nothing(length: number): Batch<unknown> {
  const validity = new Uint8Array(Math.ceil(length / 8));
  const offsets = new Int32Array(length + 1);
  return batchOf({ length, nullCount: length, type: utf8(), validity, offsets, values: NO_BYTES });
}

function batchOf(parts: ConstructorParameters<typeof Batch>[0]): Batch<unknown> {
  return new (batchType(parts.type) as new (given: typeof parts) => Batch<unknown>)(parts);
}
