/** Raw files of one resource → one table of checked, normalised columns. */

import type { ProblemCode } from '../model/problem.ts';
import { cut } from '../model/writing/outside.ts';
import { type CellValue, type Parsed, parserOf, type Reason } from './cell.ts';
import type { RawColumn, RawTable, RawValue } from './file/raw.ts';
import type { ProblemLog } from './problems.ts';
import { type Field, NEEDED_COLUMNS, type ResourceName, SCHEMAS } from './schema.ts';

export type { CellValue };

/** Where a row stands; `lines` only where it takes more than one. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly lines?: number;
}

/** Checked rows by column: texts are trimmed NFC ('' for none), numbers are finite or null. */
export interface Table {
  readonly rowCount: number;
  readonly column: (name: string) => CellValue[];
  /** Whether the file of a row (or any file) has the column at all: what is left out says nothing. */
  readonly has: (name: string, row?: number) => boolean;
  readonly place: (row: number) => Place;
  /** What stood in a cell that was left empty because it could not be used; '' for all others. */
  readonly refused: (row: number, column: string) => string;
}

/**
 * Checks and joins the files of a resource; rows that cannot be used are set aside, each with a reason. Between the
 * columns of a long file the page answers clicks.
 */
export async function normalise(
  resource: ResourceName,
  files: readonly RawTable[],
  problems: ProblemLog,
): Promise<Table> {
  const schema: Readonly<Record<string, Field>> = SCHEMAS[resource];
  const joined = new Map<string, CellValue[]>(Object.keys(schema).map((name) => [name, []]));
  const usable: RawTable[] = [];
  const refusals: ReadonlyMap<string, string>[] = [];
  const fileOf: number[] = [];
  const rowOf: number[] = [];
  for (const raw of files) {
    if (!columnsFit(resource, schema, raw, problems)) continue;
    const part = await normaliseFile(schema, raw, problems);
    for (const [name, values] of part.columns) {
      append(joined.get(name) ?? [], values, part.rows);
      await turnAfter(raw);
    }
    append(
      fileOf,
      part.rows.map(() => usable.length),
    );
    append(rowOf, part.rows);
    usable.push(raw);
    refusals.push(part.refused);
  }
  return {
    rowCount: rowOf.length,
    column: (name) => joined.get(name) ?? [],
    has: (name, row) => {
      const files = row === undefined ? usable : usable.slice(fileOf[row], (fileOf[row] ?? 0) + 1);
      return files.some((raw) => raw.columns.some((column) => column.name === name));
    },
    place: (row) => placeOf(usable[fileOf[row] ?? -1], rowOf[row] ?? 0),
    refused: (row, column) =>
      refusals[fileOf[row] ?? -1]?.get(`${rowOf[row] ?? 0} ${column}`) ?? '',
  };
}

/** A resource without a file. */
export const NO_ROWS: Table = {
  rowCount: 0,
  column: () => [],
  has: () => false,
  place: () => placeOf(undefined, 0),
  refused: () => '',
};

function placeOf(raw: RawTable | undefined, row: number): Place {
  const lines = raw?.linesOf?.(row) ?? 1;
  return {
    file: raw?.file ?? '',
    line: raw?.lineOf(row) ?? 0,
    ...(lines > 1 ? { lines } : {}),
  };
}

function append<T>(target: T[], values: ArrayLike<T>, rows?: readonly number[]): void {
  if (rows) for (const row of rows) target.push(values[row] as T);
  else for (let at = 0; at < values.length; at += 1) target.push(values[at] as T);
}

