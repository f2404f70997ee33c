/** Raw files of one resource → one table of checked, normalised columns. */

import type { Problem, ProblemCode } from '../model/problem.ts';
import { isDay, lastDayMeant, parsePeriod } from '../model/time/period.ts';
import type { ProblemLog } from './problems.ts';
import type { RawColumn, RawTable, RawValue } from './raw.ts';
import { type Field, NEEDED_COLUMNS, PATTERNS, type ResourceName, SCHEMAS } from './schema.ts';

export type CellValue = string | number | null;

/** Checked rows by column: texts are trimmed NFC ('' for none), numbers are finite or null. */
export interface Table {
  readonly rowCount: number;
  readonly column: (name: string) => CellValue[];
  readonly place: (row: number) => { file: string; line: number };
}

/** Checks and joins the files of a resource; rows that cannot be used are set aside, each with a reason. */
export function normalise(
  resource: ResourceName,
  files: readonly RawTable[],
  problems: ProblemLog,
): Table {
  const schema: Readonly<Record<string, Field>> = SCHEMAS[resource];
  const joined = new Map<string, CellValue[]>(Object.keys(schema).map((name) => [name, []]));
  const usable: RawTable[] = [];
  const fileOf: number[] = [];
  const rowOf: number[] = [];
  for (const raw of files) {
    if (!columnsFit(resource, schema, raw, problems)) continue;
    const part = normaliseFile(schema, raw, problems);
    for (const [name, values] of part.columns) append(joined.get(name) ?? [], values, part.rows);
    append(
      fileOf,
      part.rows.map(() => usable.length),
    );
    append(rowOf, part.rows);
    usable.push(raw);
  }
  return {
    rowCount: rowOf.length,
    column: (name) => joined.get(name) ?? [],
    place(row) {
      const raw = usable[fileOf[row] ?? -1];
      return { file: raw?.file ?? '', line: raw?.lineOf(rowOf[row] ?? 0) ?? 0 };
    },
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
  const needed = Object.keys(schema).filter((name) => schema[name]?.required);
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

function normaliseFile(
  schema: Readonly<Record<string, Field>>,
  raw: RawTable,
  problems: ProblemLog,
): { columns: Map<string, CellValue[]>; rows: number[] } {
  const bad = new Uint8Array(raw.rowCount);
  const columns = new Map<string, CellValue[]>();
  for (const [name, field] of Object.entries(schema)) {
    const column = raw.columns.find((candidate) => candidate.name === name);
    if (column && mistyped(column, field)) {
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
      const effect = field.onBad ?? 'row';
      if (effect === 'row') bad[row] = 1;
      problems.add({ ...reason, effect, file: raw.file, line: raw.lineOf(row), column: name });
    };
    columns.set(name, normaliseColumn(column, field, raw.rowCount, report));
  }
  const rows: number[] = [];
  for (let row = 0; row < raw.rowCount; row += 1) if (!bad[row]) rows.push(row);
  return { columns, rows };
}

type Reason = Pick<Problem, 'code' | 'value' | 'expected'>;
type Parsed = { value: CellValue; reason?: Reason };

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

function mistyped(column: RawColumn, field: Field): boolean {
  if (column.kind === 'text') return false;
  return (field.type === 'number') !== (column.kind === 'number');
}

/** A parser for one field: raw value → normalised value, with a reason when it cannot be used. */
function parserOf(field: Field): (raw: RawValue) => Parsed {
  const absent: CellValue = field.type === 'number' ? null : '';
  const read = READERS[field.type];
  return (raw) => {
    const given = String(raw ?? '')
      .normalize('NFC')
      .trim();
    const text = given === '' ? (field.default ?? '') : given;
    if (text === '') {
      const reason: Reason = { code: 'value-required' };
      return field.required ? { value: absent, reason } : { value: absent };
    }
    if (field.values && !field.values.includes(text)) {
      const expected = field.values.filter(Boolean).join(', ');
      const fallback = field.default ?? absent;
      return { value: fallback, reason: { code: 'value-vocabulary', value: text, expected } };
    }
    const value = read(text);
    const range = typeof value === 'number' ? rangeMissed(value, field) : null;
    if (range)
      return { value: absent, reason: { code: 'value-range', value: text, expected: range } };
    if (value !== null) return { value };
    return { value: absent, reason: { code: BAD[field.type], value: text } };
  };
}

function rangeMissed(value: number, { above, least }: Field): string | null {
  if (above !== undefined && value <= above) return `> ${above}`;
  return least !== undefined && value < least ? `≥ ${least}` : null;
}

const BAD: Record<Field['type'], ProblemCode> = {
  id: 'value-id',
  code: 'value-id',
  text: 'value-required',
  number: 'value-number',
  day: 'value-date',
  moment: 'value-date',
  period: 'value-period',
};

const READERS: Record<Field['type'], (text: string) => CellValue> = {
  id: (text) => (PATTERNS.id.test(text) ? text : null),
  code: (text) => (PATTERNS.code.test(text) ? text : null),
  text: (text) => text,
  number: (text) => {
    const value = PATTERNS.number.test(text) ? Number(text) : Number.NaN;
    return Number.isFinite(value) ? value : null;
  },
  day: (text) => (isDay(text) ? text : null),
  moment: (text) => (lastDayMeant(text) ? text : null),
  period: readPeriod,
};

function readPeriod(text: string): string | null {
  try {
    return parsePeriod(text).code;
  } catch {
    return null;
  }
}
