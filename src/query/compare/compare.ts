/**
 * One subject across units: who may be compared with whom, and who has no number and why.
 *
 *   one period ────────────────────────────── pool of it ─┐
 *   each unit's latest ─→ their figures ─┐                ├→ figures ─→ rows ─→ groups
 *   filled from before ─→ their figures ─┴─ pool around ──┘
 *
 * A pool that was read for many periods answers for each of them without the engine (at-hand.ts).
 */
import type { Engine } from '../../engine/engine.ts';
import { type Dataset, subjectOf } from '../../model/dataset.ts';
import type { Figure } from '../../model/figure.ts';
import { groupBy } from '../../model/group.ts';
import { referencesFor } from '../../model/statistics/reference.ts';
import { baseIn, YEAR_BEFORE } from '../../model/time/base.ts';
import type { CompareAnswer, CompareQuestion, CompareRow } from '../../question/compare.ts';
import type { PeriodChoice } from '../../question/scope.ts';
import { all, equals, isSubject, selectFigures } from '../figure.ts';
import { compareLevel } from '../level/compare.ts';
import { withoutFollowed } from '../level/followed.ts';
import { isRead } from '../level/read.ts';
import { selectReferences } from '../reference.ts';
import { chooseBodies, scopeCondition } from '../scope.ts';
import { belowIn, reportedBelow, silentParents } from './below.ts';
import { groupRows } from './group.ts';
import { missing, onlyPromised } from './missing.ts';
import { basesOf, type Pool, parentsAt, readPool, selectResults, type Want } from './pool.ts';

/** The last period of each unit: by end, the longer first, one that says something before one that does not. */
const LATEST_OF_UNITS = `QUALIFY dense_rank() OVER (PARTITION BY f.unit
  ORDER BY f.about_subject DESC, p.end_day DESC, p.period) = 1`;

/** Answers a comparison; every unit of the scope is in exactly one group. */
export async function compare(
  engine: Engine,
  data: Dataset,
  asked: CompareQuestion,
  signal?: AbortSignal,
): Promise<CompareAnswer> {
  if (isRead(asked)) return compareLevel(engine, data, asked, signal);
  const question = withPeers(asked);
  const parts = isOfOnePeriod(question)
    ? partsIn(data, question, await readPool(engine, question, wantsOf(data, question), signal))
    : await partsAround(engine, data, asked, signal);
  const children = silentParents(data, parts.figures);
  const below = await reportedBelow(engine, data, question, children, signal);
  return { groups: groupsOf(data, question, parts), below };
}

/** The same from a pool that holds the period; undefined where the pool alone does not tell. */
export function compareIn(
  data: Dataset,
  asked: CompareQuestion,
  pool: Pool,
): CompareAnswer | undefined {
  const question = withPeers(asked);
  if (!isOfOnePeriod(question)) return undefined;
  const parts = partsIn(data, question, pool);
  const children = silentParents(data, parts.figures);
  if (children.size > 0 && question.units !== null) return undefined;
  const below = belowIn(question, children, pool.results);
  return { groups: groupsOf(data, question, parts), below };
}

type OfOnePeriod = CompareQuestion & { readonly period: { type: 'one'; code: string } };

/** Whether it is known beforehand which periods are needed. */
export function isOfOnePeriod(question: CompareQuestion): question is OfOnePeriod {
  return question.period.type === 'one' && (question.tolerance ?? 0) <= 0 && !isRead(question);
}

/** Units that the reader wants side by side belong to those asked for. */
export function withPeers(question: CompareQuestion): CompareQuestion {
  const { peers, units } = question;
  return peers.length > 0
    ? { ...question, units: [...new Set([...(units ?? []), ...peers])] }
    : question;
}

/** What one period needs. */
function wantsOf(data: Dataset, question: OfOnePeriod): Want[] {
  const { units, period } = question;
  const codes = [period.code, ...basesOf(data, question, [period.code])];
  const places = (units ?? []).map((unit) => ({ unit, period: period.code }));
  const parents = parentsAt(data, question, places);
  return [
    { units: chosen(units), codes },
    ...(parents.length > 0 ? [{ units: parents, codes: [period.code] }] : []),
  ];
}

/** No unit at all restricts nothing. */
const chosen = (units: CompareQuestion['units']) => (units?.length ? units : null);

/** What rows are made of. */
interface Parts {
  /** One of every unit and category, also of those that have none. */
  readonly figures: readonly Figure[];
  /** The period that is compared. */
  readonly period: string;
  /** Periods from which figures were filled. */
  readonly earlier: readonly string[];
  readonly pool: Pool;
}

function partsIn(data: Dataset, question: OfOnePeriod, pool: Pool): Parts {
  const { units, grain, body, category } = question;
  const { code } = question.period;
  const asked = chosen(units) && new Set(units);
  const isAsked = (figure: Figure) =>
    figure.period === code &&
    (!asked || asked.has(figure.unit)) &&
    (!category || figure.category === category);
  const isOfGrain = grain === 'any' || data.periods.get(code)?.grain === grain;
  const found = isOfGrain ? chooseBodies(pool.results.filter(isAsked), body) : [];
  return { ...completed(data, question, found, pool.references, code), earlier: [], pool };
}