/** Required columns present, none twice; unknown ones are ignored with a note. */
function columnsFit(
  resource: ResourceName,
  schema: Readonly<Record<string, Field>>,
  raw: RawTable,
  problems: ProblemLog,
): boolean {
  const names = raw.columns.map((column) => column.name);
  const needed = Object.keys(schema).filter((name) => schema[name]?.required === 'column');
  const missing = [...needed, ...(NEEDED_COLUMNS[resource] ?? [])].filter(
    (n) => !names.includes(n),
  );
  for (const column of missing) {
    const expected = names.join(', ');
    problems.add({
      code: 'column-missing',
      effect: 'stop',
      file: raw.file,
      line: 1,
      column,
      expected,
    });
  }
  const isKnown = (name: string) => Object.hasOwn(schema, name);
  const twice = names.find((name, at) => isKnown(name) && names.indexOf(name) !== at);
  if (twice !== undefined) {
    problems.add({
      code: 'column-duplicate',
      effect: 'stop',
      file: raw.file,
      line: 1,
      column: twice,
    });
  }
  for (const column of names.filter((name) => !isKnown(name))) {
    problems.add({ code: 'column-unknown', effect: 'note', file: raw.file, line: 1, column });
  }
  return missing.length === 0 && twice === undefined;
}

/** Rows from which on a column takes longer than a click may wait. */
const MANY = 50_000;

/** Lets what waits run, behind a column of a long file. */
async function turnAfter({ rowCount }: RawTable): Promise<void> {
  if (rowCount > MANY) await new Promise((resolve) => setTimeout(resolve));
}

async function normaliseFile(
  schema: Readonly<Record<string, Field>>,
  raw: RawTable,
  problems: ProblemLog,
): Promise<{
  columns: Map<string, CellValue[]>;
  rows: number[];
  refused: Map<string, string>;
}> {
  const bad = new Uint8Array(raw.rowCount);
  const refused = new Map<string, string>();
  const columns = new Map<string, CellValue[]>();
  for (const [name, field] of Object.entries(schema)) {
    const column = raw.columns.find((candidate) => candidate.name === name);
    if (column && raw.isTyped && field.type === 'number' && column.kind === 'other') {
      const [file, expected] = [raw.file, 'DOUBLE'];
      problems.add({ code: 'column-unfit', effect: 'stop', file, line: 1, column: name, expected });
    } else if (column && raw.isTyped && mistyped(column, field)) {
      const expected = field.type === 'number' ? 'DOUBLE' : 'VARCHAR';
      problems.add({
        code: 'column-type',
        effect: 'note',
        file: raw.file,
        line: 1,
        column: name,
        expected,
      });
    }
    const report = (row: number, reason: Reason) => {
      const effect = NOTES.includes(reason.code) ? 'note' : (field.onBad ?? 'row');
      if (effect === 'row') bad[row] = 1;
      if (effect === 'cell') refused.set(`${row} ${name}`, cut(reason.value ?? '', REFUSED_LENGTH));
      problems.add({ ...reason, effect, ...placeOf(raw, row), column: name });
    };
    columns.set(name, normaliseColumn(column, field, raw.rowCount, report));
    await turnAfter(raw);
  }
  const rows: number[] = [];
  for (let row = 0; row < raw.rowCount; row += 1) if (!bad[row]) rows.push(row);
  return { columns, rows, refused };
}

/** What is kept of a cell that was refused. */
const REFUSED_LENGTH = 80;

/** Said of a cell that is used all the same. */
const NOTES: readonly ProblemCode[] = [
  'value-digits',
  'value-long',
  'text-long',
  'text-damaged',
  'text-control',
  'value-grouped',
];

function normaliseColumn(
  column: RawColumn | undefined,
  field: Field,
  rowCount: number,
  report: (row: number, reason: Reason) => void,
): CellValue[] {
  const parse = parserOf(field);
  const known = new Map<RawValue, Parsed>();
  const values: CellValue[] = new Array(rowCount);
  for (let row = 0; row < rowCount; row += 1) {
    const raw = column?.values[row] ?? '';
    const parsed = known.get(raw) ?? parse(raw);
    known.set(raw, parsed);
    if (parsed.reason) report(row, parsed.reason);
    values[row] = parsed.value;
  }
  return values;
}

/** A column that is empty throughout may have any type; days may be dates. */
function mistyped({ kind, values }: RawColumn, { type }: Field): boolean {
  const fits = {
    number: type === 'number',
    text: type !== 'number',
    boolean: false,
    other: type === 'day' || type === 'moment',
  };
  return !fits[kind] && Array.prototype.some.call(values, (value) => value !== null);
}
