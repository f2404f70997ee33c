/**
 * Answers kept for the next visit, or beside a package: the first picture does not wait for the engine.
 *
 *   Stored ─┬ dataset, answers by question ─ askStored ─→ `Ask`; what is not stored waits for the engine
 *           └ tables ─→ the engine reads them in place of deriving every figure again
 */
import type { Dataset } from '../model/dataset.ts';
import type { AnswerOf, Ask, Question } from '../question/ask.ts';

export interface Stored {
  readonly data: Dataset;
  /** The answer to a question; undefined where it is not stored. */
  readonly find: (question: Question) => Promise<unknown>;
  /** The same at once, of what has come already. */
  readonly known?: (question: Question) => unknown;
  /** Everything that `prepareFigures` makes, as a DuckDB database file; null where it is not stored. */
  readonly tables?: () => Promise<Uint8Array | null>;
}

/** Grows whenever what is stored has another form. */
export const STORED_VERSION = 3;

/** One text for one question, whatever the order of its fields. */
export function questionKey(question: Question): string {
  return JSON.stringify(question, (_, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}

/** Stored answers first; `later` is the engine's way to answer, once there is one; `onMiss`: it is needed. */
export function askStored(stored: Stored, later: Promise<Ask>, onMiss: () => void): Ask {
  later.catch(() => {}); // told by whoever opens the package
  const ask = async <Q extends Question>(question: Q, signal?: AbortSignal) => {
    const isThere = later.then(() => undefined);
    // whatever comes first: a store that hangs, or fails, leaves it to the engine
    const known = await Promise.race([stored.find(question), isThere]).catch(() => undefined);
    if (known !== undefined) return known as AnswerOf<Q>;
    onMiss();
    return (await later)(question, signal);
  };
  const known = <Q extends Question>(question: Q) =>
    stored.known?.(question) as AnswerOf<Q> | undefined;
  return Object.assign(ask, { known });
}

/** Questions whose answers are worth keeping: what screens begin with. */
const KEPT: readonly Question['ask'][] = [
  'subjects',
  'overview',
  'visits',
  'compare',
  'trend',
  'profile',
  'standing',
];

/** Hands every answer on, once it is there. */
export function remembering(ask: Ask, keep: (key: string, answer: unknown) => void): Ask {
  const kept = <Q extends Question, A>(question: Q, answer: A): A => {
    if (KEPT.includes(question.ask)) keep(questionKey(question), answer);
    return answer;
  };
  const asked = async <Q extends Question>(question: Q, signal?: AbortSignal) =>
    kept(question, await ask(question, signal));
  return Object.assign(asked, {
    ...ask,
    known<Q extends Question>(question: Q) {
      const answer = ask.known?.(question);
      return answer && kept(question, answer);
    },
  });
}
