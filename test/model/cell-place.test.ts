import { describe, expect, test } from 'vitest';
import { mendedAt, mendedRemark } from '../../src/model/intake/mended.ts';
import { words } from '../../src/text/words.ts';

test.each([
  ['Biểu 02!E6', 'trang tính Biểu 02, ô E6'],
  ['Biểu 02!E6, Biểu 02!F6', 'trang tính Biểu 02, ô E6, F6'],
  ['II.1; B3', 'mục II.1; ô B3'],
  ['B3; II.1, a; II.2', 'mục II.1, a; II.2; ô B3'],
  ['Biểu 2!B3; Biểu 1!AA10', 'trang tính Biểu 2, ô B3; trang tính Biểu 1, ô AA10'],
  ['B3; B4', 'ô B3, B4'],
  ['II.4.1', 'mục II.4.1'],
  ['II(2)', 'mục II(2)'],
])('%s is told as %s', (place, told) => {
  expect(words.origin.section(place)).toBe(told);
});

describe('what was mended', () => {
  const all = [
    { cell: 'E6', before: '700', after: '691' },
    { cell: 'AE6', before: '7“0”; E7 “1” → “2”', after: '8' },
    { cell: 'E61', before: '', after: '5' },
  ];
  const remark = `Bản sao. ${mendedRemark(all)}`;

  test('is found again by the place of its figure, and by no other', () => {
    expect(mendedAt(remark, 'Biểu 01!E6')).toEqual(all[0]);
    expect(mendedAt(remark, 'E61')).toEqual(all[2]);
    expect([mendedAt(remark, 'E1'), mendedAt(remark, 'II.4.1'), mendedAt('', 'E6')]).toEqual([
      ...[null, null, null],
    ]);
  });

  test('stays short however much it was', () => {
    const many = Array.from({ length: 500 }, (_, at) => ({
      cell: `B${at + 1}`,
      before: '1',
      after: '2',
    }));
    const told = mendedRemark(many);
    expect([told.length < 4000, told.endsWith('; …')]).toEqual([true, true]);
    expect(mendedAt(told, 'B200')).toEqual(many[199]);
    expect(mendedRemark([])).toBe('');
  });
});
