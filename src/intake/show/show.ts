/**
 * What the screens show of what was understood: plain values, and short where tables are long, for they cross from a
 * worker to the page.
 */
import type { Dataset } from '../../model/dataset.ts';
import type { Reckoned } from '../records/reckon.ts';
import type { Draft, Question, QuestionKind } from '../shape/draft.ts';
import { sheetTitle } from '../sheet.ts';
import { layoutKey, type Said, type Understanding, withReckoned } from '../understand.ts';
import { isOwnForm } from './own.ts';
import { type ProblemsShown, showProblems } from './problems.ts';
import { type RecordsShown, showRecords } from './records.ts';
import { type PassedShown, type SheetShown, showPassed, showSheet } from './sheet.ts';

export interface Shown {
  readonly sheets: readonly SheetShown[];
  readonly records: readonly RecordsShown[];
  /** Sheets of a workbook without any table. */
  readonly empty: readonly string[];
  readonly figures: number;
  readonly firstFigures: readonly Draft[];
  /** The first ones, those about whole tables before the others. */
  readonly questions: readonly Question[];
  readonly questionCount: number;
  readonly problems: ProblemsShown;
  /** Rows of totals that are not taken, the first ones; how many there are. */
  readonly sums: readonly SumShown[];
  readonly sumCount: number;
  /** Every table is an entry form of the package's: nothing is to be mapped. */
  readonly isOwn: boolean;
  /** By which a mapping is found again. */
  readonly layout: string;
}

export interface SumShown extends PassedShown {
  /** The file and, of a workbook, the sheet. */
  readonly title: string;
}

/** What a person said, and with it which cells are left out knowingly. */
export interface SaidOf extends Said {
  readonly skipped: ReadonlySet<string>;
}

const FIGURES = 1000;
const QUESTIONS = 100;
const EMPTY = 20;

/** About a sheet as a whole; the others are about its columns and cells. */
export const OF_SHEETS: readonly QuestionKind[] = ['period', 'unit', 'days'];

export function show(
  understood: Understanding,
  reckoned: readonly Reckoned[],
  { answers, skipped }: SaidOf,
  data: Dataset,
): Shown {
  const whole = withReckoned(understood, reckoned);
  const { sheets, records, empty, drafts, questions } = whole;
  const isFirst = ({ kind }: Question) => OF_SHEETS.includes(kind);
  const ordered = [...questions.filter(isFirst), ...questions.filter((item) => !isFirst(item))];
  return {
    sheets: sheets.map(showSheet),
    records: records.map((found, at) => showRecords(found, reckoned[at], answers, data)),
    empty: empty.slice(0, EMPTY).map(sheetTitle),
    figures: drafts.length,
    firstFigures: drafts.slice(0, FIGURES),
    questions: ordered.slice(0, QUESTIONS),
    questionCount: questions.length,
    problems: showProblems(whole, skipped),
    ...sumsIn(whole),
    isOwn:
      drafts.length > 0 && records.length === 0 && sheets.every((found) => isOwnForm(found, data)),
    layout: layoutKey(whole),
  };
}

const SUMS = 40;

function sumsIn({ sheets }: Understanding): Pick<Shown, 'sums' | 'sumCount'> {
  const all = sheets.flatMap(({ sheet, shaped }) =>
    shaped.passed.filter(({ key }) => key).map((row) => ({ sheet, row })),
  );
  const sums = all
    .slice(0, SUMS)
    .map(({ sheet, row }) => ({ ...showPassed(row), title: sheetTitle(sheet) }));
  return { sums, sumCount: all.length };
}
