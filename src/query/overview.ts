/** The first screen: what needs attention, and where every unit stands on every indicator. */
import type { Engine } from '../engine/engine.ts';
import { type Dataset, subjectOf } from '../model/dataset.ts';
import type { Figure } from '../model/figure.ts';
import { groupBy } from '../model/group.ts';
import { comparePeriods } from '../model/time/period.ts';
import { yearBeforeIn } from '../model/time/year-before.ts';
import { unitAbove } from '../model/tree/levels.ts';
import { tellingSubjects } from '../model/visit/matter.ts';
import type { OverviewAnswer, OverviewQuestion, OverviewTile } from '../question/overview.ts';
import { expectedUnits } from './compare/group.ts';
import { all, equals, isSubject, oneOf, selectFigures } from './figure.ts';
import { withoutFollowed } from './level/followed.ts';
import { todaysOf, unitsWithin } from './level/gather.ts';
import { type LevelOverview, overviewOfLevel } from './level/overview.ts';
import { isRead } from './level/read.ts';
import { chooseBodies } from './scope.ts';
import { INDICATORS, selectErrors, selectLatest } from './standing/select.ts';

/** Indicators that the first screen carries at most, and units of which a history is drawn. */
const MOST_SUBJECTS = 8;
const MOST_UNITS = 80;

/** Measures of which more means more to do; each gives a tile where it is known. */
const ATTENTION = ['dossiers_in_progress_overdue', 'petitions_pending', 'dialogue_issues_pending'];

/** Answers the overview; measures are left out of the table, they are counts without a judgement. */
export async function overview(
  engine: Engine,
  data: Dataset,
  question: OverviewQuestion,
  signal?: AbortSignal,
): Promise<OverviewAnswer> {
  const scope = isRead(question) ? unitsWithin(data, question.units) : question.units;
  const { beside, ...rows } = isRead(question)
    ? await overviewOfLevel(engine, data, question, signal)
    : await overviewOfUnits(engine, data, question, signal);
  return {
    ...rows,
    figures: inOrder(data, rows.figures),
    ...(beside.length > 0 ? { beside } : {}),
    tiles: await tilesOf(engine, data, { ...question, units: scope }, signal),
    errors: await errorsOf(engine, data, question, scope, signal),
    figureCount: data.observationCount,
  };
}

/** By indicator, then by unit, as catalogue and package have them: told in one way, and stored in fewer bytes. */
function inOrder(data: Dataset, figures: readonly Figure[]): Figure[] {
  const subjects = placesOf([...data.indicators.keys(), ...data.measures.keys()]);
  const units = placesOf(data.units.ids);
  const place = ({ subject, unit }: Figure) =>
    (subjects.get(subject) ?? 0) * data.units.ids.length + (units.get(unit) ?? 0);
  return [...figures].sort((a, b) => place(a) - place(b));
}

const placesOf = (ids: readonly string[]) => new Map(ids.map((id, at) => [id, at]));

async function overviewOfUnits(
  engine: Engine,
  data: Dataset,
  question: OverviewQuestion,
  signal?: AbortSignal,
): Promise<LevelOverview> {
  const latest = await selectLatest(engine, data, question, INDICATORS, signal);
  const figures = withoutFollowed(data, question, latest);
  const history = await selectHistory(engine, data, figures, question.units, signal);
  const before = yearBeforeIn(data.periods, history);
  return {
    figures,
    before: figures.flatMap((figure) => before(figure) ?? []),
    history,
    beside: [],
  };
}

async function errorsOf(
  engine: Engine,
  data: Dataset,
  question: OverviewQuestion,
  scope: readonly string[] | null,
  signal?: AbortSignal,
): Promise<OverviewAnswer['errors']> {
  const units = scope && new Set(scope);
  const all = await selectErrors(engine, [], signal);
  const counts = new Map<string, number>();
  for (const { unit, count } of all) {
    if (units && !units.has(unit)) continue;
    const told = countedUnder(data, unit, question);
    counts.set(told, (counts.get(told) ?? 0) + count);
  }
  return [...counts].map(([unit, count]) => ({ unit, count }));
}

