/**
 * Why a rate differs from a year before, or from its group:
 *
 *   the unit's figure ─┬─ held against ─→ base (its own year before, Σ ÷ Σ of its group)
 *                      └─ taken apart ─→ ways (units below, breakdowns) ─ the first whole one ─→ what each part gives
 */
import type { Engine } from '../../engine/engine.ts';
import { type Dataset, subjectOf } from '../../model/dataset.ts';
import { type Figure, isComparable } from '../../model/figure.ts';
import { changeFrom } from '../../model/statistics/change.ts';
import { decomposed, totalOf } from '../../model/statistics/decomposition.ts';
import { comparePeriods } from '../../model/time/period.ts';
import { yearBeforeCode } from '../../model/time/year-before.ts';
import { lineageOf } from '../../model/tree/lineage.ts';
import type {
  ExplainAnswer,
  ExplainBase,
  ExplainFault,
  ExplainQuestion,
} from '../../question/explain.ts';
import { all, isSubject, oneOf, selectFigures } from '../figure.ts';
import { type Below, belowWays, sumsBelow } from './below.ts';
import { rebuilt, type Select, wanting } from './rebuilt.ts';
import { breakdownWays, type States, shareOf, type Way } from './ways.ts';

/** Answers with the parts of the first way that is whole, or of the one that is asked for. */
export async function explain(
  engine: Engine,
  data: Dataset,
  question: ExplainQuestion,
  signal?: AbortSignal,
): Promise<ExplainAnswer> {
  const subject = subjectOf(data, question.subject);
  if (!subject?.isRatio) return nothing(null, 'noFigure');
  const stated: Select = (units, periods) =>
    selectFigures(engine, resultsOf(question.subject, units, periods), '', signal);
  const select = question.basis === 'now' ? rebuilt(data, subject.id, stated) : stated;
  const own = await select([question.unit], null);
  const reported = chosen(data, question, own);
  const code = question.period || (reported?.period ?? '');
  const below = await sumsBelow(engine, data, question, code, signal);
  const figure = reported ?? below.at(code || below.latest).sum;
  const fault = figure ? unfitness(figure) : 'noFigure';
  if (!figure || fault) {
    const begun = own.find(({ breakdown, period }) => breakdown === '' && period === code);
    return nothing(figure, fault || 'noFigure', begun);
  }
  const states = await statesOf(data, question, { figure, own, below }, select);
  if ('fault' in states) return nothing(figure, states.fault, states.before);
  const ways = [...belowWays(states, below), ...breakdownWays(states)];
  const answer = answerOf(question, states, ways, subject.scale);
  return answer.breakdown === '' ? withUnits(answer, states, select) : answer;
}

function answerOf(
  { breakdown }: ExplainQuestion,
  states: States,
  ways: readonly Way[],
  scale: number,
): ExplainAnswer {
  const { figure, wholes } = states;
  const wanted = ways.filter((way) => breakdown === '' || way.breakdown === breakdown);
  const way = wanted.find(({ fault }) => fault === '') ?? null;
  const parts = (way && decomposed(way.parts)) ?? [];
  const opened = new Map(way?.parts.map((part) => [part.id, part.figure]));
  return {
    ...{ figure, fault: '', units: [], base: baseOf(states, scale) },
    ways: ways.map(({ breakdown: by, fault, units }) => ({ breakdown: by, fault, units })),
    breakdown: way?.breakdown ?? null,
    parts: parts.map((part) => ({ ...part, figure: opened.get(part.id) ?? null })),
    figures: [figure, ...wholes.filter((one) => one !== figure), ...(way?.figures ?? [])],
  };
}

/** Units below open, and stand in the table, with what they report themselves. */
async function withUnits(
  answer: ExplainAnswer,
  { wholes }: States,
  select: Select,
): Promise<ExplainAnswer> {
  const units = answer.parts.map(({ id }) => id);
  const periods = wholes.map(({ period }) => period);
  const found = (await select(units, periods)).filter(({ breakdown }) => breakdown === '');
  const now = new Map(
    found.filter(({ period }) => period === periods[0]).map((one) => [one.unit, one]),
  );
  return {
    ...answer,
    parts: answer.parts.map((part) => ({ ...part, figure: now.get(part.id) ?? null })),
    figures: [...answer.figures, ...found],
  };
}

function baseOf({ figure, wholes, against }: States, scale: number): ExplainBase {
  const counted = against === 'year' ? wholes.filter((one) => one !== figure) : wholes;
  const { x: numerator, n: denominator } = totalOf(counted.flatMap((one) => shareOf(one) ?? []));
  return {
    value: (numerator * scale) / denominator,
    ...{ numerator, denominator, units: counted.length },
    period: counted[0]?.period ?? '',
  };
}

