/** Dates and periods as official writing has them, in the chosen language. */
import type { Period } from '../time/period.ts';
import { type Language, language } from './language.ts';

const ROMAN = ['I', 'II', 'III', 'IV'] as const;
const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

/** How one language writes a day, a month of a year, the periods of a year, and the ends of a span. */
interface Writer {
  /** Day with or without its year. */
  readonly day: (day: string, withYear: boolean) => string;
  readonly month: (year: string, month: number) => string;
  /** A month where it stands for a day that is not known. */
  readonly bareMonth: (year: string, month: number) => string;
  readonly quarter: (year: string, quarter: number) => string;
  readonly half: (year: string, half: number) => string;
  readonly nineMonths: (year: string) => string;
  readonly year: (year: string) => string;
  readonly short: {
    readonly month: (year: string, month: number) => string;
    readonly quarter: (year: string, quarter: number) => string;
    readonly half: (year: string, half: number) => string;
    readonly nineMonths: (year: string) => string;
  };
}

const VI: Writer = {
  day: (day, withYear) => {
    const text = `${day.slice(8, 10)}/${viMonth(Number(day.slice(5, 7)))}`;
    return withYear ? `${text}/${day.slice(0, 4)}` : text;
  },
  month: (year, month) => `Tháng ${viMonth(month)}/${year}`,
  bareMonth: (year, month) => `${viMonth(month)}/${year}`,
  quarter: (year, quarter) => `Quý ${ROMAN[quarter - 1]}/${year}`,
  half: (year, half) => `6 tháng ${half === 1 ? 'đầu' : 'cuối'} năm ${year}`,
  nineMonths: (year) => `9 tháng năm ${year}`,
  year: (year) => `Năm ${year}`,
  short: {
    month: (year, month) => `T${viMonth(month)}/${year}`,
    quarter: (year, quarter) => `Q.${ROMAN[quarter - 1]}/${year}`,
    half: (year, half) => `6T ${half === 1 ? 'đầu' : 'cuối'}/${year}`,
    nineMonths: (year) => `9T/${year}`,
  },
};

const EN: Writer = {
  day: (day, withYear) => {
    const text = `${Number(day.slice(8, 10))} ${MONTHS[Number(day.slice(5, 7)) - 1]}`;
    return withYear ? `${text} ${day.slice(0, 4)}` : text;
  },
  month: (year, month) => `${MONTHS[month - 1]} ${year}`,
  bareMonth: (year, month) => `${MONTHS[month - 1]} ${year}`,
  quarter: (year, quarter) => `Q${quarter} ${year}`,
  half: (year, half) => `H${half} ${year}`,
  nineMonths: (year) => `9 months of ${year}`,
  year: (year) => year,
  short: {
    month: (year, month) => `${MONTHS[month - 1]?.slice(0, 3)} ${year}`,
    quarter: (year, quarter) => `Q${quarter} ${year}`,
    half: (year, half) => `H${half} ${year}`,
    nineMonths: (year) => `9M ${year}`,
  },
};

const WRITERS: Record<Language, Writer> = { vi: VI, en: EN };

/** Vietnamese "26/5/2023", "06/5/2023", "11/01/2023": days have two digits, months only January and February do. */
export function formatDay(day: string): string {
  return WRITERS[language()].day(day, true);
}

/** A day ("26/5/2023"), a month ("3/2024") or whatever else the text is, unchanged. */
export function formatDayOrMonth(text: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return formatDay(text);
  if (!/^\d{4}-\d{2}$/.test(text)) return text;
  return WRITERS[language()].bareMonth(text.slice(0, 4), Number(text.slice(5, 7)));
}

/** "Năm 2023", "6 tháng đầu năm 2023", "Quý I/2023", "9 tháng năm 2023", "01/01–11/5/2023"; "H1 2023" in English. */
export function formatPeriod(period: Period): string {
  const write = WRITERS[language()];
  const { year, month } = startOf(period);
  switch (period.grain) {
    case 'year':
      return write.year(year);
    case 'half':
      return write.half(year, month === 1 ? 1 : 2);
    case 'nine_months':
      return write.nineMonths(year);
    case 'quarter':
      return write.quarter(year, (month + 2) / 3);
    case 'month':
      return write.month(year, month);
    case 'day':
      return formatDay(period.start);
    default:
      return formatSpan(period);
  }
}

/** A short form for axes and narrow columns: "2023", "6T đầu/2023", "Q.I/2023", "9T/2023", "T5/2023". */
export function formatPeriodShort(period: Period): string {
  const { short } = WRITERS[language()];
  const { year, month } = startOf(period);
  switch (period.grain) {
    case 'year':
      return year;
    case 'half':
      return short.half(year, month === 1 ? 1 : 2);
    case 'nine_months':
      return short.nineMonths(year);
    case 'quarter':
      return short.quarter(year, (month + 2) / 3);
    case 'month':
      return short.month(year, month);
    default:
      return formatPeriod(period);
  }
}

function startOf({ start }: Period): { year: string; month: number } {
  return { year: start.slice(0, 4), month: Number(start.slice(5, 7)) };
}

function formatSpan({ start, end }: Period): string {
  const sameYear = start.slice(0, 4) === end.slice(0, 4);
  const { day } = WRITERS[language()];
  return `${day(start, !sameYear)}–${day(end, true)}`;
}

/** January and February have two digits in official writing. */
function viMonth(month: number): string {
  return month <= 2 ? `0${month}` : String(month);
}
