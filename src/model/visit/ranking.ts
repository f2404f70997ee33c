/** In which order units come that have reasons for a visit. */
import { groupBy } from '../group.ts';
import type { Reason, ReasonKind } from './reason.ts';

/** Units that are named to be visited first. */
export const MOST_VISITS = 3;

/** What the order of units may rest on. */
export const WEIGHTS = ['all', 'level', 'change', 'reports'] as const;
export type Weight = (typeof WEIGHTS)[number];

const KINDS: Readonly<Record<Weight, readonly ReasonKind[]>> = {
  all: ['level', 'change', 'target', 'overdue', 'reports', 'checks'],
  level: ['level', 'target', 'overdue'],
  change: ['change'],
  reports: ['reports', 'checks'],
};

/** One reason never outweighs several others by its size alone. */
export const MOST_POINTS = 5;

/** Reasons that a reader takes in at a glance. */
const MOST_SHOWN = 3;

export interface Visit {
  readonly unit: string;
  readonly points: number;
  /** By matter, the strongest first: its strongest reason, and the others that the same indicator gives. */
  readonly matters: readonly (readonly Reason[])[];
}

/** Units with a reason, those with most points first: of every matter the strongest reason counts. */
export function rankVisits(reasons: readonly Reason[], weight: Weight): Visit[] {
  const wanted = reasons.filter(({ kind }) => KINDS[weight].includes(kind));
  const visits = [...groupBy(wanted, ({ unit }) => unit)].map(([unit, own]) => {
    const matters = byMatter(own);
    const counted = matters.map(([first]) => Math.min(first?.points ?? 0, MOST_POINTS));
    const points = counted.reduce((sum, one) => sum + one, 0);
    return { unit, points, matters: matters.slice(0, MOST_SHOWN) };
  });
  return visits.sort((a, b) => b.points - a.points || a.unit.localeCompare(b.unit));
}

/** Reasons by matter, the strongest first; of each matter those of the indicator that tells it most clearly. */
export function byMatter(reasons: readonly Reason[]): Reason[][] {
  const sorted = [...reasons].sort((a, b) => b.points - a.points);
  return [...groupBy(sorted, ({ matter }) => matter).values()].map((own) =>
    own.filter(({ subject }) => subject === own[0]?.subject),
  );
}
