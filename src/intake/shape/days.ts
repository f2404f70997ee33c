/**
 * In which order the days of a file are written, in columns of periods and of cut-off days: one order for the file,
 * told by the days that read one way only, else asked. As in files of records, the day comes first where nothing says
 * otherwise.
 */

import { textOf } from '../sheet.ts';
import { columnsWith, type Reading } from './work.ts';

export const DAY_ORDERS = ['day', 'month'] as const;
export type DayOrder = (typeof DAY_ORDERS)[number];

export interface Days {
  readonly order: DayOrder;
  /** Answered, or left open by no row: else the example reads both ways, and so do all others. */
  readonly isSure: boolean;
  readonly example: string;
}

const WRITTEN = /^(?:ngày\s*)?(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*\d{4}$/iu;

/** The answer is kept by the file: its sheets are written by one hand. */
export const daysKey = (file: string) => `days ${file}`;

/** The order of days in the tables of one file; null where none is written in numbers. */
export function daysOf(readings: readonly Reading[]): Days | null {
  const said = new Map(readings.flatMap(daysIn).map((found) => [found[0], found] as const));
  if (said.size === 0) return null;
  const pairs = [...said.values()].map(([text, first, second]) => ({
    text,
    order: first > 12 ? 'day' : second > 12 ? 'month' : null,
    isSame: first === second,
  }));
  const own = (order: DayOrder) => pairs.filter((pair) => pair.order === order).length;
  const open = pairs.find(({ order, isSame }) => order === null && !isSame);
  const [reading] = readings;
  const answer = DAY_ORDERS.find((o) => o === reading?.answers[daysKey(reading.sheet.file)]);
  return {
    order: answer ?? (own('month') > own('day') ? 'month' : 'day'),
    isSure: answer !== undefined || open === undefined || own('day') + own('month') > 0,
    example: open?.text ?? pairs[0]?.text ?? '',
  };
}

/** The texts of days with their first and second numbers. */
function daysIn(reading: Reading): (readonly [text: string, first: number, second: number])[] {
  const columns = [...columnsWith(reading, 'period'), ...columnsWith(reading, 'as_of')];
  const { first, last } = reading.layout.body;
  const rows = reading.sheet.rows.slice(first, last + 1);
  return columns.flatMap(({ at }) =>
    rows.flatMap((row) => {
      const value = row[at];
      if (typeof value !== 'string') return []; // days of Excel have no order
      const found = WRITTEN.exec(textOf(value));
      return found ? [[found[0], Number(found[1]), Number(found[2])] as const] : [];
    }),
  );
}
