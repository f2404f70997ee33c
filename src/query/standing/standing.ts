/** One unit on every indicator: against its target, its year before, and the units of its place in the same period. */
import type { Engine } from '../../engine/engine.ts';
import type { Dataset } from '../../model/dataset.ts';
import type { Figure } from '../../model/figure.ts';
import { groupBy } from '../../model/group.ts';
import { referencesFor } from '../../model/statistics/reference.ts';
import { comparePeriods } from '../../model/time/period.ts';
import { yearBeforeIn } from '../../model/time/year-before.ts';
import { type PeerGroup, peerGroups, rankRange } from '../../model/visit/peers.ts';
import { checkReasons, figureReasons, reportReasons } from '../../model/visit/reason.ts';
import type {
  StandingAnswer,
  StandingGroup,
  StandingQuestion,
  StandingRow,
} from '../../question/standing.ts';
import {
  INDICATORS,
  selectErrors,
  selectLatest,
  selectResults,
  selectTargets,
  subjectsOf,
} from './select.ts';
import { selectOverdue } from './visits.ts';

/** Answers with the latest result of every indicator that the unit has, in the order of the catalogue. */
export async function standing(
  engine: Engine,
  data: Dataset,
  { unit, without }: StandingQuestion,
  signal?: AbortSignal,
): Promise<StandingAnswer> {
  const scope = { units: [unit], period: { type: 'latest' }, grain: 'any' } as const;
  const figures = await selectLatest(engine, data, scope, INDICATORS, signal);
  const subjects = subjectsOf(figures);
  const periods = [...new Set(figures.map(({ period }) => period))];
  const peers = peersOf(data, unit);
  const around = await selectResults(engine, subjects, peers, periods, signal);
  const past = await selectResults(engine, subjects, [unit], null, signal);
  const targets = await selectTargets(engine, subjects, signal);
  const before = yearBeforeIn(data.periods, past);
  const groups = groupsAround(data, figures, around);
  const reasons = [
    ...figureReasons(data, groups, { before, targets }),
    ...(await selectOverdue(engine, data, { ...scope, units: peers }, signal)),
    ...reportReasons(data, [unit]),
    ...checkReasons(await selectErrors(engine, without, signal)),
  ];
  const own = reasons.filter((reason) => reason.unit === unit);
  const rows = rowsOf(data, figures, { groups, targets, past });
  return { rows, reasons: own, judged: groups.length };
}

interface Around {
  readonly groups: readonly PeerGroup[];
  readonly targets: readonly Figure[];
  readonly past: readonly Figure[];
}

function rowsOf(data: Dataset, figures: readonly Figure[], around: Around): StandingRow[] {
  const before = yearBeforeIn(data.periods, around.past);
  const order = [...data.indicators.keys()];
  const rows = figures.map((figure): StandingRow => {
    const group = around.groups.find((item) => isIn(item, figure));
    const own = around.targets.filter(({ subject }) => subject === figure.subject);
    const [target = null] = referencesFor(data, figure, own, true);
    return {
      ...{ figure, target },
      before: before(figure),
      group: group ? standingIn(group, figure) : null,
      past: historyOf(data, figure, around.past),
    };
  });
  return rows.sort((a, b) => order.indexOf(a.figure.subject) - order.indexOf(b.figure.subject));
}

/** Units of the same level under the same parent, itself among them. */
function peersOf(data: Dataset, unit: string): string[] {
  const { level, parent } = data.units.at(unit);
  if (parent === null) return [unit];
  const around = data.units.children(parent).filter((id) => data.units.at(id).level === level);
  return [...new Set([unit, ...around])];
}

/** Of every figure the group that it is in: those of its own period and cut-off. */
function groupsAround(
  data: Dataset,
  figures: readonly Figure[],
  around: readonly Figure[],
): PeerGroup[] {
  const key = ({ subject, period }: Figure) => `${subject}~${period}`;
  const wanted = new Set(figures.map(key));
  const groups = peerGroups(
    data,
    around.filter((figure) => wanted.has(key(figure))),
  );
  return groups.filter((group) => figures.some((figure) => isIn(group, figure)));
}

function isIn({ subject, members }: PeerGroup, figure: Figure): boolean {
  if (subject.id !== figure.subject || figure.body !== '') return false;
  return members.some(({ unit, period }) => unit === figure.unit && period === figure.period);
}

function standingIn(group: PeerGroup, figure: Figure): StandingGroup {
  const { total, members } = group;
  return {
    value: (total.x * 100) / total.n,
    values: members.flatMap(({ value }) => value ?? []),
    rank: rankRange(group, figure),
  };
}

/** The same figure over time, in periods of the same length. */
function historyOf(data: Dataset, figure: Figure, past: readonly Figure[]): StandingRow['past'] {
  const grainOf = (code: string) => data.periods.get(code)?.grain;
  const same = past.filter(
    ({ subject, body, period }) =>
      subject === figure.subject &&
      body === figure.body &&
      grainOf(period) === grainOf(figure.period),
  );
  const codes = [...groupBy(same, ({ period }) => period).keys()];
  const periods = codes.flatMap((code) => data.periods.get(code) ?? []).sort(comparePeriods);
  return periods.map(({ code }) => {
    const value = same.find(({ period }) => period === code)?.value ?? null;
    return { period: code, value };
  });
}
