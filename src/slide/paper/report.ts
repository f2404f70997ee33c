/**
 * A briefing as a report on paper, whatever program writes it: its views in order, each with what it says, its chart,
 * its numbers as a table and its documents in full.
 *
 *   briefing → slides (uncut) → report → Word (share/docx)
 */
import type { BriefingItem } from '../../address/briefing-item.ts';
import type { Dataset } from '../../model/dataset.ts';
import { isFlagged } from '../../model/figure.ts';
import { formatDayOrMonth } from '../../model/writing/date.ts';
import { lowerFirst } from '../../text/letter-case.ts';
import { citation } from '../../text/source.ts';
import { words } from '../../text/words.ts';
import { closingSlide } from '../checks.ts';
import type { SlideDesk } from '../desk.ts';
import { isChart, onlyValue } from '../fitted.ts';
import { FLAG } from '../notes.ts';
import {
  type ChartSlide,
  type DrawnSlide,
  type PanelSlide,
  type Slide,
  type TableSlide,
  uncut,
} from '../slide.ts';
import { type ItemSlides, slidesOf } from '../slides.ts';
import { type PaperTable, rowName, tablesOf } from './tables.ts';

export interface Report {
  readonly title: string;
  readonly organisation: string;
  /** What it is made from and what is unfinished, one paragraph each. */
  readonly lead: readonly string[];
  /** That the figures are simulated; '' where they are not. */
  readonly synthetic: string;
  readonly parts: readonly ReportPart[];
}
export interface ReportPart {
  readonly name: string;
  readonly note: string;
  readonly blocks: readonly ReportBlock[];
  /** What could not be shown, in words. */
  readonly remarks: readonly string[];
}
export interface ReportBlock {
  /** '' where the part's name says it. */
  readonly heading: string;
  /** The finding in a few words, '' where there is none; then in full. */
  readonly finding: string;
  readonly sentence: string;
  /** Drawn where there is more than one number; of many lines each one in a small chart, too. */
  readonly charts: readonly DrawnSlide[];
  readonly tables: readonly PaperTable[];
  readonly footnotes: readonly string[];
  /** The documents; '' where none is known. */
  readonly citation: string;
}

/** What stands on paper behind a number to be checked. */
export const ASTERISK = '(*)';

/** @param day on which it is made, as people write it */
export async function reportOf(
  desk: SlideDesk,
  title: string,
  items: readonly BriefingItem[],
  day: string,
): Promise<Report> {
  const made: ItemSlides[] = [];
  for (const item of items)
    made.push({ item, ...(await slidesOf(desk, item, (slide) => [slide])) });
  const closing = await closingSlide(desk);
  const parts = made.map((part) => partOf(desk, part));
  const isTold = made.some(({ slides }) => slides.some((slide) => isSame(slide, closing)));
  const last = closing && !isTold ? [closingPart(desk, closing)] : [];
  return asterisked({
    title,
    organisation: desk.organisation,
    lead: leadOf(desk, parts.length, closing, day),
    synthetic: desk.data.synthetic ? words.app.syntheticNote : '',
    parts: [...parts, ...last],
  });
}

/** What it is made from; what of it is unfinished, unchecked or still open. */
function leadOf(
  { data, checked }: SlideDesk,
  parts: number,
  closing: TableSlide | null,
  day: string,
): string[] {
  const created = data.created ? formatDayOrMonth(data.created) : '';
  const made = words.paper.lead(parts, data.title, created, day);
  if (!checked) return [made, words.checks.running];
  if (!closing) return [made, words.paper.settled];
  const open = words.paper.open(lowerFirst(closing.title), `“${words.present.closing}”`);
  return [made, `${open} ${words.paper.asterisk}`];
}

function partOf(desk: SlideDesk, { item, slides: all, remarks }: ItemSlides): ReportPart {
  const slides = all.filter(({ type }) => type !== 'panels');
  const [first] = slides;
  const name = item.name || (slides.length === 1 && first ? first.heading : item.title);
  return {
    name: name || (first?.heading ?? ''),
    note: item.note,
    blocks: slides.map((slide) => blockOf(desk, slide, name, smallOf(all, slide))),
    remarks,
  };
}

/** The small charts that follow a slide. */
function smallOf(all: readonly Slide[], slide: Slide): PanelSlide[] {
  const after = all.slice(all.indexOf(slide) + 1);
  const end = after.findIndex(({ type }) => type !== 'panels');
  return after.slice(0, end < 0 ? after.length : end).filter((one) => one.type === 'panels');
}

function closingPart(desk: SlideDesk, closing: TableSlide): ReportPart {
  const name = words.present.closing;
  return { name, note: '', remarks: [], blocks: [blockOf(desk, closing, name)] };
}

function blockOf(
  { data }: SlideDesk,
  slide: Slide,
  part: string,
  small: readonly PanelSlide[] = [],
): ReportBlock {
  const { tables, left } = tablesOf(data, slide);
  return {
    heading: slide.heading === part ? '' : slide.heading,
    finding: slide.title === slide.heading || slide.title === part ? '' : slide.title,
    sentence: slide.sentence,
    charts: [...drawnOf(data, slide), ...small],
    tables,
    footnotes: [
      ...(left ? [left] : []),
      ...uncut(slide).footnotes,
      ...small.slice(0, 1).flatMap(({ footnotes }) => footnotes.slice(0, 1)),
    ],
    citation: citation(data, slide.figures),
  };
}

/** What is drawn of a slide: nothing of a table, nor of one number alone. */
function drawnOf(data: Dataset, slide: Slide): DrawnSlide[] {
  if (slide.type === 'table' || slide.type === 'cards') return [];
  if (!isChart(slide)) return [slide];
  return onlyValue(slide) === null ? [named(data, slide)] : [];
}

/** Names alone stand beside bars: counts have a column of the table. */
function named(data: Dataset, chart: ChartSlide): ChartSlide {
  if (chart.type === 'lines') return chart;
  const categories = chart.figures.map(
    (figure) => `${rowName(data, figure)}${isFlagged(figure) ? ` ${FLAG}` : ''}`,
  );
  return { ...chart, categories };
}

/** Whether an item of the briefing is the closing list already. */
function isSame(slide: Slide, closing: TableSlide | null): boolean {
  return slide.type === 'table' && JSON.stringify(slide.rows) === JSON.stringify(closing?.rows);
}

/** The flag of the screen is a sign that few typefaces have. */
function asterisked(report: Report): Report {
  return JSON.parse(JSON.stringify(report).replaceAll(FLAG, ASTERISK)) as Report;
}
