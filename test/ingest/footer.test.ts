/** What a Parquet file says of itself is heeded before it is decoded. Samples: `encrypted-*.parquet`, by pyarrow 25. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { exportParquet, openNativeEngine } from '../../src/engine/native.ts';
import { readFooter } from '../../src/ingest/parquet/footer.ts';
import { readDropped } from '../../src/intake/read/read.ts';
import { readSmall } from './small.ts';

const sample = async (name: string) =>
  new Uint8Array(await readFile(join(import.meta.dirname, '../fixtures/parquet', name)));
const never = () => Promise.reject(new Error('decoded all the same'));

test.each(['encrypted-columns.parquet', 'encrypted-uniform.parquet'])(
  '%s is told as encrypted, though its footer can be read',
  async (name) => {
    const bytes = await sample(name);
    const { problems, opened } = await readSmall({ 'observations.parquet': bytes });
    expect(opened).toBeNull();
    expect(problems).toEqual([
      {
        code: 'file-kind',
        effect: 'stop',
        file: 'observations.parquet',
        value: 'Parquet (encrypted)',
        expected: 'Parquet',
      },
    ]);
    const refused = readDropped([{ name, bytes }], { readParquet: never });
    await expect(refused).rejects.toMatchObject({ code: 'encrypted', file: name });
  },
);

test('a file of few bytes and twenty million rows is never decoded', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'footer-'));
  const engine = await openNativeEngine();
  const path = join(folder, 'bomb.parquet');
  await engine.rows(
    "CREATE TABLE bomb AS SELECT 'xa-a' AS unit, '2023' AS period, 1.5 AS value FROM range(20000000)",
  );
  await exportParquet(engine, 'bomb', path, { codec: 'zstd' });
  await engine.close();
  const bytes = new Uint8Array(await readFile(path));
  await rm(folder, { recursive: true });
  expect(bytes.length).toBeLessThan(200_000);
  expect(readFooter(bytes)).toEqual({
    rows: 20_000_000,
    groupRows: 20_000_000,
    columns: ['unit', 'period', 'value'],
    isEncrypted: false,
  });

  const { problems } = await readSmall({ 'observations.parquet': bytes });
  expect(problems).toMatchObject([{ code: 'package-too-large', value: '20000000' }]);
  const refused = readDropped([{ name: 'bomb.parquet', bytes }], { readParquet: never });
  await expect(refused).rejects.toMatchObject({ code: 'too-many-cells', value: '60000000' });
});

test('a footer with any byte spoilt is read or given up, without an end of memory or time', async () => {
  const whole = await sample('encrypted-uniform.parquet');
  const length = new DataView(whole.buffer, whole.length - 8, 4).getUint32(0, true);
  let unread = 0;
  for (let at = whole.length - 8 - length; at < whole.length; at += 1) {
    for (const flip of [0x01, 0x10, 0x80, 0xff]) {
      const spoilt = whole.slice();
      spoilt[at] = (spoilt[at] ?? 0) ^ flip;
      if (readFooter(spoilt) === null) unread += 1;
    }
  }
  expect(unread).toBeGreaterThan(100);
});

test.each([0, 76, 78])(
  'a footer that announces %i of 77 rows stops the package with both numbers',
  async (announced) => {
    const folder = await mkdtemp(join(tmpdir(), 'footer-'));
    const engine = await openNativeEngine();
    await engine.rows(
      "CREATE TABLE few AS SELECT 'xa-b' AS unit, '2023' AS period, 'dossiers_received' AS measure, 1.5 AS value FROM range(77)",
    );
    const path = join(folder, 'few.parquet');
    await exportParquet(engine, 'few', path);
    await engine.close();
    const bytes = new Uint8Array(await readFile(path));
    await rm(folder, { recursive: true });
    // num_rows, the third field: its head, then 77 in zigzag as two bytes
    const begin =
      bytes.length - 8 - new DataView(bytes.buffer, bytes.length - 8, 4).getUint32(0, true);
    const at = bytes.findIndex(
      (byte, index) =>
        index >= begin && byte === 0x16 && bytes[index + 1] === 0x9a && bytes[index + 2] === 0x01,
    );
    expect(readFooter(bytes)?.rows).toBe(77);
    bytes.set([((announced * 2) & 0x7f) | 0x80, (announced * 2) >> 7], at + 1);
    const { opened, problems } = await readSmall({ 'observations.parquet': bytes });
    expect(opened).toBeNull();
    // of none the reader gives none: then the row groups tell
    const [value, expected] = announced === 0 ? [0, 77] : [77, announced];
    expect(problems).toMatchObject([
      { code: 'file-rows', effect: 'stop', value: String(value), expected: String(expected) },
    ]);
  },
);
