/** One cell: what stands in a file → what it means, or why it cannot be used. */

import type { Problem, ProblemCode } from '../model/problem.ts';
import { isDay, lastDayMeant, parsePeriod } from '../model/time/period.ts';
import { cut, visible } from '../model/writing/outside.ts';
import type { RawValue } from './file/raw.ts';
import { type Field, PATTERNS } from './schema.ts';

export type CellValue = string | number | null;
export type Reason = Pick<Problem, 'code' | 'value' | 'expected'>;
export type Parsed = { readonly value: CellValue; readonly reason?: Reason };

/** A parser for one field: raw value → normalised value, with a reason when it cannot be used as it stands. */
export function parserOf(field: Field): (raw: RawValue) => Parsed {
  const absent: CellValue = field.type === 'number' ? null : '';
  const read = READERS[field.type];
  return (raw) => {
    const given = visible(
      String(raw ?? '')
        .normalize('NFC')
        .trim(),
    );
    const text = given === '' ? (field.default ?? '') : given;
    if (text === '') {
      const reason: Reason = { code: 'value-required' };
      return field.required ? { value: absent, reason } : { value: absent };
    }
    if (field.values && !field.values.includes(text)) {
      const expected = field.values.filter(Boolean).join(', ');
      const fallback = field.default ?? absent;
      return { value: fallback, reason: { code: 'value-vocabulary', value: text, expected } };
    }
    const value = read(text);
    if (value === null) return { value: absent, reason: { code: BAD[field.type], value: text } };
    if (typeof value === 'number') return numberMeant(value, text, field, typeof raw === 'number');
    return field.type === 'text' ? textMeant(value, field) : { value };
  };
}

/** What is shown of a note or a remark at most: a screen is no place for a book. */
const TEXT_LENGTH = 4000;

function textMeant(text: string, { longest = TEXT_LENGTH, agreed = longest }: Field): Parsed {
  if (text.length > longest) {
    const reason: Reason = { code: 'value-long', value: text, expected: String(longest) };
    return { value: cut(text, longest), reason };
  }
  if (isDamaged(text)) {
    const code = ORDER_MARK.test(text) ? 'text-control' : 'text-damaged';
    return { value: text, reason: { code, value: text } };
  }
  if (text.length <= agreed) return { value: text };
  return { value: text, reason: { code: 'text-long', value: text, expected: String(agreed) } };
}

/**
 * Letters that were lost on the way (U+FFFD, "Đ?ng", "[U+00AD]", "&atilde;"), UTF-8 read in another encoding and
 * written anew ("ế" became "áº¿", "ĩ" "Ä©"), or TCVN3 that was never converted ("B×nh").
 */
function isDamaged(text: string): boolean {
  return text.includes('\ufffd') || DAMAGED.some((pattern) => pattern.test(text));
}

/** The upper half of windows-1252, without the quotes and dashes that people write. */
const HIGH =
  '\u00a1-\u00aa\u00ac-\u00ba\u00bc-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2020-\u2022\u2030\u20ac\u2122';
const DAMAGED: readonly RegExp[] = [
  new RegExp(`\u00c3[${HIGH}]|[\u00c2\u00c4-\u00c6][${HIGH}\u2018-\u201e]`),
  new RegExp(`\u00e1[\u00ba\u00bb][\u00a1-\u00bf\u2013-\u201e${HIGH}[]`),
  /\p{Ll}[\u00c2-\u00c6]/u,
  /\p{L}[\u00d7\u00ac\u00ae\u00a7\u00b8\u00b6\u00b7\u00b5\u00b9\u00a8\u00a9\u00aa\u00ab]\p{L}/u,
  /\p{L}\?+\p{L}|\[U\+[0-9A-F]{4}\]|&(#\d+|[a-z]+);/iu,
  /[\u221a\u2500-\u257f]\p{L}|\p{L}[\u221a\u2500-\u257f]/u,
];

/** `visible` writes marks that turn the order of reading as their number. */
const ORDER_MARK = /\[U\+(202[A-E]|206[6-9]|200[EF])\]/;

/** Exactly three digits behind the point, as where thousands are grouped by points: 1.626, 200.000. */
const GROUPED = /^[+-]?[1-9]\d{0,2}\.\d{3}$/;

function numberMeant(value: number, text: string, field: Field, isExact: boolean): Parsed {
  const range = rangeMissed(value, text, field);
  if (range) return { value: null, reason: { code: 'value-range', value: text, expected: range } };
  if (!isExact && GROUPED.test(text))
    return { value, reason: { code: 'value-grouped', value: text, expected: String(value) } };
  if (isExact || keepsDigits(value, text)) return { value };
  return { value, reason: { code: 'value-digits', value: text, expected: String(value) } };
}

function rangeMissed(value: number, text: string, field: Field): string | null {
  const { above, least, most, whole } = field;
  if (Math.abs(value) > MOST) return `−${MOST} … ${MOST}`;
  const isTiny = Math.abs(value) < TINIEST && /[1-9]/.test(text.replace(/e.*/i, ''));
  if (isTiny) return `0 | ≥ ${TINIEST}`;
  if (above !== undefined && value <= above) return `> ${above}`;
  if (whole && !Number.isInteger(value)) return '0, 1, 2 …';
  if (most !== undefined && value > most) return `≤ ${most}`;
  return least !== undefined && value < least ? `≥ ${least}` : null;
}

/**
 * 2^53 − 1: whole numbers beyond it lose their last digits, and sums or products of what is within, over any
 * number of rows and divided by no less than the tiniest, stay far from infinity.
 */
const MOST = Number.MAX_SAFE_INTEGER;
const TINIEST = 1e-100;

/** Fifteen significant digits always survive; more of them only sometimes. */
function keepsDigits(value: number, text: string): boolean {
  if (text.length <= 15) return true;
  const digits = significant(text);
  return digits.length <= 15 || significant(value.toPrecision(digits.length)) === digits;
}

/** "-0.0120e5" → "12"; more than a hundred digits are more than any number can be asked for. */
function significant(text: string): string {
  const digits = text.replace(/e.*/i, '').replace(/\D/g, '');
  return digits.replace(/^0+|0+$/g, '').slice(0, 100);
}

const BAD: Record<Field['type'], ProblemCode> = {
  id: 'value-id',
  joined: 'value-id',
  either: 'value-id',
  code: 'value-id',
  text: 'value-required',
  number: 'value-number',
  day: 'value-date',
  moment: 'value-date',
  period: 'value-period',
};

const READERS: Record<Field['type'], (text: string) => CellValue> = {
  id: (text) => (PATTERNS.id.test(text) ? text : null),
  joined: (text) => (PATTERNS.joined.test(text) ? text : null),
  either: (text) => (PATTERNS.either.test(text) ? text : null),
  code: (text) => (PATTERNS.code.test(text) ? text : null),
  text: (text) => text,
  number: (text) => (PATTERNS.number.test(text) ? Number(text) : null),
  day: (text) => (isDay(text) ? text : null),
  moment: (text) => (lastDayMeant(text) ? text : null),
  period: readPeriod,
};

function readPeriod(text: string): string | null {
  try {
    return parsePeriod(text).code;
  } catch {
    return null;
  }
}
