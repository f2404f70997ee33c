/** The time that a file of records covers, in whole months, and the periods that lie wholly in it. */
import { type Period, parsePeriod } from '../model/time/period.ts';

/** First and last month, "2024-01" to "2024-03". */
export interface Coverage {
  readonly from: string;
  readonly to: string;
}

/** Months "2024-01", "2024-02" … of a coverage, both ends inside. */
export function monthsIn({ from, to }: Coverage): string[] {
  const months: string[] = [];
  let [year = 0, month = 0] = from.split('-').map(Number);
  for (let code = from; code <= to; ) {
    months.push(code);
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
    code = `${year}-${String(month).padStart(2, '0')}`;
  }
  return months;
}

/** Every month, quarter, half year and year that lies wholly in a coverage. */
export function periodsIn(coverage: Coverage): Period[] {
  const months = new Set(monthsIn(coverage));
  const years = [...new Set([...months].map((month) => month.slice(0, 4)))];
  const wholly = (year: string, from: number, count: number) =>
    Array.from({ length: count }, (_, at) => `${year}-${String(from + at).padStart(2, '0')}`).every(
      (month) => months.has(month),
    );
  const parts = years.flatMap((year) => [
    ...[1, 2, 3, 4].filter((q) => wholly(year, q * 3 - 2, 3)).map((q) => `${year}-Q${q}`),
    ...[1, 2].filter((s) => wholly(year, s * 6 - 5, 6)).map((s) => `${year}-S${s}`),
    ...(wholly(year, 1, 12) ? [year] : []),
  ]);
  return [...[...months].map((month) => month.replace('-', '-M')), ...parts].map(parsePeriod);
}
