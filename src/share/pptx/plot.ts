/** Marks between two axes as a native scatter chart: its lines and marks are series with looks of their own. */
import type PptxGenJS from 'pptxgenjs';
import { bodyTop } from '../../slide/page/room.ts';
import type { PlotLook, PlotPoint, PlotSeries, PlotSlide } from '../../slide/slide.ts';
import { words } from '../../text/words.ts';
import { escapeMarkup } from '../escape.ts';
import type { DrawnChart } from './blanks.ts';
import type { Drawn } from './chart/drawn.ts';
import { tag } from './chart/labels.ts';
import {
  ACCENT,
  FONT,
  GREY,
  INK,
  INNER,
  LINE,
  MUTED,
  PALE,
  type Page,
  SIDE,
  SIZE,
  WARNING,
} from './style.ts';
import { bodyEnd } from './text.ts';

/** Shares of the frame that the plot takes: beside names of rows, or beside values. */
const PLOT = {
  rows: { x: 0.33, y: 0.02, w: 0.45, h: 0.88 },
  values: { x: 0.08, y: 0.02, w: 0.9, h: 0.82 },
};
/** Half the height of a tick, in rows. */
const TICK = { tick: 0.34, mid: 0.2 };

/** A series as the file has it: its texts beside its points, and on which side. */
interface Row {
  readonly name: string;
  readonly look: PlotLook;
  readonly points: readonly (PlotPoint | null)[];
  readonly side: 'l' | 'r' | 'b';
}

export function addPlot(file: PptxGenJS, page: Page, slide: PlotSlide): DrawnChart {
  const { isRows, x, y } = slide;
  const rows = rowsOf(slide);
  const all = rows.flatMap(({ points }) => points);
  const across = acrossOf(all);
  const data = rows.map((row) => ({ name: row.name, labels: [], values: valuesOf(rows, row) }));
  const top = bodyTop(slide);
  page.addChart(
    file.ChartType.scatter,
    [{ name: x.name || 'x', values: across }, ...data] as Parameters<Page['addChart']>[1],
    {
      ...{ x: SIDE, y: top, w: INNER, h: bodyEnd(slide) - top - 0.05 },
      layout: layoutOf(slide),
      altText: [slide.heading, slide.sentence].filter(Boolean).join('. '),
      chartColors: rows.map(() => ACCENT),
      ...{ catAxisMinVal: x.least, catAxisMaxVal: x.most, catAxisHidden: isRows },
      ...{ valAxisMinVal: y.least, valAxisMaxVal: y.most, valAxisHidden: isRows },
      ...{ catAxisLabelFontFace: FONT, catAxisLabelFontSize: SIZE.label, catAxisLabelColor: MUTED },
      ...{ valAxisLabelFontFace: FONT, valAxisLabelFontSize: SIZE.label, valAxisLabelColor: MUTED },
      catLabelFormatCode: formatOf(x.ticks.map(({ text }) => text)),
      valAxisLabelFormatCode: formatOf(y.ticks.map(({ text }) => text)),
      ...(isRows ? {} : { catAxisMajorUnit: stepOf(x.ticks), valAxisMajorUnit: stepOf(y.ticks) }),
      ...titleOf(slide),
      catGridLine: isRows ? { style: 'none' } : { color: LINE, size: 0.75 },
      valGridLine: isRows ? { style: 'none' } : { color: LINE, size: 0.75 },
      ...{ lineSize: 1, lineDataSymbolSize: 6, displayBlanksAs: 'gap', showLegend: false },
    },
  );
  return {
    shown: data.map(({ name, values }) => drawn(name, values)),
    decimals: 0,
    axis: { least: y.least, most: y.most, plot: 1 },
    across,
    restyle: (xml) => acrossAs(restyled(xml, rows), formatOf(x.ticks.map(({ text }) => text))),
  };
}

/** Long texts behind the rows take what their names and the plot leave. */
function layoutOf({ isRows, room }: PlotSlide) {
  if (!isRows) return PLOT.values;
  return room ? { ...PLOT.rows, x: room.names, w: 1 - room.names - room.texts } : PLOT.rows;
}

/** The series; of rows their names and the ends of their scale are series of texts, too. */
function rowsOf({ isRows, x, y, series }: PlotSlide): Row[] {
  const shown = series.map((one): Row => ({ ...one, points: ticked(one), side: 'r' }));
  if (!isRows) return shown;
  const names = y.ticks.map(({ at, text }) => ({ x: x.least, y: at, text }));
  const ends = x.ticks.map(({ at, text }) => ({ x: at, y: y.least, text }));
  return [
    ...shown,
    { name: words.spine.rows, look: 'text', points: names, side: 'l' },
    { name: words.spine.scale, look: 'text', points: ends, side: 'b' },
  ];
}

/** A tick is a short line across its row: there is no such mark. */
function ticked({ look, points }: PlotSeries): readonly (PlotPoint | null)[] {
  if (look !== 'tick' && look !== 'mid') return points;
  const half = TICK[look];
  return points.flatMap((point) =>
    point ? [{ ...point, y: point.y - half }, { ...point, y: point.y + half, text: '' }, null] : [],
  );
}

/** What goes across; at a gap the last place again, where nothing stands. */
function acrossOf(points: readonly (PlotPoint | null)[]): number[] {
  let last = points.find((point) => point !== null)?.x ?? 0;
  return points.map((point) => {
    last = point?.x ?? last;
    return last;
  });
}

/** The heights of one series, at its own places of the column. */
function valuesOf(rows: readonly Row[], own: Row): number[] {
  return rows.flatMap((row) =>
    row.points.map((point) => (row === own ? (point?.y ?? null) : null)),
  ) as number[];
}