/** Figures first, and then what stands around them: which periods they are of is not known before. */
async function partsAround(
  engine: Engine,
  data: Dataset,
  asked: CompareQuestion,
  signal?: AbortSignal,
): Promise<Parts> {
  const question = withPeers(asked);
  const select = async (period: PeriodChoice, tail: string) =>
    chooseBodies(
      await selectOwn(engine, data, { ...question, period }, tail, signal),
      question.body,
    );
  const isOne = question.period.type === 'one';
  // what does not wait for one another is asked at once: the engine has the next statement while this one is read
  const [selected, references] = await Promise.all([
    select(question.period, isOne ? '' : LATEST_OF_UNITS),
    selectReferences(engine, question, signal),
  ]);
  const exact = withoutFollowed(data, asked, selected);
  const period = question.period.type === 'one' ? question.period.code : mostCommon(exact);
  const earlier = periodsBack(data, period, question.tolerance ?? 0);
  const found =
    isOne && earlier.length > 0
      ? withOlder(
          data,
          exact,
          await select({ type: 'several', codes: earlier }, LATEST_OF_UNITS),
          earlier,
        )
      : exact;
  const parts = completed(data, asked, found, references, period);
  const codes = [...new Set(parts.figures.map((figure) => figure.period))].filter(Boolean);
  const results = await selectResults(
    engine,
    question,
    [
      { units: chosen(question.units), codes: basesOf(data, question, codes) },
      { units: parentsAt(data, question, parts.figures), codes },
    ],
    signal,
  );
  return { ...parts, earlier, pool: { results, references } };
}

function selectOwn(
  engine: Engine,
  data: Dataset,
  question: CompareQuestion,
  tail: string,
  signal?: AbortSignal,
): Promise<Figure[]> {
  const where = all(
    isSubject([question.subject]),
    equals('f.kind', ''),
    scopeCondition(data, question),
  );
  return selectFigures(engine, where, tail, signal);
}

/** With units of which only a target is known, and those of which nothing is. */
function completed(
  data: Dataset,
  asked: CompareQuestion,
  found: readonly Figure[],
  references: readonly Figure[],
  period: string,
): Pick<Parts, 'figures' | 'period'> {
  const question = withPeers(asked);
  const promised = onlyPromised(data, question, found, references);
  const said = withoutFollowed(data, asked, [...found, ...promised]);
  return { figures: [...said, ...missing(data, question, said, period)], period };
}

function groupsOf(data: Dataset, question: CompareQuestion, parts: Parts): CompareAnswer['groups'] {
  const { figures, period, earlier, pool } = parts;
  const before = baseIn(data.periods, pool.results, YEAR_BEFORE);
  const other =
    question.base === undefined ? null : baseIn(data.periods, pool.results, question.base);
  const isRate = subjectOf(data, question.subject)?.isRatio ?? false;
  const rows = figures.map((figure): CompareRow => {
    const filled = figure.period !== period && earlier.includes(figure.period);
    return {
      figure,
      period: filled ? period : figure.period,
      before: before(figure),
      ...(other ? { base: other(figure) } : {}),
      references: referencesFor(data, figure, pool.references, isRate),
    };
  });
  return groupRows(data, rows, {
    peers: new Set(question.peers),
    parents: parentsIn(data, question, figures, pool),
    isLatest: question.period.type === 'latest',
  });
}

/** What the parents report themselves: beside the sum of their units, never merged with it. */
function parentsIn(
  data: Dataset,
  question: CompareQuestion,
  figures: readonly Figure[],
  { results }: Pool,
): Figure[] {
  const parents = new Set(parentsAt(data, question, figures));
  const codes = new Set(figures.map((figure) => figure.period));
  return results.filter(
    ({ unit, period, body, value }) =>
      value !== null && body === '' && parents.has(unit) && codes.has(period),
  );
}

/** Codes of the same grain before a period, the nearest first. */
function periodsBack(data: Dataset, code: string, tolerance: number): string[] {
  const when = data.periods.get(code);
  if (!when || tolerance <= 0) return [];
  const same = [...data.periods.values()].filter(
    (p) => p.grain === when.grain && p.end < when.start,
  );
  return same
    .slice(-tolerance)
    .map((period) => period.code)
    .reverse();
}

/** Units that say nothing for the period, filled from the nearest one before. */
function withOlder(
  data: Dataset,
  exact: readonly Figure[],
  older: readonly Figure[],
  earlier: readonly string[],
): Figure[] {
  const has = new Set(exact.filter((figure) => figure.value !== null).map((figure) => figure.unit));
  const fill = older.filter((figure) => !has.has(figure.unit) && figure.value !== null);
  const filled = new Set(fill.map((figure) => figure.unit));
  const known = fill.filter(
    (figure) => earlier.includes(figure.period) && data.periods.has(figure.period),
  );
  return [...exact.filter((figure) => !filled.has(figure.unit)), ...known];
}

function mostCommon(figures: readonly Figure[]): string {
  const groups = [...groupBy(figures, (figure) => figure.period)];
  groups.sort((a, b) => b[1].length - a[1].length || b[0].localeCompare(a[0]));
  return groups[0]?.[0] ?? '';
}
