/** Texts of a file → a table of records: days as DATE, units and categories as ids, flags as yes and no. */
import type { Engine } from '../engine/engine.ts';
import { identifier, literal } from '../engine/literal.ts';
import type { RecordColumn } from '../model/record/definition.ts';
import { daySql } from './day.ts';

/** Where a column of a definition stands in the file, and what its texts mean. */
export interface ColumnSource {
  readonly column: RecordColumn;
  /** Position in the file. */
  readonly at: number;
  /** Of days: the column's own values leave no other reading. */
  readonly isMonthFirst: boolean;
  /** Of units and categories: ids by the texts as they stand. */
  readonly ids: ReadonlyMap<string, string>;
}

export interface Typing {
  readonly raw: string;
  readonly table: string;
  readonly sources: readonly ColumnSource[];
  /** Columns of the header. */
  readonly width: number;
  /** The unit of all records, where the file has no column for it; '' where it has. */
  readonly unit: string;
  /** Texts of flags, without marks of case. */
  readonly yes: readonly string[];
  readonly no: readonly string[];
}

/** SQL: a row with more fields (empty ones do not count) than the header, or fewer. */
export function raggedSql(raw: string, width: number): string {
  return `trim(coalesce(${raw}.c${width}, '')) <> '' OR ${raw}.c${width - 1} IS NULL`;
}

/** Creates `table` with `row` and one column for each source; a record that stands twice is kept once. */
export async function createTyped(
  engine: Engine,
  typing: Typing,
  signal?: AbortSignal,
): Promise<void> {
  const { raw, table, sources, unit } = typing;
  const days = sources.filter(({ column }) => column.type === 'day');
  const maps = [...sources.filter(({ ids }) => ids.size > 0), ...days];
  for (const source of maps) {
    await engine.rows(`DROP TABLE IF EXISTS said_${source.at}`); // of work that was given up
    if (source.column.type === 'day') await readDays(engine, raw, source, signal);
    else await insertIds(engine, source);
  }
  const joins = maps.map(({ at }) => `LEFT JOIN said_${at} ON said_${at}.said = r.c${at}`);
  const columns = sources.map(
    (source) => `${valueSql(source, typing)} AS ${identifier(source.column.column)}`,
  );
  const given = unit === '' ? [] : [`${literal(unit)} AS unit`];
  const key = sources.find(({ column }) => column.type === 'key');
  const once =
    key && (await standsTwice(engine, raw, key, signal))
      ? `QUALIFY r.c${key.at} = '' OR row_number() OVER (PARTITION BY ${keySql(`r.c${key.at}`)} ORDER BY r.row) = 1`
      : '';
  await engine.rows(
    `CREATE OR REPLACE TABLE ${identifier(table)} AS
     SELECT r.row, ${[...given, ...columns].join(', ')} FROM ${identifier(raw)} r ${joins.join(' ')}
     WHERE NOT (${raggedSql('r', typing.width)}) ${once}`,
    [],
    signal,
  );
  for (const { at } of maps) await engine.rows(`DROP TABLE said_${at}`);
}

async function insertIds(engine: Engine, { at, ids }: ColumnSource): Promise<void> {
  await engine.insert(`said_${at}`, [
    { name: 'said', type: 'text', values: [...ids.keys()] },
    { name: 'id', type: 'text', values: [...ids.values()] },
  ]);
}

/** A whole number, its thousands grouped or not; NULL for what is none, or ambiguous, or below zero. */
function wholeSql(text: string): string {
  const plain = `trim(${text})`;
  return `CASE WHEN regexp_full_match(${plain}, '\\d+|\\d{1,3}([.,]\\d{3})+')
    THEN try_cast(regexp_replace(${plain}, '[.,]', '', 'g') AS DOUBLE) END`;
}

/** The same days stand in many rows: each is read once. */
async function readDays(
  engine: Engine,
  raw: string,
  { at, isMonthFirst }: ColumnSource,
  signal?: AbortSignal,
): Promise<void> {
  await engine.rows(
    `CREATE TABLE said_${at} AS SELECT said, ${daySql('said', isMonthFirst)} AS id
     FROM (SELECT DISTINCT c${at} AS said FROM ${identifier(raw)})`,
    [],
    signal,
  );
}

/** Ids are the same whatever their case: one system writes "h17" where another has "H17". */
function keySql(text: string): string {
  return `upper(trim(${text}))`;
}

/** Whether a key stands in several rows: only then rows are numbered, which is slow. */
async function standsTwice(
  engine: Engine,
  raw: string,
  { at }: ColumnSource,
  signal?: AbortSignal,
): Promise<boolean> {
  const [found] = await engine.rows<{ n: number }>(
    `SELECT count(*) AS n FROM (SELECT 1 FROM ${identifier(raw)} WHERE trim(coalesce(c${at}, '')) <> ''
     GROUP BY ${keySql(`c${at}`)} HAVING count(*) > 1 LIMIT 1)`,
    [],
    signal,
  );
  return (found?.n ?? 0) > 0;
}

function valueSql({ column, at, ids }: ColumnSource, { yes, no }: Typing): string {
  const text = `r.c${at}`;
  switch (column.type) {
    case 'day':
      return `said_${at}.id`;
    case 'unit':
    case 'category':
      return ids.size > 0 ? `said_${at}.id` : 'NULL::VARCHAR';
    case 'flag':
      return `CASE WHEN lower(trim(${text})) IN (${yes.map(literal).join(', ')}) THEN 'yes'
        WHEN lower(trim(${text})) IN (${no.map(literal).join(', ')}) THEN 'no' END`;
    case 'number':
      return wholeSql(text);
    default:
      return `nullif(trim(${text}), '')`;
  }
}
