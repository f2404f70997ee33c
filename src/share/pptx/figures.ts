/** Native charts and tables of a deck, to be edited like any other. */
import type PptxGenJS from 'pptxgenjs';
import { columnWidths } from '../../slide/fitted.ts';
import type { ChartSlide, SlideSeries, TableSlide } from '../../slide/slide.ts';
import {
  ACCENT,
  ERROR,
  FONT,
  INK,
  INNER,
  LINE,
  MUTED,
  type Page,
  ROLE,
  SERIES,
  SIDE,
  TINT,
  WARNING,
} from './style.ts';

const CHART = { x: SIDE, y: 2.25, w: INNER, h: 3.7 };

/** @returns the series as drawn */
export function addChart(file: PptxGenJS, page: Page, slide: ChartSlide): readonly SlideSeries[] {
  const bars = slide.type === 'bars';
  const shown = bars ? slide.series : slide.series.filter(hasValues);
  const data = shown.map((series) => ({
    name: series.name,
    labels: [...slide.categories],
    values: series.values as number[],
  }));
  const format = formatCode(slide);
  page.addChart(bars ? file.ChartType.bar : file.ChartType.line, data, {
    ...CHART,
    altText: [slide.heading, slide.sentence].filter(Boolean).join('. '),
    barDir: 'bar',
    barGapWidthPct: 40,
    chartColors: shown.map((series, at) => colourOf(series, at)),
    catAxisLabelFontFace: FONT,
    catAxisLabelFontSize: 14,
    catAxisLabelColor: INK,
    catAxisOrientation: (bars ? 'maxMin' : 'minMax') as 'minMax', // the types know only one of the two
    catAxisLineShow: true,
    valAxisHidden: bars,
    valAxisLabelFontFace: FONT,
    valAxisLabelFontSize: 14,
    valAxisLabelColor: MUTED,
    valAxisLabelFormatCode: format,
    valAxisMinVal: slide.least,
    valAxisMaxVal: slide.most,
    valGridLine: bars ? { style: 'none' } : { color: LINE, size: 0.75 },
    catGridLine: { style: 'none' },
    showValue: bars || shown.length === 1,
    dataLabelPosition: bars ? 'outEnd' : 't',
    dataLabelFormatCode: format,
    dataLabelFontFace: FONT,
    dataLabelFontSize: 14,
    dataLabelColor: INK,
    displayBlanksAs: 'gap',
    lineDataSymbolSize: 7,
    lineSize: 2.5,
    showLegend: shown.length > 1,
    legendPos: 'b',
    legendFontFace: FONT,
    legendFontSize: 14,
    legendColor: INK,
  });
  return shown;
}

function hasValues({ values }: SlideSeries): boolean {
  return values.some((value) => value !== null);
}

function colourOf({ role }: SlideSeries, at: number): string {
  return role === 'value' ? (SERIES[at % SERIES.length] ?? ACCENT) : ROLE[role];
}

/** In the file format's own notation; values are in scale units, so "%" is a text. */
function formatCode({ percent, decimals }: ChartSlide): string {
  if (!percent) return decimals > 0 ? `#,##0.${'0'.repeat(decimals)}` : '#,##0';
  return `${decimals > 0 ? `0.${'0'.repeat(decimals)}` : '0'}"%"`;
}

const TONES = { error: ERROR, warning: WARNING, tint: INK } as const;

export function addTable(page: Page, slide: TableSlide): void {
  const { columns, rows } = slide;
  const head = columns.map(({ name, number }) => ({
    text: name,
    options: {
      bold: true,
      color: INK,
      fill: { color: TINT },
      align: number ? ('right' as const) : ('left' as const),
    },
  }));
  const body = rows.map((row) =>
    row.map((cell, at) => ({
      text: cell.text,
      options: {
        bold: cell.bold ?? false,
        color: cell.tone ? TONES[cell.tone] : INK,
        ...(cell.tone === 'tint' ? { fill: { color: TINT } } : {}),
        align: columns[at]?.number ? ('right' as const) : ('left' as const),
      },
    })),
  );
  page.addTable([head, ...body], {
    x: SIDE,
    y: slide.sentence || slide.note ? 2.25 : 1.55,
    w: INNER,
    colW: columnWidths(slide),
    fontFace: FONT,
    fontSize: 14,
    border: { type: 'solid', pt: 0.75, color: LINE },
    margin: [0.03, 0.08, 0.03, 0.08],
    valign: 'middle',
  });
}
