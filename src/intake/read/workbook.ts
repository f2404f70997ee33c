/**
 * Excel workbooks. `read-excel-file` gives values and dates; what it leaves out (merged cells, percent formats,
 * errors, hidden sheets) is read from the same XML beside it.
 */
import { strToU8, zipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/universal';
import { type CellValue, cellKey, type Merge, Refusal, type Sheet } from '../sheet.ts';
import { cellsWithin, columnOf, withAddresses, withoutEmpty } from './addresses.ts';
import { textFile, unpack } from './archive.ts';
import { visibleIn } from './encoding.ts';
import { LIMITS } from './limits.ts';

/** @throws {Refusal} for a broken, encrypted or overgrown workbook */
export async function readWorkbook(file: string, bytes: Uint8Array): Promise<Sheet[]> {
  const files = await unpack(file, bytes, (path) => /\.(xml|rels)$/.test(path));
  const parts = sheetParts(files);
  if (parts.length === 0) throw new Refusal('broken-workbook', file);
  const percentStyles = stylesOfPercents(textFile(files.get('xl/styles.xml')));
  const tables = await valuesOf(file, readable(file, files, parts) ?? bytes);
  return tables.flatMap(({ sheet: name, data }) => {
    const part = parts.find((candidate) => candidate.name === name);
    if (part?.isHidden || !data) return []; // a sheet that is a chart has none
    const marks = marksOf(textFile(files.get(part?.path ?? '')), percentStyles);
    const rows = withErrors((data as CellValue[][]).map(visibleRow), marks.errors);
    return [{ file, name, rows, encoding: '', delimiter: '', lines: null, ...marks }];
  });
}

/**
 * The workbook as its reader takes it, put into `files`: with the addresses of its cells, without formats of cells far
 * away from all others (it makes room for every cell up to the last). Null where nothing had to be changed.
 *
 * @throws {Refusal} where the cells that say something lie too far apart
 */
function readable(
  file: string,
  files: Map<string, Uint8Array>,
  parts: readonly SheetPart[],
): Uint8Array | null {
  let isChanged = false;
  for (const { path } of parts) {
    const xml = textFile(files.get(path));
    const addressed = withAddresses(xml);
    const whole = cellsWithin(addressed) > LIMITS.cells ? withoutEmpty(addressed) : addressed;
    const cells = cellsWithin(whole);
    if (cells > LIMITS.cells) throw new Refusal('too-many-cells', file, String(cells));
    if (whole === xml) continue;
    files.set(path, strToU8(whole));
    isChanged = true;
  }
  return isChanged ? zipSync(Object.fromEntries(files), { level: 0 }) : null;
}

async function valuesOf(file: string, bytes: Uint8Array) {
  try {
    return await readXlsxFile(bytes.slice().buffer as ArrayBuffer);
  } catch (error) {
    throw new Refusal('broken-workbook', file, (error as Error).message);
  }
}

interface SheetPart {
  readonly name: string;
  readonly path: string;
  readonly isHidden: boolean;
}

/** Names of the sheets and the files in which they lie, as the workbook lists them. */
function sheetParts(files: ReadonlyMap<string, Uint8Array>): SheetPart[] {
  const targets = new Map(
    tagsOf(textFile(files.get('xl/_rels/workbook.xml.rels')), 'Relationship').map((tag) => [
      tag.Id ?? '',
      (tag.Target ?? '').replace(/^\/?(xl\/)?/, 'xl/'),
    ]),
  );
  return tagsOf(textFile(files.get('xl/workbook.xml')), 'sheet').map((tag) => ({
    name: tag.name ?? '',
    path: targets.get(tag['r:id'] ?? '') ?? '',
    isHidden: /^(very)?hidden$/i.test(tag.state ?? ''),
  }));
}

/** Positions of the cell formats whose number format has a percent sign (built in: 9 and 10). */
function stylesOfPercents(xml: string): ReadonlySet<string> {
  const own = tagsOf(xml, 'numFmt').filter((tag) => tag.formatCode?.includes('%'));
  const formats = new Set(['9', '10', ...own.map((tag) => tag.numFmtId ?? '')]);
  const cellFormats = tagsOf(
    /<(?:\w+:)?cellXfs[\s\S]*?<\/(?:\w+:)?cellXfs>/.exec(xml)?.[0] ?? '',
    'xf',
  );
  const percents = [...cellFormats.keys()].filter((at) =>
    formats.has(cellFormats[at]?.numFmtId ?? ''),
  );
  return new Set(percents.map(String));
}

function marksOf(xml: string, percentStyles: ReadonlySet<string>) {
  const percents = new Set<string>();
  const errors = new Map<string, string>();
  for (const found of xml.matchAll(/<(?:\w+:)?c\s([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?c>)/g)) {
    const tag = attributes(found[1] ?? '');
    const at = position(tag.r ?? '');
    if (!at) continue;
    const key = cellKey(at.row, at.column);
    if (percentStyles.has(tag.s ?? '') && (tag.t ?? 'n') === 'n') percents.add(key);
    const error = errorIn(tag.t ?? 'n', found[2] ?? '');
    if (error !== null) errors.set(key, error);
  }
  const merges = tagsOf(xml, 'mergeCell').flatMap((tag) => mergeOf(tag.ref ?? ''));
  return { percents, errors, merges };
}

const visibleRow = (row: CellValue[]): CellValue[] =>
  row.map((value) => (typeof value === 'string' ? visibleIn(value) : value));

/** What a cell says in place of a value: its error, or a formula that nobody has reckoned yet. */
function errorIn(type: string, content: string): string | null {
  const value = /<(?:\w+:)?v>([^<]*)/.exec(content)?.[1] ?? '';
  if (type === 'e') return unescaped(value) || '#';
  if (value !== '' || type === 'str' || type === 'inlineStr') return null;
  const formula = /<(?:\w+:)?f(?:\s[^>]*)?(?:\/>|>([^<]*))/.exec(content);
  return formula ? `=${unescaped(formula[1] ?? '')}` : null;
}

/** Cells with an error stand in their rows as what it says: else their row might look empty. */
function withErrors(rows: CellValue[][], errors: ReadonlyMap<string, string>): CellValue[][] {
  for (const [key, error] of errors) {
    const [row = 0, column = 0] = key.split(':').map(Number);
    while (rows.length <= row) rows.push([]);
    const cells = rows[row];
    if (!cells) continue;
    while (cells.length <= column) cells.push(null);
    cells[column] = error;
  }
  return rows;
}

function mergeOf(reference: string): Merge[] {
  const [from, to] = reference.split(':').map(position);
  if (!from || !to) return [];
  return [{ ...from, rows: to.row - from.row + 1, columns: to.column - from.column + 1 }];
}

/** "B3" → row 2, column 1. */
function position(reference: string): { row: number; column: number } | null {
  const found = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference);
  if (!found) return null;
  return { row: Number(found[2]) - 1, column: columnOf(found[1] ?? '') - 1 };
}

function tagsOf(xml: string, name: string): Record<string, string>[] {
  const tags = xml.matchAll(new RegExp(`<(?:\\w+:)?${name}\\s([^>]*?)/?>`, 'g'));
  return [...tags].map((found) => attributes(found[1] ?? ''));
}

function attributes(text: string): Record<string, string> {
  const found = text.matchAll(/([\w:]+)\s*=\s*"([^"]*)"/g);
  return Object.fromEntries(
    [...found].map(([, name = '', value = '']) => [name, unescaped(value)]),
  );
}

const ENTITIES: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  amp: '&',
};

function unescaped(text: string): string {
  return text.replace(/&(#x?[\da-f]+|\w+);/gi, (all, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name] ?? all;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code < 0x110000 ? String.fromCodePoint(code) : all;
  });
}
