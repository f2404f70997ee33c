/** How far units have moved since a base period, and whether beyond chance (docs/methods.md, "Change"). */
import type { Subject } from '../catalogue.ts';
import type { Dataset } from '../dataset.ts';
import type { Figure } from '../figure.ts';
import { changeSince } from '../time/comparison.ts';
import { lineageOf } from '../tree/lineage.ts';
import { differenceInterval, type Interval, type Share, Z_OF_MANY, zAmong } from './interval.ts';
import { minGapOf } from './standing.ts';
import { changeVerdict, meaningOf, SMALL_N, type Verdict } from './verdict.ts';

/** Why no change is told: nothing now, nothing at the base, or the two are not like with like. */
export type NoChange = 'value' | 'base' | 'unlike';

export interface Change {
  readonly figure: Figure;
  readonly base: Figure | null;
  /** Now less then, in scale units; null with a reason. */
  readonly by: number | null;
  readonly reason: NoChange | '';
  /** Null where chance cannot be reckoned with: no counts, or few cases. */
  readonly verdict: Verdict | null;
  /** '' without a verdict, or where more is neither good nor bad. */
  readonly meaning: 'better' | 'worse' | '';
}

export interface ChangedRow {
  readonly figure: Figure;
  /** The same figure a year earlier. */
  readonly before: Figure | null;
  /** The same figure at the base that was chosen in its place. */
  readonly base?: Figure | null;
}

/** What a row's change is told against. */
export function baseOf({ before, base }: ChangedRow): Figure | null {
  return base === undefined ? before : base;
}

/**
 * Now less then, in scale units; null where the two are not like with like: other lengths or cut-offs, the base not
 * earlier, a break, another definition, land gained or lost between the two.
 */
export function changeFrom(data: Dataset, now: Figure, base: Figure | null): number | null {
  if (!base || base.value === null || !isEarlier(data, base, now)) return null;
  if (hasMoved(data, now, base)) return null;
  return changeSince(now, base, data.units, data.periods);
}

/**
 * The change of each figure of one group. All are judged at once: the intervals are as wide as so many judgements ask
 * for, as those against the group's value are.
 */
export function changesOf(
  data: Dataset,
  subject: Subject,
  rows: readonly ChangedRow[],
  z: (judged: number) => number = zAmong,
): ReadonlyMap<Figure, Change> {
  const pairs = rows.map((row) => pairOf(data, subject, row));
  const reach = z(pairs.filter(({ shares }) => shares?.every(({ n }) => n >= SMALL_N)).length);
  const minGap = minGapOf(data, subject);
  return new Map(
    pairs.map(({ shares, ...pair }) => {
      const verdict = shares && changeVerdict(...shares, minGap, reach);
      const meaning = verdict ? meaningOf(verdict, subject.direction) : '';
      return [pair.figure, { ...pair, verdict, meaning }];
    }),
  );
}

/**
 * Changes of many indicators at once on the year before: as for visits, every verdict is taken at 99.8 %.
 *
 * @param before the same figures a year earlier, in any order
 */
export function changesOfMany(
  data: Dataset,
  subjects: readonly Subject[],
  figures: readonly Figure[],
  before: readonly Figure[],
): ReadonlyMap<Figure, Change> {
  const key = ({ subject, unit, body }: Figure) => [subject, unit, body].join('~');
  const known = new Map(before.map((figure) => [key(figure), figure]));
  return new Map(
    subjects.flatMap((subject) => {
      const rows = figures
        .filter((figure) => figure.subject === subject.id)
        .map((figure) => ({ figure, before: known.get(key(figure)) ?? null }));
      return [...changesOf(data, subject, rows, () => Z_OF_MANY)];
    }),
  );
}

/** How far a change may reach by chance, at 95 %, as shares of 1; null where nothing can be said. */
export function changeInterval(subject: Subject, { figure, base, by }: Change): Interval | null {
  const shares = by === null ? null : sharesOf(subject, figure, base);
  return shares?.every(({ n }) => n >= SMALL_N) ? differenceInterval(...shares) : null;
}

/** Whether a change could not be judged because there are too few cases. */
export function hasFewCases({ by, figure, base, verdict }: Change): boolean {
  const counts = [figure, base].flatMap((one) => one?.denominator ?? []);
  return by !== null && verdict === null && counts.some((n) => n < SMALL_N);
}

function pairOf(data: Dataset, subject: Subject, row: ChangedRow) {
  const { figure } = row;
  const base = baseOf(row);
  const by = changeFrom(data, figure, base);
  const reason: Change['reason'] = by === null ? reasonOf(figure, base) : '';
  return { figure, base, by, reason, shares: by === null ? null : sharesOf(subject, figure, base) };
}

function reasonOf(figure: Figure, base: Figure | null): NoChange {
  if (figure.value === null) return 'value';
  return base === null || base.value === null ? 'base' : 'unlike';
}

/** The counts of both, of a share that counts cases. */
function sharesOf(subject: Subject, now: Figure, base: Figure | null): [Share, Share] | null {
  if (!subject.countsCases || subject.scale !== 100) return null;
  const [a, b] = [shareOf(now), base && shareOf(base)];
  return a && b ? [a, b] : null;
}

function shareOf({ computed, numerator: x, denominator: n }: Figure): Share | null {
  return computed && x !== null && n !== null && n > 0 && x >= 0 && x <= n ? { x, n } : null;
}

function isEarlier(data: Dataset, base: Figure, now: Figure): boolean {
  const [a, b] = [data.periods.get(base.period), data.periods.get(now.period)];
  return a !== undefined && b !== undefined && a.grain === b.grain && a.end < b.end;
}

/** As reported, a unit that gains or loses land is another one from that day on; rebuilt histories are of one land. */
function hasMoved(data: Dataset, now: Figure, base: Figure): boolean {
  if (base.sum?.of === 'before' || now.sum?.of === 'before') return false;
  const { unit } = now;
  const [from, to] = [data.periods.get(base.period), data.periods.get(now.period)];
  return lineageOf(data)
    .changesOf(unit)
    .some(
      ({ date, fromUnit, toUnit }) =>
        (fromUnit === unit || toUnit === unit) &&
        date > (from?.start ?? '') &&
        date <= (to?.end ?? ''),
    );
}
