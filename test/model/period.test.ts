import { describe, expect, it } from 'vitest';
import {
  closingDay,
  comparePeriods,
  parsePeriod,
  samePeriodLastYear,
  yearBefore,
} from '../../src/model/time/period.ts';
import { formatDay, formatDayOrMonth, formatPeriod } from '../../src/model/writing/date.ts';

describe('period codes', () => {
  it.each([
    ['2023', '2023', '2023-01-01', '2023-12-31', 'Năm 2023'],
    ['2023-S1', '2023-S1', '2023-01-01', '2023-06-30', '6 tháng đầu năm 2023'],
    ['2023-S2', '2023-S2', '2023-07-01', '2023-12-31', '6 tháng cuối năm 2023'],
    ['2023-Q1', '2023-Q1', '2023-01-01', '2023-03-31', 'Quý I/2023'],
    ['2023-Q4', '2023-Q4', '2023-10-01', '2023-12-31', 'Quý IV/2023'],
    ['2024-M02', '2024-M02', '2024-02-01', '2024-02-29', 'Tháng 02/2024'],
    ['2023-05', '2023-M05', '2023-05-01', '2023-05-31', 'Tháng 5/2023'],
    ['2023-05-26', '2023-05-26', '2023-05-26', '2023-05-26', '26/5/2023'],
    ['2023-01-01/P9M', '2023-01-01/P9M', '2023-01-01', '2023-09-30', '9 tháng năm 2023'],
    ['2023-01-01/2023-09-30', '2023-01-01/P9M', '2023-01-01', '2023-09-30', '9 tháng năm 2023'],
    ['2023-01-01/2023-06-30', '2023-S1', '2023-01-01', '2023-06-30', '6 tháng đầu năm 2023'],
    ['2023-04-01/P3M', '2023-Q2', '2023-04-01', '2023-06-30', 'Quý II/2023'],
    ['2023-01-01/P1Y', '2023', '2023-01-01', '2023-12-31', 'Năm 2023'],
    [
      '2023-01-01/2023-05-11',
      '2023-01-01/2023-05-11',
      '2023-01-01',
      '2023-05-11',
      '01/01–11/5/2023',
    ],
    [
      '2022-12-15/2023-06-14',
      '2022-12-15/2023-06-14',
      '2022-12-15',
      '2023-06-14',
      '15/12/2022–14/6/2023',
    ],
    [
      '2023-02-01/2023-04-30',
      '2023-02-01/2023-04-30',
      '2023-02-01',
      '2023-04-30',
      '01/02–30/4/2023',
    ],
  ])('%s is %s, %s to %s, written "%s"', (text, code, start, end, words) => {
    const period = parsePeriod(text);
    expect([period.code, period.start, period.end, formatPeriod(period)]).toEqual([
      code,
      start,
      end,
      words,
    ]);
    expect(parsePeriod(period.code)).toEqual(period);
  });

  it.each([
    '',
    '2023-Q5',
    '2023-S3',
    '2023-13',
    '2023-02-29',
    '2023-06-30/2023-01-01',
    '88/5/2018',
    '2023-01-01/P0M',
    'Q1/2023',
  ])('refuses "%s" and quotes it', (text) => {
    expect(() => parsePeriod(text)).toThrow(
      new RangeError(`invalid period: ${JSON.stringify(text)}`),
    );
  });

  it('sorts by end, the longer first', () => {
    const codes = ['2023-Q4', '2023', '2023-S1', '2023-Q2', '2022'];
    const sorted = codes
      .map(parsePeriod)
      .sort(comparePeriods)
      .map((period) => period.code);
    expect(sorted).toEqual(['2022', '2023-S1', '2023-Q2', '2023', '2023-Q4']);
  });

  it('closes on day 14 under the complaint convention, but a day stays a day', () => {
    expect(closingDay(parsePeriod('2023-S1'), 'day14')).toBe('2023-06-14');
    expect(closingDay(parsePeriod('2023-S1'), 'calendar')).toBe('2023-06-30');
    expect(closingDay(parsePeriod('2023-06-30'), 'day14')).toBe('2023-06-30');
  });

  it.each([
    ['2024-Q1', '2023-Q1'],
    ['2024-M02', '2023-M02'],
    ['2023-S2', '2022-S2'],
    ['2024', '2023'],
    ['2023-01-01/2023-05-11', '2022-01-01/2022-05-11'],
  ])('the same period a year before %s is %s', (code, before) => {
    expect(samePeriodLastYear(parsePeriod(code)).code).toBe(before);
  });

  it('goes back a year from 29 February to the 28th', () => {
    expect(yearBefore('2024-02-29')).toBe('2023-02-28');
  });
});

describe('dates', () => {
  it.each([
    ['2023-05-06', '06/5/2023'],
    ['2023-01-09', '09/01/2023'],
    ['2023-12-31', '31/12/2023'],
  ])('%s is written %s', (day, words) => expect(formatDay(day)).toBe(words));

  it('writes a month of signing as a month', () => {
    expect(formatDayOrMonth('2024-03')).toBe('3/2024');
  });
});
