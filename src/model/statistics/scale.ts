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

/** The next of these times a power of ten: little room is left above the data. */
function roundUp(value: number): number {
  if (value <= 0) return 0;
  const power = 10 ** Math.floor(Math.log10(value));
  const step =
    [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10].find((factor) => factor * power >= value) ?? 10;
  return step * power;
}

/** Steps of an axis that need no decimals: about five. */
export function wholeStep(least: number, most: number): number {
  return Math.max(1, Math.ceil((most - least) / 5));
}
