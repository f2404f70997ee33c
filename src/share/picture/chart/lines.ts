/** Lines over time on paper. */
import { dotsOf, linePath } from '../../../model/drawing/line.ts';
import { formatNumber } from '../../../model/writing/number.ts';
import { lineLooks } from '../../../slide/looks.ts';
import { type TimeLabel, type TimeLabels, timeLabels } from '../../../slide/page/times.ts';
import type { ChartSlide, SlideSeries } from '../../../slide/slide.ts';
import { palette } from '../../../style/palette.ts';
import { broken, cut, dotMark, line, type Marks, SMALL, text, WIDTH, widthOf } from './marks.ts';
import { toneColour } from './tone.ts';

const LINES = { top: 16, left: 84, right: 290, plot: 400, bottom: 44, years: 74, gap: 28 };

/** Lines over time: a few in colour with their names at the ends, the others grey. */
export function lineMarks(slide: ChartSlide): Marks {
  const { categories, least, most } = slide;
  const room = WIDTH - LINES.left - LINES.right;
  const step = room / Math.max(1, categories.length - 1);
  const x = (at: number) => LINES.left + at * step;
  const y = (value: number) => LINES.top + LINES.plot * (1 - (value - least) / (most - least || 1));
  const shown = looks(slide);
  const drawn = shown.map((look) => lineMark(look, x, y));
  const times = timesOf(categories, room);
  const height = LINES.top + LINES.plot + (times.years.length > 0 ? LINES.years : LINES.bottom);
  const body = [
    ...ticks(slide).map((value) => gridLine(slide, value, y(value))),
    periodMarks(times, x),
    ...drawn,
    ...endNames(shown, x, y),
  ];
  return { body: body.join(''), height };
}

interface Look {
  readonly series: SlideSeries;
  readonly colour: string;
  readonly nameColour: string;
  readonly width: number;
  readonly dash: string;
  readonly isNamed: boolean;
}

const DASHES = { target: '8 6', group: '14 8', own: '3 6', value: '' } as const;

/** Grey lines first, so that they lie below. */
function looks(slide: ChartSlide): Look[] {
  const all = lineLooks(slide).map(({ series, tone, isThick, isNamed, nameTone }): Look => {
    const isShared = series.role !== 'value';
    return {
      ...{ series, isNamed, colour: toneColour(tone), dash: DASHES[series.role] },
      nameColour: toneColour(nameTone),
      width: isThick ? 4 : isShared ? 2.5 : 1.5,
    };
  });
  return all.sort((a, b) => a.width - b.width);
}

function lineMark(
  { series: { values, weak }, colour, width, dash }: Look,
  x: (at: number) => number,
  y: (value: number) => number,
): string {
  const path = linePath(values, x, y);
  const dots = width < 4 || dash ? [] : dotsOf(values, weak);
  const dashes = dash ? ` stroke-dasharray="${dash}"` : '';
  return [
    `<path d="${path}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linejoin="round"${dashes}/>`,
    ...dots.map(({ at, value, isWeak }) => dotMark(x(at), y(value), 5, colour, isWeak)),
  ].join('');
}

/** Lines of text that a name may take. */
const MOST_ROWS = 2;

/** Names and last values at the ends of lines, apart from each other. */
function endNames(
  shown: readonly Look[],
  x: (at: number) => number,
  y: (value: number) => number,
): string[] {
  const named = shown
    .filter(({ isNamed, series }) => isNamed && lastKnown(series) >= 0)
    .map(({ series, nameColour: colour }) => {
      const at = lastKnown(series);
      const said = [series.texts[at] ?? '', series.label].filter(Boolean).join(' ');
      return { at, colour, height: y(series.values[at] ?? 0), rows: rowsOf(said) };
    })
    .sort((a, b) => a.height - b.height);
  const places = apart(
    named.map(({ height, rows }) => ({ height, room: rows.length * LINES.gap })),
  );
  const end = WIDTH - LINES.right;
  return named.map(({ at, colour, height, rows }, index) => {
    const top = (places[index] ?? height) - ((rows.length - 1) * LINES.gap) / 2;
    const lead = line(x(at) + 8, height, end + 14, places[index] ?? height, colour, 1);
    const said = rows.map((row, below) =>
      text(row, end + 18, top + below * LINES.gap + 8, { size: SMALL, fill: colour }),
    );
    return lead + said.join('');
  });
}

