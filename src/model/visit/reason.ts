/** Why a unit needs a visit: what stands apart beyond chance and by enough. */

import type { Dataset } from '../dataset.ts';
import type { Figure } from '../figure.ts';
import { groupBy } from '../group.ts';
import { type Share, Z_OF_MANY } from '../statistics/interval.ts';
import { referencesFor } from '../statistics/reference.ts';
import { minGapOf } from '../statistics/standing.ts';
import { changeVerdict, DEFAULT_MIN_GAP, meaningOf } from '../statistics/verdict.ts';
import { changeSince } from '../time/comparison.ts';
import { lateReports } from './late-report.ts';
import { mattersOf } from './matter.ts';
import { behind, type PeerGroup, shareOf } from './peers.ts';

/** Against the group, the year before, the target; what is open and late; reports that did not come; checks. */
export type ReasonKind = 'level' | 'change' | 'target' | 'overdue' | 'reports' | 'checks';

export interface Reason {
  readonly kind: ReasonKind;
  readonly unit: string;
  /** '' of reports and checks. */
  readonly subject: string;
  /** What it is about: reasons of one matter count once. */
  readonly matter: string;
  /** The period of the figure; of reports those that are missing. */
  readonly periods: readonly string[];
  /** The result that is judged; null of reports and checks. */
  readonly figure: Figure | null;
  /** The group's value, the target, or the value a year before, in scale units. */
  readonly against: number | null;
  /** How many there are of how many: late ones of those in progress, reports, matters to be checked. */
  readonly count: number;
  readonly of: number;
  /** How many times the smallest difference that means something; of reports their number; at least 1. */
  readonly points: number;
}

/** So many figures to be checked count as one point; fewer are everyday slips. */
export const CHECKS_A_POINT = 3;

/** What results are held against. */
export interface Benchmarks {
  /** The same figure a year earlier. */
  readonly before: (figure: Figure) => Figure | null;
  /** Targets of all units. */
  readonly targets: readonly Figure[];
}

/** Reasons that indicators give: behind the group, behind the target, worse than a year ago. */
export function figureReasons(
  data: Dataset,
  groups: readonly PeerGroup[],
  { before, targets }: Benchmarks,
): Reason[] {
  const matters = mattersOf(data, groups);
  const bySubject = groupBy(targets, ({ subject }) => subject);
  return groups.flatMap((group) => {
    const { id, isRatio } = group.subject;
    const matter = matters.get(id) ?? id;
    const own = bySubject.get(id) ?? [];
    return group.members.flatMap((figure) => {
      const [target = null] = referencesFor(data, figure, own, isRatio).filter(isTarget);
      return [
        levelReason(data, group, figure),
        targetReason(data, group, figure, target),
        changeReason(data, group, figure, before(figure)),
      ].flatMap((found) => (found ? [{ ...found, matter }] : []));
    });
  });
}

/** Units in which more of what is open is late than in the group. */
export function overdueReasons(data: Dataset, late: readonly Figure[], open: readonly Figure[]) {
  const key = ({ unit, period, cutoff }: Figure) => [unit, period, cutoff].join('~');
  const bases = new Map(open.map((figure) => [key(figure), figure.value ?? 0]));
  const shares = late.map((figure) => {
    const share: Share = { x: figure.value ?? 0, n: bases.get(key(figure)) ?? 0 };
    return { figure, share };
  });
  const places = groupBy(shares, ({ figure }) => {
    const { level, parent } = data.units.at(figure.unit, data.periods.get(figure.period));
    return [figure.period, figure.cutoff, level, parent].join('~');
  });
  return [...places.values()].flatMap((members) => {
    const total = (of: (share: Share) => number) =>
      members.reduce((sum, { share }) => sum + of(share), 0);
    const benchmark = total(({ x }) => x) / total(({ n }) => n);
    if (members.length < 3 || !(benchmark < 1)) return [];
    return members.flatMap(({ figure, share }): Reason[] => {
      const points = behind({ direction: 'down' }, share, benchmark, DEFAULT_MIN_GAP);
      if (points === 0) return [];
      const found = reasonOf('overdue', figure, benchmark * 100, points);
      return [{ ...found, matter: 'overdue', count: share.x, of: share.n }];
    });
  });
}

/** Units whose reports of the last year have not come: one point a report. */
export function reportReasons(data: Dataset, units: readonly string[]): Reason[] {
  return [...groupBy(lateReports(data, units), ({ unit }) => unit)].map(([unit, late]) => ({
    ...unitReason('reports', unit, late.length, late.length),
    periods: late.map(({ period }) => period),
  }));
}

/** Units in whose figures much is still to be checked. */
export function checkReasons(
  counts: readonly { readonly unit: string; readonly count: number }[],
): Reason[] {
  return counts
    .filter(({ count }) => count >= CHECKS_A_POINT)
    .map(({ unit, count }) => unitReason('checks', unit, count, count / CHECKS_A_POINT));
}

function levelReason(data: Dataset, { subject, total }: PeerGroup, figure: Figure) {
  const share = shareOf(figure);
  const benchmark = total.x / total.n;
  const points = share ? behind(subject, share, benchmark, minGapOf(data, subject)) : 0;
  return points > 0 ? reasonOf('level', figure, benchmark * 100, points) : null;
}

function targetReason(
  data: Dataset,
  { subject }: PeerGroup,
  figure: Figure,
  target: Figure | null,
) {
  const share = shareOf(figure);
  if (!share || target === null || target.value === null) return null;
  const points = behind(subject, share, target.value / 100, minGapOf(data, subject));
  return points > 0 ? reasonOf('target', figure, target.value, points) : null;
}

function changeReason(data: Dataset, { subject }: PeerGroup, figure: Figure, old: Figure | null) {
  const [now, before] = [shareOf(figure), old && shareOf(old)];
  const change = changeSince(figure, old, data.units, data.periods);
  if (!now || !before || change === null) return null;
  const minGap = minGapOf(data, subject);
  const found = changeVerdict(now, before, minGap, Z_OF_MANY);
  if (found === null || meaningOf(found, subject.direction) !== 'worse') return null;
  return reasonOf(
    'change',
    figure,
    old?.value ?? null,
    Math.abs(change) / (minGap || DEFAULT_MIN_GAP),
  );
}

function reasonOf(
  kind: ReasonKind,
  figure: Figure,
  against: number | null,
  points: number,
): Reason {
  return {
    kind,
    unit: figure.unit,
    subject: figure.subject,
    matter: figure.subject,
    periods: [figure.period],
    ...{ figure, against, points: Number(points.toPrecision(DIGITS)), count: 0, of: 0 },
  };
}

/** Of points: more would only be stored. */
const DIGITS = 5;

function unitReason(kind: ReasonKind, unit: string, count: number, points: number): Reason {
  const nothing = { subject: '', matter: kind, periods: [], figure: null, against: null, of: 0 };
  return { kind, unit, count, points, ...nothing };
}

function isTarget({ kind }: Figure): boolean {
  return kind === 'target';
}
