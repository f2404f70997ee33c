import { describe, expect, test } from 'vitest';
import { parsePeriod } from '../../src/model/time/period.ts';
import { readPartOfYear, readSaidPeriod } from '../../src/model/time/said-period.ts';
import { readSaidNumber, signIn } from '../../src/model/writing/said-number.ts';

describe('periods as people write them', () => {
  test.each([
    ['Quý I/2024', '2024-Q1'],
    ['QUÝ IV NĂM 2023', '2023-Q4'],
    ['quý 2 - 2022', '2022-Q2'],
    ['Báo cáo quí III năm 2021', '2021-Q3'],
    ['Q1/2024', '2024-Q1'],
    ['Q.II/2024', '2024-Q2'],
    ['6 tháng đầu năm 2023', '2023-S1'],
    ['06 tháng cuối năm 2023', '2023-S2'],
    ['Sáu tháng đầu năm 2022', '2022-S1'],
    ['6T đầu/2023', '2023-S1'],
    ['lũy kế 9 tháng năm 2023', '2023-01-01/P9M'],
    ['9 tháng đầu năm 2023', '2023-01-01/P9M'],
    ['9T/2023', '2023-01-01/P9M'],
    ['T5/2023', '2023-05'],
    ['Tháng 12 năm 2023', '2023-12'],
    ['tháng 05/2023', '2023-05'],
    ['05/2023', '2023-05'],
    ['2023-Q1', '2023-Q1'],
    ['2023-01-01/P9M', '2023-01-01/P9M'],
    ['Năm 2022', '2022'],
    ['2022', '2022'],
    ['từ ngày 15/12/2022 đến ngày 14/6/2023', '2022-12-15/2023-06-14'],
    ['từ 01/01 đến 11/5/2023', '2023-01-01/2023-05-11'],
    ['từ 01/01/2023 đến 31/3/2023', '2023-Q1'],
    ['Bao cao quy I nam 2024', '2024-Q1'],
    ['ho_so_quy_2_2024', '2024-Q2'],
    ['Kết quả quý I và nhiệm vụ trọng tâm quý II năm 2024', '2024-Q1'],
    [
      'Báo cáo kết quả công tác dân vận 6 tháng đầu năm và triển khai nhiệm vụ 6 tháng cuối năm 2023',
      '2023-S1',
    ],
    ['Báo cáo năm 2021, một số nhiệm vụ chủ yếu năm 2022', '2021'],
    ['Lũy kế từ đầu năm đến hết quý III/2024', '2024-01-01/P9M'],
    ['Lũy kế từ đầu năm đến hết quý II/2024', '2024-S1'],
    ['Quý II/2024 (số liệu từ 15/3/2024 đến 14/6/2024)', '2024-Q2'],
    ['Quý I năm 2024 (kèm theo Công văn số 125/UBND ngày 12 tháng 4 năm 2024)', '2024-Q1'],
    ['Tháng 3 năm 2024', '2024-M03'],
  ])('%s', (text, code) => {
    expect(readSaidPeriod(text)).toBe(parsePeriod(code).code);
  });
  test.each([
    ['Báo cáo số 167/BC-UBND ngày 26/5/2023'],
    ['Nghị định 61/2018/NĐ-CP'],
    ['Quý I/2024 so với Quý I/2023'],
    ['Tổng số 2023 hồ sơ'],
    ['Phường Phổ Hòa'],
    ['Đức Phổ, ngày 05 tháng 4 năm 2024'],
    ['Đức Phổ, ngày     tháng 4 năm 2024'],
    ['(Kèm theo Công văn số 125/UBND-NV ngày 12 tháng 4 năm 2024)'],
    ['Tuần 12 năm 2024'],
    ['Quý V năm 2024'],
    ['Lũy kế từ đầu nhiệm kỳ đến quý I/2024'],
    ['Quý I và quý II năm 2024'],
    ['Quý V/2024'],
    ['Tháng 13/2024'],
  ])('%s says none', (text) => expect(readSaidPeriod(text)).toBeNull());
  test.each([
    ['Quý I', '2024-Q1'],
    ['II', '2024-Q2'],
    ['6 tháng đầu năm', '2024-S1'],
    ['9 tháng', '2024-01-01/P9M'],
    ['Tháng 3', '2024-03'],
    ['T12', '2024-12'],
    ['Cả năm', '2024'],
  ])('%s of 2024', (text, code) =>
    expect(readPartOfYear(text, '2024')).toBe(parsePeriod(code).code),
  );
});

describe('numbers as people type them', () => {
  const number = (value: number, bound = '', isPercent = false) => ({
    kind: 'number',
    value,
    bound,
    isPercent,
  });
  test.each([
    ['1206', null, number(1206)],
    ['1.626,57', null, number(1626.57)],
    ['1,626.57', null, number(1626.57)],
    ['1.626.570', null, number(1626570)],
    ['3,07%', null, number(3.07, '', true)],
    ['3.07', null, number(3.07)],
    ['4.561', 'comma', number(4561)],
    ['4.561', 'dot', number(4.561)],
    ['4.561', null, { kind: 'ambiguous', comma: 4561, dot: 4.561 }],
    ['0.561', null, number(0.561)],
    ['02 vụ', null, number(2)],
    ['02vụ', null, number(2)],
    ['1 206', null, number(1206)],
    ['trên 90%', null, number(90, '>', true)],
    ['hơn 21', null, number(21, '>')],
    ['đạt trên 80%', null, number(80, '>', true)],
    ['khoảng 300', null, number(300, '~')],
    ['ít nhất 5', null, number(5, '>=')],
    ['không quá 3', null, number(3, '<=')],
    ['02/02', null, { kind: 'pair', part: 2, whole: 2, bound: '' }],
    ['108/115', null, { kind: 'pair', part: 108, whole: 115, bound: '' }],
    ['12 đơn/12 đơn', null, { kind: 'pair', part: 12, whole: 12, bound: '' }],
    ['-', null, { kind: 'absent', status: 'M' }],
    ['không', null, { kind: 'absent', status: 'M' }],
    ['…', null, { kind: 'absent', status: 'O' }],
    ['...', null, { kind: 'absent', status: 'O' }],
    ['', null, { kind: 'empty' }],
    ['-12', null, number(-12)],
    ['−0,5', null, number(-0.5)],
  ] as const)('%s (%s)', (text, sign, expected) => {
    expect(readSaidNumber(text, sign)).toEqual(expected);
  });
  test.each([
    ['1.23.456'],
    ['21O'],
    ['2l'],
    ['12,345,67'],
    ['abc'],
    ['#REF!'],
    ['12-2023-x1'],
    ['1.2.3'],
    ['26/5/2023'],
  ])('%s is none', (text) => expect(readSaidNumber(text, null)).toBeNull());
  test.each([
    ['12,5', 'comma'],
    ['12.5', 'dot'],
    ['1.234', null],
    ['1.234.567', 'comma'],
    ['77', null],
  ])('the sign that %s gives away', (text, sign) => expect(signIn(text)).toBe(sign));
});
