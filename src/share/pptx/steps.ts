/** A waterfall as native stacked bars: one series keeps the room before a step, one carries the texts. */
import type PptxGenJS from 'pptxgenjs';
import { bodyTop } from '../../slide/page/room.ts';
import type { SlideSeries, SlideStep, StepsSlide } from '../../slide/slide.ts';
import { words } from '../../text/words.ts';
import type { DrawnChart } from './blanks.ts';
import type { Drawn } from './chart/drawn.ts';
import { ACCENT, FONT, GREY, INK, INNER, type Page, SIDE, SIZE, WARNING } from './style.ts';
import { bodyEnd } from './text.ts';

/** Inches that one bar takes at most, and shares of the frame that the plot takes. */
const MOST_BAR = 0.5;
const PLOT = { x: 0.31, y: 0.02, w: 0.68, h: 0.96 };
/** What the texts behind the longest bar take of the axis. */
const TEXTS = 0.22;

export function addSteps(file: PptxGenJS, page: Page, slide: StepsSlide): DrawnChart {
  const { steps, ticks } = slide;
  const [least = 0, end = 1] = [ticks[0], ticks.at(-1)];
  const most = end + (end - least) * TEXTS;
  const shown = seriesOf(slide, (most - least) * TEXTS);
  const names = steps.map(({ name }) => name);
  const data = shown.map(({ series }) => ({
    name: series.name,
    labels: names,
    values: series.values as number[],
  }));
  const top = bodyTop(slide);
  page.addChart(file.ChartType.bar, data, {
    ...{ x: SIDE, y: top, w: INNER },
    h: Math.min(bodyEnd(slide) - top - 0.05, steps.length * MOST_BAR + 0.3),
    layout: PLOT,
    altText: [slide.heading, slide.sentence].filter(Boolean).join('. '),
    ...{ barDir: 'bar', barGrouping: 'stacked', barGapWidthPct: 35 },
    chartColors: shown.map(({ colour }) => colour),
    catAxisLabelFontFace: FONT,
    catAxisLabelFontSize: SIZE.label,
    catAxisLabelColor: INK,
    catAxisOrientation: 'maxMin' as 'minMax', // the types know only one of the two
    catAxisLineShow: true,
    ...{ valAxisHidden: true, valAxisLineShow: false, valAxisMinVal: least, valAxisMaxVal: most },
    ...{ valGridLine: { style: 'none' }, catGridLine: { style: 'none' }, showLegend: false },
  });
  return { shown, decimals: slide.decimals, axis: { least, most, plot: PLOT.h } };
}

/** Room, then levels and steps by their tone, then texts; every step has a value in one of the middle ones. */
function seriesOf({ steps }: StepsSlide, texts: number): Drawn[] {
  const low = ({ from, to }: SlideStep) => Math.min(from, to);
  const height = ({ from, to }: SlideStep) => Math.abs(to - from);
  const of = (...tones: SlideStep['tone'][]) =>
    steps.map((step) => (tones.includes(step.tone) ? height(step) : null));
  const { level, rise, fall, room } = words.explaining;
  const look = (name: string, values: readonly (number | null)[], more: Partial<Drawn>): Drawn => ({
    series: { ...BARE, name, line: name, values, texts: steps.map(({ text }) => text) },
    colour: ACCENT,
    points: new Map(),
    labels: 'none',
    ...{ isThin: false, isDashed: false },
    ...more,
  });
  const isRise = (wanted: boolean) =>
    steps.map((step) =>
      step.tone !== 'end' && step.to > step.from === wanted ? height(step) : null,
    );
  const tone = (wanted: boolean) =>
    steps.find((step) => step.tone !== 'end' && step.to > step.from === wanted)?.tone;
  const paint = (wanted: boolean): Partial<Drawn> =>
    tone(wanted) === 'bad' ? { colour: WARNING, fill: 'hollow' } : {};
  return [
    look(
      room,
      steps.map((step) => (step.tone === 'end' ? 0 : low(step))),
      { fill: 'none' },
    ),
    look(level, of('end'), { colour: GREY }),
    look(rise, isRise(true), paint(true)),
    look(fall, isRise(false), paint(false)),
    look(
      words.present.remark,
      steps.map(() => texts),
      { fill: 'none', labels: 'all' },
    ),
  ];
}

const BARE: Omit<SlideSeries, 'name' | 'line' | 'values' | 'texts'> = {
  role: 'value',
  isStrong: true,
  label: '',
};
