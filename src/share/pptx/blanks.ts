/** Mends how the library writes missing values and zeros, and gives the series their look. */
import type JSZip from 'jszip';
import type { Axis, Drawn } from './chart/drawn.ts';
import { withLooks, withTexts } from './chart/labels.ts';

export interface DrawnChart {
  readonly shown: readonly Drawn[];
  readonly decimals: number;
  readonly axis: Axis;
  /** Of marks between two axes: how their series look, in place of what `labels.ts` gives bars and lines. */
  readonly restyle?: (xml: string) => string;
  /** Of the same: the values of the first column, which is not one of names. */
  readonly across?: readonly number[];
}

/**
 * The library writes "no number" as an empty text, which Office takes for damage, and zero in the workbook as
 * nothing: blanks are taken out, zeros put in.
 */
export async function mendCharts(
  Zip: typeof JSZip,
  zip: JSZip,
  charts: readonly DrawnChart[],
): Promise<void> {
  const drawings = numberedParts(zip, /^ppt\/charts\/chart(\d+)\.xml$/);
  for (const [at, path] of drawings.entries()) {
    const { shown = [], axis = WHOLE, restyle } = charts[at] ?? {};
    await rewrite(zip, path, (xml) => {
      const known = withoutBlankPoints(xml);
      return restyle ? restyle(known) : withLooks(known, shown, axis);
    });
  }
  const workbooks = numberedParts(zip, /^ppt\/embeddings\/Microsoft_Excel_Worksheet(\d+)\.xlsx$/);
  for (const [at, path] of workbooks.entries()) {
    const { shown = [], decimals = 0, across = [] } = charts[at] ?? {};
    const book = await Zip.loadAsync(
      (await zip.file(path)?.async('uint8array')) ?? new Uint8Array(),
    );
    await rewrite(book, 'xl/worksheets/sheet1.xml', (xml) =>
      withTexts(withZeros(xml, shown, across), shown, decimals),
    );
    zip.file(path, await book.generateAsync({ type: 'uint8array', compression: 'DEFLATE' }));
  }
}

/** Parts of one kind in the order of their numbers, which count on from one deck to the next. */
function numberedParts(zip: JSZip, pattern: RegExp): string[] {
  const number = (path: string) => Number(pattern.exec(path)?.[1]);
  return Object.keys(zip.files)
    .filter((path) => pattern.test(path))
    .sort((a, b) => number(a) - number(b));
}

async function rewrite(zip: JSZip, path: string, change: (xml: string) => string): Promise<void> {
  const xml = await zip.file(path)?.async('string');
  if (xml !== undefined) zip.file(path, change(xml));
}

function withoutBlankPoints(xml: string): string {
  return xml.replace(/<c:pt idx="\d+"><c:v><\/c:v><\/c:pt>/g, '');
}

const WHOLE: Axis = { least: 0, most: 1, plot: 1 };

/** Column B holds the first series, row 2 the first category; column A names, or what goes across. */
function withZeros(xml: string, shown: readonly Drawn[], across: readonly number[]): string {
  return xml.replace(/<c r="([A-Z]+)(\d+)"><v><\/v><\/c>/g, (_, column: string, row: string) => {
    const series = column === 'A' ? across : shown[columnIndex(column) - 1]?.series.values;
    const value = series?.[Number(row) - 2];
    return value === 0 ? `<c r="${column}${row}"><v>0</v></c>` : '';
  });
}

function columnIndex(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
