/** The water works with one seeded slip in every unit, year and group of figures: what was meant is known of each. */
import { type Random, seededRandom } from '../bench/random.ts';
import { fixtureOf, printedAs, type Row, waterworks } from './waterworks.ts';

export interface Slipped {
  /** Rows that say something else than was meant, with what they say. */
  readonly changes: readonly { readonly row: Row; readonly from: number; readonly to: number }[];
}

/** Figures that the sums tie together; orders by kind change places with orders. */
const GROUPS = {
  orders:
    'ord_before ord_new ord_all ord_done ord_on_time ord_late ord_open ord_not_due ord_overdue',
  kinds: 'ord_new:home ord_new:shop ord_new:factory',
  water: 'water_made water_sold water_lost',
  calls: 'calls calls_solved calls_passed calls_false',
  meters: 'meters meters_ok meters_broken',
  pipes: 'km_cleaned',
};

/** Two parts of one sum, both stocks: exchanged they leave no trace. */
const TRACELESS = ['ord_not_due ord_overdue', 'meters_broken meters_ok'];

export function slipped(seed: number) {
  const random = seededRandom(seed);
  const book = waterworks();
  const units = [...new Set(book.documents.map(({ unit }) => unit))];
  const list: Slipped[] = [];
  for (const unit of units) {
    for (const year of [2023, 2024]) {
      const orders = random.chance(0.7) ? GROUPS.orders : GROUPS.kinds;
      for (const group of [orders, GROUPS.water, GROUPS.calls, GROUPS.meters, GROUPS.pipes]) {
        const parts = ['-Q1', '-Q2', '-Q3', '-Q4', '-S1', '-01-01/P9M', ''];
        const period = `${year}${one(random, parts)}`;
        if (unit === 'en' && year === 2024 && group === GROUPS.pipes) continue; // of two cut-offs
        const rows = group.split(' ').map((figure) => {
          const [measure = '', category = ''] = figure.split(':');
          return book.find(unit, period, measure, category);
        });
        const changes = slip(random, rows, group === GROUPS.water ? 1 : 0);
        if (changes.length > 0) list.push({ changes });
      }
    }
  }
  return { ...fixtureOf(book), slipped: list };
}

function one<T>(random: Random, list: readonly T[]): T {
  return list[random.whole(0, list.length - 1)] as T;
}

/** Exchanges two of the rows or spoils the digits of one; nothing where that would change nothing. */
function slip(random: Random, rows: readonly Row[], decimals: number): Slipped['changes'] {
  const [a, b] = [one(random, rows), one(random, rows)];
  const isTraceless = TRACELESS.includes([a.measure, b.measure].sort().join(' '));
  if (random.chance(0.25) && a.value !== b.value && !isTraceless) {
    const [first, second] = [a.value as number, b.value as number];
    return [write(a, second, decimals), write(b, first, decimals)];
  }
  const digits = String(Math.round((a.value as number) * 10 ** decimals));
  const text = one(random, SLIPS)(digits, random);
  if (text === digits || text === '' || text.startsWith('0')) return [];
  return [write(a, Number(text) / 10 ** decimals, decimals)];
}

function write(row: Row, from: number, decimals: number) {
  const to = row.value as number;
  row.value = from;
  row.printed = printedAs(from, decimals);
  return { row, from, to };
}

type DigitSlip = (digits: string, random: Random) => string;

const at = (digits: string, random: Random) => random.whole(0, digits.length - 1);

const SLIPS: DigitSlip[] = [
  function drop(digits, random) {
    const i = at(digits, random);
    return digits.slice(0, i) + digits.slice(i + 1);
  },
  function double(digits, random) {
    const i = at(digits, random);
    return digits.slice(0, i + 1) + digits.slice(i);
  },
  function transpose(digits, random) {
    const [i, j] = [at(digits, random), at(digits, random)];
    return [...digits]
      .map((digit, k) => (k === i ? digits[j] : k === j ? digits[i] : digit))
      .join('');
  },
  function change(digits, random) {
    const i = at(digits, random);
    return `${digits.slice(0, i)}${random.whole(0, 9)}${digits.slice(i + 1)}`;
  },
  function insert(digits, random) {
    const i = at(digits, random);
    return `${digits.slice(0, i)}${random.whole(1, 9)}${digits.slice(i)}`;
  },
  function other(digits, random) {
    return String(Number(digits) + random.whole(11, 40));
  },
];
