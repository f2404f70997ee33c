/** The period of an address: the latest of each unit, one code, or a range "A..B". */
import { parsePeriod } from '../model/time/period.ts';
import type { PeriodChoice } from '../question/scope.ts';

/** What an address can say; lists of periods are only asked by queries. */
export type ChosenPeriod = Exclude<PeriodChoice, { readonly type: 'several' }>;

export const LATEST: ChosenPeriod = { type: 'latest' };

export function onePeriod(code: string): ChosenPeriod {
  return { type: 'one', code };
}

/** Canonical codes; null for a text that names no period, or a range that runs backwards. */
export function parsePeriodChoice(text: string): ChosenPeriod | null {
  if (text === 'latest') return LATEST;
  try {
    const ends = text.split('..').map(parsePeriod);
    const [from, to] = ends;
    if (!from || ends.length > 2) return null;
    if (!to) return onePeriod(from.code);
    return from.start <= to.end ? { type: 'range', from: from.code, to: to.code } : null;
  } catch {
    return null;
  }
}

export function formatPeriodChoice(choice: ChosenPeriod): string {
  if (choice.type === 'latest') return 'latest';
  return choice.type === 'one' ? choice.code : `${choice.from}..${choice.to}`;
}

/** The code of a single chosen period; '' where there is none. */
export function chosenCode(choice: ChosenPeriod): string {
  return choice.type === 'one' ? choice.code : '';
}
