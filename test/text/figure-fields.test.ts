/** Rows of the data table without a browser: words, search, order, and the export of the same figures. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TABLE_COLUMNS, type TableColumn } from '../../src/address/url.ts';
import type { Figure } from '../../src/model/figure.ts';
import { EXPORT_COLUMNS, exportRows } from '../../src/share/rows.ts';
import {
  type FigureRow,
  figureRow,
  isNumberColumn,
  rowMatches,
  sortedRows,
} from '../../src/text/figure-fields.ts';
import { type Loaded, loadPackage } from '../support/load.ts';
import { EVERY_FIGURE } from '../support/questions.ts';

let loaded: Loaded;
let figures: readonly Figure[];
let rows: FigureRow[];
beforeAll(async () => {
  loaded = await loadPackage('data/reports');
  figures = (await loaded.ask(EVERY_FIGURE)).figures;
  rows = figures.map((figure) => figureRow(loaded.data, figure));
});
afterAll(() => loaded.engine.close());

const of = (column: TableColumn, sort: string) =>
  sortedRows(rows, sort).map((row) =>
    isNumberColumn(column) ? row.figure[column] : row.words[column],
  );

describe('a row of the data table', () => {
  it('has words for every column but the numbers, and never an id in place of a name', () => {
    const first = rows.find(({ figure }) => figure.subject === 'dossiers_online_rate');
    expect(first?.words.indicator).toContain('trực tuyến');
    for (const { words, figure } of rows) {
      expect(words.unit).not.toBe('');
      expect(words.unit).not.toBe(figure.unit);
      expect(words.indicator).not.toBe(figure.subject);
      expect(words.period).not.toMatch(/^\d{4}-[SQM]/);
      for (const column of TABLE_COLUMNS.filter(isNumberColumn)) expect(words[column]).toBe('');
    }
  });

  it('is found by every word in any column, without diacritics, in any order', () => {
    const found = rows.filter((row) => rowMatches(row, 'truc tuyen pho hoa'));
    expect(found.length).toBeGreaterThan(0);
    expect(new Set(found.map(({ figure }) => figure.unit))).toEqual(new Set(['phuong-pho-hoa']));
    expect(rows.filter((row) => rowMatches(row, 'hoa pho tuyen truc'))).toEqual(found);
    expect(rows.filter((row) => rowMatches(row, 'khong-co-gi-nhu-the'))).toEqual([]);
    expect(rows.filter((row) => rowMatches(row, ''))).toHaveLength(rows.length);
  });

  it('stands by its number, absences below every number', () => {
    const values = of('value', 'value');
    const known = values.filter((value) => value !== null) as number[];
    expect(values.slice(0, values.length - known.length).every((value) => value === null)).toBe(
      true,
    );
    expect(known).toEqual([...known].sort((a, b) => a - b));
    expect(of('value', '-value')[0]).toBe(Math.max(...known));
  });

  it('stands by its period in time, by names in the order of Vietnamese, as it came otherwise', () => {
    const ends = sortedRows(rows, 'period').map(
      ({ figure }) => loaded.data.periods.get(figure.period)?.end,
    );
    expect(ends).toEqual([...ends].sort());
    const names = of('unit', 'unit') as string[];
    const collator = new Intl.Collator('vi', { numeric: true });
    expect(names).toEqual([...names].sort(collator.compare));
    expect(sortedRows(rows, 'nonsense')).toEqual(rows);
  });
});

describe('an export', () => {
  it('has the columns of the contract, one row for each figure, numbers unrounded', () => {
    const exported = exportRows(loaded.data, figures);
    expect(exported).toHaveLength(figures.length);
    expect(Object.keys(exported[0] ?? {})).toEqual(EXPORT_COLUMNS);
    const rate = exported.find(
      (row) => row.unit === 'phuong-pho-hoa' && row.indicator === 'dossiers_online_rate',
    );
    expect(rate).toMatchObject({ value: (100 * 114) / 545, numerator: 114, denominator: 545 });
  });

  it('says among the sorted flags why there is no number', () => {
    const absent = exportRows(loaded.data, figures).filter((row) => row.value === null);
    expect(absent.length).toBeGreaterThan(0);
    for (const { flags } of absent) {
      const codes = String(flags).split(' ');
      expect(codes).toEqual([...codes].sort());
      expect(
        codes.some((code) =>
          /^(NOT_REPORTED|NOT_APPLICABLE|SUPPRESSED|NOTHING_AROSE|NO_UNIT|NOT_COMPUTABLE|NO_DATA)$/.test(
            code,
          ),
        ),
      ).toBe(true);
    }
  });
});
