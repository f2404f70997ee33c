/** Numbers as people type them into tables: with qualifiers, as pairs, with words or signs for "no number". */
import { ownOf } from '../group.ts';
import type { Bound } from '../observation.ts';

/** Which sign parts decimals: `comma` in Vietnamese writing ("1.626,57"), `dot` in English ("1,626.57"). */
export type DecimalSign = 'comma' | 'dot';

export type SaidNumber =
  | {
      readonly kind: 'number';
      readonly value: number;
      readonly bound: Bound;
      readonly isPercent: boolean;
    }
  /** "108/115": so many of so many. */
  | { readonly kind: 'pair'; readonly part: number; readonly whole: number; readonly bound: Bound }
  /** `M`: it does not occur ("-", "không"); `O`: it is not known ("…", "chưa có số liệu"). */
  | { readonly kind: 'absent'; readonly status: 'M' | 'O' }
  /** "4.561" is 4561 with a decimal comma and 4.561 with a dot. */
  | { readonly kind: 'ambiguous'; readonly comma: number; readonly dot: number }
  | { readonly kind: 'empty' };

const ABSENT: readonly (readonly [RegExp, 'M' | 'O'])[] = [
  [/^(-+|–+|—+|−)$/u, 'M'],
  [/^(không|không có|không phát sinh|ko|k\.?|none|nil)\.?$/iu, 'M'],
  [
    /^(…|\.{2,}|\.\s*\.\s*\.|\?+|x|n\/?a|#n\/a|null|chưa có( số liệu)?|chưa báo cáo|không có số liệu|thiếu)\.?$/iu,
    'O',
  ],
];

const QUALIFIERS: readonly (readonly [RegExp, Bound])[] = [
  [/^(đạt trên|trên|hơn|over|more than|>(?!=))\s*/iu, '>'],
  [/^(ít nhất|tối thiểu|không dưới|từ|at least|>=|≥)\s*/iu, '>='],
  [/^(dưới|gần|less than|<(?!=))\s*/iu, '<'],
  [/^(không quá|tối đa|nhiều nhất|at most|<=|≤)\s*/iu, '<='],
  [/^(khoảng|ước|ước đạt|ước tính|xấp xỉ|about|~|≈)\s*/iu, '~'],
];

const NUMBER = String.raw`[+−-]?\d[\d., ]*`;
/** What is counted may follow a figure ("12 vụ", "20,9%"), as one or two short words. */
const AFTER = /^(?:%|‰|[\p{L}đĐ.]{1,12}(?:\s[\p{L}đĐ.]{1,12})?)?$/u;

/** "21O" is no 21: a letter right behind the digits may be one that was misread. */
const ATTACHED = /^\p{L}(?!\p{Ll})/u;

/**
 * Reads a cell's text. With `sign` null a group of three behind a single dot or comma is ambiguous.
 *
 * @returns null where no number and no word for its absence stands there
 * @example readSaidNumber('trên 90%', 'comma') // { kind: 'number', value: 90, bound: '>', isPercent: true }
 */
export function readSaidNumber(text: string, sign: DecimalSign | null): SaidNumber | null {
  const plain = text
    .normalize('NFC')
    .replace(/[\u00a0\u202f]/g, ' ')
    .trim();
  if (plain === '') return { kind: 'empty' };
  if (/^\d{1,15}$/.test(plain))
    return { kind: 'number', value: Number(plain), bound: '', isPercent: false };
  const marked = withoutMark(plain);
  if (marked !== plain) return readSaidNumber(marked, sign);
  for (const [pattern, status] of ABSENT)
    if (pattern.test(plain)) return { kind: 'absent', status };
  const [rest, bound] = withoutQualifier(plain);
  return readPair(rest, bound, sign) ?? readOne(rest, bound, sign);
}

/** "1.206 (1)", "302(*)", "10/12 (83,3%)": a mark of a footnote, or the share that a pair makes. */
function withoutMark(text: string): string {
  return text
    .replace(/(?<=\d)\s*(\((\d|\*{1,3}|[a-z])\)|\*{1,3})$/iu, '')
    .replace(/(?<=\/\s*\d+)\s*\([\d.,]+\s*%\)$/u, '');
}

/** "5 triệu" is five million. */
const TIMES: Readonly<Record<string, number>> = {
  nghìn: 1e3,
  ngàn: 1e3,
  triệu: 1e6,
  tỷ: 1e9,
  tỉ: 1e9,
};

function withoutQualifier(text: string): [string, Bound] {
  for (const [pattern, bound] of QUALIFIERS) {
    const found = pattern.exec(text);
    if (found && /\d/.test(text.slice(found[0].length)))
      return [text.slice(found[0].length), bound];
  }
  return [text, ''];
}

const PAIR = new RegExp(
  String.raw`^(${NUMBER})\s*([\p{L}]{0,8})\s*/\s*(${NUMBER})\s*([\p{L}]{0,8})$`,
  'u',
);

function readPair(text: string, bound: Bound, sign: DecimalSign | null): SaidNumber | null {
  const found = PAIR.exec(text);
  if (!found || (found[2] && found[4] && found[2] !== found[4])) return null;
  const [part, whole] = [
    numberOf(found[1] ?? '', sign ?? 'comma'),
    numberOf(found[3] ?? '', sign ?? 'comma'),
  ];
  if (part === null || whole === null) return null;
  return { kind: 'pair', part, whole, bound };
}

const ONE = new RegExp(`^(${NUMBER})(.*)$`, 'u');

function readOne(text: string, bound: Bound, sign: DecimalSign | null): SaidNumber | null {
  const found = ONE.exec(text);
  if (!found) return null;
  const [digits, after] = [(found[1] ?? '').trim(), (found[2] ?? '').trim()];
  const isApart = /\s$/.test(found[1] ?? '');
  if (!AFTER.test(after) || (!isApart && ATTACHED.test(after))) return null;
  const isPercent = after === '%';
  if (sign === null && isAmbiguous(digits)) {
    const [comma, dot] = [numberOf(digits, 'comma'), numberOf(digits, 'dot')];
    if (comma !== null && dot !== null) return { kind: 'ambiguous', comma, dot };
  }
  const value = numberOf(digits, sign ?? signIn(digits) ?? 'comma');
  if (value === null) return null;
  const times = ownOf(TIMES, after.split(' ')[0] ?? '') ?? 1;
  return {
    kind: 'number',
    value: times === 1 ? value : Number((value * times).toPrecision(15)),
    bound,
    isPercent,
  };
}

function isAmbiguous(digits: string): boolean {
  return /^[+−-]?[1-9]\d{0,2}[.,]\d{3}$/.test(digits);
}

/** The sign that a text by itself gives away, or null. */
export function signIn(text: string): DecimalSign | null {
  const digits = (/\d[\d.,]*/.exec(text)?.[0] ?? '').replace(/[.,]+$/, '');
  const [dots, commas] = [digits.split('.').length - 1, digits.split(',').length - 1];
  if (dots > 0 && commas > 0)
    return digits.lastIndexOf(',') > digits.lastIndexOf('.') ? 'comma' : 'dot';
  if (dots + commas === 0) return null;
  if (dots > 1) return 'comma';
  if (commas > 1) return 'dot';
  if (isAmbiguous(digits)) return null;
  return dots === 1 ? 'dot' : 'comma';
}

/** Digits with groups of exactly three, or none; null where the groups do not fit. */
function numberOf(digits: string, sign: DecimalSign): number | null {
  const [group, point] = sign === 'comma' ? ['.', ','] : [',', '.'];
  const plain = digits.replace('−', '-').replace(/\s/g, ' ').trim();
  const [whole = '', ...decimals] = plain.split(point);
  if (decimals.length > 1 || decimals[0]?.match(/\D/)) return null;
  const separator = whole.includes(' ') ? ' ' : group;
  const groups = whole.replace(/^[+-]/, '').split(separator);
  const fits = groups.every((part, at) => (at === 0 ? /^\d{1,}$/ : /^\d{3}$/).test(part));
  if (!fits || (groups.length > 1 && (groups[0]?.length ?? 0) > 3)) return null;
  const value = Number(
    `${whole.startsWith('-') ? '-' : ''}${groups.join('')}.${decimals[0] || '0'}`,
  );
  return Number.isFinite(value) ? value : null;
}
