/** One small file for every difficulty; what each becomes stands beside them and was read by a person. */
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CORPUS, droppedFile, told } from './corpus.ts';

const EXPECTED: Readonly<Record<string, readonly string[]>> = JSON.parse(
  readFileSync(resolve(CORPUS, 'expected.json'), 'utf8'),
);

describe('a file of the corpus', () => {
  test.each(Object.entries(EXPECTED))('%s', async (name, lines) => {
    expect(await told([droppedFile(name)])).toEqual(lines);
  });

  test('and none is left without its outcome', () => {
    const files = readdirSync(CORPUS).filter((name) => name !== 'expected.json');
    expect(files.sort()).toEqual(Object.keys(EXPECTED).sort());
  });
});

describe('an answer', () => {
  test.each([
    [
      'ambiguous-rate.csv',
      { 'decimal Tỷ lệ hộ nghèo': 'dot' },
      'phuong-pho-hoa 2023 poor_household_rate = 4.561 (B3 “4.561”)',
    ],
    [
      'ambiguous-rate.csv',
      { 'decimal Tỷ lệ hộ nghèo': 'comma' },
      'phuong-pho-hoa 2023 poor_household_rate = 4561 (B3 “4.561”)',
    ],
    [
      'shares.csv',
      { 'scale Tỷ lệ hộ nghèo': 'fraction' },
      'phuong-pho-hoa 2023 poor_household_rate = 3.07 (B3 “0,0307”)',
    ],
    [
      'shares.csv',
      { 'scale Tỷ lệ hộ nghèo': 'percent' },
      'phuong-pho-hoa 2023 poor_household_rate = 0.0307 (B3 “0,0307”)',
    ],
    [
      'days-either-way.csv',
      { 'days days-either-way.csv': 'month' },
      'xa-pho-an 2024 households_poor = 12 (D3 “12”) as of 2024-03-04',
    ],
    [
      'days-day-first.csv',
      { 'days days-day-first.csv': 'day' },
      'xa-pho-an 2024 households_poor = 12 (D3 “12”) as of 2024-02-13',
    ],
    [
      'near-names.csv',
      { 'name xã ba tô': 'xa-ba-to' },
      'xa-ba-to 2023 households_poor = 30 (B3 “30”)',
    ],
    [
      'no-period.csv',
      { 'period no-period.csv': '2024-Q1' },
      'phuong-pho-hoa 2024-Q1 dossiers_received = 302 (B2 “302”)',
    ],
    [
      'new-things.csv',
      { 'column Số tổ Zalo cộng đồng': 'zalo_groups', 'name xã hành thịnh': 'xa-hanh-thinh' },
      'xa-hanh-thinh 2023 zalo_groups = 12 (B3 “12”)',
    ],
  ])('to %s (%o) gives its figure', async (name, answers, line) => {
    expect(await told([droppedFile(name)], answers)).toContain(line);
  });

  test('leaves rows and columns out', async () => {
    const lines = await told([droppedFile('near-names.csv')], {
      'name xã ba tô': 'ignore',
      'name pho an': 'ignore',
    });
    expect(lines.filter((line) => line.startsWith('?'))).toEqual([]);
    expect(lines.join()).not.toContain('xa-ba-to');
  });
});

test('two files that contradict each other say so with file and cell', async () => {
  const text = (value: number) => `Quý I/2024\nĐơn vị;Hồ sơ tiếp nhận\nPhường Phổ Hòa;${value}\n`;
  const bytes = (value: number) => new TextEncoder().encode(text(value));
  const lines = await told([
    { name: 'a.csv', bytes: bytes(302) },
    { name: 'b.csv', bytes: bytes(303) },
  ]);
  expect(lines).toContain('! contradiction 3:2 “303” a.csv B3');
});