/** @param other a figure without which there is none: where it is a sum that is not whole, that is the reason */
function nothing(
  figure: Figure | null,
  fault: ExplainFault,
  other: Figure | null = null,
): ExplainAnswer {
  const unbuilt = wanting([other]);
  return {
    ...{ figure, units: unbuilt.units, fault: unbuilt.fault || fault },
    ...{ figures: figure ? [figure] : [], base: null, ways: [], breakdown: null, parts: [] },
  };
}

/** Why a figure cannot be taken apart; '' where it can. */
function unfitness(figure: Figure): ExplainFault | '' {
  if (figure.value === null) return 'noFigure';
  if (!isComparable(figure) || figure.bound !== '') return 'unfit';
  return figure.computed && shareOf(figure)?.n ? '' : 'noCounts';
}

function resultsOf(subject: string, units: readonly string[], periods: readonly string[] | null) {
  return all(
    isSubject([subject]),
    { sql: "f.kind = '' AND f.body = '' AND f.about_subject", params: [] },
    oneOf('f.unit', units),
    oneOf('f.period', periods),
  );
}

/** The figure of the period; else the last one with a value, that has a year before where one is asked for. */
function chosen(
  data: Dataset,
  { period, against }: ExplainQuestion,
  own: readonly Figure[],
): Figure | null {
  const wholes = own.filter(({ breakdown, value }) => breakdown === '' && value !== null);
  if (period) return wholes.find((figure) => figure.period === period) ?? null;
  const codes = new Set(wholes.map((figure) => figure.period));
  const hasBefore = (figure: Figure) => codes.has(yearBeforeCode(data.periods, figure.period));
  const paired = against === 'year' ? wholes.filter(hasBefore) : [];
  const among = new Map(
    (paired.length > 0 ? paired : wholes).map((figure) => [figure.period, figure]),
  );
  const periods = [...among.keys()].flatMap((code) => data.periods.get(code) ?? []);
  const last = periods.sort(comparePeriods).at(-1);
  return (last && among.get(last.code)) ?? null;
}

interface Found {
  readonly figure: Figure;
  readonly own: readonly Figure[];
  readonly below: Below;
}

/** Both states with their figures, or why there are no two. */
function statesOf(
  data: Dataset,
  question: ExplainQuestion,
  found: Found,
  select: Select,
): Promise<States | NoStates> | States | NoStates {
  return question.against === 'group'
    ? groupStates(data, question, found.figure, select)
    : yearStates(data, found);
}

interface NoStates {
  readonly fault: ExplainFault;
  /** What there is of a year before. */
  readonly before?: Figure | null;
}

async function groupStates(
  data: Dataset,
  question: ExplainQuestion,
  figure: Figure,
  select: Select,
): Promise<States | NoStates> {
  const found = await select(peersOf(data, question, figure), [figure.period]);
  const wholes = found
    .filter((one) => one.breakdown === '' && unfitness(one) === '' && one.cutoff === figure.cutoff)
    .map((one) => (one.unit === figure.unit ? figure : one));
  if (wholes.length < 2 || figure.sum?.of === 'below') return { fault: 'noGroup' };
  return { against: 'group', figure, wholes, found };
}

function yearStates(data: Dataset, { figure, own, below }: Found): States | NoStates {
  const code = yearBeforeCode(data.periods, figure.period);
  const stated = own.find(({ breakdown, period }) => breakdown === '' && period === code) ?? null;
  const before = figure.sum?.of === 'below' ? below.at(code).sum : stated;
  if (!before || before.value === null) return { fault: 'noYear', before };
  const isAlike = changeFrom(data, figure, before) !== null;
  if (unfitness(before) || !isAlike) return { fault: 'unlike' };
  const found = own.filter(({ period }) => period === code || period === figure.period);
  return { against: 'year', figure, wholes: [figure, before], found };
}

/** Units of its level under its parent, itself among them. */
function peersOf(data: Dataset, { basis }: ExplainQuestion, { unit, period }: Figure): string[] {
  const when = basis === 'now' ? undefined : data.periods.get(period);
  const { level, parent } = data.units.at(unit, when);
  if (parent === null) return [unit];
  const around = data.units
    .children(parent, when)
    .filter((id) => data.units.at(id, when).level === level);
  return basis === 'now' ? around.filter(lineageOf(data).isCurrent) : around;
}
