/** What the screens show of cells that cannot be taken: the first ones with their place, the others in their number. */
import { cut } from '../../model/writing/outside.ts';
import type { CellProblem } from '../shape/draft.ts';
import { columnLetter, sheetTitle } from '../sheet.ts';
import { tableAt, type Understanding } from '../understand.ts';
import { type CellPlace, placeOf } from './place.ts';

export interface ProblemsShown {
  /** Nobody has mended or left them out yet. */
  readonly open: number;
  readonly notes: number;
  /** Of the notes those about totals that do not fit. */
  readonly totals: number;
  readonly skipped: number;
  /** Rows that an answer left out. */
  readonly leftRows: number;
  /** Those that are open, then the notes. */
  readonly first: readonly ProblemShown[];
}

export interface ProblemShown extends CellProblem, CellPlace {
  readonly key: string;
}

/** What was left out, for the list that is taken away. */
export interface LeftOut {
  readonly file: string;
  readonly row: number;
  readonly column: string;
  readonly text: string;
  readonly reason: string;
}

const FIRST = 50;
const TEXT = 200;

export function problemKey({ sheet, row, column, code }: CellProblem): string {
  return [sheet, row, column, code].join(':');
}

export function showProblems(
  understanding: Understanding,
  skipped: ReadonlySet<string>,
): ProblemsShown {
  const { problems } = understanding;
  const open = openProblems(understanding, skipped);
  const notes = problems.filter(({ effect }) => effect === 'note');
  return {
    open: open.length,
    notes: notes.length,
    totals: notes.filter(({ code }) => code === 'total-differs').length,
    skipped: skippedProblems(understanding, skipped).length,
    leftRows: understanding.sheets.reduce((sum, { shaped }) => sum + shaped.left.length, 0),
    first: [...open.slice(0, FIRST), ...notes.slice(0, FIRST)]
      .slice(0, FIRST)
      .flatMap((problem) => placed(problem, understanding)),
  };
}

export function openProblems(
  { problems }: Understanding,
  skipped: ReadonlySet<string>,
): CellProblem[] {
  return problems.filter(
    (problem) => problem.effect === 'cell' && !skipped.has(problemKey(problem)),
  );
}

function skippedProblems({ problems }: Understanding, skipped: ReadonlySet<string>): CellProblem[] {
  if (skipped.size === 0) return [];
  return problems.filter((problem) => skipped.has(problemKey(problem)));
}

function placed(problem: CellProblem, understanding: Understanding): ProblemShown[] {
  const place = placeOf(understanding, problem);
  const text = cut(problem.text, TEXT);
  return place ? [{ ...problem, ...place, text, key: problemKey(problem) }] : [];
}

/** Everything that was left out knowingly: cells, and rows that an answer left out. */
export function leftOut(understanding: Understanding, skipped: ReadonlySet<string>): LeftOut[] {
  const rows = understanding.sheets.flatMap(({ sheet, shaped }) =>
    shaped.left.map(({ row, text }) => ({
      ...{ file: sheetTitle(sheet), row, column: '', text, reason: 'ignored' },
    })),
  );
  return [...leftCells(understanding, skipped), ...rows];
}

function leftCells(understanding: Understanding, skipped: ReadonlySet<string>): LeftOut[] {
  return skippedProblems(understanding, skipped).map(({ sheet, row, column, text, code }) => {
    const table = tableAt(understanding, sheet);
    return {
      file: table ? sheetTitle(table.sheet) : '',
      row: table && row >= 0 ? table.lineOf(row) : 0,
      column: columnLetter(column),
      text,
      reason: code,
    };
  });
}
