/** How far a proportion of a complete count could differ by chance from period to period (docs/methods.md). */
/** 95 %, two-sided. */
export const Z = 1.959964;

/** 99,8 %: where many figures are looked through, one in twenty would stand apart by chance alone. */
export const Z_OF_MANY = 3.09;

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** x of n. */
export interface Share {
  readonly x: number;
  readonly n: number;
}

/**
 * Wilson interval of x out of n, as shares of 1; x = 0 and x = n are ordinary inputs.
 *
 * Source: Wilson 1927, J. Am. Stat. Assoc. 22, 209–212.
 * @throws RangeError unless 0 ≤ x ≤ n and n > 0
 */
export function wilson(x: number, n: number, z = Z): Interval {
  if (!(n > 0 && x >= 0 && x <= n)) throw new RangeError(`no proportion: ${x} of ${n}`);
  const spread = z * Math.sqrt(z * z + 4 * x * (1 - x / n));
  const scale = 2 * (n + z * z);
  return { low: (2 * x + z * z - spread) / scale, high: (2 * x + z * z + spread) / scale };
}

/** Fewer events than this are reckoned exactly. */
const EXACT_BELOW = 10;

/**
 * Interval of a count of events: exact (Poisson) below ten of them, else Byar's; as events, to be divided by what
 * they are held against. x = 0 is an ordinary input.
 *
 * Source: Breslow and Day 1987, Statistical Methods in Cancer Research II, 69–71; Garwood 1936, Biometrika 28, 437–442.
 * @throws RangeError unless x ≥ 0
 */
export function byar(x: number, z = Z): Interval {
  if (!(x >= 0)) throw new RangeError(`no count: ${x}`);
  if (x < EXACT_BELOW) return exactCount(x, upperTail(z));
  const end = (count: number, side: 1 | -1) =>
    count * (1 - 1 / (9 * count) + (side * z) / (3 * Math.sqrt(count))) ** 3;
  return { low: end(x, -1), high: end(x + 1, 1) };
}

/** Means under which so many events or more, or so many or fewer, have the probability `tail`. */
function exactCount(x: number, tail: number): Interval {
  const high = solve((mean) => tail - fewer(Math.floor(x) + 1, mean), x + 1, 4 * x + 40);
  const low = x < 1 ? 0 : solve((mean) => 1 - fewer(Math.floor(x), mean) - tail, 0, x + 1);
  return { low, high };
}

/** Probability of fewer than `count` events where `mean` are expected. */
function fewer(count: number, mean: number): number {
  let term = Math.exp(-mean);
  let sum = 0;
  for (let at = 0; at < count; at++) {
    sum += term;
    term *= mean / (at + 1);
  }
  return sum;
}

/** Where a rising function crosses zero. */
function solve(rising: (value: number) => number, from: number, to: number): number {
  let [low, high] = [from, to];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (rising(middle) < 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Probability that a normal variable lies above z ≥ 0 (Marsaglia 2004, J. Stat. Softw. 11). */
function upperTail(z: number): number {
  let term = z;
  let sum = 0;
  for (let at = 1; sum + term !== sum; at += 2) {
    sum += term;
    term *= (z * z) / (at + 2);
  }
  return 0.5 - (sum * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI);
}

/**
 * The z with which so many are judged at once that the chance of naming any of them wrongly stays at 5 %
 * (Bonferroni): 1.96 for one, 2.94 for fifteen.
 */
export function zAmong(comparisons: number): number {
  const tail = 0.025 / Math.max(1, comparisons);
  return solve((z) => tail - upperTail(z), 0, 7);
}

/**
 * Interval of the difference of two independent proportions, as shares of 1.
 *
 * Source: Newcombe 1998, Statistics in Medicine 17, 873–890, method 10 (hybrid score).
 * @throws RangeError where either is no proportion
 */
export function differenceInterval(now: Share, before: Share, z = Z): Interval {
  const [p, q] = [now.x / now.n, before.x / before.n];
  const [own, old] = [wilson(now.x, now.n, z), wilson(before.x, before.n, z)];
  return {
    low: p - q - Math.hypot(p - own.low, old.high - q),
    high: p - q + Math.hypot(own.high - p, q - old.low),
  };
}