function rowsOf(said: string): string[] {
  const width = LINES.right - 20;
  const rows = broken(said, width, SMALL);
  const last = rows.slice(MOST_ROWS - 1).join(' ');
  return rows.length <= MOST_ROWS
    ? rows
    : [...rows.slice(0, MOST_ROWS - 1), cut(last, width, SMALL)];
}

/** Where the last value stands; −1 of none. */
function lastKnown({ values }: SlideSeries): number {
  return values.reduce((last: number, value, at) => (value === null ? last : at), -1);
}

/** Middles of names, moved down or up from their heights until none reaches into the next. */
export function apart(
  names: readonly { readonly height: number; readonly room: number }[],
): number[] {
  const places = names.map(({ height }) => height);
  const between = (at: number) => ((names[at]?.room ?? 0) + (names[at + 1]?.room ?? 0)) / 2;
  const last = LINES.top + LINES.plot;
  for (let at = 1; at < places.length; at += 1) {
    places[at] = Math.max(places[at] ?? 0, (places[at - 1] ?? 0) + between(at - 1));
  }
  if ((places.at(-1) ?? 0) > last) places[places.length - 1] = last;
  for (let at = places.length - 2; at >= 0; at -= 1) {
    places[at] = Math.min(places[at] ?? 0, (places[at + 1] ?? 0) - between(at));
  }
  return places;
}

const STEPS = [1, 2, 5, 10, 20, 25, 50];

/** Round values of the axis, four to six of them. */
function ticks({ least, most }: ChartSlide): number[] {
  const span = most - least;
  const size = 10 ** Math.floor(Math.log10(span / 5 || 1));
  const step = STEPS.map((one) => one * size).find((one) => span / one <= 5) ?? span;
  const first = Math.ceil(least / step);
  const count = Math.floor(most / step) - first + 1;
  return Array.from({ length: Math.max(1, count) }, (_, at) => (first + at) * step);
}

function gridLine({ percent, decimals }: ChartSlide, value: number, y: number): string {
  const places = Number.isInteger(value) ? 0 : Math.max(1, decimals);
  const said = `${formatNumber(value, places)}${percent ? '%' : ''}`;
  return (
    line(LINES.left, y, WIDTH - LINES.right, y, palette.line, 1.5) +
    text(said, LINES.left - 12, y + 8, { anchor: 'end', size: SMALL })
  );
}

/** Whole names where there is room for all of them, else in two lines. */
function timesOf(periods: readonly string[], room: number): TimeLabels {
  const longest = Math.max(...periods.map((period) => widthOf(period, SMALL)));
  if ((longest + GAP) * periods.length > room) return timeLabels(periods, room / (SMALL * 0.55));
  return { parts: periods.map((text, at) => ({ text, from: at, to: at })), years: [], lead: '' };
}

/** Between two names. */
const GAP = 16;

function periodMarks({ parts, years, lead }: TimeLabels, x: (at: number) => number): string {
  const y = LINES.top + LINES.plot + 34;
  const mark = ({ text: said, from, to }: TimeLabel, at: number) =>
    text(said, (x(from) + x(to)) / 2, at, { anchor: 'middle', size: SMALL });
  return [
    ...parts.map((label) => mark(label, y)),
    ...years.map((label) => mark(label, parts.length > 0 ? y + 30 : y)),
    lead ? text(lead, LINES.left - 20, y, { anchor: 'end', size: SMALL }) : '',
  ].join('');
}
