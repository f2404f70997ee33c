/**
 * Periods: SDMX time-period codes as closed day intervals.
 *
 * A date is an ISO text ("2023-06-30") everywhere above the engine; text order is date order, and no time
 * zone can move a day (the bug that bites every dashboard built in UTC+7).
 */
import {
  addDays,
  addMonths,
  differenceInMonths,
  format,
  isValid,
  lastDayOfMonth,
  parse,
  subDays,
  subYears,
} from 'date-fns';

export type Grain = 'month' | 'quarter' | 'half' | 'nine_months' | 'year' | 'day' | 'span';

export interface Period {
  /** Canonical code: the shortest SDMX form of the interval. */
  readonly code: string;
  readonly grain: Grain;
  /** First and last day, both inside the period. */
  readonly start: string;
  readonly end: string;
}

const MONTHS: Partial<Record<Grain, number>> = {
  month: 1,
  quarter: 3,
  half: 6,
  nine_months: 9,
  year: 12,
};

/**
 * Reads a period code: `2023`, `2023-S1`, `2023-Q1`, `2023-M05`, `2023-05`, `2023-05-26`,
 * `2023-01-01/2023-05-11`, `2023-01-01/P9M`. Intervals that have a shorter code get it.
 *
 * @throws RangeError `invalid period: "2023-Q5"`
 */
export function parsePeriod(text: string): Period {
  const period = readPart(text.trim()) ?? readSpan(text.trim());
  if (!period) throw new RangeError(`invalid period: ${JSON.stringify(text)}`);
  return period;
}

/** Whether `text` is a day that exists, as "YYYY-MM-DD". */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && isValid(toDate(text));
}

/** Last day that "2024-03-31" or the month "2024-03" can mean; `null` for anything else. */
export function lastDayMeant(text: string): string | null {
  if (isDay(text)) return text;
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(text)) return null;
  return toText(lastDayOfMonth(toDate(`${text}-01`)));
}

/** The same calendar day a year before (29/2 becomes 28/2). */
export function yearBefore(day: string): string {
  return toText(subYears(toDate(day), 1));
}

/** The day before a day. */
export function dayBefore(day: string): string {
  return toText(subDays(toDate(day), 1));
}

/** The day so many days later. */
export function daysAfter(day: string, count: number): string {
  return toText(addDays(toDate(day), count));
}

/** Whole months from one day to another. */
export function monthsBetween(from: string, to: string): number {
  return differenceInMonths(toDate(to), toDate(from));
}

/** The day itself, or the Friday before a weekend. */
export function workingDay(day: string): string {
  const weekday = toDate(day).getDay();
  const over = weekday === 6 ? 1 : weekday === 0 ? 2 : 0;
  return daysAfter(day, -over);
}

/** The quarters, halves, nine months and year (and, if asked, months) of the calendar year of a day. */
export function partsOfYear(day: string, months: boolean): Period[] {
  const year = day.slice(0, 4);
  const lengths: [number, number][] = [
    ...(months ? Array.from({ length: 12 }, (_, at): [number, number] => [at + 1, 1]) : []),
    [1, 3],
    [4, 3],
    [7, 3],
    [10, 3],
    [1, 6],
    [7, 6],
    [1, 9],
    [1, 12],
  ];
  return lengths.map(([first, length]) => fromMonths(year, first, length));
}

/**
 * Last day of data under a cut-off convention: reports "đến ngày 14" (day 15 to day 14) close on day 14 of
 * the period's last month (TT 02/2021/TT-TTCP, Art. 7). Days and free spans mean what they say.
 */
export function closingDay(period: Period, cutoff: string): string {
  const conventional = period.grain !== 'day' && period.grain !== 'span';
  return cutoff === 'day14' && conventional ? `${period.end.slice(0, 8)}14` : period.end;
}

/** Orders by end, then longer first, then code: the order in which periods are listed. */
export function comparePeriods(a: Period, b: Period): number {
  return (
    a.end.localeCompare(b.end) || a.start.localeCompare(b.start) || a.code.localeCompare(b.code)
  );
}

/** The period of the same grain a year earlier ("cùng kỳ"). */
export function samePeriodLastYear(period: Period): Period {
  const back = (day: string) => yearBefore(day);
  if (period.grain === 'day') return parsePeriod(back(period.start));
  const end =
    period.end.endsWith('-02-28') || period.end.endsWith('-02-29')
      ? toText(lastDayOfMonth(toDate(back(period.end))))
      : back(period.end);
  return spanOf(back(period.start), end);
}

