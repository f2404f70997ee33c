/** Names of units for places with little room. */
import type { Dataset } from '../model/dataset.ts';

/**
 * Names without the word for their kind, "Diệp Hòa", in their order; whole where two would be alike, or where only a
 * number is left.
 */
export function shortNames(
  data: Dataset,
  named: readonly { readonly unit: string; readonly period?: string }[],
): string[] {
  const all = named.map(({ unit, period }) => {
    const { name, kind } = data.units.at(unit, data.periods.get(period ?? ''));
    const rest = name.slice(kind.length + 1);
    const isNamed = kind !== '' && name.toLowerCase().startsWith(`${kind.toLowerCase()} `);
    return { name, short: isNamed && /^\p{L}/u.test(rest) ? rest : name };
  });
  const alike = (text: string) => all.filter(({ short }) => short === text).length > 1;
  return all.map(({ name, short }) => (alike(short) ? name : short));
}
