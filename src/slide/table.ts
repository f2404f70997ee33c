/** The data table as a native table. */

import { figuresQuestion } from '../address/scope.ts';
import { type Dataset, subjectOf } from '../model/dataset.ts';
import type { Figure } from '../model/figure.ts';
import { isFlagged } from '../model/figure.ts';
import { countsText, figureText } from '../text/figure.ts';
import { figureRow, rowMatches, sortedRows } from '../text/figure-fields.ts';
import { partName, periodName, unitName } from '../text/name.ts';
import { noteText } from '../text/note.ts';
import { words } from '../text/words.ts';
import type { SlideDesk } from './desk.ts';
import { FLAG } from './notes.ts';
import type { Slide, SlideCell, TableSlide } from './slide.ts';
import { textsOf } from './texts.ts';

/** Rows on pages, and rows taken from long lists. */
const MOST_LISTED = 60;
const MOST_READ = 20_000;

/** The figures of the data table, as filtered. */
export async function tableSlide(desk: SlideDesk): Promise<Slide[]> {
  const { figures } = await desk.ask(figuresQuestion(desk, MOST_READ));
  return listSlide(desk, words.view.table, chosenRows(desk, figures), true);
}

/** Searched and sorted by the same functions as on the screen. */
function chosenRows({ data, state }: SlideDesk, figures: readonly Figure[]): readonly Figure[] {
  const rows = figures.map((figure) => figureRow(data, figure));
  const found = state.q ? rows.filter((row) => rowMatches(row, state.q)) : rows;
  return sortedRows(found, state.sort).map((row) => row.figure);
}

function listSlide(
  desk: SlideDesk,
  heading: string,
  figures: readonly Figure[],
  withUnit: boolean,
): Slide[] {
  const { data } = desk;
  if (figures.length === 0) return [];
  const shown = figures.slice(0, MOST_LISTED);
  const remarked = shown.some((figure) => remarkOf(data, figure) !== '');
  return [
    {
      type: 'table',
      ...textsOf(desk, heading, shown),
      figures,
      footnotes: figures.length > shown.length ? [words.present.listed(MOST_LISTED)] : [],
      columns: [
        { name: words.column.indicator, number: false },
        ...(withUnit ? [{ name: words.column.unit, number: false }] : []),
        { name: words.column.period, number: false },
        { name: words.column.value, number: true },
        { name: words.present.counts, number: true },
        ...(remarked ? [{ name: words.present.remark, number: false }] : []),
      ],
      rows: shown.map((figure) => [
        ...listRow(data, figure, withUnit),
        ...(remarked ? [{ text: remarkOf(data, figure) }] : []),
      ]),
    },
  ];
}

function listRow(data: Dataset, figure: Figure, withUnit: boolean): SlideCell[] {
  const subject = subjectOf(data, figure.subject);
  if (!subject) return [];
  const kind = figure.kind ? words.kind[figure.kind] : '';
  const name = [subject.name, partName(data, figure), kind].filter(Boolean).join(' · ');
  return [
    { text: name, bold: true },
    ...(withUnit ? [{ text: unitName(data, figure.unit, figure.period) }] : []),
    { text: periodName(data, figure.period) },
    {
      text: `${figureText(subject, figure)}${isFlagged(figure) ? ` ${FLAG}` : ''}`,
      ...(isFlagged(figure) ? { tone: 'error' as const } : {}),
    },
    { text: countsText(figure) },
  ];
}

function remarkOf(data: Dataset, figure: Figure): string {
  const subject = subjectOf(data, figure.subject);
  return subject ? noteText(subject, figure) : '';
}

/** A column in which nothing stands is not shown. */
export function withoutEmpty(
  columns: TableSlide['columns'],
  rows: readonly (readonly SlideCell[])[],
): Pick<TableSlide, 'columns' | 'rows'> {
  const isUsed = columns.map((_, at) =>
    rows.some(
      (row) => row[at]?.bar || ![undefined, '', words.present.nothing].includes(row[at]?.text),
    ),
  );
  return {
    columns: columns.filter((_, at) => isUsed[at]),
    rows: rows.map((row) => row.filter((_, at) => isUsed[at])),
  };
}