/** The period of the same length right before; null of days, spans and nine months, which follow no other. */
export function periodRightBefore({ grain, start }: Period): Period | null {
  const months = grain === 'nine_months' ? undefined : MONTHS[grain];
  if (!months) return null;
  return spanOf(toText(addMonths(toDate(start), -months)), dayBefore(start));
}

/** The period of the same length that follows, the first of them that ends after a day; null as above. */
export function periodToCome({ grain, end }: Period, day: string): Period | null {
  const months = grain === 'nine_months' ? undefined : MONTHS[grain];
  if (!months) return null;
  let start = toText(addDays(toDate(end), 1));
  const last = () => dayBefore(toText(addMonths(toDate(start), months)));
  while (last() < day) start = toText(addMonths(toDate(start), months));
  return spanOf(start, last());
}

function readPart(text: string): Period | null {
  const found = /^(\d{4})(?:-(S[12]|Q[1-4]|M?(?:0[1-9]|1[0-2])))?$/.exec(text);
  if (!found) return isDay(text) ? { code: text, grain: 'day', start: text, end: text } : null;
  const year = found[1] as string;
  const part = found[2];
  if (!part) return fromMonths(year, 1, 12);
  const index = Number(part.slice(-1));
  if (part.startsWith('S')) return fromMonths(year, index * 6 - 5, 6);
  if (part.startsWith('Q')) return fromMonths(year, index * 3 - 2, 3);
  return fromMonths(year, Number(part.slice(-2)), 1);
}

function readSpan(text: string): Period | null {
  const found = /^(\d{4}-\d{2}-\d{2})\/(?:(\d{4}-\d{2}-\d{2})|P(?:(\d{1,2})M|(\d)Y))$/.exec(text);
  const start = found?.[1];
  if (!found || !start || !isDay(start)) return null;
  const months = found[3] ? Number(found[3]) : Number(found[4] ?? 0) * 12;
  const end = found[2] ?? (months ? toText(subDays(addMonths(toDate(start), months), 1)) : null);
  if (!end || !isDay(end) || end < start) return null;
  return spanOf(start, end);
}

function spanOf(start: string, end: string): Period {
  if (start === end) return { code: start, grain: 'day', start, end };
  const months = wholeMonths(start, end);
  const month = Number(start.slice(5, 7));
  const conventional = months !== null && startsPart(month, months);
  if (conventional) return fromMonths(start.slice(0, 4), month, months);
  return { code: `${start}/${end}`, grain: 'span', start, end };
}

/** Number of whole calendar months from `start` to `end` within one year, or null. */
function wholeMonths(start: string, end: string): number | null {
  if (!start.endsWith('-01') || start.slice(0, 4) !== end.slice(0, 4)) return null;
  if (toText(lastDayOfMonth(toDate(end))) !== end) return null;
  return Number(end.slice(5, 7)) - Number(start.slice(5, 7)) + 1;
}

function startsPart(month: number, months: number): boolean {
  if (months === 9 || months === 12) return month === 1;
  return (months === 1 || months === 3 || months === 6) && (month - 1) % months === 0;
}

function fromMonths(year: string, first: number, months: number): Period {
  const start = `${year}-${pad(first)}-01`;
  const end = toText(lastDayOfMonth(toDate(`${year}-${pad(first + months - 1)}-01`)));
  const grain = grainOf(months);
  return { code: codeOf(grain, year, first), grain, start, end };
}

function grainOf(months: number): Grain {
  const entry = Object.entries(MONTHS).find(([, length]) => length === months);
  return (entry?.[0] ?? 'span') as Grain;
}

function codeOf(grain: Grain, year: string, first: number): string {
  if (grain === 'year') return year;
  if (grain === 'nine_months') return `${year}-01-01/P9M`;
  if (grain === 'half') return `${year}-S${(first + 5) / 6}`;
  if (grain === 'quarter') return `${year}-Q${(first + 2) / 3}`;
  return `${year}-M${pad(first)}`;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}

function toDate(day: string): Date {
  return parse(day, 'yyyy-MM-dd', new Date(2000, 0, 1));
}

function toText(date: Date): string {
  return format(date, 'yyyy-MM-dd');
}
