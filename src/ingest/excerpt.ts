/**
 * Of a large package the statements about a few measures and units, taken before all the others are read:
 *
 *   raw rows ─ measure, unit? ─→ those that are needed ─→ checked as always ─→ statements of a dataset
 *            └ period ─────────→ every period that is stated at all
 */
import type { Dataset } from '../model/dataset.ts';
import { unitIndex } from '../model/unit.ts';
import { assemble, type LoadedPackage, type PackageAbout, periodIndex } from './assemble.ts';
import { parserOf } from './cell.ts';
import type { RawTable, RawValue } from './file/raw.ts';
import type { RawFolder } from './folder.ts';
import { problemLog } from './problems.ts';
import { readCatalogue, type Tables } from './resource/catalogue.ts';
import { readUnits } from './resource/units.ts';
import { SCHEMAS } from './schema.ts';
import { NO_ROWS, normalise } from './table.ts';

/** What is known before any statement is read. */
export type Known = Pick<Dataset, 'measures' | 'indicators' | 'identities' | 'units'>;

/** Whose statements are taken: of these measures and indicators, and of these units (null: of all). */
export interface Needed {
  readonly measures: ReadonlySet<string>;
  readonly units: ReadonlySet<string> | null;
}

export interface ExcerptOptions {
  /** Whose statements come first; null: nothing does. */
  readonly needs: (known: Known) => Needed | null;
  /** Statements of a package from which on they do. */
  readonly least?: number;
}

/**
 * A package as if it had no other statements, but with every period and the count of all. Its rows that cannot be used
 * are not told: those of the others are not known yet.
 *
 * @returns null where it would not give the same figures: a stock stated at a day takes its period from other measures,
 *   categories that no table names are counted over all of them
 */
export async function readExcerpt(
  about: PackageAbout,
  raw: RawFolder,
  catalogueTables: Tables,
  needs: ExcerptOptions['needs'],
): Promise<LoadedPackage | null> {
  const count = countOf(raw.statements);
  const quiet = problemLog();
  const catalogue = readCatalogue([catalogueTables, raw.tables], quiet);
  const identities = [...catalogue.identities.values()];
  const units = unitIndex(readUnits(raw.tables.get('units') ?? NO_ROWS, quiet));
  const needed = needs({ ...catalogue, identities, units });
  const taken = needed && takeExcerpt(raw.statements, needed, count);
  if (!taken) return null;
  const observations = await normalise('observations', taken, quiet);
  if (quiet.stops().length > 0) return null; // the whole package tells why
  const tables: Tables = new Map([...raw.tables, ['observations', observations]]);
  const { dataset, statements } = assemble(about, tables, catalogueTables, quiet);
  const named = new Set(dataset.categories.map(({ breakdown }) => breakdown));
  const isListed = (breakdown: string) => breakdown === '' || named.has(breakdown);
  const isOfDay = (period: string) => dataset.periods.get(period)?.grain === 'day';
  const { texts } = statements;
  if (texts.period.some(isOfDay) || !texts.breakdown.every(isListed)) return null;
  const isSubject = (id: string) => catalogue.measures.has(id) || catalogue.indicators.has(id);
  const stated = raw.statements.flatMap((file) => periodsIn(file, units.has, isSubject));
  const periods = periodIndex([...stated, ...dataset.periods.keys()]);
  const whole = { ...dataset, periods, observationCount: count, problems: [] };
  return { dataset: whole, statements, records: new Map() };
}

/** Whether a package is so large that a part of it comes first, and not so large that there is no room beside it. */
export function isExcerpted(
  { statements }: RawFolder,
  { least = LEAST }: ExcerptOptions,
  most: number,
): boolean {
  const count = countOf(statements);
  return count >= least && count <= most;
}

const countOf = (files: readonly RawTable[]) =>
  files.reduce((sum, { rowCount }) => sum + rowCount, 0);

