/** The overview of the units of one level, each by what the units below it add up to. */
import type { Engine } from '../../engine/engine.ts';
import type { Dataset } from '../../model/dataset.ts';
import type { Figure } from '../../model/figure.ts';
import { groupBy } from '../../model/group.ts';
import { comparePeriods } from '../../model/time/period.ts';
import { yearBeforeCode } from '../../model/time/year-before.ts';
import { tellingSubjects } from '../../model/visit/matter.ts';
import type { OverviewAnswer, OverviewQuestion } from '../../question/overview.ts';
import {
  all,
  type Condition,
  equals,
  isSubject,
  LATEST_OF_EACH,
  oneOf,
  selectFigures,
} from '../figure.ts';
import { chooseBodies, grainCondition, periodCondition } from '../scope.ts';
import { isSameSum } from './compare.ts';
import { type LevelReading, readingOf } from './read.ts';

/** Subjects of which a history is read, and units beyond which none is. */
const MOST_SUBJECTS = 8;
const MOST_UNITS = 80;

export type LevelOverview = Pick<OverviewAnswer, 'figures' | 'before' | 'history'> &
  Required<Pick<OverviewAnswer, 'beside'>>;

/** Every unit's last period of which most below it is known, with the same period a year before. */
export async function overviewOfLevel(
  engine: Engine,
  data: Dataset,
  question: OverviewQuestion,
  signal?: AbortSignal,
): Promise<LevelOverview> {
  const results = all(
    { sql: "f.about_subject AND f.kind = '' AND f.breakdown = ''", params: [] },
    { sql: "f.value IS NOT NULL OR f.absence <> 'NOT_COMPUTABLE'", params: [] },
  );
  const asked = all(
    results,
    grainCondition(question.grain),
    periodCondition(data, question.period),
  );
  const last = await select(engine, all(asked, INDICATORS), LATEST_OF_EACH, signal);
  const latest = [...new Set(last.map((figure) => figure.period))];
  const before = latest.map((code) => yearBeforeCode(data.periods, code));
  const codes = [...new Set([...latest, ...before])].filter(Boolean);
  const wanted = all(results, INDICATORS, oneOf('f.period', codes));
  const found = codes.length > 0 ? await select(engine, wanted, '', signal) : [];
  const readings = readingsOf(data, question, found);
  const rows = rowsOf(data, readings, new Set(latest));
  const history = await historyOf(engine, data, question, { results, rows, last }, signal);
  return { ...rows, history };
}

const INDICATORS: Condition = {
  sql: 'f.subject IN (SELECT indicator FROM indicator)',
  params: [],
};

async function select(engine: Engine, where: Condition, tail: string, signal?: AbortSignal) {
  return chooseBodies(await selectFigures(engine, where, tail, signal), null);
}

function readingsOf(
  data: Dataset,
  { units, period, grain, level = '', basis = 'then' }: OverviewQuestion,
  found: readonly Figure[],
): Map<string, LevelReading> {
  const scope = { units, period, grain, level, basis, breakdown: '', category: '', body: null };
  const groups = groupBy(found, (figure) => figure.subject);
  return new Map(
    [...groups].map(([subject, own]) => [subject, readingOf(data, { ...scope, subject }, own)]),
  );
}

function rowsOf(
  data: Dataset,
  readings: ReadonlyMap<string, LevelReading>,
  periods: ReadonlySet<string>,
): Omit<LevelOverview, 'history'> {
  const rows = [...readings.values()].flatMap((reading) =>
    reading.units.flatMap((unit) => {
      const code = reading.latest(unit, periods);
      const { figure, beside } = reading.at(unit, code, '');
      const past = reading.at(unit, yearBeforeCode(data.periods, code), '').figure;
      const before = past.value !== null && isSameSum(figure, past) ? [past] : [];
      return code ? [{ figure, beside: beside ? [beside] : [], before }] : [];
    }),
  );
  const told = rows.filter(({ figure, beside }) => figure.absence !== 'NO_DATA' || beside.length);
  return {
    figures: told.map(({ figure }) => figure),
    before: told.flatMap(({ before }) => before),
    beside: told.flatMap(({ beside }) => beside),
  };
}

interface Shown {
  readonly results: Condition;
  readonly rows: Omit<LevelOverview, 'history'>;
  readonly last: readonly Figure[];
}

/** All periods of the grain that is shown, for the subjects and units that the table can carry. */
async function historyOf(
  engine: Engine,
  data: Dataset,
  question: OverviewQuestion,
  { results, rows, last }: Shown,
  signal?: AbortSignal,
): Promise<Figure[]> {
  const subjects = tellingSubjects(data, rows.figures).slice(0, MOST_SUBJECTS);
  if (subjects.length === 0 || new Set(last.map((f) => f.unit)).size > MOST_UNITS) return [];
  const where = all(isSubject(subjects), results, equals('f.kind::VARCHAR', ''));
  const readings = readingsOf(data, question, await select(engine, where, '', signal));
  const grainOf = (code: string) => data.periods.get(code)?.grain;
  const points = rows.figures.flatMap(({ subject, unit, period }) => {
    const reading = readings.get(subject);
    const codes = reading?.periods.filter((code) => grainOf(code) === grainOf(period)) ?? [];
    return codes.flatMap((code) => reading?.at(unit, code, '').figure ?? []);
  });
  return points
    .filter(({ value }) => value !== null)
    .sort((a, b) => inTime(data, a.period, b.period));
}

function inTime({ periods }: Dataset, a: string, b: string): number {
  const [x, y] = [periods.get(a), periods.get(b)];
  return x && y ? comparePeriods(x, y) : 0;
}
