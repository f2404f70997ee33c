/** Streams of texts as a table of numbered rows takes them: what is absent is empty, columns without any value stay so. */
import {
  type Batch,
  batchType,
  Column,
  columnFromArray,
  tableFromColumns,
  tableToIPC,
  utf8,
} from '@uwdata/flechette';
import { expect, test } from 'vitest';
import { openNodeEngine } from '../../src/engine/node.ts';
import { numberedTexts } from '../../src/engine/numbered.ts';

/** A text that is absent, and has bytes all the same, as some writers leave them. */
function withRubbish(): Column<string> {
  const Texts = batchType(utf8()) as unknown as new (
    parts: ConstructorParameters<typeof Batch>[0],
  ) => Batch<string>;
  const parts = {
    ...{ length: 3, nullCount: 1, type: utf8(), validity: Uint8Array.of(0b101) },
    offsets: Int32Array.of(0, 1, 4, 5),
    values: new TextEncoder().encode('axxxb'),
  };
  return new Column([new Texts(parts)]);
}

test('rows are numbered over parts; an absent text is the empty one', async () => {
  const texts = columnFromArray(['Hộ tịch', null, ''], utf8()) as Column<string>;
  const table = tableFromColumns([
    ['first', texts],
    ['second', withRubbish()],
  ]);
  const ipc = tableToIPC(table, { format: 'stream' }) as Uint8Array;
  const engine = await openNodeEngine();
  await engine.rows('CREATE TABLE t (row INTEGER, c0 VARCHAR, c1 VARCHAR, c2 VARCHAR)');
  for (const part of numberedTexts(ipc, 7, 1)) await engine.append('t', part.ipc);
  expect(await engine.rows('SELECT * FROM t ORDER BY row')).toEqual([
    { row: 7, c0: 'Hộ tịch', c1: 'a', c2: null },
    { row: 8, c0: '', c1: '', c2: null },
    { row: 9, c0: '', c1: 'b', c2: null },
  ]);
  await engine.close();
});

test('batches are put together to parts, and every row of each arrives once', async () => {
  const count = 600_000;
  const column = columnFromArray(
    Array.from({ length: count }, (_, at) => `H${at}`),
    utf8(),
    { maxBatchRows: 100_000 },
  );
  const ipc = tableToIPC(tableFromColumns([['id', column]]), { format: 'stream' }) as Uint8Array;
  const engine = await openNodeEngine();
  await engine.rows('CREATE TABLE t (row INTEGER, c0 VARCHAR)');
  const ends: number[] = [];
  for (const part of numberedTexts(ipc, 0, 0)) {
    ends.push(part.rows);
    await engine.append('t', part.ipc);
  }
  expect(ends).toEqual([300_000, 600_000]);
  expect(
    await engine.rows(
      `SELECT count(*) AS n, count(DISTINCT row) AS d FROM t WHERE c0 = 'H' || row`,
    ),
  ).toEqual([{ n: count, d: count }]);
  await engine.close();
});
