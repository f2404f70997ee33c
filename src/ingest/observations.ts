/** Rows of `observations` → columns of statements whose every reference resolves. */

import { ABSENT_STATUSES, type Status } from '../model/observation.ts';
import type { Problem } from '../model/problem.ts';
import { printedDecimals } from '../model/writing/number.ts';
import type { ProblemLog } from './problems.ts';
import { PATTERNS } from './schema.ts';
import type { CellValue, Table } from './table.ts';

export interface References {
  readonly hasUnit: (unit: string) => boolean;
  /** Measures and indicators: a row may state a rate. */
  readonly hasSubject: (measure: string) => boolean;
  /** Period of a source's title, or '' ; undefined for a source that is not listed. */
  readonly periodOf: (source: string) => string | undefined;
  /** Whether the package lists its sources at all. */
  readonly listsSources: boolean;
}

/** Statements by column, ready for the engine; `line` and `file` keep the way back. */
export interface Statements {
  readonly rowCount: number;
  readonly texts: Readonly<Record<TextColumn, string[]>>;
  readonly value: (number | null)[];
  readonly decimals: number[];
  readonly line: number[];
}

export const TEXT_COLUMNS = [
  'unit',
  'body',
  'period',
  'measure',
  'breakdown',
  'category',
  'kind',
  'bound',
  'status',
  'as_of',
  'source',
  'locator',
  'printed',
  'note',
  'file',
] as const;
export type TextColumn = (typeof TEXT_COLUMNS)[number];

/**
 * Checks references and the rules that join two cells; rows that fail are set aside with their line.
 *
 * @param table used up: its columns become those of the statements, as a million rows are not kept twice
 */
export function readStatements(
  table: Table,
  references: References,
  problems: ProblemLog,
): Statements {
  const columns = Object.fromEntries(
    [...TEXT_COLUMNS, 'value'].map((name) => [name, table.column(name)]),
  ) as Record<TextColumn | 'value', CellValue[]>;
  const decimals: number[] = [];
  const line: number[] = [];
  const strangers = new Set<string>();
  for (let row = 0; row < table.rowCount; row += 1) {
    const text = (name: TextColumn) => String(columns[name][row] ?? '');
    const period = text('period') || references.periodOf(text('source')) || '';
    const value = columns.value[row] as number | null;
    const fault = faultOf(text, period, value, references);
    if (fault) {
      problems.add({ ...fault, effect: 'row', ...table.place(row) });
      continue;
    }
    const source = text('source');
    if (source && references.listsSources && references.periodOf(source) === undefined) {
      if (!strangers.has(source)) {
        problems.add({
          code: 'reference-unknown',
          effect: 'note',
          ...table.place(row),
          column: 'source',
          value: source,
        });
      }
      strangers.add(source);
    }
    const kept = line.length; // never beyond `row`: what is overwritten has been read
    const place = table.place(row);
    decimals.push(value === null ? 0 : printedDecimals(text('printed'), value));
    for (const name of TEXT_COLUMNS) columns[name][kept] = columns[name][row] ?? '';
    columns.period[kept] = period;
    columns.file[kept] = place.file;
    columns.value[kept] = value;
    line.push(place.line);
  }
  for (const column of Object.values(columns)) column.length = line.length;
  const { value, ...texts } = columns;
  return {
    rowCount: line.length,
    texts: texts as Record<TextColumn, string[]>,
    value: value as (number | null)[],
    decimals,
    line,
  };
}

function faultOf(
  text: (name: TextColumn) => string,
  period: string,
  value: number | null,
  references: References,
): Pick<Problem, 'code' | 'column' | 'value'> | null {
  if (!references.hasUnit(text('unit'))) {
    return { code: 'reference-unknown', column: 'unit', value: text('unit') };
  }
  if (!references.hasSubject(text('measure'))) {
    return { code: 'reference-unknown', column: 'measure', value: text('measure') };
  }
  if (period === '') return { code: 'value-required', column: 'period' };
  const split = text('breakdown') !== '';
  if (split !== (text('category') !== '')) {
    return { code: 'value-required', column: split ? 'category' : 'breakdown' };
  }
  for (const column of ['breakdown', 'category'] as const) {
    if (split && !PATTERNS.joined.test(text(column)))
      return { code: 'value-id', column, value: text(column) };
  }
  if (halves(text('breakdown')) !== halves(text('category'))) {
    return { code: 'value-id', column: 'category', value: text('category') };
  }
  const mayLack = ABSENT_STATUSES.includes(text('status') as Status);
  if ((value === null) !== mayLack)
    return { code: 'value-absent', column: 'value', value: text('status') };
  return null;
}

/** A breakdown of two at once takes a category of two. */
function halves(id: string): number {
  return id.split('*').length;
}
