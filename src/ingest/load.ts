/** Statements → the engine's `observation` table, with ENUM keys and DOUBLE values. */
import { encodeAhead } from '../engine/arrow.ts';
import type { Column, Engine } from '../engine/engine.ts';
import { literal } from '../engine/literal.ts';
import type { Dataset } from '../model/dataset.ts';
import { ABSENCES, BOUNDS, KINDS, STATUSES } from '../model/observation.ts';
import { type Statements, TEXT_COLUMNS } from './observations.ts';

/** What the engine is handed of a package: everything that can be made ready while it still starts. */
export interface PreparedStatements {
  /** Names of ENUM types and their values in order. */
  readonly enums: readonly (readonly [string, readonly string[]])[];
  /** Emptied when the engine has them: a million statements are not kept twice. */
  readonly columns: Column[];
  /** Columns that say the same in every row: not sent, but written into the statement. */
  readonly constants: ReadonlyMap<string, string>;
  readonly ahead: Uint8Array;
}

export function prepareStatements(dataset: Dataset, statements: Statements): PreparedStatements {
  const enums = enumValues(dataset, statements).map(
    ([name, values]) => [name, [...new Set(values)]] as const,
  );
  const constants = constantsOf(statements);
  const columns = columnsOf(statements, constants);
  return { enums, columns, constants, ahead: encodeAhead(columns) };
}

/**
 * Creates the ENUM types `unit_t, period_t, measure_t, body_t, breakdown_t, category_t, kind_t, source_t,
 * bound_t, status_t` (the worst first), `day_t, absence_t, cutoff_t` and the table `observation` (one row per
 * statement, `row` counting from 0 in file order). The types hold every id that can be asked for, so a bound
 * parameter can always be cast to them; periods are in time order.
 *
 * @param prepared used up: its columns are let go, what was encoded ahead moves to the engine
 * @returns the number of rows the engine counted
 */
export async function loadStatements(
  engine: Engine,
  { enums, columns, constants, ahead }: PreparedStatements,
): Promise<number> {
  await createEnums(engine, enums);
  await engine.insert('incoming', columns, ahead);
  columns.length = 0;
  await engine.run([
    `CREATE TABLE observation AS SELECT ${selected(constants)} FROM incoming`,
    'DROP TABLE incoming',
  ]);
  const counted = await engine.rows<{ n: number }>('SELECT count(*) AS n FROM observation');
  return counted[0]?.n ?? 0;
}

const ENUMS = [
  'unit',
  'period',
  'measure',
  'body',
  'breakdown',
  'category',
  'kind',
  'source',
  'bound',
  'status',
] as const;

/** A column with another type's name. */
const OTHER_TYPE: Readonly<Record<string, string>> = { as_of: 'day_t' };

function selected(constants: PreparedStatements['constants']): string {
  const texts = TEXT_COLUMNS.map((name) => typed(name, constants.get(name)));
  return ['row', ...texts, 'value::DOUBLE AS value', 'decimals', 'line'].join(', ');
}

function typed(name: string, constant: string | undefined): string {
  const type = (ENUMS as readonly string[]).includes(name) ? `${name}_t` : OTHER_TYPE[name];
  const value = constant === undefined ? name : literal(constant);
  return `${value}::${type ?? 'VARCHAR'} AS ${name}`;
}

/** Most packages leave half of the columns empty. */
function constantsOf({ texts }: Statements): Map<string, string> {
  const constants = new Map<string, string>();
  for (const name of TEXT_COLUMNS) {
    const [first] = texts[name];
    if (first !== undefined && texts[name].every((text) => text === first)) {
      constants.set(name, first);
    }
  }
  return constants;
}

function enumValues(dataset: Dataset, statements: Statements): [string, Iterable<string>][] {
  const { texts } = statements;
  const breakdowns = [...dataset.categories, ...dataset.identities].map((c) => c.breakdown);
  const categories = dataset.categories.map((c) => c.category);
  return [
    ['unit', dataset.units.ids],
    ['period', dataset.periods.keys()],
    ['measure', [...dataset.measures.keys(), ...dataset.indicators.keys()]],
    ['body', ['', ...new Set(texts.body)]],
    ['breakdown', ['', ...breakdowns, ...new Set(texts.breakdown)]],
    ['category', ['', ...categories, ...new Set(texts.category)]],
    ['kind', KINDS],
    ['source', ['', ...dataset.sources.keys(), ...new Set(texts.source)]],
    ['day', ['', ...new Set(texts.as_of)].sort()],
    ['bound', BOUNDS],
    ['status', STATUSES],
    ['absence', ['', ...ABSENCES]],
    ['cutoff', ['calendar', 'day14', 'mixed']],
  ];
}

async function createEnums(engine: Engine, enums: PreparedStatements['enums']): Promise<void> {
  const short: string[] = [];
  for (const [name, values] of enums) {
    const entries = values.length > 0 ? values : ['']; // a package may have no figures
    if (entries.length <= MOST_LITERALS && !entries.some((entry) => entry.includes('\0'))) {
      short.push(`CREATE TYPE ${name}_t AS ENUM (${entries.map(literal).join(', ')})`);
    } else await createLongEnum(engine, name, entries);
  }
  await engine.run(short);
}

async function createLongEnum(
  engine: Engine,
  name: string,
  entries: readonly string[],
): Promise<void> {
  await engine.insert('enum_values', [
    { name: 'value', type: 'text', values: entries },
    { name: 'position', type: 'integer', values: entries.map((_, at) => at) },
  ]);
  await engine.run([
    `CREATE TYPE ${name}_t AS ENUM (SELECT value FROM enum_values ORDER BY position)`,
    'DROP TABLE enum_values',
  ]);
}

/** Beyond it a table is quicker than a long statement; and a literal cannot hold every text. */
const MOST_LITERALS = 2000;

function columnsOf(statements: Statements, constants: PreparedStatements['constants']): Column[] {
  const rows = statements.value.map((_, row) => row);
  const varied = TEXT_COLUMNS.filter((name) => !constants.has(name));
  return [
    { name: 'row', type: 'integer', values: rows },
    ...varied.map((name): Column => ({ name, type: 'text', values: statements.texts[name] })),
    { name: 'value', type: 'number', values: statements.value },
    { name: 'decimals', type: 'integer', values: statements.decimals },
    { name: 'line', type: 'integer', values: statements.line },
  ];
}
