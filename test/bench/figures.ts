/** Large tables of figures as offices could hand them over: long CSV, and a wide workbook. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { seededRandom } from './random.ts';

/** Counts of a period, by the catalogue: some twenty, so that ten years are a hundred thousand figures. */
const MEASURES = rowsOf('data/catalogue/measures.csv')
  .filter((cells) => cells[4] === 'flow' && cells[5] === '')
  .map(([measure = '']) => measure)
  .slice(0, 22);

function rowsOf(path: string): string[][] {
  const text = readFileSync(resolve(import.meta.dirname, '../..', path), 'utf8');
  return text.split('\n').map((line) => line.split(','));
}

/** Ids of communes: no question is asked. */
function communes(): string[] {
  const rows = rowsOf('data/reports/units.csv').filter((cells) => cells[3] === 'commune');
  return [...new Set(rows.map(([unit = '']) => unit))];
}

/** Months before today, the latest first. */
function monthAt(at: number): string {
  const month = 2025 * 12 + 11 - at;
  return `T${(month % 12) + 1}/${Math.floor(month / 12)}`;
}

/** One row a figure. */
export function longCsv(rows: number): string {
  const { whole } = seededRandom(5);
  const units = communes();
  const lines = Array.from({ length: rows }, (_, at) => {
    const unit = units[at % units.length];
    const measure = MEASURES[Math.floor(at / units.length) % MEASURES.length];
    const month = monthAt(Math.floor(at / (units.length * MEASURES.length)));
    return `${unit};${month};${measure};${whole(0, 900)}`;
  });
  return `Đơn vị;Kỳ;Chỉ tiêu;Giá trị\n${lines.join('\n')}\n`;
}

/** One row a unit and month, a column each measure. */
export function wideWorkbook(rows: number): Uint8Array {
  const { whole } = seededRandom(6);
  const units = communes();
  const cell = (row: number, column: number) => `r="${String.fromCharCode(65 + column)}${row}"`;
  const text = (value: string, row: number, column: number) =>
    `<c ${cell(row, column)} t="inlineStr"><is><t>${value}</t></is></c>`;
  const body = Array.from({ length: rows }, (_, at) => {
    const labels = [units[at % units.length] ?? '', monthAt(Math.floor(at / units.length))];
    const row = at + 2;
    const figures = MEASURES.map(
      (_, own) => `<c ${cell(row, own + 2)}><v>${whole(0, 900)}</v></c>`,
    );
    const names = labels.map((label, column) => text(label, row, column));
    return `<row r="${row}">${names.join('')}${figures.join('')}</row>`;
  });
  const headings = ['Đơn vị', 'Kỳ', ...MEASURES].map((label, column) => text(label, 1, column));
  const head = `<row r="1">${headings.join('')}</row>`;
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const packed = 'http://schemas.openxmlformats.org/package/2006';
  const files: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${packed}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${packed}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Bang" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packed}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${head}${body.join('')}</sheetData></worksheet>`,
  };
  return zipSync(
    Object.fromEntries(Object.entries(files).map(([path, xml]) => [path, strToU8(xml)])),
  );
}
