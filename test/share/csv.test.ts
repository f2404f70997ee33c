import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { csvText } from '../../src/share/csv.ts';
import { fileName } from '../../src/share/download.ts';

describe('CSV for others', () => {
  it('has a BOM, commas, CRLF and unrounded numbers with a dot', () => {
    const text = csvText(['unit', 'value'], [{ unit: 'a', value: 20.91743119266055 }]);
    expect(text).toBe('\uFEFFunit,value\r\na,20.91743119266055\r\n');
  });

  it('comes back as it was, whatever the texts hold', () => {
    const texts = ['Phổ Hòa, "phường"', 'hai\ndòng', '', 'Đ'];
    const rows = texts.map((name, at) => ({ name, value: at }));
    const parsed = Papa.parse<{ name: string }>(csvText(['name', 'value'], rows).slice(1), {
      header: true,
      skipEmptyLines: 'greedy',
    });
    expect(parsed.data.map((row) => row.name)).toEqual(texts);
  });

  it.each(['=1+1', '+84', '-A1', '@SUM(A1)', '\t=1'])(
    'never lets "%s" become a formula',
    (name) => {
      const text = csvText(['name'], [{ name }]);
      expect(Papa.parse<string[]>(text.slice(1)).data[1]?.[0]).toBe(`'${name}`);
    },
  );

  it('leaves negative numbers numbers and absences empty', () => {
    expect(csvText(['a', 'b'], [{ a: -3, b: null }])).toBe('\uFEFFa,b\r\n-3,\r\n');
  });

  it('goes into a file with a name that any system takes', () => {
    expect(fileName('Tỷ lệ hồ sơ: Đức Phổ, Quý I/2023', 'csv')).toBe(
      'ty-le-ho-so-duc-pho-quy-i-2023.csv',
    );
    expect(fileName('…', 'xlsx')).toBe('so-lieu.xlsx');
  });
});
