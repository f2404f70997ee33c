/**
 * Records that stand in several rows (a later state of the same dossier, a row loaded twice) are counted once, by their
 * latest row. The table is counted as it is; the rows that are not the latest are fetched, few as they are, and what
 * they would add is counted here by the same definition and taken off.
 */
import type { Engine } from '../engine/engine.ts';
import { identifier, literal } from '../engine/literal.ts';
import { openNativeEngine } from '../engine/native.ts';
import { AggregationError } from './fault.ts';
import type { TableColumns } from './warehouse/columns.ts';
import type { Warehouse, WarehouseRow } from './warehouse/warehouse.ts';

/** Rows that are not the latest of their record. */
export interface Superseded {
  readonly rows: number;
  /** A table of DuckDB with the definition's columns; counted with `DUCKDB`. */
  readonly table: string;
  readonly engine: Engine;
  /** Tells the rows of some units' texts from others. */
  readonly stateOf: (units: readonly string[]) => Promise<string>;
  close(): Promise<void>;
}

/** Rows whose keys are looked at together: what the engine must hold of them. */
const PER_PART = 4_000_000;
/** More than this is no slip but another kind of table. */
const MOST = 2_000_000;
const TABLE = 'superseded';

/** @throws {AggregationError} `twice` where too many records stand twice to be set right one by one */
export async function findSuperseded(
  warehouse: Warehouse,
  table: TableColumns,
  records: number,
  isUnique: boolean,
): Promise<Superseded> {
  const engine = await openNativeEngine();
  await engine.rows(createSql(table));
  const key = [...table.columns.values()].find(({ column }) => column.type === 'key');
  const parts = key && !isUnique ? Math.ceil(records / PER_PART) : 0;
  let fetched = 0;
  for (let part = 0; part < parts && key; part += 1) {
    const rows = await warehouse.rows(severalSql(warehouse, table, key.read, [part, parts]));
    fetched += rows.length;
    if (fetched > MOST) {
      const message = `more than ${MOST} rows belong to records that stand several times: let the table hold each record once (README of server/clickhouse), or give a view that does`;
      throw new AggregationError('twice', message);
    }
    if (rows.length > 0) await keep(engine, table, rows, key.column.column);
  }
  const [counted] = await engine.rows<{ n: number }>(`SELECT count(*) AS n FROM ${TABLE}`);
  return {
    ...{ rows: counted?.n ?? 0, table: TABLE, engine },
    stateOf: async (units) => {
      if (units.length === 0 || counted?.n === 0) return '0';
      const names = [...table.columns.keys()].map(identifier).join(', ');
      const [row] = await engine.rows<{ state: string }>(
        `SELECT coalesce(sum(hash(${names}) % 4294967296), 0)::VARCHAR AS state FROM ${TABLE}
         WHERE unit IN (${units.map(literal).join(', ')})`,
      );
      return row?.state ?? '0';
    },
    close: () => engine.close(),
  };
}

/** Texts as they are, days as days, numbers as numbers: what `countSql` reads. */
function createSql({ columns }: TableColumns): string {
  const types = [...columns].map(([name, { column }]) => {
    const type = column.type === 'day' ? 'DATE' : column.type === 'number' ? 'DOUBLE' : 'VARCHAR';
    return `${identifier(name)} ${type}`;
  });
  return `CREATE TABLE ${TABLE} (${types.join(', ')})`;
}

/** All rows of the records that stand in more than one. */
function severalSql(
  { dialect, stored, table }: Warehouse,
  { columns, version }: TableColumns,
  key: string,
  [part, parts]: readonly [number, number],
): string {
  const own = `${dialect.given(key)} AND ${key} <> '' AND ${stored.part(key, parts)} = ${part}`;
  const several = `SELECT ${key} FROM ${table} WHERE ${own} GROUP BY ${key} HAVING count(*) > 1`;
  const values = [...columns.values()].map(({ column, read }, at) => {
    const value = column.type === 'number' ? read : stored.written(read);
    return `${value} AS said_${at}`;
  });
  const latest = version === null ? dialect.text('') : stored.written(version);
  return `SELECT ${values.join(', ')}, ${latest} AS said_version FROM ${table}
    WHERE ${own} AND ${stored.within(key, several)} LIMIT ${MOST + 1}`;
}

/** Keeps all rows but the latest of each record; of rows that are equally late, the choice is always the same. */
async function keep(
  engine: Engine,
  { columns }: TableColumns,
  rows: readonly WarehouseRow[],
  key: string,
): Promise<void> {
  const names = [...columns.keys()];
  const textOf = (value: unknown) => (value === null || value === undefined ? null : String(value));
  await engine.insert('fetched', [
    ...names.map((name, at) => ({
      ...{ name, type: 'text' as const },
      values: rows.map((row) => textOf(row[`said_${at}`])),
    })),
    { name: 'said version', type: 'text', values: rows.map((row) => textOf(row.said_version)) },
  ]);
  const typed = [...columns].map(([name, { column }]) => {
    const own = identifier(name);
    if (column.type === 'day') return `try_cast(${own} AS DATE) AS ${own}`;
    return column.type === 'number' ? `try_cast(${own} AS DOUBLE) AS ${own}` : own;
  });
  const order = names.map((name) => `${identifier(name)} DESC NULLS LAST`).join(', ');
  const latest = `try_cast("said version" AS DOUBLE) DESC NULLS LAST, "said version" DESC NULLS LAST`;
  await engine.rows(
    `INSERT INTO ${TABLE} SELECT ${typed.join(', ')} FROM fetched
     QUALIFY row_number() OVER (PARTITION BY ${identifier(key)} ORDER BY ${latest}, ${order}) > 1`,
  );
  await engine.rows('DROP TABLE fetched');
}
