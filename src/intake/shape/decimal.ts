/** Which sign parts decimals, column by column: answered, or given away by the column's own texts. */
import { type DecimalSign, signIn } from '../../model/writing/said-number.ts';
import { textOf } from '../sheet.ts';
import { isMeasured, rateIn } from './counted.ts';
import { figureColumns, labelAt, type Reading } from './work.ts';

/** The sign of decimals of every column: answered, else what its own texts give away, where they agree. */
export function signsOf(work: Reading): Map<number, DecimalSign | null> {
  const signs = new Map<number, DecimalSign | null>();
  for (const { at } of figureColumns(work)) {
    const answer = work.answers[`decimal ${labelAt(work, at)}`];
    signs.set(at, answer === 'comma' || answer === 'dot' ? answer : guessSign(work, at));
  }
  return signs;
}

function guessSign(work: Reading, at: number): DecimalSign | null {
  const found = new Set<DecimalSign>();
  for (let row = work.layout.body.first; row <= work.layout.body.last; row += 1) {
    const value = work.sheet.rows[row]?.[at];
    const sign = typeof value === 'string' ? signIn(value) : null;
    if (sign) found.add(sign);
  }
  return found.size === 1 ? ([...found][0] ?? null) : null;
}

/** Answered, else that of most cells; the comma where as many have the one as the other. */
export function usualSign(work: Reading, at: number): DecimalSign | null {
  const answer = work.answers[`decimal ${labelAt(work, at)}`];
  if (answer === 'comma' || answer === 'dot') return answer;
  const counts = { comma: 0, dot: 0 };
  for (let row = work.layout.body.first; row <= work.layout.body.last; row += 1) {
    const value = work.sheet.rows[row]?.[at];
    const sign = typeof value === 'string' ? signIn(value) : null;
    if (sign) counts[sign] += 1;
  }
  if (counts.comma + counts.dot === 0) return null;
  return counts.comma >= counts.dot ? 'comma' : 'dot';
}

/** The signs to be shown, of the columns of figures that have one. */
export function shownSigns(work: Reading): Map<number, DecimalSign> {
  const signs = figureColumns(work).flatMap(({ at }) => {
    const sign = work.meanings.get(at)?.kind === 'labels' ? null : signOf(work, at);
    return sign ? [[at, sign] as const] : [];
  });
  return new Map(signs);
}

/** Of counts, groups of three ("1.206") give the sign away as well. */
function signOf(work: Reading, at: number): DecimalSign | null {
  const answer = work.answers[`decimal ${labelAt(work, at)}`];
  if (answer === 'comma' || answer === 'dot') return answer;
  const guess = guessSign(work, at);
  const meaning = work.meanings.get(at);
  const measure = meaning?.kind === 'figures' ? (meaning.place.measure ?? '') : '';
  if (guess || !measure || rateIn(work, measure) || isMeasured(work, measure)) return guess;
  for (let row = work.layout.body.first; row <= work.layout.body.last; row += 1) {
    const text = textOf(work.sheet.rows[row]?.[at]);
    const group = /^\d{1,3}([.,])\d{3}$/.exec(text)?.[1];
    if (group) return group === '.' ? 'comma' : 'dot';
  }
  return null;
}
