/** Dates and periods in the words of Vietnamese official writing. */
import type { Period } from '../time/period.ts';

const ROMAN = ['I', 'II', 'III', 'IV'] as const;

/** "26/5/2023", "06/5/2023", "11/01/2023": days have two digits, months only January and February do. */
export function formatDay(day: string): string {
  return `${shortDay(day)}/${day.slice(0, 4)}`;
}

/** A day ("26/5/2023"), a month ("3/2024") or whatever else the text is, unchanged. */
export function formatDayOrMonth(text: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return formatDay(text);
  return /^\d{4}-\d{2}$/.test(text) ? `${month(text)}/${text.slice(0, 4)}` : text;
}

/** "Năm 2023", "6 tháng đầu năm 2023", "Quý I/2023", "9 tháng năm 2023", "01/01–11/5/2023". */
export function formatPeriod(period: Period): string {
  const year = period.start.slice(0, 4);
  const first = Number(period.start.slice(5, 7));
  switch (period.grain) {
    case 'year':
      return `Năm ${year}`;
    case 'half':
      return `6 tháng ${first === 1 ? 'đầu' : 'cuối'} năm ${year}`;
    case 'nine_months':
      return `9 tháng năm ${year}`;
    case 'quarter':
      return `Quý ${ROMAN[(first - 1) / 3]}/${year}`;
    case 'month':
      return `Tháng ${month(period.start)}/${year}`;
    case 'day':
      return formatDay(period.start);
    default:
      return formatSpan(period);
  }
}

/** A short form for axes and narrow columns: "2023", "6T/2023", "QI/2023", "9T/2023", "T5/2023". */
export function formatPeriodShort(period: Period): string {
  const year = period.start.slice(0, 4);
  const first = Number(period.start.slice(5, 7));
  switch (period.grain) {
    case 'year':
      return year;
    case 'half':
      return first === 1 ? `6T đầu/${year}` : `6T cuối/${year}`;
    case 'nine_months':
      return `9T/${year}`;
    case 'quarter':
      return `Q.${ROMAN[(first - 1) / 3]}/${year}`;
    case 'month':
      return `T${month(period.start)}/${year}`;
    default:
      return formatPeriod(period);
  }
}

function formatSpan(period: Period): string {
  const sameYear = period.start.slice(0, 4) === period.end.slice(0, 4);
  const start = sameYear ? shortDay(period.start) : formatDay(period.start);
  return `${start}–${formatDay(period.end)}`;
}

function shortDay(day: string): string {
  return `${day.slice(8, 10)}/${month(day)}`;
}

function month(text: string): string {
  const digits = text.slice(5, 7);
  return Number(digits) <= 2 ? digits : String(Number(digits));
}
