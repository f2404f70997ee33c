/** Slips of the pen in one number: digits dropped, doubled, exchanged, a decimal separator lost. */
import { TOLERANCE } from '../identity/rule.ts';

/** A stated number that may be wrong. */
export interface Suspect {
  readonly value: number;
  /** Decimals as printed: digits are compared at this precision. */
  readonly decimals: number;
  /** Other values that the same document states for it. */
  readonly others?: readonly number[];
}

/** What happened to the digits; `value` where no single slip explains it. */
export type Slip = 'transposed' | 'dropped' | 'doubled' | 'extra' | 'digit' | 'value';

/** Counts stay counts: nothing below zero, no decimals where none were printed. */
export function fits(figure: Suspect, to: number): boolean {
  if (to < 0 || Math.abs(to - figure.value) <= TOLERANCE) return false;
  return Math.abs(rounded(to, figure.decimals) - to) <= TOLERANCE;
}

/** Values that one slip of the digits makes of a figure, where a sum does not ask for one in particular. */
export function slipsOf(figure: Suspect): { kind: Slip; to: number }[] {
  const digits = digitsOf(figure.value, figure.decimals);
  const texts = new Set<string>();
  for (let i = 0; i <= digits.length; i++) {
    for (const digit of '0123456789') texts.add(digits.slice(0, i) + digit + digits.slice(i));
    texts.add(digits.slice(0, i) + digits.slice(i + 1));
    for (let j = i + 1; j < digits.length; j++) texts.add(swapped(digits, i, j));
  }
  return [...texts]
    .filter((text) => text !== '' && text !== digits && (text === '0' || !text.startsWith('0')))
    .map((text) => Number(text) / 10 ** figure.decimals)
    .map((to) => ({ kind: slipBetween(figure.value, to, figure.decimals), to }))
    .filter(({ kind, to }) => kind !== 'value' && fits(figure, to));
}

/**
 * Which slip of the pen turns the right value `to` into the written one `from`; "value" where none does.
 *
 *   slipBetween(103, 130, 0) → 'transposed'; slipBetween(13, 113, 0) → 'dropped'; slipBetween(1133, 113, 0) → 'doubled'
 */
export function slipBetween(from: number, to: number, decimals: number): Slip {
  const written = digitsOf(from, decimals);
  const meant = digitsOf(to, decimals);
  if (written.length === meant.length) {
    const differing = [...written].flatMap((digit, at) => (digit === meant[at] ? [] : [at]));
    const [first = -1, second = -1] = differing;
    if (differing.length === 2 && swapped(written, first, second) === meant) return 'transposed';
    return differing.length === 1 && written.length > 1 ? 'digit' : 'value';
  }
  if (written.length + 1 === meant.length) {
    return removals(meant).some((item) => item.text === written) ? 'dropped' : 'value';
  }
  if (written.length - 1 === meant.length) {
    const removal = removals(written).filter((item) => item.text === meant);
    if (removal.length === 0) return 'value';
    return removal.some((item) => item.doubled) ? 'doubled' : 'extra';
  }
  return 'value';
}

/** A decimal separator lost, gained, or in another place: 67.5 as 675, 421.8 as 4.218. */
export function isShifted(from: number, to: number): boolean {
  if (Number.isInteger(from) && Number.isInteger(to)) return false;
  const near = (a: number, b: number) => Math.abs(a - b) <= TOLERANCE;
  return [10, 100, 1000].some((power) => near(from * power, to) || near(to * power, from));
}

function removals(digits: string): { text: string; doubled: boolean }[] {
  return [...digits].map((digit, at) => ({
    text: digits.slice(0, at) + digits.slice(at + 1),
    doubled: digits[at - 1] === digit || digits[at + 1] === digit,
  }));
}

function swapped(digits: string, i: number, j: number): string {
  const list = [...digits];
  [list[i], list[j]] = [list[j] as string, list[i] as string];
  return list.join('');
}

function digitsOf(value: number, decimals: number): string {
  return String(Math.round(Math.abs(value) * 10 ** decimals));
}

/** To so many decimals. */
export function rounded(value: number, decimals: number): number {
  const factor = 10 ** Math.max(0, decimals);
  return Math.round(value * factor) / factor;
}