/** What is wrong below a unit of the chosen level is to be checked there; of a divided unit once, at the first part. */
function countedUnder(data: Dataset, unit: string, { level, basis }: OverviewQuestion): string {
  if (!data.units.has(unit)) return unit;
  const [today = unit] = basis === 'now' ? todaysOf(data, [unit]) : [unit];
  return (level && unitAbove(data.units, today, level)) || today;
}

/** All periods of the grain that is shown, for the subjects and units that the table can carry. */
async function selectHistory(
  engine: Engine,
  data: Dataset,
  figures: readonly Figure[],
  units: readonly string[] | null,
  signal?: AbortSignal,
): Promise<Figure[]> {
  const subjects = tellingSubjects(data, figures).slice(0, MOST_SUBJECTS);
  if (subjects.length === 0 || new Set(figures.map((figure) => figure.unit)).size > MOST_UNITS)
    return [];
  const where = all(
    isSubject(subjects),
    equals('f.kind::VARCHAR', ''),
    equals('f.breakdown::VARCHAR', ''),
    { sql: 'f.value IS NOT NULL', params: [] },
    oneOf('f.unit', units),
  );
  const found = chooseBodies(await selectFigures(engine, where, '', signal), null);
  const grainOf = (figure: Figure) => data.periods.get(figure.period)?.grain;
  const shown = new Map(
    figures.map((figure) => [`${figure.unit}~${figure.subject}`, grainOf(figure)]),
  );
  const same = found.filter(
    (figure) => shown.get(`${figure.unit}~${figure.subject}`) === grainOf(figure),
  );
  return same.sort((a, b) => byPeriod(data, a, b));
}

function byPeriod(data: Dataset, a: Figure, b: Figure): number {
  const [x, y] = [data.periods.get(a.period), data.periods.get(b.period)];
  return x && y ? comparePeriods(x, y) : 0;
}

/** Per measure the sum over the units of the lowest reporting level, for their most common latest period. */
async function tilesOf(
  engine: Engine,
  data: Dataset,
  question: OverviewQuestion,
  signal?: AbortSignal,
): Promise<OverviewTile[]> {
  const subjects = ATTENTION.filter((id) => subjectOf(data, id));
  if (subjects.length === 0) return [];
  const about = all(isSubject(subjects), { sql: 'f.value IS NOT NULL', params: [] });
  const latest = await selectLatest(engine, data, question, about, signal);
  const found = withoutFollowed(data, question, latest);
  return [...groupBy(found, (figure) => figure.subject)].flatMap(([subject, members]) => {
    const placed = groupBy(members, (figure) => tilePlace(data, figure));
    const [place, figures] = [...placed].sort((a, b) => b[1].length - a[1].length)[0] ?? ['', []];
    const [period = '', level = '', parent = ''] = place.split('~');
    const most = figures
      .map((figure) => ({ unit: figure.unit, value: figure.value ?? 0 }))
      .sort((a, b) => b.value - a.value);
    const value = most.reduce((sum, item) => sum + item.value, 0);
    const units = new Set(figures.map((figure) => figure.unit)).size;
    const expected = expectedUnits(data, period, level, parent || null, figures);
    const newer = newerThan(data, period, `${level}~${parent}`, members);
    return [
      {
        subject,
        period,
        value,
        units,
        expected,
        ...(newer > 0 ? { newer } : {}),
        most: most.filter((item) => item.value > 0).slice(0, 3),
      },
    ];
  });
}

/** Units of a place that have a figure of a later period. */
function newerThan(
  data: Dataset,
  period: string,
  place: string,
  figures: readonly Figure[],
): number {
  const end = (code: string) => data.periods.get(code)?.end ?? '';
  const later = figures.filter(
    (figure) =>
      end(figure.period) > end(period) && tilePlace(data, figure) === `${figure.period}~${place}`,
  );
  return new Set(later.map(({ unit }) => unit)).size;
}

function tilePlace(data: Dataset, figure: Figure): string {
  const { level, parent } = data.units.at(figure.unit, data.periods.get(figure.period));
  return [figure.period, level, parent ?? ''].join('~');
}
