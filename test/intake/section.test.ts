/** Rows without figures: headings of sections, and rows that nobody has filled in. */
import { expect, test } from 'vitest';
import { taken } from './corpus.ts';

async function figures(...lines: string[]) {
  const bytes = new TextEncoder().encode(lines.join('\n'));
  const { drafts, sheets, questions } = await taken([{ name: 'a.csv', bytes }]);
  return {
    drafts: drafts.map(({ unit, period, value }) => `${unit} ${period} ${value}`),
    passed: sheets[0]?.shaped.passed.map(({ row }) => row),
    questions,
  };
}

test('a note beside an empty figure says nothing of the rows below', async () => {
  const { drafts, passed } = await figures(
    'Số liệu quý I năm 2024;;;',
    'Chỉ tiêu;Đơn vị tính;Phường Phổ Hòa;Ghi chú',
    'Hồ sơ tiếp nhận trong kỳ;hồ sơ;100;',
    'Hồ sơ tiếp nhận trực tuyến;hồ sơ;;số năm 2023 là 12',
    'Hồ sơ đã giải quyết;hồ sơ;90;',
  );
  expect(drafts).toEqual(['phuong-pho-hoa 2024-Q1 100', 'phuong-pho-hoa 2024-Q1 90']);
  expect(passed).toEqual([]);
});

test('a unit without figures is not the heading of others, a period in the first column is', async () => {
  const { drafts, passed } = await figures(
    'Đơn vị;Hồ sơ tiếp nhận trong kỳ;Ghi chú',
    'Phường Phổ Hòa;10;quý IV/2023',
    'Quý I/2024;;',
    'Phường Phổ Ninh;;báo cáo năm 2023',
    'Phường Phổ Minh;30;',
  );
  expect(drafts).toEqual(['phuong-pho-minh 2024-Q1 30']);
  expect(passed).toEqual([3]);
});

test('a unit in a row of its own is that of the rows below it', async () => {
  const { drafts } = await figures(
    'Đơn vị;Kỳ;Hồ sơ tiếp nhận trong kỳ',
    'Phường Phổ Hòa;Quý I/2024;10',
    'Phường Phổ Minh;;',
    ';Quý I/2024;20',
    ';Quý II/2024;30',
  );
  expect(drafts).toEqual([
    'phuong-pho-hoa 2024-Q1 10',
    'phuong-pho-minh 2024-Q1 20',
    'phuong-pho-minh 2024-Q2 30',
  ]);
});
