/** Scales of charts: round ends, and percentages on their natural scale. */
import type { Subject } from '../catalogue.ts';

/** From 0 to a round number above the largest value; 0–100 for percentages that stay inside. */
export function domainOf(subject: Subject, values: readonly number[]): [number, number] {
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  if (subject.isRatio && subject.scale === 100 && high <= 100 && high > 15)
    return [Math.min(0, low), 100];
  return [low < 0 ? -roundUp(-low) : 0, roundUp(high) || 1];
}

/** Round values a step apart that enclose a range, at most seven; for a drawing whose axis need not begin at zero. */
export function fittedTicks(low: number, high: number): number[] {
  const raw = Math.max(high - low, 1e-9) / 5;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = ([1, 2, 5, 10].find((factor) => factor * power >= raw * 0.999) ?? 10) * power;
  const [from, to] = [Math.floor(low / step + 1e-9), Math.ceil(high / step - 1e-9)];
  return Array.from({ length: Math.max(1, to - from) + 1 }, (_, at) =>
    Number(((from + at) * step).toPrecision(12)),
  );
}

/**
 * Whole ends of an axis around values, for a small chart that need not begin at zero; a percentage stays within its
 * scale. What moves by less than `span` does not fill it.
 */
export function fittedDomain(
  subject: Subject,
  values: readonly number[],
  span: number,
): [number, number] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const more = Math.max(0, span - (high - low)) / 2;
  const ticks = fittedTicks(low - more, high + more);
  const isShare = subject.isRatio && subject.scale === 100;
  const least = Math.max(low >= 0 ? 0 : Number.NEGATIVE_INFINITY, Math.floor(ticks[0] ?? low));
  const most = Math.ceil(ticks.at(-1) ?? high);
  return [least, Math.max(least + 1, isShare && high <= 100 ? Math.min(100, most) : most)];
}

/**
 * Round ticks around what was and what is: dots need no zero, but little changes are not to fill the page: rates have
 * ten points at least.
 */
export function pairTicks({ isRatio, scale }: Subject, values: readonly number[]): number[] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const least = isRatio ? scale / 10 : Math.max(5, Math.abs(high) / 5);
  const missing = Math.max(0, least - (high - low)) / 2;
  const top = isRatio && high <= scale ? Math.min(scale, high + missing) : high + missing;
  const bottom = low >= 0 ? Math.max(0, low - missing) : low - missing;
  return fittedTicks(bottom, top);
}

/** The next of these times a power of ten: little room is left above the data. */
function roundUp(value: number): number {
  if (value <= 0) return 0;
  const power = 10 ** Math.floor(Math.log10(value));
  const step =
    [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10].find((factor) => factor * power >= value) ?? 10;
  return step * power;
}

/** Steps of an axis that need no decimals: about five, of round numbers where these end where the axis ends. */
export function wholeStep(least: number, most: number): number {
  const span = most - least;
  const power = 10 ** Math.floor(Math.log10(Math.max(1, span / 3)));
  const round = [5, 2, 1].map((factor) => factor * power);
  const isFit = (step: number) => span % step === 0 && span / step >= 3 && span / step <= 5;
  return round.find(isFit) ?? Math.max(1, Math.ceil(span / 5));
}

/**
 * Ends of the axis of lines: from 0 as bars, unless even the lowest value is in its upper half, where lines would be
 * pressed together under its end; it is then fitted, over ten points at least.
 */
export function lineDomain(subject: Subject, values: readonly number[]): [number, number] {
  const [least, most] = domainOf(subject, values);
  const isHigh = least === 0 && subject.isRatio && Math.min(...values) > most / 2;
  return isHigh ? fittedDomain(subject, values, subject.scale / 10) : [least, most];
}
