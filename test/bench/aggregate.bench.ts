/**
 * The job of `npm run aggregate` at 1, 5 and 20 million records: DuckDB over a Parquet file, ClickHouse on one and on
 * two shards of this computer. Time and peak memory of the job and of each server; that all give the same figures is
 * asserted (`npx vitest run --mode bench aggregate`).
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { clickHouseCommand, type Shards, startShards } from '../../server/clickhouse/shards.mjs';
import { definitionOf, type Province, writeBase, writeRecords } from '../aggregate/generate.ts';
import { loadShards, TODAY } from '../aggregate/job.ts';
import { timed } from './measure.ts';
import { watchPeak } from './memory.ts';

const SIZES = (process.env.AGGREGATE_SIZES ?? '1000000,5000000,20000000').split(',').map(Number);
const PROVINCE: Province = { districts: 15, communes: 20 };
const ROOT = resolve(import.meta.dirname, '../..');
const RESULTS = join(ROOT, 'test-results');

type Line = Readonly<Record<string, number | string>>;
const lines: Line[] = [];

afterAll(async () => {
  await mkdir(RESULTS, { recursive: true });
  await writeFile(join(RESULTS, 'bench-aggregate.json'), JSON.stringify(lines, null, 2));
});

test.each(SIZES)('%i records', async (records) => {
  const folder = mkdtempSync(join(tmpdir(), 'aggregate-'));
  try {
    await writeBase(join(folder, 'base'), PROVINCE);
    await writeFile(join(folder, 'definition.json'), definitionOf(PROVINCE));
    await writeRecords(folder, records, PROVINCE, clickHouseCommand() !== null);
    const file = join(folder, 'records.parquet');
    const own = await job(folder, 'duckdb', ['--engine', 'duckdb', '--file', file]);
    note({ records, engine: 'DuckDB', ...own, fileMB: megabytes(statSync(file).size) });
    for (const count of clickHouseCommand() ? [1, 2] : []) {
      await onShards(folder, records, count);
      expect(figures(folder, `shards-${count}`)).toBe(figures(folder, 'duckdb'));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

async function onShards(folder: string, records: number, count: number): Promise<void> {
  const shards = await startShards(count);
  try {
    const loading = await timed(() => loadShards(shards, folder));
    await settled(shards);
    for (const at of shards.urls.keys()) {
      await shards.kill(at); // what it held while loading does not count
      await shards.restart(at);
    }
    const where = ['--engine', 'clickhouse', '--url', shards.urls[0] ?? '', '--table', 'dossiers'];
    const own = await job(folder, `shards-${count}`, where, {
      CLICKHOUSE_USER: shards.user,
      CLICKHOUSE_PASSWORD: shards.password,
    });
    const peaks = shards.urls.map((_, at) => megabytes(shards.memory(at)));
    const bytes = await shards.run(
      "SELECT sum(bytes_on_disk) FROM system.parts WHERE active AND table = 'dossiers_local'",
    );
    note({
      ...{ records, engine: `ClickHouse, ${count} shards`, ...own },
      ...{ serverPeakMB: peaks.join(' + '), firstShardMB: megabytes(Number(bytes)) },
      loadS: seconds(loading.ms),
    });
  } finally {
    await shards.stop();
  }
}

/** Parts are merged in the background after loading; the job is measured beside none of it. */
async function settled(shards: Shards): Promise<void> {
  for (const at of shards.urls.keys()) await shards.run('OPTIMIZE TABLE dossiers_local FINAL', at);
}

async function job(
  folder: string,
  out: string,
  where: readonly string[],
  env: Readonly<Record<string, string>> = {},
) {
  const places = ['--definition', join(folder, 'definition.json'), '--base', join(folder, 'base')];
  const words = ['--out', join(folder, out), '--today', TODAY, '--no-answers', '--memory', '6000'];
  const script = join(ROOT, 'server/aggregate.mjs');
  let said = '';
  const run = await timed(async () => {
    const child = spawn('node', [script, ...where, ...places, ...words], {
      env: { ...process.env, ...env },
    });
    child.stdout.on('data', (text) => (said += text));
    child.stderr.on('data', (text) => (said += text));
    const peak = watchPeak(child);
    const [code] = await once(child, 'exit');
    expect(code, said).toBe(0);
    return peak();
  });
  const [, figures = ''] = /: (\d+) figures/.exec(said) ?? [];
  return { jobS: seconds(run.ms), jobPeakMB: megabytes(run.result), figures: Number(figures) };
}

/** One hash of all partitions. */
function figures(folder: string, out: string): string {
  const root = join(folder, out, 'observations');
  const hash = createHash('sha256');
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).sort();
  for (const file of files.filter((name) => name.endsWith('.csv')))
    hash.update(file).update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

function note(line: Line): void {
  lines.push(line);
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

const seconds = (ms: number) => Math.round(ms / 100) / 10;
const megabytes = (bytes: number) => Math.round(bytes / 1e6);
