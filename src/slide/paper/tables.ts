/** The numbers of a slide as tables on paper: of bars one row a unit, of lines one column a period. */
import { type Dataset, subjectOf } from '../../model/dataset.ts';
import { type Figure, isFlagged } from '../../model/figure.ts';
import { groupBy, mostCommon } from '../../model/group.ts';
import { countsText } from '../../text/figure.ts';
import { partName, periodName, unitName } from '../../text/name.ts';
import { noteText } from '../../text/note.ts';
import { words } from '../../text/words.ts';
import { besideBars, lastText } from '../looks.ts';
import { FLAG } from '../notes.ts';
import {
  type ChartSlide,
  type PanelSlide,
  type Slide,
  type SlideCell,
  type SlideSeries,
  type TableSlide,
  uncut,
} from '../slide.ts';
import { withoutEmpty } from '../table.ts';

export interface PaperTable extends Pick<TableSlide, 'columns' | 'rows'> {
  readonly caption: string;
}

/** Periods that stand beside each other on a page, and lines of a chart that are all listed. */
const MOST_PERIODS = 6;
const MOST_LINES = 20;

/** The tables, and what they leave out in words. */
export function tablesOf(
  data: Dataset,
  slide: Slide,
): { readonly tables: readonly PaperTable[]; readonly left: string } {
  if (slide.type === 'table') {
    const { heading, columns, rows } = uncut(slide);
    return { tables: [{ caption: heading, columns, rows }], left: '' };
  }
  if (
    slide.type === 'steps' ||
    slide.type === 'plot' ||
    slide.type === 'tiles' ||
    slide.type === 'cards'
  ) {
    return { tables: [{ caption: slide.heading, ...slide.table }], left: '' };
  }
  if (slide.type === 'panels')
    return { tables: isOfOneTable(slide) ? [] : [panelTable(slide)], left: '' };
  return slide.type === 'bars' ? { tables: [barTable(data, slide)], left: '' } : lineTables(slide);
}

/** One indicator of many units: the lines that they are taken from stand before them, with their numbers. */
function isOfOneTable({ panels, figures }: PanelSlide): boolean {
  return panels.length > 1 && new Set(figures.map(({ subject }) => subject)).size < 2;
}

/** Of small charts where each line begins and ends, and what it is held against. */
function panelTable({ heading, panels }: PanelSlide): PaperTable {
  const columns = [
    { name: words.column.indicator, number: false },
    { name: words.multiples.first, number: true },
    { name: words.multiples.last, number: true },
    { name: words.chart.legendTarget, number: true },
    { name: words.present.group, number: true },
  ];
  const rows = panels.map((panel): SlideCell[] => {
    const known = panel.categories.flatMap((name, at) => {
      const text = textAt(panel.series.filter(isOwn), at);
      return text === words.present.nothing ? [] : [`${text} (${name})`];
    });
    return [
      { text: panel.heading },
      { text: known[0] ?? '' },
      { text: known.at(-1) ?? '', bold: true },
      { text: lastText(panel, 'target') },
      { text: lastText(panel, 'group') },
    ];
  });
  return { caption: heading, ...withoutEmpty(columns, rows) };
}

const isOwn = ({ role }: SlideSeries) => role === 'value';

function barTable(data: Dataset, slide: ChartSlide): PaperTable {
  const { figures, series } = slide;
  const target = besideBars(slide);
  const own = series.find(({ role }) => role === 'value');
  const usual = mostCommon(figures.map(({ period }) => period));
  const columns = [
    { name: words.paper.order, number: true },
    { name: words.column.unit, number: false },
    { name: words.present.counts, number: true },
    { name: words.column.value, number: true },
    ...(target ? [{ name: target.name, number: true }] : []),
    { name: words.paper.remark, number: false },
  ];
  const rows = figures.map((figure, at): SlideCell[] => [
    { text: `${at + 1}` },
    { text: rowName(data, figure), bold: slide.marked.includes(at) },
    { text: countsText(figure) },
    { text: `${own?.texts[at] ?? ''}${isFlagged(figure) ? ` ${FLAG}` : ''}`, bold: true },
    ...(target ? [{ text: target.texts[at] ?? '' }] : []),
    { text: remarkOf(data, figure, usual) },
  ]);
  return { caption: slide.heading, ...withoutEmpty(columns, rows) };
}

/** A unit with its part, without the counts that have a column of their own. */
export function rowName(data: Dataset, figure: Figure): string {
  const unit = unitName(data, figure.unit, figure.period);
  return [unit, partName(data, figure)].filter(Boolean).join(' · ');
}

/** What should be read together with a number, and its period where it is not that of the others. */
function remarkOf(data: Dataset, figure: Figure, usual: string): string {
  const subject = subjectOf(data, figure.subject);
  const filled = figure.period === usual ? '' : words.chart.filled(periodName(data, figure.period));
  return [filled, subject ? noteText(subject, figure) : ''].filter(Boolean).join('; ');
}

/** Lines as rows, in blocks of periods; of very many only those that stand out. */
function lineTables(slide: ChartSlide): { tables: PaperTable[]; left: string } {
  const lines = [...groupBy(slide.series, ({ role, line }) => `${role}~${line}`).values()];
  const isKept = (parts: readonly SlideSeries[]) =>
    lines.length <= MOST_LINES || parts.some(({ role, isStrong }) => isStrong || role !== 'value');
  const shown = lines.filter(isKept);
  const left = lines.length - shown.length;
  const all = slide.categories;
  const blocks = Math.ceil(all.length / MOST_PERIODS);
  const size = Math.ceil(all.length / Math.max(1, blocks));
  const tables = Array.from({ length: blocks }, (_, block) =>
    blockTable(slide, shown, block * size, Math.min(all.length, (block + 1) * size)),
  );
  return { tables, left: left > 0 ? words.paper.someLines(shown.length, left) : '' };
}

/** The periods from one place up to another. */
function blockTable(
  { heading, categories }: ChartSlide,
  lines: readonly (readonly SlideSeries[])[],
  from: number,
  to: number,
): PaperTable {
  const periods = categories.slice(from, to);
  const isWhole = periods.length === categories.length;
  const span = words.paper.span(periods[0] ?? '', periods.at(-1) ?? '');
  return {
    caption: isWhole ? heading : `${heading}, ${span}`,
    columns: [
      { name: words.paper.line, number: false },
      ...periods.map((name) => ({ name, number: true })),
    ],
    rows: lines.map((parts) => [
      { text: lineName(parts), bold: isMain(parts) },
      ...periods.map((_, at) => ({ text: textAt(parts, from + at) })),
    ]),
  };
}

/** Stretches of one line have its name at their end. */
function lineName(parts: readonly SlideSeries[]): string {
  return parts.find(({ label }) => label)?.label ?? parts[0]?.line ?? '';
}

const isMain = (parts: readonly SlideSeries[]) =>
  parts.some(({ role, isStrong }) => role === 'value' && isStrong);

/** What the stretch says in which the period lies. */
function textAt(parts: readonly SlideSeries[], at: number): string {
  return parts.find(({ values }) => values[at] !== null)?.texts[at] || words.present.nothing;
}
