/** Questions answered by the engine: the one function that views are handed. */
import type { Engine } from '../engine/engine.ts';
import type { Dataset } from '../model/dataset.ts';
import type { AnswerOf, Ask, Question } from '../question/ask.ts';
import type { RecordsQuestion } from '../question/records.ts';
import { comparisonsAtHand } from './compare/at-hand.ts';
import { compare } from './compare/compare.ts';
import { explain } from './explain/explain.ts';
import { issues } from './issues.ts';
import { origin } from './origin.ts';
import { overruled } from './overruled.ts';
import { overview } from './overview.ts';
import { figures, profile, subjects } from './profile.ts';
import { type OpenRecords, records } from './records.ts';
import { repair } from './repair/repair.ts';
import { standing } from './standing/standing.ts';
import { targets } from './standing/targets.ts';
import { visits } from './standing/visits.ts';
import { trend } from './trend.ts';

/**
 * An `Ask` over an engine in which `prepareFigures` has run.
 *
 * @param open brings files of records into the engine; without it a package comes without them
 */
export function askEngine(
  engine: Engine,
  data: Dataset,
  open: OpenRecords = () => Promise.resolve(null),
): Ask {
  const atHand = comparisonsAtHand(engine, data);
  const known = <Q extends Question>(question: Q) =>
    (question.ask === 'compare' ? atHand.answer(question) : undefined) as AnswerOf<Q> | undefined;
  const ask = async <Q extends Question>(question: Q, signal?: AbortSignal) =>
    (known(question) ??
      (question.ask === 'records'
        ? records(engine, data, question, open, signal)
        : answer(engine, data, question, signal))) as AnswerOf<Q>;
  const bring = async (question: Question) => question.ask === 'compare' && atHand.bring(question);
  return Object.assign(ask, { known, bring });
}

function answer(
  engine: Engine,
  data: Dataset,
  question: Exclude<Question, RecordsQuestion>,
  signal?: AbortSignal,
) {
  switch (question.ask) {
    case 'subjects':
      return subjects(engine, signal);
    case 'compare':
      return compare(engine, data, question, signal);
    case 'trend':
      return trend(engine, data, question, signal);
    case 'profile':
      return profile(engine, question, signal);
    case 'overview':
      return overview(engine, data, question, signal);
    case 'figures':
      return figures(engine, data, question, signal);
    case 'origin':
      return origin(engine, data, question, signal);
    case 'explain':
      return explain(engine, data, question, signal);
    case 'issues':
      return issues(engine, data, question, signal);
    case 'overruled':
      return overruled(engine, question, signal);
    case 'repair':
      return repair(engine, data, question, signal);
    case 'visits':
      return visits(engine, data, question, signal);
    case 'standing':
      return standing(engine, data, question, signal);
    case 'targets':
      return targets(engine, data, question, signal);
  }
}
