/** What shaping a sheet works with, and the three things it may find: figures, questions, problems. */
import type { CellProblemCode } from '../../model/intake/cell-problem.ts';
import type { DecimalSign } from '../../model/writing/said-number.ts';
import type { Answers } from '../answers.ts';
import type { Meaning, Place } from '../recognise/place.ts';
import type { Role } from '../recognise/role.ts';
import type { Column, Layout } from '../recognise/table.ts';
import type { Vocabulary } from '../recognise/vocabulary.ts';
import { remembering } from '../remembering.ts';
import { cellKey, columnLetter, rowNumber, type Sheet, sheetTitle, textOf } from '../sheet.ts';
import type { CellProblem, Draft, PassedRow, Question, QuestionKind } from './draft.ts';

export interface Reading {
  readonly sheet: Sheet;
  /** Position of the sheet among those that were handed over. */
  readonly at: number;
  readonly layout: Layout;
  readonly meanings: ReadonlyMap<number, Meaning>;
  readonly vocabulary: Vocabulary;
  readonly answers: Answers;
  /** Texts that a person put in place of a cell's own, by `cellKey`. */
  readonly fixes: ReadonlyMap<string, string>;
}

export interface Work extends Reading {
  readonly drafts: Draft[];
  readonly problems: CellProblem[];
  readonly passed: PassedRow[];
  readonly left: PassedRow[];
  /** Rows of sums, by position; and those that are a unit's own figures beside those of its categories. */
  readonly sums: number[];
  readonly totals: { readonly row: number; readonly text: string }[];
  readonly questions: Map<string, Question & { rows: number[] }>;
  readonly given: Place;
  readonly signs: ReadonlyMap<number, DecimalSign | null>;
  /** `nameKey`, remembered. */
  readonly keyOf: (text: string) => string;
  readonly isShares: (column: number) => boolean;
  /** The sign of decimals that most cells of a column have; null where none has one. */
  readonly usualSign: (column: number) => DecimalSign | null;
  /** The period that a cell says, of the table's year where it says none; null or '' for none. */
  readonly periodIn: (text: string) => string | null;
  /** A day as an ISO day, in the order of the file; null for none. */
  readonly dayIn: (text: string) => string | null;
  /** Of the whole table; '' where nothing says it. */
  readonly year: string;
}

export function sheetKey(sheet: Sheet): string {
  return sheetTitle(sheet);
}

/** Asks once; `key` where the text alone does not say what is asked about. */
export function ask(
  work: Work,
  kind: QuestionKind,
  text: string,
  row: number | null,
  ids: readonly string[],
  key = `${kind} ${kind === 'period' || kind === 'unit' ? sheetKey(work.sheet) : text}`,
): void {
  const known = work.questions.get(key);
  const rows = row === null ? [] : [rowNumber(work.sheet, row)];
  if (known) known.rows.push(...(known.rows.length < 5 ? rows : []));
  else work.questions.set(key, { key, kind, sheet: work.at, text, ids, rows });
}

export function fault(
  work: Work,
  code: CellProblemCode,
  row: number,
  column: number,
  text: string,
  expected = '',
  effect: CellProblem['effect'] = 'cell',
): void {
  work.problems.push({ code, effect, sheet: work.at, row, column, text, expected });
}

export const cellText = (work: Reading, row: number, column: number) =>
  work.fixes.get(cellKey(row, column)) ?? textOf(work.sheet.rows[row]?.[column]);

/** Columns of labels by their role, and those of figures; asked for in every row. */
interface Columns {
  readonly byRole: (role: Role) => readonly Column[];
  readonly figures: readonly Column[];
}

const columnsOf = new WeakMap<ReadonlyMap<number, Meaning>, Columns>();

function columnsIn({ layout, meanings }: Reading): Columns {
  const known = columnsOf.get(meanings);
  if (known) return known;
  const meant = (test: (meaning: Meaning) => boolean) =>
    layout.columns.filter(({ at }) => {
      const meaning = meanings.get(at);
      return meaning !== undefined && test(meaning);
    });
  const isRole = (meaning: Meaning, role: Role) =>
    meaning.kind === 'labels' && meaning.role === role;
  const columns: Columns = {
    byRole: remembering((role) => meant((meaning) => isRole(meaning, role))),
    figures: meant(
      (meaning) =>
        meaning.kind === 'figures' || meaning.kind === 'unknown' || isRole(meaning, 'value'),
    ),
  };
  columnsOf.set(meanings, columns);
  return columns;
}

export const columnsWith = (reading: Reading, role: Role) => columnsIn(reading).byRole(role);

export const figureColumns = (reading: Reading) => columnsIn(reading).figures;

export const labelAt = ({ layout }: Reading, at: number) =>
  layout.columns.find((column) => column.at === at)?.label || columnLetter(at);

export interface RowLabels {
  readonly place: Place;
  readonly texts: readonly string[];
  readonly section?: Place;
  /** The heading of the section, where it opens one. */
  readonly sectionText?: string;
  readonly isPassed?: boolean;
  readonly isTotal?: boolean;
  /** Further columns of the package's own, word for word. */
  readonly own?: Partial<Record<Role, string>>;
}
