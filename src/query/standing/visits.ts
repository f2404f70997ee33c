/** Which units need a visit: every unit against its group, its target and its own year before, in few questions. */
import type { Engine } from '../../engine/engine.ts';
import { type Dataset, subjectOf } from '../../model/dataset.ts';
import type { Figure } from '../../model/figure.ts';
import { groupBy } from '../../model/group.ts';
import { severityOf } from '../../model/issue.ts';
import { commonPeriodOf, upperOnes } from '../../model/statistics/shown.ts';
import { yearBeforeIn } from '../../model/time/year-before.ts';
import { type PeerGroup, peerGroups } from '../../model/visit/peers.ts';
import {
  checkReasons,
  figureReasons,
  overdueReasons,
  type Reason,
  reportReasons,
} from '../../model/visit/reason.ts';
import type {
  DocumentUse,
  VisitPlace,
  VisitsAnswer,
  VisitsQuestion,
} from '../../question/visits.ts';
import { isSubject } from '../figure.ts';
import { withoutFollowed } from '../level/followed.ts';
import {
  INDICATORS,
  type ResultScope,
  selectErrors,
  selectLatest,
  selectResults,
  selectTargets,
  subjectsOf,
  yearsBefore,
} from './select.ts';

/** What is open and late, and what it is a part of. */
const LATE = 'dossiers_in_progress_overdue';
const OPEN = 'dossiers_in_progress';

/** Answers with every reason there is; units of one level only, the one that most are of. */
export async function visits(
  engine: Engine,
  data: Dataset,
  question: VisitsQuestion,
  signal?: AbortSignal,
): Promise<VisitsAnswer> {
  const latest = await selectLatest(engine, data, question, INDICATORS, signal);
  const figures = withoutFollowed(data, question, latest);
  const groups = mainLevel(data, peerGroups(data, figures), question.units !== null);
  const places = placesOf(data, groups);
  const nothing = { reasons: [], places, subjects: 0, documents: [] };
  if (places.length > 0) {
    const reasons = await selectReasons(engine, data, question, { groups, places }, signal);
    return { ...nothing, reasons, subjects: new Set(groups.map(({ subject }) => subject.id)).size };
  }
  if (question.units !== null) return nothing;
  return { ...nothing, documents: await selectDocuments(engine, data, signal) };
}

interface Ground {
  readonly groups: readonly PeerGroup[];
  readonly places: readonly VisitPlace[];
}

async function selectReasons(
  engine: Engine,
  data: Dataset,
  question: VisitsQuestion,
  { groups, places }: Ground,
  signal?: AbortSignal,
): Promise<Reason[]> {
  const units = places.flatMap((place) => place.units);
  const judged = groups.flatMap(({ members }) => members);
  const subjects = subjectsOf(judged);
  const past = await selectResults(engine, subjects, units, yearsBefore(data, judged), signal);
  const targets = await selectTargets(engine, subjects, signal);
  const errors = await selectErrors(engine, question.without, signal);
  const before = yearBeforeIn(data.periods, past);
  return [
    ...figureReasons(data, groups, { before, targets }),
    ...(await selectOverdue(engine, data, { ...question, units }, signal)),
    ...reportReasons(data, units),
    ...checkReasons(errors.filter(({ unit }) => units.includes(unit))),
  ];
}

/** Units in which more of what is open is late than elsewhere. */
export async function selectOverdue(
  engine: Engine,
  data: Dataset,
  scope: ResultScope,
  signal?: AbortSignal,
) {
  if (!subjectOf(data, LATE) || !subjectOf(data, OPEN)) return [];
  const found = await selectLatest(engine, data, scope, isSubject([LATE, OPEN]), signal);
  const known = found.filter(({ value, body }) => value !== null && body === '');
  const late = known.filter(({ subject }) => subject === LATE);
  return overdueReasons(
    data,
    late,
    known.filter(({ subject }) => subject === OPEN),
  );
}

/** Groups of the level that most units are of; below communes only where the reader has gone there. */
function mainLevel(data: Dataset, groups: readonly PeerGroup[], isNarrowed: boolean): PeerGroup[] {
  const unitOf = (group: PeerGroup) => group.members[0]?.unit ?? '';
  const shown = isNarrowed ? groups : upperOnes(data, groups, unitOf);
  const levels = [...groupBy(shown, (group) => data.units.at(unitOf(group)).level).values()];
  levels.sort((a, b) => unitsOf(b).length - unitsOf(a).length);
  return levels[0] ?? [];
}

function placesOf(data: Dataset, groups: readonly PeerGroup[]): VisitPlace[] {
  const placed = groupBy(groups, ({ members }) => {
    const { level, parent } = data.units.at((members[0] as Figure).unit);
    return JSON.stringify([level, parent]);
  });
  return [...placed].map(([key, own]) => {
    const [level, parent] = JSON.parse(key) as [string, string | null];
    const period = commonPeriodOf(own.flatMap(({ members }) => members));
    const around = parent === null ? [] : data.units.children(parent, data.periods.get(period));
    const peers = around.filter((unit) => data.units.at(unit).level === level);
    const reporting = unitsOf(own.filter((group) => group.period === period)).length;
    return { level, parent, period, reporting, units: [...new Set([...unitsOf(own), ...peers])] };
  });
}

function unitsOf(groups: readonly PeerGroup[]): string[] {
  return [...new Set(groups.flatMap(({ members }) => members.map(({ unit }) => unit)))];
}

/** Documents of units with what they hold, in the order of the package. */
async function selectDocuments(
  engine: Engine,
  data: Dataset,
  signal?: AbortSignal,
): Promise<DocumentUse[]> {
  const counted = await engine.rows<{ source: string; n: number }>(
    'SELECT s.source::VARCHAR AS source, count(*) AS n FROM statement s GROUP BY s.source',
    [],
    signal,
  );
  const issues = await engine.rows<{ code: string; source: string }>(
    'SELECT i.code, i.source FROM issue i',
    [],
    signal,
  );
  const figures = new Map(counted.map(({ source, n }) => [source, n]));
  const told = issues.filter(({ code }) => severityOf(code) === 'error');
  const lists = told.map(({ source }) => source.split('|'));
  return [...data.sources.values()]
    .filter(({ unit }) => data.units.has(unit))
    .map(({ source }) => ({
      source,
      figures: figures.get(source) ?? 0,
      errors: lists.filter((list) => list.includes(source)).length,
    }));
}
