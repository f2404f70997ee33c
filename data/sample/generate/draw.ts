/**
 * Seeded chance. Every figure has its own stream, named by what it is about, so that a change in one place
 * leaves all other figures alone. Only additions and multiplications: the same numbers on every machine.
 */

const SEED = 20_260_131;

export interface Draw {
  /** In [0, 1). */
  next(): number;
  /** A whole number from `low` to `high`, both inside. */
  whole(low: number, high: number): number;
  /** Whether something happens that does with this probability. */
  chance(probability: number): boolean;
  /** Events of which `mean` are expected. */
  count(mean: number): number;
  /** How many of `n` happen, each with this probability. */
  of(n: number, probability: number): number;
  /** `n` things shared out by weight; the parts add up to `n`. */
  split(n: number, weights: readonly number[]): number[];
}

/** The stream of the figures with this name. */
export function drawFor(...name: readonly (string | number)[]): Draw {
  const next = mulberry32(fnv1a(`${SEED}~${name.join('~')}`));
  const chance = (probability: number) => next() < probability;
  const of = (n: number, probability: number) => {
    let happened = 0;
    for (let at = 0; at < n; at += 1) if (chance(probability)) happened += 1;
    return happened;
  };
  return {
    next,
    chance,
    of,
    whole: (low, high) => low + Math.floor(next() * (high - low + 1)),
    count(mean) {
      const tries = Math.ceil(mean * 4) + 4;
      return of(tries, Math.max(0, mean) / tries);
    },
    split(n, weights) {
      let left = n;
      let rest = weights.reduce((sum, weight) => sum + weight, 0);
      return weights.map((weight) => {
        const part = rest > 0 ? of(left, weight / rest) : 0;
        left -= part;
        rest -= weight;
        return part;
      });
    },
  };
}

/** "mulberry32" (T. Ettinger, public domain). */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** 32-bit FNV-1a of the UTF-16 code units. */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return hash >>> 0;
}
