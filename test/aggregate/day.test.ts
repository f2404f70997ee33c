/** The day that a stored text or moment means, in Vietnam; the same on both engines. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clickHouseCommand, type Shards, startShards } from '../../server/clickhouse/shards.mjs';
import { CLICKHOUSE_STORED } from '../../src/aggregate/warehouse/clickhouse-stored.ts';
import { DUCKDB_STORED } from '../../src/aggregate/warehouse/duckdb.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { openNativeEngine } from '../../src/engine/native.ts';
import { CLICKHOUSE } from '../../src/record/sql/clickhouse.ts';
import { DUCKDB } from '../../src/record/sql/duckdb.ts';

/** What is written, and the day it means; '' for none. */
const TEXTS: readonly (readonly [string, string])[] = [
  ['2024-03-01', '2024-03-01'],
  ['2024-03-01 23:30:00', '2024-03-01'],
  ['2024-03-01T23:30', '2024-03-01'],
  ['2024-03-01T23:30:00Z', '2024-03-02'],
  ['2024-03-01T16:59:59.999Z', '2024-03-01'],
  ['2024-03-01T17:00Z', '2024-03-02'],
  ['2024-02-28 18:00:00 z', '2024-02-29'],
  ['2023-12-31T18:00:00+00:00', '2024-01-01'],
  ['2024-03-01T23:30:00+07:00', '2024-03-01'],
  ['2024-03-01T00:30:00+0700', '2024-03-01'],
  ['2024-03-01T00:30:00+09', '2024-02-29'],
  ['2024-03-01T06:00:00+05:30', '2024-03-01'],
  ['2024-03-01T22:00:00+05:30', '2024-03-01'],
  ['2024-03-01T22:30:00+05:30', '2024-03-02'],
  ['2024-03-01T23:59:00-12:00', '2024-03-02'],
  ['2024-03-01T12:00:00-05:00', '2024-03-02'],
  ['2024-03-01T11:59:00-05:00', '2024-03-01'],
  // no zone, or none that is understood: the day that is written
  ['2024-03-01T23:30:00 UTC', '2024-03-01'],
  ['2024-03-01T25:30:00Z', '2024-03-01'],
  ['2024-03-01 10:00:00-1', '2024-03-01'],
  ['2024-02-30T23:30:00Z', ''],
  ['01/03/2024 23:30:00Z', ''],
  ['2099-12-31T23:30:00Z', ''],
  ['1989-12-31T23:30:00Z', '1990-01-01'],
  ['', ''],
];

const cases = (text: (value: string) => string, day: string, given: string) =>
  TEXTS.map(([said], at) => `SELECT ${at} AS n, ${text(said)} AS said`)
    .join(' UNION ALL ')
    .replace(/^/, () => `SELECT n, ${given.replace('DAY', () => day)} AS day FROM (`)
    .concat(') AS t ORDER BY n');

const MEANT = TEXTS.map(([, day]) => day);

describe('DuckDB', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openNativeEngine();
  });
  afterAll(() => engine.close());

  test('reads texts with a zone as moments', async () => {
    const day = DUCKDB_STORED.day('said', 'text', 'VARCHAR');
    const rows = await engine.rows(cases(DUCKDB.text, day, "coalesce((DAY)::VARCHAR, '')"));
    expect(rows.map((row) => row.day)).toEqual(MEANT);
  });

  test.each(['UTC', 'America/New_York'])(
    'reads moments with a zone on a computer in %s',
    async (zone) => {
      await engine.rows(`SET TimeZone = ${DUCKDB.text(zone)}`);
      const type = 'TIMESTAMP WITH TIME ZONE';
      expect(DUCKDB_STORED.kindOf(type)).toBe('moment');
      const day = DUCKDB_STORED.day('said', 'moment', type);
      const [row] = await engine.rows(
        `SELECT (${day})::VARCHAR AS day FROM (SELECT '2024-03-01 17:30:00+00'::TIMESTAMPTZ AS said)`,
      );
      expect(row?.day).toBe('2024-03-02');
    },
  );
});

const isThere = clickHouseCommand() !== null;
describe.skipIf(!isThere)('ClickHouse', () => {
  let shards: Shards;
  beforeAll(async () => {
    shards = await startShards(1);
  });
  afterAll(() => shards?.stop());

  test.each(['String', 'Nullable(String)'])('reads a %s with a zone as a moment', async (type) => {
    const day = CLICKHOUSE_STORED.day('said', 'text', type);
    const text = (value: string) => `CAST(${CLICKHOUSE.text(value)} AS ${type})`;
    const sql = cases(text, day, "ifNull(toString(DAY), '')");
    const answer = JSON.parse(await shards.run(`${sql} FORMAT JSONCompact`));
    expect(answer.data.map((row: readonly unknown[]) => row[1])).toEqual(MEANT);
  });
});
