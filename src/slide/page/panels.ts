/** Of many lines each one in a small chart of its own, all on one axis: their pages, their looks, where they lie. */
import { formatNumber } from '../../model/writing/number.ts';
import { lowerFirst, upperFirst } from '../../text/letter-case.ts';
import { words } from '../../text/words.ts';
import { lastText, lineLooks, type Tone } from '../looks.ts';
import type { ChartSlide, PanelSlide, SlideSeries } from '../slide.ts';

/** Small charts on one page, and pages of them that are still read. */
const MOST_PANELS = 15;
const MOST_PAGES = 2;
const MOST_NOTES = 4;

/** One chart a line, in their order; none where a few lines are told apart by their colours. */
export function panelSlides(slide: ChartSlide): PanelSlide[] {
  const own = slide.series.filter(({ role }) => role === 'value');
  const names = lineNames(slide, own);
  const isClear = own.every(({ isStrong }) => isStrong);
  if (isClear || names.length > MOST_PANELS * MOST_PAGES) return [];
  const count = Math.ceil(names.length / MOST_PANELS);
  const size = Math.ceil(names.length / count);
  return Array.from({ length: count }, (_, at) => {
    const part = count > 1 ? ` (${at + 1}/${count})` : '';
    return panelSlide(slide, names.slice(at * size, (at + 1) * size), part);
  });
}

/** In their order, those that end before the others last: their values are of another period. */
function lineNames({ categories }: ChartSlide, own: readonly SlideSeries[]): string[] {
  const names = [...new Set(own.map(({ line }) => line))];
  const isOld = (name: string) =>
    lastOf(own.filter(({ line }) => line === name)) < categories.length - 1;
  return [...names.filter((name) => !isOld(name)), ...names.filter(isOld)];
}

function panelSlide(slide: ChartSlide, names: readonly string[], part: string): PanelSlide {
  const heading = `${slide.heading} · ${words.present.eachLine}${part}`;
  const isFinding = slide.each?.title && part === '';
  const { title, sentence } =
    isFinding && slide.each ? slide.each : { title: heading, sentence: '' };
  const shared = sharedBy(slide.series);
  const said = [words.present.greyLines, words.present.paleLines, words.trend.hollow]; // once, or not true of these
  const told = [words.present.thickLine, ...shared.map(legendOf)];
  const panels = names.map((name) => panelOf(slide, name, shared));
  const hollow = lowerFirst(hollowNote(panels));
  const legend = [...new Set([...told, ...behindNote([slide])])].join('; ');
  const marks = [...oldOnes(slide, names), hollow].filter(Boolean).join('; ');
  return {
    ...slide,
    type: 'panels',
    title,
    heading,
    sentence,
    footnotes: [
      legend,
      ...(marks ? [upperFirst(marks)] : []),
      ...slide.footnotes.filter((note) => !said.includes(note)),
    ].slice(0, MOST_NOTES),
    panels,
  };
}

/** What stands behind every small chart: one line, for two could not be told apart there; the target before others. */
function sharedBy(series: readonly SlideSeries[]): SlideSeries[] {
  const shared = series.filter(({ role }) => role !== 'value');
  const role = (shared.find((one) => one.role === 'target') ?? shared[0])?.role;
  return shared.filter((one) => one.role === role);
}

/** "* Kỳ khác: Đông Nhạn (Q.III/2025)": lines that end before the others. */
function oldOnes(slide: ChartSlide, names: readonly string[]): string[] {
  const told = names.flatMap((name) => {
    const own = slide.series.filter(({ role, line }) => role === 'value' && line === name);
    const last = lastOf(own);
    const short = own.find((series) => series.short)?.short ?? name;
    return last < slide.categories.length - 1 ? [`${short} (${slide.categories[last]})`] : [];
  });
  return told.length > 0 ? [words.present.otherPeriods(told.join(', '))] : [];
}

/** Where the last number of a line stands. */
function lastOf(own: readonly SlideSeries[]): number {
  return Math.max(...own.map(({ values }) => values.map((v) => v !== null).lastIndexOf(true)));
}

