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
    for (let row = 0; row < Math.min(HEADER_WITHIN, sheet.rows.length - 1); row += 1) {
      const layout = {
        definition,
        header: row,
        columns: headingsOf(sheet, row, definition, answers),
      };
      if (known(layout) > (best ? known(best) : LEAST_KNOWN - 1) && holdsRecords(sheet, layout))
        best = layout;
    }
  }
  return best;
}

const known = ({ columns }: RecordLayout) => columns.filter(({ column }) => column !== '').length;

/** What each column is by its heading; an answer about it comes first. */
export function headingsOf(
  { rows }: Pick<Sheet, 'rows'>,
  row: number,
  definition: RecordDefinition,
  answers: Answers,
): RecordHeading[] {
  const taken = new Set<string>();
  const headings = (rows[row] ?? []).map((value, at) => ({ at, label: textOf(value) }));
  const said = headings.map(({ label }) => answers[`column ${label}`]);
  for (const id of said) if (id !== undefined && id !== IGNORE && id !== KEEP) taken.add(id);
  return headings.map(({ at, label }) => {
    const answer = said[at];
    const own = { at, label, isKept: answer === KEEP };
    if (answer !== undefined)
      return { ...own, column: answer === IGNORE || answer === KEEP ? '' : answer };
    const column = definition.columns.find(
      (item) => !taken.has(item.column) && isNamed(item, label),
    );
    if (column) taken.add(column.column);
    return { ...own, column: column?.column ?? '' };
  });
}

function isNamed({ column, name, nameEn, words }: RecordColumn, label: string): boolean {
  const key = nameKey(label.replace(/\(.*?\)/g, '')); // "Ngày hẹn trả (dd/mm/yyyy)"
  if (key === '') return false;
  const names = [column, column.replaceAll('_', ' '), name, nameEn, ...words].filter(Boolean);
  return names.some((word) => nameKey(word) === key || foldForSearch(nameKey(word)) === key);
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
  return cells.length > 0 && days.length >= cells.length / 2;
}

function isDayLike(text: string): boolean {
  const day = text.replace(/[ T,]+\d{1,2}:\d{2}.*$/, '').replace(/^\d{1,2}:\d{2}(:\d{2})? /, '');
  return (
    readSaidDay(day) !== null ||
    /^\d{5}(\.\d+)?$/.test(text) ||
    /^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}$/.test(day)
  );
}
