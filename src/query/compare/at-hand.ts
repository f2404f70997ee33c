/**
 * Comparisons that need no engine: what all periods of one length need of a subject is read once, while nobody waits,
 * and kept as long as it is little.
 */
import type { Engine } from '../../engine/engine.ts';
import type { Dataset } from '../../model/dataset.ts';
import type { CompareAnswer, CompareQuestion } from '../../question/compare.ts';
import { compareIn, isOfOnePeriod, withPeers } from './compare.ts';
import { basesOf, type Pool, parentsAt, readPool } from './pool.ts';

/** Figures of one pool, and of all that are kept: a figure takes about a kilobyte. */
const MOST_OF_ONE = 1500;
const MOST_KEPT = 20_000;

export interface ComparisonsAtHand {
  /** The answer, where what it needs was brought; it is put together in about a millisecond. */
  answer(question: CompareQuestion): CompareAnswer | undefined;
  /** Reads what the question needs at every period of its length; false where that would be too much to keep. */
  bring(question: CompareQuestion): Promise<boolean>;
}

interface Kept extends Pool {
  readonly codes: ReadonlySet<string>;
}

export function comparisonsAtHand(engine: Engine, data: Dataset): ComparisonsAtHand {
  /** By what they are about, those that were used last at the end; null: too much to keep. */
  const pools = new Map<string, Promise<Kept | null>>();
  const ready = new Map<string, Kept>();
  const read = async (question: CompareQuestion, codes: readonly string[]) => {
    const { units } = question;
    const places = (units ?? []).flatMap((unit) => codes.map((period) => ({ unit, period })));
    const all = units && [...new Set([...units, ...parentsAt(data, question, places)])];
    if ((all?.length ?? data.units.ids.length) * codes.length > MOST_OF_ONE) return null;
    const pool = await readPool(engine, question, [{ units: all, codes }]);
    return sizeOf(pool) > MOST_OF_ONE ? null : { ...pool, codes: new Set(codes) };
  };
  const keep = (key: string, pool: Kept) => {
    ready.set(key, pool);
    let sum = [...ready.values()].reduce((all, one) => all + sizeOf(one), 0);
    for (const [oldest, one] of ready) {
      if (sum <= MOST_KEPT) return;
      sum -= sizeOf(one);
      ready.delete(oldest);
      pools.delete(oldest);
    }
  };
  return {
    answer(asked) {
      const question = withPeers(asked);
      if (!isOfOnePeriod(question)) return undefined;
      const key = keyOf(data, question);
      const pool = ready.get(key);
      const { code } = question.period;
      if (!pool?.codes.has(code)) return undefined;
      if (basesOf(data, question, [code]).some((base) => !pool.codes.has(base))) return undefined;
      ready.delete(key);
      ready.set(key, pool);
      return compareIn(data, asked, pool);
    },
    async bring(asked) {
      const question = withPeers(asked);
      if (!isOfOnePeriod(question)) return false;
      const key = keyOf(data, question);
      const coming = pools.get(key) ?? read(question, likeCodes(data, question.period.code));
      pools.set(key, coming);
      coming.catch(() => pools.delete(key)); // asked again when it is wanted in earnest
      const pool = await coming;
      if (pool && pools.has(key) && !ready.has(key)) keep(key, pool);
      return pool !== null;
    },
  };
}

const sizeOf = ({ results, references }: Pool) => results.length + references.length;

/** Periods of the same length. */
function likeCodes(data: Dataset, code: string): string[] {
  const grain = data.periods.get(code)?.grain;
  const like = [...data.periods.values()].filter((period) => period.grain === grain);
  return like.map((period) => period.code);
}

/** What a pool is about: everything of the question but the period itself. */
function keyOf(data: Dataset, { subject, breakdown, category, units, period }: CompareQuestion) {
  const grain = period.type === 'one' ? data.periods.get(period.code)?.grain : '';
  return JSON.stringify([subject, breakdown, category, grain, units]);
}
