/** One thing or several: "1 unit", "12 units". */
import { formatCount } from '../../model/writing/number.ts';

/** A number with its noun; a number that is text was formatted before. */
export function counted(count: number | string, one: string, many = `${one}s`): string {
  const text = typeof count === 'number' ? formatCount(count) : count;
  return `${text} ${noun(text, one, many)}`;
}

/** The noun alone, for "14/15 units". */
export function noun(count: number | string, one: string, many = `${one}s`): string {
  return String(count) === '1' ? one : many;
}
