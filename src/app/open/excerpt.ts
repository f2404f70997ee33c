/**
 * The first picture of a large package, which does not wait for all of it: what its address asks about is read, derived
 * and drawn first, in an engine of its own that answers until the whole has come.
 *
 *   statements of the subjects ─→ first engine ─→ `ask` (comparisons, trends of these) ─┐
 *   all statements ─→ second engine ───────────────────────────────────→ `ask` (all) ───┴→ the screen
 */
import type { Engine } from '../../engine/engine.ts';
import { deferred } from '../../engine/queue.ts';
import type { LoadedPackage } from '../../ingest/assemble.ts';
import type { FirstWanted } from '../../ingest/package.ts';
import type { Dataset } from '../../model/dataset.ts';
import { measuresNeeded, unitsNeeded, type Wanted } from '../../model/identity/needs.ts';
import { stage } from '../../model/progress.ts';
import type { Units } from '../../model/unit.ts';
import type { AnswerOf, Ask, Question } from '../../question/ask.ts';
import type { FirstSight, Ground } from './ground.ts';

export interface Excerpt {
  /** What is read first, and who is told; none where the address asks for no subject. */
  readonly first: FirstWanted | undefined;
  /** For the whole package: the first engine is only free where no excerpt was shown. */
  readonly engine: () => Promise<Engine>;
  readonly isShown: () => boolean;
  /** The whole package answers from now on; frees what only the excerpt needed. */
  readonly end: (whole: Ask) => void;
}

/** The picture is drawn so soon after its answer, or is none of an answer of this excerpt. */
const DRAWN_MS = 60;
const ASKED_MS = 2000;

/** @param derive the figures of an excerpt in an empty engine, without checks */
export function excerptOn(
  ground: Ground,
  signal: AbortSignal,
  derive: (engine: Engine, excerpt: LoadedPackage) => Promise<Ask>,
): Excerpt {
  const { first, stored } = ground;
  const whole = deferred<Ask>();
  whole.promise.catch(() => {});
  let [isUsed, isShown] = [false, false];
  let second: Promise<Engine> | null = null;
  const another = () => {
    second ??= first?.another() ?? ground.engine;
    return second;
  };
  const show = async (excerpt: LoadedPackage) => {
    const { dataset: data } = excerpt;
    const engine = await ground.engine;
    isUsed = true;
    const own = await derive(engine, excerpt);
    const answered = deferred<void>();
    const units = unitsOf(data);
    const isOwn = (question: Question) =>
      first !== null && isAnswered(question, first.wanted, units, data.units);
    const ask = askFirst(own, whole.promise, isOwn, answered.resolve);
    const opened = { data, ask, generation: ground.nextGeneration(), checked: false };
    isShown = true;
    ground.tell({ progress: stage('preparing'), opened: { ...opened, isExcerpt: true } });
    await Promise.race([answered.promise, pause(ASKED_MS)]);
    await pause(DRAWN_MS);
    another().catch(() => {}); // starts while the rest is read
  };
  const onExcerpt = async (excerpt: LoadedPackage) => {
    try {
      await show(excerpt);
    } catch (error) {
      if (signal.aborted) throw error; // else the whole package tells
    }
  };
  const unitsOf = ({ units }: Pick<Dataset, 'units'>) =>
    unitsNeeded(units, first?.wanted.under ?? '');
  const needs: FirstWanted['needs'] = (known) => {
    const measures = first && measuresNeeded(known, first.wanted.subjects);
    return measures && { measures, units: unitsOf(known) };
  };
  return {
    first: first && !stored ? { needs, onExcerpt, ...leastOf(first.wanted) } : undefined, // stored answers are there already
    engine: () => (isUsed ? another() : ground.engine),
    isShown: () => isShown,
    end(ask) {
      whole.resolve(ask);
      if (isUsed) ground.engine.then((engine) => engine.close()).catch(() => {});
    },
  };
}

const leastOf = ({ least }: FirstSight) => (least === undefined ? {} : { least });

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** What the excerpt can answer, as long as its engine lives; all else from the whole. */
function askFirst(
  own: Ask,
  whole: Promise<Ask>,
  isOwn: (question: Question) => boolean,
  onAnswer: () => void,
): Ask {
  const ask = async <Q extends Question>(
    question: Q,
    signal?: AbortSignal,
  ): Promise<AnswerOf<Q>> => {
    if (!isOwn(question)) return (await whole)(question, signal);
    try {
      const answer = await own(question, signal);
      onAnswer();
      return answer;
    } catch (error) {
      if (signal?.aborted) throw error;
      return (await whole)(question, signal); // its engine has ended
    }
  };
  return Object.assign(ask, {
    known: <Q extends Question>(question: Q) =>
      isOwn(question) ? own.known?.(question) : undefined,
    bring: async (question: Question) =>
      isOwn(question) && ((await own.bring?.(question).catch(() => false)) ?? false),
  });
}

/**
 * Whether the figures of these subjects and units answer a question as all figures would: it asks for no unit beside
 * whom one that is missing belongs.
 *
 * @param known null: all units
 */
export function isAnswered(
  question: Question,
  { subjects }: Wanted,
  known: ReadonlySet<string> | null,
  units: Units,
): boolean {
  if (question.ask !== 'compare' && question.ask !== 'trend') return false;
  if (!subjects.includes(question.subject)) return false;
  if (known === null) return true;
  if (!question.units?.length || question.level) return false; // an empty list restricts nothing
  const asked =
    question.ask === 'compare' ? [...question.units, ...question.peers] : question.units;
  const beside = (unit: string) =>
    units.states(unit).flatMap(({ parent }) => (parent === null ? [] : units.children(parent)));
  return asked.every((unit) => known.has(unit) && beside(unit).every((one) => known.has(one)));
}
