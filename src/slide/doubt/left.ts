/** Units that a list of what is still to be checked has no room for. */
import type { Dataset } from '../../model/dataset.ts';
import { formatCount } from '../../model/writing/number.ts';
import { shortNames } from '../../text/short-name.ts';
import { words } from '../../text/words.ts';

/** How much there is in a unit ('' of what belongs to none). */
export interface LeftUnit {
  readonly unit: string;
  readonly count: number;
}

/** Those without a row of their own, by name with their numbers, so that these add up to the title's. */
export function leftNote(data: Dataset, rows: readonly LeftUnit[]): string {
  if (rows.length === 0) return '';
  const known = shortNames(
    data,
    rows.filter(({ unit }) => data.units.has(unit)),
  );
  const names = rows.map(({ unit }) =>
    data.units.has(unit) ? (known.shift() ?? '') : words.checks.noUnit,
  );
  const { otherUnits, oneEach } = words.present;
  const labels = rows
    .map(({ count }, at) => ({ name: names[at] ?? '', count }))
    .sort((a, b) => b.count - a.count)
    .map(({ name, count }) => ({
      text: unbroken(count > 1 ? `${name} (${formatCount(count)})` : name),
      isOne: count === 1,
    }));
  const lengthTo = (at: number) =>
    labels
      .slice(0, at + 1)
      .map(({ text }) => text)
      .join(', ').length;
  const fits = labels.filter((_, at) => lengthTo(at) < MOST_LEFT);
  const left = labels.length - fits.length;
  const textOf = (isOne: boolean) =>
    fits
      .filter((label) => label.isOne === isOne)
      .map(({ text }) => text)
      .join(', ');
  const ones = textOf(true);
  const told = [textOf(false), ones ? oneEach(ones) : ''].filter(Boolean).join('; ');
  return otherUnits(left > 0 ? told + words.proposals.others(left) : told);
}

const unbroken = (text: string) => text.replaceAll(' ', NO_BREAK);

/** Characters of the names of units without a row of their own. */
const MOST_LEFT = 92;
const NO_BREAK = '\u00a0';
