/**
 * Excel workbooks with native numbers, made in the browser: one sheet a view, in words, and a last one with the codes
 * and the unrounded values in the columns of the contract.
 */
import type { SheetData } from 'write-excel-file/browser';
import type { Dataset } from '../../model/dataset.ts';
import type { BriefingSheet } from '../../slide/paper/sheets.ts';
import { words } from '../../text/words.ts';
import { withoutControls } from '../escape.ts';
import { EXPORT_COLUMNS, EXPORT_FIELDS } from '../rows.ts';
import { rangeOf, sheetNames } from './names.ts';
import { type Drawn, drawnSheet } from './sheet.ts';

export interface Workbook {
  readonly data: Dataset;
  readonly sheets: readonly BriefingSheet[];
}

/** Fetches the library ahead of need. */
export async function preloadExcel(): Promise<void> {
  await import('write-excel-file/browser');
}

/** Numbers are numbers with the places of their indicator, texts are texts (never formulas). */
export async function excelFile(book: Workbook): Promise<Blob> {
  const { default: writeExcelFile } = await import('write-excel-file/browser');
  const { sheets, filters } = workbookSheets(book);
  const features = [filtered(filters)];
  return writeExcelFile([...sheets], { fontFamily: 'Arial', fontSize: 11, features }).toBlob();
}

/** What the library is given; `filters` are the ranges that can be filtered, '' of a sheet without. */
export function workbookSheets({ data, sheets }: Workbook) {
  const names = sheetNames([...sheets.map(({ title }) => title), words.workbook.codes]);
  const drawn = [...sheets.map((sheet) => drawnSheet(data, sheet)), codeSheet(data, sheets, names)];
  return {
    sheets: drawn.map(({ rows, widths, sticky, columns }, at) => ({
      data: rows,
      sheet: names[at] ?? '',
      columns: widths.map((width) => ({ width })),
      stickyRowsCount: sticky,
      ...(columns > 0 ? { stickyColumnsCount: columns } : {}),
    })),
    filters: drawn.map(({ filter }) => filter),
  };
}

/** Every figure as the CSV has it, with the sheet on which it stands where there are several. */
function codeSheet(
  data: Dataset,
  sheets: readonly BriefingSheet[],
  names: readonly string[],
): Drawn {
  const isMany = sheets.length > 1;
  const added = [...new Set(sheets.flatMap(({ more = [] }) => more.map(({ csv }) => csv)))];
  const head = [...(isMany ? [words.workbook.sheet] : []), ...EXPORT_COLUMNS, ...added];
  const body: SheetData = sheets.flatMap(({ figures, more = [] }, at) => {
    const own = added.map((name) => more.find(({ csv }) => csv === name));
    return figures.map((figure) => [
      ...(isMany ? [{ value: names[at] ?? '', type: String }] : []),
      ...[...EXPORT_FIELDS, ...own].map((field) => plainCell(field?.raw(figure, data) ?? null)),
    ]);
  });
  return {
    rows: [head.map((value) => ({ value, fontWeight: 'bold' as const })), ...body],
    widths: head.map(() => 16),
    sticky: 1,
    columns: 0,
    filter: body.length > 0 ? rangeOf(1, head.length, body.length) : '',
  };
}

function plainCell(value: string | number | null) {
  if (value === null || value === '') return null;
  return typeof value === 'number'
    ? { value, type: Number }
    : { value: withoutControls(value), type: String };
}

/** The library cannot filter: the range goes into the sheet as the format has it, after its cells. */
function filtered(filters: readonly string[]) {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml: string, _: unknown, { sheetIndex }: { readonly sheetIndex: number }) => {
            const range = filters[sheetIndex];
            return range
              ? xml.replace('</sheetData>', `</sheetData><autoFilter ref="${range}"/>`)
              : xml;
          },
        },
      },
    },
  };
}