function drawn(name: string, values: readonly (number | null)[]): Drawn {
  return {
    series: { name, role: 'value', values, texts: [], isStrong: true, line: name, label: '' },
    ...{ colour: ACCENT, points: new Map(), labels: 'none', isThin: false, isDashed: false },
  };
}

/** Numbers without a sign that languages write differently. */
function formatOf(texts: readonly string[]): string {
  return texts.some((text) => text.endsWith('%')) ? '0"%"' : '0';
}

function stepOf(ticks: PlotSlide['x']['ticks']): number {
  const [first, second] = ticks;
  return first && second ? Math.max(1e-9, second.at - first.at) : 1;
}

function titleOf({ isRows, x, y }: PlotSlide) {
  if (isRows) return {};
  const face = { FontFace: FONT, FontSize: SIZE.label, Color: MUTED };
  const of = (axis: string) =>
    Object.fromEntries(
      Object.entries(face).map(([key, value]) => [`${axis}AxisTitle${key}`, value]),
    );
  return {
    ...{ showCatAxisTitle: x.name !== '', catAxisTitle: x.name, ...of('cat') },
    ...{ showValAxisTitle: y.name !== '', valAxisTitle: y.name, ...of('val') },
  };
}

function restyled(xml: string, rows: readonly Row[]): string {
  let at = -1;
  let from = 0;
  return xml
    .replace(/<c:ser>[\s\S]*?<\/c:ser>/g, (series) => {
      at += 1;
      const row = rows[at];
      if (!row) return series;
      const start = from;
      from += row.points.length;
      return series
        .replace(/<c:spPr>[\s\S]*?<\/c:spPr>/, () => lineXml(row.look))
        .replace(/<c:marker>[\s\S]*?<\/c:marker>/, () => markerXml(row.look))
        .replace('<c:xVal>', () => `${textsXml(row, start)}<c:xVal>`);
    })
    .replace(/(<\/c:ser>)\s*<c:dLbls>[\s\S]*?<\/c:dLbls>/, '$1')
    .replace(OF_NAMES, '<c:crossBetween val="midCat"/>')
    .replaceAll('sourceLinked="1"', 'sourceLinked="0"')
    .replaceAll('lang="en-US"', `lang="${tag()}"`);
}

/** The library writes the format of the axis upwards for both. */
function acrossAs(xml: string, format: string): string {
  const axis = /(<c:axPos val="b"\s*\/>[\s\S]*?<c:numFmt formatCode=")[^"]*"/;
  return xml.replace(axis, (_, start: string) => `${start}${escapeMarkup(format)}"`);
}

/** What the library writes of an axis of values as if it had names. */
const OF_NAMES = /<c:auto val="1"\/>\s*<c:lblAlgn val="ctr"\/>\s*<c:noMultiLvlLbl val="1"\/>/g;

const rgb = (colour: string) => `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`;

/** Widths of lines in hundredths of a point, their colours and dashes. */
const LINES: Partial<Record<PlotLook, readonly [number, string, string]>> = {
  thin: [100, MUTED, 'solid'],
  thick: [1000, GREY, 'solid'],
  dashed: [100, MUTED, 'dash'],
  dotted: [100, MUTED, 'sysDot'],
  mid: [150, INK, 'solid'],
  tick: [300, INK, 'solid'],
};

/** Office draws later series above, LibreOffice below: what is behind a band must be seen through it. */
const SHEER = `<a:srgbClr val="${MUTED}"><a:alpha val="35000"/></a:srgbClr>`;

function lineXml(look: PlotLook): string {
  const line = LINES[look];
  if (!line) return '<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>';
  const [width, colour, dash] = line;
  const paint = look === 'thick' ? `<a:solidFill>${SHEER}</a:solidFill>` : rgb(colour);
  return `<c:spPr><a:ln w="${width * 127}" cap="flat">${paint}<a:prstDash val="${dash}"/><a:round/></a:ln></c:spPr>`;
}

/** Symbols of marks, with the colours of their insides and edges. */
const MARKS: Partial<Record<PlotLook, readonly [string, string, string]>> = {
  dot: ['circle', ACCENT, ACCENT],
  ring: ['circle', PALE, ACCENT], // LibreOffice draws no edges: a hollow one would be nothing
  bad: ['square', WARNING, WARNING],
};

function markerXml(look: PlotLook): string {
  const mark = MARKS[look];
  if (!mark) return '<c:marker><c:symbol val="none"/></c:marker>';
  const [symbol, inside, edge] = mark;
  return `<c:marker><c:symbol val="${symbol}"/><c:size val="9"/><c:spPr>${rgb(inside)}<a:ln w="15875">${rgb(edge)}</a:ln></c:spPr></c:marker>`;
}

const HIDDEN =
  '<c:showLegendKey val="0"/><c:showVal val="0"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>';
/** What a point shows is its own text: some kind of value must be asked for all the same. */
const SHOWN = HIDDEN.replace('showVal val="0"', 'showVal val="1"');

function textsXml({ points, side }: Row, from: number): string {
  const run = `lang="${tag()}" sz="${SIZE.label * 100}"`;
  const face = `${rgb(INK)}<a:latin typeface="${FONT}"/>`;
  const each = points.map((point, at) => {
    if (!point?.text) return '';
    const text = `<a:r><a:rPr ${run}>${face}</a:rPr><a:t>${escapeMarkup(point.text)}</a:t></a:r>`;
    const rich = `<c:tx><c:rich><a:bodyPr wrap="none"/><a:lstStyle/><a:p>${text}</a:p></c:rich></c:tx>`;
    return `<c:dLbl><c:idx val="${from + at}"/>${rich}<c:dLblPos val="${side}"/>${SHOWN}</c:dLbl>`;
  });
  return `<c:dLbls>${each.join('')}${HIDDEN}</c:dLbls>`;
}
