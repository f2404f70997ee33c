/** What tables on the screen and files of the same figures say, in one form that can be compared. */
import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import type { Page } from 'playwright-core';
import { vi } from '../../src/text/vi/words.ts';

/** A figure; what is not there is ''. */
export interface FigureRow {
  readonly unit: string;
  readonly period: string;
  readonly indicator: string;
  readonly category: string;
  readonly value: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly reported: string;
}

const NUMBERS = ['value', 'numerator', 'denominator', 'reported'] as const;

/** Rows of the table on the screen from their `data-*` attributes; cells are told apart by their headings. */
export async function tableRows(page: Page): Promise<FigureRow[]> {
  const headings = NUMBERS.map((id) => [id, vi.column[id]] as const);
  return page.locator('main table').evaluate((table, names) => {
    const titles = [...table.querySelectorAll('thead th')].map((cell) =>
      (cell.textContent ?? '').replace(/ [↑↓]$/, ''),
    );
    const rows = [...table.querySelectorAll<HTMLElement>('tbody tr[data-unit]')];
    return rows.map((row) => {
      const { unit = '', period = '', indicator = '', category = '' } = row.dataset;
      const cells = [...row.children] as HTMLElement[];
      const numbers = names.map(([id, title]) => [
        id,
        cells[titles.indexOf(title)]?.dataset.value ?? '',
      ]);
      return { unit, period, indicator, category, ...Object.fromEntries(numbers) } as FigureRow;
    });
  }, headings);
}

export interface CsvFile {
  readonly text: string;
  readonly header: readonly string[];
  readonly rows: readonly Readonly<Record<string, string>>[];
}

/** A downloaded CSV file; its text still has the byte-order mark. */
export function readCsvFile(path: string): CsvFile {
  const text = readFileSync(path, 'utf8');
  const { data, meta } = Papa.parse<Record<string, string>>(text.replace(/^\uFEFF/, ''), {
    header: true,
    skipEmptyLines: true,
  });
  return { text, header: meta.fields ?? [], rows: data };
}

export function figureRow(row: Readonly<Record<string, string>>): FigureRow {
  const { unit = '', period = '', indicator = '', category = '' } = row;
  const numbers = NUMBERS.map((id) => [id, row[id] ?? '']);
  return { unit, period, indicator, category, ...Object.fromEntries(numbers) } as FigureRow;
}
