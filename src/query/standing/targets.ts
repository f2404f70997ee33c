/** Results beside every target that holds for them, with what the year has brought so far and what was reached before. */
import type { Engine } from '../../engine/engine.ts';
import type { Subject } from '../../model/catalogue.ts';
import { type Dataset, subjectOf } from '../../model/dataset.ts';
import { type Figure, isComparable } from '../../model/figure.ts';
import { groupBy } from '../../model/group.ts';
import { targetsFor } from '../../model/statistics/reference.ts';
import { SMALL_N } from '../../model/statistics/verdict.ts';
import { restOfYear, type YearSoFar, yearSoFar } from '../../model/target/pace.ts';
import { countedOf } from '../../model/target/shortfall.ts';
import { parsePeriod, samePeriodLastYear } from '../../model/time/period.ts';
import type { TargetRow, TargetsAnswer, TargetsQuestion } from '../../question/standing.ts';
import { all, equals, isSubject, selectFigures } from '../figure.ts';
import { INDICATORS, selectLatest, selectResults, subjectsOf } from './select.ts';

/** Units of which the past is read. */
const MOST_UNITS = 80;

export async function targets(
  engine: Engine,
  data: Dataset,
  { units, subjects, period, grain }: TargetsQuestion,
  signal?: AbortSignal,
): Promise<TargetsAnswer> {
  if (subjects?.length === 0) return { rows: [] };
  const set = await selectSet(engine, subjects, signal);
  const known = subjectsOf(set);
  if (known.length === 0) return { rows: [] };
  const about = subjects ? isSubject(known) : all(INDICATORS, isSubject(known));
  const latest = await selectLatest(engine, data, { units, period, grain }, about, signal);
  const bySubject = groupBy(set, ({ subject }) => subject);
  const found = latest.flatMap((figure) => {
    const isRate = subjectOf(data, figure.subject)?.isRatio ?? false;
    const own = targetsFor(data, figure, bySubject.get(figure.subject) ?? [], isRate);
    return own.length > 0 ? [{ figure, targets: own }] : [];
  });
  const past = pastOf(await selectPast(engine, found, signal));
  const order = [...data.indicators.keys()];
  return {
    rows: found
      .map((row): TargetRow => ({ ...row, ...prospectOf(data, row.figure, past) }))
      .sort((a, b) => order.indexOf(a.figure.subject) - order.indexOf(b.figure.subject)),
  };
}

/** Targets and registered figures of every unit. */
async function selectSet(
  engine: Engine,
  subjects: readonly string[] | null,
  signal?: AbortSignal,
): Promise<Figure[]> {
  const where = all(
    subjects ? isSubject(subjects) : INDICATORS,
    { sql: "f.kind IN ('target', 'registered') AND f.value IS NOT NULL", params: [] },
    equals('f.breakdown::VARCHAR', ''),
  );
  return selectFigures(engine, where, '', signal);
}

async function selectPast(
  engine: Engine,
  rows: readonly { readonly figure: Figure }[],
  signal?: AbortSignal,
): Promise<Figure[]> {
  const figures = rows.map(({ figure }) => figure);
  const units = [...new Set(figures.map(({ unit }) => unit))];
  if (units.length === 0 || units.length > MOST_UNITS) return [];
  return selectResults(engine, subjectsOf(figures), units, null, signal);
}

type Past = ReadonlyMap<string, readonly Figure[]>;

const lineOf = ({ subject, unit, body }: Figure) => [subject, unit, body].join('~');

function pastOf(figures: readonly Figure[]): Past {
  return groupBy(figures, lineOf);
}

function prospectOf(data: Dataset, figure: Figure, past: Past): Pick<TargetRow, 'year' | 'best'> {
  const subject = subjectOf(data, figure.subject);
  const own = past.get(lineOf(figure)) ?? [];
  if (!subject) return { year: null, best: null };
  return { year: yearOf(data, subject, figure, own), best: bestOf(data, subject, figure, own) };
}

/** What the year has brought so far; null where the counts do not add up over time, or the year is over. */
function yearOf(
  data: Dataset,
  subject: Subject,
  figure: Figure,
  own: readonly Figure[],
): YearSoFar | null {
  const when = data.periods.get(figure.period);
  const soFar = when && yearSoFar(when);
  if (!soFar || !isFlow(data, subject)) return null;
  const countsAt = (code: string) => {
    const found = own.find(({ period, cutoff }) => period === code && cutoff === figure.cutoff);
    return found ? countedOf(subject, found) : null;
  };
  const now = countsAt(soFar.code);
  if (!now) return null;
  const before = String(Number(soFar.start.slice(0, 4)) - 1);
  const rest = restOfYear(now, soFar, {
    whole: countsAt(parsePeriod(before).code)?.n ?? null,
    soFar: countsAt(samePeriodLastYear(soFar).code)?.n ?? null,
  });
  return { ...now, ...rest, period: soFar.code };
}

function isFlow(data: Dataset, { numerator, denominator }: Subject): boolean {
  return [...numerator, ...denominator].every(
    ({ measure }) => data.measures.get(measure)?.temporal === 'flow',
  );
}

/** The best of the periods of this length before; of few cases none is taken for what the unit can do. */
function bestOf(
  data: Dataset,
  subject: Subject,
  figure: Figure,
  own: readonly Figure[],
): number | null {
  const now = data.periods.get(figure.period);
  const values = own.flatMap((old) => {
    const when = data.periods.get(old.period);
    const isLike = when?.grain === now?.grain && (when?.end ?? '') < (now?.end ?? '');
    const isEnough = (old.denominator ?? 0) >= SMALL_N && isComparable(old) && old.computed;
    return isLike && isEnough && old.value !== null ? [old.value] : [];
  });
  if (values.length === 0) return null;
  return subject.direction === 'down' ? Math.min(...values) : Math.max(...values);
}
