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
import type { FirstRead } from '../../ingest/package.ts';
import { besideOf, type Focus, measuresNeeded, unitsNeeded } from '../../model/identity/needs.ts';
import { stage } from '../../model/progress.ts';
import type { Units } from '../../model/unit.ts';
import type { AnswerOf, Ask, Question } from '../../question/ask.ts';
import type { FirstFocus, Ground } from './ground.ts';

export interface Excerpt {
  /** What is read first, and who is told; none where the address asks for no subject. */
  readonly first: FirstRead | undefined;
  /** For the whole package: the first engine is only free where no excerpt was shown. */
  readonly engine: () => Promise<Engine>;
  readonly isShown: () => boolean;
  /** The whole package answers from now on; frees what only the excerpt needed. */
  readonly end: (whole: Ask) => void;
}

/** The picture is drawn so soon after its answer, or is none of an answer of this excerpt. */
const DRAWN_MS = 60;
const ASKED_MS = 1000;

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
    second ??= (first?.another() ?? ground.engine).catch(async (error) => {
      if (signal.aborted || !first) throw error;
      await ground.engine.then((engine) => engine.close()); // there may be no room for two
      return first.another();
    });
    return second;
  };
  let units: ReadonlySet<string> | null = null;
  const show = async (excerpt: LoadedPackage) => {
    const { dataset: data } = excerpt;
    const engine = await ground.engine;
    signal.throwIfAborted();
    isUsed = true;
    first?.onUsed();
    const own = await derive(engine, excerpt);
    signal.throwIfAborted();
    const answered = deferred<void>();
    const isOwn = (question: Question) =>
      first !== null && isAnswered(question, first.focus, units, data.units);
    const ask = askFirst(own, whole.promise, isOwn, answered.resolve);
    const opened = { data, ask, generation: ground.nextGeneration(), checked: false };
    isShown = true;
    ground.tell({ progress: stage('preparing'), opened: { ...opened, isExcerpt: true } });
    await Promise.race([answered.promise, pause(ASKED_MS)]);
    await pause(DRAWN_MS);
    signal.throwIfAborted();
    another().catch(() => {}); // starts while the rest is read
  };
  const onExcerpt = async (excerpt: LoadedPackage) => {
    try {
      await show(excerpt);
    } catch (error) {
      if (signal.aborted) throw error; // else the whole package tells
    }
  };
  const needs: FirstRead['needs'] = (known) => {
    const needed = first && measuresNeeded(known, first.focus.subjects);
    units = needed?.isHidden ? null : unitsNeeded(known.units, first?.focus.under ?? '');
    return needed && { measures: needed.measures, units };
  };
  return {
    first: first && !stored ? { needs, onExcerpt, ...leastOf(first.focus) } : undefined, // stored answers are there already
    engine: () => (isUsed ? another() : ground.engine),
    isShown: () => isShown,
    end(ask) {
      whole.resolve(ask);
      if (isUsed) ground.engine.then((engine) => engine.close()).catch(() => {});
    },
  };
}

const leastOf = ({ least }: FirstFocus) => (least === undefined ? {} : { least });

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
 * Whether the figures of these subjects and units answer a question as all figures would: it asks for no unit beside or
 * under whom one that is missing belongs, and for no boundaries but those of the time.
 *
 * @param known null: all units
 */
export function isAnswered(
  question: Question,
  { subjects }: Focus,
  known: ReadonlySet<string> | null,
  units: Units,
): boolean {
  if (question.ask !== 'compare' && question.ask !== 'trend') return false;
  if (!subjects.includes(question.subject)) return false;
  if (known === null) return true;
  if (question.level || question.basis === 'now') return false;
  if (!question.units?.length) return false; // an empty list restricts nothing
  const asked =
    question.ask === 'compare' ? [...question.units, ...question.peers] : question.units;
  const around = (unit: string) => [unit, ...besideOf(units, unit), ...units.children(unit)];
  return asked.flatMap(around).every((unit) => known.has(unit));
}