/** Statements from which on reading all of them takes longer than a reader waits. */
const LEAST = 100_000;

/** The share of all statements beyond which an excerpt saves too little. */
const MOST_SHARE = 0.4;

/** @returns null where nothing of it is needed, or too much */
function takeExcerpt(
  files: readonly RawTable[],
  { measures, units }: Needed,
  count: number,
): RawTable[] | null {
  const isOfMeasure = isNamed('measure', (id) => measures.has(id));
  const isOfUnit = units && isNamed('unit', (id) => units.has(id));
  const taken = files.map((file) => {
    const rows = rowsIn(file, 'measure', isOfMeasure);
    return isOfUnit ? rowsIn(file, 'unit', isOfUnit, rows) : rows;
  });
  const rows = taken.reduce((sum, own) => sum + own.length, 0);
  if (rows === 0 || rows > count * MOST_SHARE) return null;
  return files.map((file, at) => withRows(file, taken[at] ?? []));
}

/** Whether what a cell names is wanted, remembered by what is printed in it. */
function isNamed(
  column: 'measure' | 'unit',
  isWanted: (id: string) => boolean,
): (value: RawValue) => boolean {
  const parse = parserOf(SCHEMAS.observations[column]);
  const known = new Map<RawValue, boolean>();
  return (value) => {
    const before = known.get(value);
    if (before !== undefined) return before;
    const is = isWanted(String(parse(value).value ?? ''));
    known.set(value, is);
    return is;
  };
}

/** @param among rows to choose from; all unless told otherwise */
function rowsIn(
  { columns, rowCount }: RawTable,
  column: string,
  isWanted: (value: RawValue) => boolean,
  among?: readonly number[],
): number[] {
  const values = columns.find(({ name }) => name === column)?.values ?? [];
  const count = among ? among.length : rowCount;
  const rows: number[] = [];
  for (let at = 0; at < count; at += 1) {
    const row = among ? (among[at] ?? 0) : at;
    if (isWanted(values[row] ?? null)) rows.push(row);
  }
  return rows;
}

/** Periods of the rows that name a unit and a measure: those of others are set aside. */
function periodsIn(
  { columns, rowCount }: RawTable,
  hasUnit: (id: string) => boolean,
  hasSubject: (id: string) => boolean,
): string[] {
  const valuesOf = (wanted: string) => columns.find(({ name }) => name === wanted)?.values ?? [];
  const [periods, units, measures] = [valuesOf('period'), valuesOf('unit'), valuesOf('measure')];
  const [isUnit, isSubject] = [isNamed('unit', hasUnit), isNamed('measure', hasSubject)];
  const seen = new Set<RawValue>();
  for (let row = 0; row < rowCount; row += 1) {
    const period = periods[row] ?? null;
    if (seen.has(period)) continue;
    if (isUnit(units[row] ?? null) && isSubject(measures[row] ?? null)) seen.add(period);
  }
  const parse = parserOf(SCHEMAS.observations.period);
  return [...seen].flatMap((value) => {
    const { value: code, reason } = parse(value ?? '');
    return typeof code === 'string' && code !== '' && !reason ? [code] : [];
  });
}

/** The same file as if it had only these rows; each is still told by its own line. */
function withRows(file: RawTable, rows: readonly number[]): RawTable {
  const picked =
    file.pick?.(rows) ??
    file.columns.map(({ name, kind, values }) => ({
      ...{ name, kind },
      values: rows.map((row) => values[row] ?? null),
    }));
  const { lineOf, linesOf } = file;
  const rowAt = (at: number) => rows[at] ?? 0;
  return {
    file: file.file,
    rowCount: rows.length,
    columns: picked,
    ...(file.isTyped ? { isTyped: true } : {}),
    lineOf: (at) => lineOf(rowAt(at)),
    ...(linesOf ? { linesOf: (at: number) => linesOf(rowAt(at)) } : {}),
  };
}