/** What a red line means, where there is one. */
export function behindNote(charts: readonly ChartSlide[]): string[] {
  const isAny = charts.some(({ series }) => series.some(({ isBehind }) => isBehind));
  return isAny ? [words.present.behindLine] : [];
}

/** What hollow points of own lines mean; '' where there are none. */
export function hollowNote(charts: readonly ChartSlide[]): string {
  const isAny = charts.some(({ series }) =>
    series.some(({ role, weak }) => role === 'value' && weak?.includes(true)),
  );
  return isAny ? words.trend.hollow : '';
}

/** "Nét đứt: chỉ tiêu". */
function legendOf({ role, name, line }: SlideSeries): string {
  if (role === 'target') return words.present.dashed(name);
  return words.present.thin(line === role ? name : line);
}

/** The line of one unit over those that belong to all; its last value is its label. */
function panelOf(slide: ChartSlide, name: string, shared: readonly SlideSeries[]): ChartSlide {
  const own = slide.series.filter(({ role, line }) => role === 'value' && line === name);
  const last = lastOf(own);
  const isOld = last < slide.categories.length - 1; // its value is of an earlier period than the others'
  const short = own.find((series) => series.short)?.short ?? name;
  const told = isOld ? `${short} *` : short;
  const bare = ({ ...series }: SlideSeries): SlideSeries => ({ ...series, label: '' });
  return {
    ...slide,
    heading: told,
    title: told,
    sentence: '',
    footnotes: [],
    series: [...shared.map(bare), ...own.map((series) => ({ ...bare(series), isStrong: true }))],
  };
}

/** What a small chart shows, whatever draws it. */
export interface PanelLook {
  readonly name: string;
  /** The last value of its own line, and whether it has not reached the target. */
  readonly value: string;
  readonly isBehind: boolean;
  readonly lines: readonly {
    readonly values: readonly (number | null)[];
    readonly weak: readonly boolean[];
    readonly tone: Tone;
    /** The unit's own. */
    readonly isThick: boolean;
  }[];
  /** Ends of its axes. */
  readonly first: string;
  readonly last: string;
  readonly least: number;
  readonly most: number;
  /** What those two are called. */
  readonly ends: readonly [string, string];
}

export function panelLook(panel: ChartSlide): PanelLook {
  const { heading, categories, least, most, percent } = panel;
  const end = (value: number) =>
    `${formatNumber(value, Number.isInteger(value) ? 0 : 1)}${percent ? '%' : ''}`;
  return {
    name: heading,
    value: lastText(panel, 'value'),
    isBehind: panel.series.some(({ role, isBehind }) => role === 'value' && isBehind),
    lines: lineLooks(panel).map(({ series: { values, weak = [] }, tone, isThick }) => ({
      ...{ values, weak, tone, isThick },
    })),
    first: categories[0] ?? '',
    last: categories.length > 1 ? (categories.at(-1) ?? '') : '',
    ...{ least, most, ends: [end(least), end(most)] },
  };
}

export interface PanelFrame {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** Where so many small charts lie, `across` beside each other at most, `gap` apart; in the unit of the room. */
export function panelFrames(
  count: number,
  room: PanelFrame,
  gap: { readonly x: number; readonly y: number },
  across = columnsOf(count),
): PanelFrame[] {
  const columns = Math.min(across, Math.max(1, count));
  const rows = Math.ceil(count / columns);
  const w = (room.w - gap.x * (columns - 1)) / columns;
  const h = room.h / rows - gap.y;
  return Array.from({ length: count }, (_, at) => ({
    x: room.x + (at % columns) * (w + gap.x),
    y: room.y + Math.floor(at / columns) * (h + gap.y),
    ...{ w, h },
  }));
}

/** Beside each other on a page that is wider than high. */
export function columnsOf(count: number): number {
  if (count > 8) return 5;
  return count > 6 ? 4 : 3;
}
