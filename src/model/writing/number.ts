/**
 * Numbers as Vietnamese officials write them ("1.626,57", "20,9%"), in English as English reports do, and as
 * documents print them.
 */
import { type Language, language } from './language.ts';

/**
 * Rounds half away from zero at `decimals` places, on the decimal text of the number: 1.005 at two places
 * gives 1.01, which binary rounding would miss.
 */
export function roundHalfAway(value: number, decimals: number): number {
  const size = Math.abs(value);
  const shifted = Number(shift(size, decimals));
  return Math.sign(value) * Number(shift(Math.round(shifted), -decimals));
}

const LOCALES: Record<Language, string> = { vi: 'vi-VN', en: 'en-GB' };
const formats = new Map<string, Intl.NumberFormat>();

function formatOf(decimals: number): Intl.NumberFormat {
  const key = `${language()} ${decimals}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(LOCALES[language()], {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  formats.set(key, made);
  return made;
}

/** "1.626,57": exactly `decimals` places, half away from zero, a true minus sign. */
export function formatNumber(value: number, decimals = 0): string {
  const rounded = roundHalfAway(value, decimals);
  return formatOf(decimals)
    .format(rounded === 0 ? 0 : rounded)
    .replace('-', '−');
}

/** A count: whole numbers without places, others with up to two ("1.626,57"). */
export function formatCount(value: number): string {
  return formatNumber(value, Number.isInteger(value) ? 0 : Math.min(2, decimalsOf(value)));
}

/** "20,9%": no space before the sign, as the reports write it. */
export function formatPercent(value: number, decimals = 1): string {
  return `${formatNumber(value, decimals)}%`;
}

/** Decimal places of the shortest text of a number. */
export function decimalsOf(value: number): number {
  const [digits = '', exponent = '0'] = String(value).split('e');
  const places = digits.split('.')[1]?.length ?? 0;
  return Math.max(0, places - Number(exponent));
}

/**
 * Decimal places of a figure as printed: "3,07%" has two, "1.626,57" two, "4.561" none (a group of three
 * after a dot is a thousands group), "77.5" one. Falls back to those of `value` where no number is printed.
 */
export function printedDecimals(printed: string, value: number): number {
  const found = /\d[\d.,]*/.exec(printed)?.[0].replace(/[.,]+$/, '');
  if (!found) return decimalsOf(value);
  const mark = found.includes(',') ? ',' : '.';
  const at = found.lastIndexOf(mark);
  if (at < 0 || (mark === '.' && isThousands(found, value))) return 0;
  return found.length - at - 1;
}

/** "4.561" for 4561 is a group of thousands; for 4.561 (an English export) it is three places. */
function isThousands(text: string, value: number): boolean {
  return /^\d{1,3}(\.\d{3})+$/.test(text) && Number(text) !== value;
}

function shift(value: number, places: number): string {
  const [digits, exponent = '0'] = String(value).split('e');
  return `${digits}e${Number(exponent) + places}`;
}
