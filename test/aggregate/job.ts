/** The job as `npm run aggregate` runs it, in this process. */
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Shards } from '../../server/clickhouse/shards.mjs';
import { codeVersion } from '../../server/code-version.mjs';
import { type Aggregated, type Aggregation, aggregate } from '../../src/aggregate/aggregate.ts';
import { fileAccess } from '../../src/aggregate/keep/access.ts';
import { openClickHouse } from '../../src/aggregate/warehouse/clickhouse.ts';
import { openDuckDb } from '../../src/aggregate/warehouse/duckdb.ts';
import type { Warehouse } from '../../src/aggregate/warehouse/warehouse.ts';
import { CLICKHOUSE_COLUMNS } from './generate.ts';

const ROOT = resolve(import.meta.dirname, '../..');
export const TODAY = '2026-02-15';
const LIMITS = { seconds: 600, bytes: 8e9 };

/** From the files of `generate.ts` in `folder`; `change` is laid over. */
export async function runJob(
  folder: string,
  out: string,
  open: () => Promise<Warehouse>,
  change: Partial<Aggregation> = {},
): Promise<{ done: Aggregated | null; lines: string[] }> {
  const lines: string[] = [];
  const file = join(folder, 'definition.json');
  const done = await aggregate({
    definition: { file, text: await readFile(file, 'utf8') },
    ...{ base: join(folder, 'base'), out: join(folder, out), access: fileAccess(ROOT) },
    ...{ today: TODAY, code: codeVersion(), isDry: false, open },
    tell: (line) => lines.push(line),
    ...change,
  });
  return { done, lines };
}

export const duckDb = (folder: string) => () =>
  openDuckDb({ ...LIMITS, file: join(folder, 'records.parquet'), spill: join(folder, 'spill') });

export function clickHouse(
  { urls, user, password }: Pick<Shards, 'urls' | 'user' | 'password'>,
  table = 'dossiers',
  limits: Partial<typeof LIMITS> = {},
) {
  const url = urls[0] ?? '';
  return () => openClickHouse({ ...LIMITS, ...limits, url, table, user, password });
}

/** A table on every shard and one over all of them, filled from `records.tsv`. */
export async function loadShards(shards: Shards, folder: string, columns = CLICKHOUSE_COLUMNS) {
  for (const at of shards.urls.keys()) {
    await shards.run(
      `CREATE TABLE dossiers_local (${columns}) ENGINE = MergeTree
       PARTITION BY tuple() ORDER BY (don_vi, ma_ho_so)`,
      at,
    );
    await shards.run(
      `CREATE TABLE dossiers AS dossiers_local
       ENGINE = Distributed(dan_van, default, dossiers_local, cityHash64(don_vi, ma_ho_so))`,
      at,
    );
  }
  await shards.load('dossiers', join(folder, 'records.tsv'));
}
