import { expect, test } from 'vitest';
import { titleOver } from '../../src/intake/keep/title.ts';

test.each([
  ['Số liệu thị xã, 2021–2025', [2026], 'Số liệu thị xã, 2021–2026'],
  ['Số liệu 2021 - 2025 (mô phỏng)', [2020, 2024], 'Số liệu 2020 - 2025 (mô phỏng)'],
  ['Số liệu thị xã, 2021–2025', [2021, 2025], 'Số liệu thị xã, 2021–2025'],
  ['Số liệu năm 2025', [2025], 'Số liệu năm 2025'],
  ['Số liệu năm 2025', [2026], 'Số liệu năm 2025–2026'],
  ['Báo cáo dân vận, 2024: cấp xã', [2023], 'Báo cáo dân vận, 2023–2024: cấp xã'],
  ['Số liệu quý I năm 2026', [2025], 'Số liệu quý I năm 2026'],
  ['Thị xã sau sắp xếp đơn vị 2025', [2026], 'Thị xã sau sắp xếp đơn vị 2025'],
  ['Số liệu quý I/2026', [2027], 'Số liệu quý I/2026'],
  ['Báo cáo ngày 26/5/2023', [2024], 'Báo cáo ngày 26/5/2023'],
  ['2021–2022 và 2024–2025', [2026], '2021–2022 và 2024–2025'],
  ['Năm báo cáo của các phường', [2026], 'Năm báo cáo của các phường'],
  ['Nhiệm kỳ 2020–2025', [], 'Nhiệm kỳ 2020–2025'],
])('%s with figures of %j', (title, years, expected) => {
  expect(titleOver(title, years)).toBe(expected);
});
