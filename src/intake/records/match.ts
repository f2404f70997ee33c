/** Whether a table holds records, one a row, and of which kind: told by its headings and the days below them. */
import type { RecordColumn, RecordDefinition } from '../../model/record/definition.ts';
import { readSaidDay } from '../../model/time/said-period.ts';
import { foldForSearch, nameKey } from '../../model/writing/fold.ts';
import { type Answers, IGNORE } from '../answers.ts';
import { type Sheet, textOf } from '../sheet.ts';

export interface RecordLayout {
  readonly definition: RecordDefinition;
  /** The row of headings, from 0. */
  readonly header: number;
  readonly columns: readonly RecordHeading[];
}

export interface RecordHeading {
  readonly at: number;
  readonly label: string;
  /** The column of the definition that it is; '' for what is dropped, as names of people are. */
  readonly column: string;
  /** Kept as it stands, though nothing is counted by it: somebody asked for it. */
  readonly isKept: boolean;
}

/** The answer that keeps a column which no definition knows. */
export const KEEP = 'keep';

const HEADER_WITHIN = 20;
const SAMPLE = 200;
/** Columns that must be known by name before a table counts as records. */
const LEAST_KNOWN = 3;

/** The kind of records that most headings fit; null where the table is none. */
export function matchRecords(
  sheet: Pick<Sheet, 'rows'>,
  definitions: Iterable<RecordDefinition>,
  answers: Answers = {},
): RecordLayout | null {
  let best: RecordLayout | null = null;
  for (const definition of definitions) {
    for (let header = 0; header < Math.min(HEADER_WITHIN, sheet.rows.length - 1); header += 1) {
      for (const labels of labelsAt(sheet, header)) {
        const layout = { definition, header, columns: headingsOf(labels, definition, answers) };
        const isBetter = known(layout) > (best ? known(best) : LEAST_KNOWN - 1);
        if (isBetter && holdsRecords(sheet, layout)) best = layout;
      }
    }
  }
  return best;
}

/** The headings in a row, by themselves and with those above where it has none: headings often go over two rows. */
function labelsAt({ rows }: Pick<Sheet, 'rows'>, header: number): string[][] {
  const own = (rows[header] ?? []).map(textOf);
  const above = (rows[header - 1] ?? []).map(textOf);
  const width = Math.max(own.length, above.length);
  const both = Array.from({ length: width }, (_, at) => own[at] || above[at] || '');
  return header > 0 ? [own, both] : [own];
}

const known = ({ columns }: RecordLayout) => columns.filter(({ column }) => column !== '').length;

/** What each column is by its heading: an answer about it comes first, then its very name, then other words for it. */
export function headingsOf(
  labels: readonly string[],
  definition: RecordDefinition,
  answers: Answers,
): RecordHeading[] {
  const said = labels.map((label) => answers[`column ${label}`]);
  const found = new Map<number, string>();
  const isFree = (column: string) => ![...found.values()].includes(column);
  for (const [at, id] of said.entries()) {
    if (id !== undefined && id !== IGNORE && id !== KEEP && isFree(id)) found.set(at, id);
  }
  const keys = labels.map(keysOf);
  for (const names of ['own', 'all'] as const) {
    for (const [at, own] of keys.entries()) {
      if (said[at] !== undefined || found.has(at)) continue;
      const fit = definition.columns.find(
        (column) => isFree(column.column) && own.some((key) => keysFor(column)[names].has(key)),
      );
      if (fit) found.set(at, fit.column);
    }
  }
  return labels.map((label, at) => ({
    ...{ at, label, isKept: said[at] === KEEP },
    column: found.get(at) ?? '',
  }));
}

const ownNames = ({ column, name, nameEn }: RecordColumn) =>
  [column, column.replaceAll('_', ' '), name, nameEn].filter(Boolean);
const allNames = (column: RecordColumn) => [...ownNames(column), ...column.words];

interface NameKeys {
  readonly own: ReadonlySet<string>;
  readonly all: ReadonlySet<string>;
}

const keysKnown = new WeakMap<RecordColumn, NameKeys>();

/** Keys of a column's names, with marks and without; reckoned once, for they are held against every row of a head. */
function keysFor(column: RecordColumn): NameKeys {
  const known = keysKnown.get(column);
  if (known) return known;
  const keys = (names: readonly string[]) =>
    new Set(names.map(nameKey).flatMap((key) => [key, foldForSearch(key)]));
  const made = { own: keys(ownNames(column)), all: keys(allNames(column)) };
  keysKnown.set(column, made);
  return made;
}

/** "4. Ngày hẹn trả (dd/mm/yyyy)", "NgayTiepNhan" → the names they may be. */
function keysOf(label: string): string[] {
  const plain = label.replace(/\(.*?\)/g, '').replace(/^\s*\d+\s*[.)]\s*/, '');
  const apart = plain.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2');
  return [...new Set([plain, apart].map(nameKey))].filter(Boolean);
}

/** A unit or not, but a day on which something happened, filled with days, and rows that are no sums. */
function holdsRecords({ rows }: Pick<Sheet, 'rows'>, layout: RecordLayout): boolean {
  const { definition, header, columns } = layout;
  const [first] = definition.measures;
  const event = columns.find(({ column }) => column === first?.event);
  if (!event) return false;
  const cells = rows
    .slice(header + 1, header + 1 + SAMPLE)
    .map((row) => row[event.at])
    .filter((value) => textOf(value) !== '');
  const days = cells.filter((value) => value instanceof Date || isDayLike(textOf(value)));
  const isCounted = columns.some((heading) => isCount(rows, header, heading, definition));
  return cells.length > 0 && days.length >= cells.length / 2 && !isCounted;
}

/**
 * Whether what would be a number or a name of each record is a count of many: "Số hồ sơ" with 12, 9, 30 below it.
 * Running numbers, and long ones, are no counts.
 */
function isCount(
  rows: Sheet['rows'],
  header: number,
  { at, column }: RecordHeading,
  { columns }: RecordDefinition,
): boolean {
  const type = columns.find((item) => item.column === column)?.type;
  if (type !== 'key' && type !== 'text') return false;
  const texts = rows
    .slice(header + 1, header + 1 + SAMPLE)
    .map((row) => textOf(row[at]))
    .filter(Boolean);
  const numbers = texts.filter((text) => /^\d{1,5}$/.test(text)).map(Number);
  if (texts.length === 0 || numbers.length < texts.length) return false;
  return numbers.some((number, index) => index > 0 && number <= (numbers[index - 1] ?? 0));
}

function isDayLike(text: string): boolean {
  const day = text.replace(/[ T,]+\d{1,2}:\d{2}.*$/, '').replace(/^\d{1,2}:\d{2}(:\d{2})? /, '');
  return (
    readSaidDay(day) !== null ||
    /^\d{4}[/-]\d{1,2}[/-]\d{1,2}$/.test(day) ||
    /^(19|20)\d{6}$/.test(text) ||
    /^\d{5}([.,]\d+)?$/.test(text) ||
    /^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}$/.test(day)
  );
}
