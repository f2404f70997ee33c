/** A file over which the decoder itself breaks down is not called damaged: the decoder may be what is at fault. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { exportParquet, openNativeEngine } from '../../src/engine/native.ts';
import { problemText } from '../../src/text/vi/problem.ts';
import { readSmall, told } from './small.ts';

test('a trap of the decoder is told as one, and so is the way out', {
  timeout: 60_000,
}, async () => {
  const bytes = await madeFile();
  for (let back = 12; back < bytes.length; back += 1) {
    const changed = bytes.slice();
    changed[bytes.length - back] = 0xff; // a length in the footer that no memory has
    const { problems } = await readSmall({ 'observations.parquet': changed });
    if (problems[0]?.code !== 'file-decoder') continue;
    expect(told(problems)).toEqual(['file-decoder stop observations.parquet']);
    expect(problemText(problems[0])).toContain('hết bộ nhớ');
    return;
  }
  throw new Error('no byte of the footer makes the decoder trap');
});

async function madeFile(): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'trap-'));
  const engine = await openNativeEngine();
  const path = join(folder, 't.parquet');
  await engine.rows(
    "CREATE TABLE t AS SELECT 'xa-b' AS unit, '2024-Q1' AS period, 'households' AS measure, range AS value FROM range(500)",
  );
  await exportParquet(engine, 't', path);
  const bytes = new Uint8Array(await readFile(path));
  await engine.close();
  await rm(folder, { recursive: true });
  return bytes;
}
