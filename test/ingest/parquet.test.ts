import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../src/engine/engine.ts';
import { exportParquet, openNativeEngine, type ParquetWriting } from '../../src/engine/native.ts';
import { readParquetNode } from '../../src/ingest/parquet/node.ts';

const TYPED = `SELECT range AS id, 'xã ' || range % 7 AS unit, CASE WHEN range % 2 = 0 THEN range / 4 END AS value,
  range % 3 = 0 AS late, (range / 4)::DECIMAL(9, 2) AS price, range::TINYINT AS small, NULL::VARCHAR AS note,
  DATE '2023-05-26' AS day, TIMESTAMP '2023-05-26 07:08:09' AS moment, 'ghi chú ' || range AS remark
  FROM range(100)`;

let engine: Engine;
let folder: string;

beforeAll(async () => {
  engine = await openNativeEngine();
  folder = await mkdtemp(join(tmpdir(), 'parquet-'));
  await engine.rows(`CREATE TABLE typed AS ${TYPED}`);
});

afterAll(async () => {
  await engine.close();
  await rm(folder, { recursive: true });
});

async function fileOf(table: string, writing?: ParquetWriting): Promise<Uint8Array> {
  const path = join(folder, `${table}.parquet`);
  await exportParquet(engine, table, path, writing);
  return new Uint8Array(await readFile(path));
}

test.each(['uncompressed', 'snappy', 'gzip', 'zstd'] as const)(
  'a file compressed with %s decodes to the same columns',
  async (codec) => {
    const { rowCount, columns } = await readParquetNode(await fileOf('typed', { codec }));
    expect(rowCount).toBe(100);
    expect(columns.map(({ name, kind, values }) => [name, kind, values[6]])).toEqual([
      ['id', 'number', 6],
      ['unit', 'text', 'xã 6'],
      ['value', 'number', 1.5],
      ['late', 'boolean', true],
      ['price', 'number', 1.5],
      ['small', 'number', 6],
      ['note', 'text', null],
      ['day', 'other', '2023-05-26'],
      ['moment', 'other', '2023-05-26T07:08:09'],
      ['remark', 'text', 'ghi chú 6'],
    ]);
    expect(columns.find(({ name }) => name === 'value')?.values[7]).toBeNull();
  },
);

test('several row groups arrive in order', async () => {
  await engine.rows(
    "CREATE TABLE long AS SELECT range AS id, 'u' || range % 9 AS unit FROM range(50000)",
  );
  const table = await readParquetNode(await fileOf('long', { rowGroupRows: 2048 }));
  expect(table.rowCount).toBe(50_000);
  const [ids, units] = table.columns;
  expect(Array.from(ids?.values ?? [])).toEqual(Array.from({ length: 50_000 }, (_, i) => i));
  expect([units?.kind, units?.values[49_999]]).toEqual(['text', 'u4']);
});

test('texts come out as they went in: NULL, empty, ASCII and Vietnamese, row group by row group', async () => {
  const texts = Array.from({ length: 5000 }, (_, i) => {
    if (i % 5 === 0) return null;
    if (i % 7 === 0) return '';
    return i < 2500 ? `unit-${i}` : `phường ${i} \u{1F600}`;
  });
  await engine.insert('mixed', [{ name: 'text', type: 'text', values: texts }]);
  const { columns } = await readParquetNode(await fileOf('mixed', { rowGroupRows: 2048 }));
  expect(Array.from(columns[0]?.values ?? [])).toEqual(texts);
});

test('a file without rows has its columns', async () => {
  await engine.rows('CREATE TABLE none AS SELECT unit, value, late, day FROM typed LIMIT 0');
  const { rowCount, columns } = await readParquetNode(await fileOf('none'));
  expect(rowCount).toBe(0);
  expect(columns.map(({ name, kind, values }) => [name, kind, values.length])).toEqual([
    ['unit', 'text', 0],
    ['value', 'number', 0],
    ['late', 'boolean', 0],
    ['day', 'other', 0],
  ]);
});

describe('a file that cannot be read says so', () => {
  test.each([
    ['no bytes', '', 'not a Parquet file: it begins ""'],
    ['a CSV', 'unit,period,value\n1,2,3\n', 'not a Parquet file: it begins "unit,per"'],
    ['a web page', '<!doctype html><html></html>', 'not a Parquet file: it begins "<!doctyp"'],
    ['only the magic', 'PAR1\0\0\0\0\0\0\0\0PAR1', 'damaged Parquet file'],
  ])('%s', async (_, text, message) => {
    await expect(readParquetNode(new TextEncoder().encode(text))).rejects.toThrow(message);
  });

  test('truncated at any place', async () => {
    const bytes = await fileOf('typed');
    for (let end = 12; end < bytes.length; end += 500) {
      await expect(readParquetNode(bytes.slice(0, end))).rejects.toThrow('truncated Parquet file');
    }
  });

  test('without its middle', async () => {
    const bytes = await fileOf('typed');
    const damaged = new Uint8Array([...bytes.slice(0, 200), ...bytes.slice(-400)]);
    await expect(readParquetNode(damaged)).rejects.toThrow('damaged Parquet file');
  });

  test('of two files joined', async () => {
    const bytes = await fileOf('typed');
    const joined = new Uint8Array([...bytes, ...bytes]);
    await expect(readParquetNode(joined)).rejects.toThrow('two Parquet files in one');
  });

  test('with a footer of rubbish', async () => {
    const bytes = await fileOf('typed');
    bytes.fill(0xaa, bytes.length - 300, bytes.length - 8);
    await expect(readParquetNode(bytes)).rejects.toThrow('damaged Parquet file');
  });

  test('and the next file is read again', async () => {
    expect((await readParquetNode(await fileOf('typed'))).rowCount).toBe(100);
  });
});
