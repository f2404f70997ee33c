/**
 * The packages of the walk: monthly reports of communes, 5 thousand, 1 million and 10 million statements of them; and
 * 760 communes in one comparison.
 */
import { NARROW, type Shown, WIDE } from '../pages/shown.ts';
import { seededRandom } from '../random.ts';

export interface WalkPlan {
  readonly name: '5k' | '760' | '1m' | '10m';
  readonly communes: number;
  readonly districts: number;
  readonly years: readonly number[];
  /** All measures and fields, or only what fits five thousand rows. */
  readonly wide: boolean;
  /** Cold openings of each page; the median counts. */
  readonly opens: number;
  /** Changes of indicator or month at random. */
  readonly actions: number;
  /** Lines are walked too: of 760 units nobody reads them, and the dashboard draws a few. */
  readonly hasTrends: boolean;
  /** With stored answers too; of 760 units they take minutes to be made, and a comparison that is chosen is not among them. */
  readonly isPublished: boolean;
}

const FULL = { actions: 200, hasTrends: true, isPublished: true };

const PLANS: readonly WalkPlan[] = [
  {
    ...{ name: '5k', communes: 15, districts: 1, wide: false, opens: 5, ...FULL },
    years: [2023, 2024],
  },
  {
    ...{ name: '760', communes: 760, districts: 1, wide: false, opens: 1 },
    ...{ years: [2024], actions: 30, hasTrends: false, isPublished: false },
  },
  {
    ...{ name: '1m', communes: 760, districts: 51, wide: true, opens: 3, ...FULL },
    years: [2023, 2024],
  },
  {
    ...{ name: '10m', communes: 3040, districts: 204, wide: true, opens: 1, ...FULL },
    years: [2020, 2021, 2022, 2023, 2024],
  },
];

/** `BENCH_SIZES=5k,760,1m,10m`; what an office has where nothing is said. */
export function chosenPlans(): WalkPlan[] {
  const names = (process.env.BENCH_SIZES ?? '5k,760,1m').split(',');
  return PLANS.filter(({ name }) => names.includes(name));
}

export const shownIn = ({ wide }: WalkPlan): readonly Shown[] => (wide ? WIDE : NARROW);

export function monthsOf({ years }: Pick<WalkPlan, 'years'>): string[] {
  const numbers = Array.from({ length: 12 }, (_, at) => String(at + 1).padStart(2, '0'));
  return years.flatMap((year) => numbers.map((month) => `${year}-${month}`));
}

/** What one picture shows of the first district. */
export interface Sight {
  readonly view: 'compare' | 'trend';
  readonly indicator: string;
  readonly period: string;
}

const SEED = 13;

/** Another indicator or another month, at random; never the one that is there. */
export function randomWalk(plan: WalkPlan): Sight[] {
  const { whole, chance } = seededRandom(SEED);
  const other = (list: readonly string[], now: string) => {
    const rest = list.filter((item) => item !== now);
    return rest[whole(0, rest.length - 1)] ?? now;
  };
  const indicators = shownIn(plan).map(({ id }) => id);
  const months = monthsOf(plan);
  let now = firstSight(plan);
  return Array.from({ length: plan.actions }, () => {
    now = chance(0.5)
      ? { ...now, indicator: other(indicators, now.indicator) }
      : { ...now, period: other(months, now.period) };
    return now;
  });
}

/** The first indicator in the last month. */
export function firstSight(plan: WalkPlan): Sight {
  const [indicator = ''] = shownIn(plan).map(({ id }) => id);
  return { view: 'compare', indicator, period: monthsOf(plan).at(-1) ?? '' };
}

/** Every indicator over all months, twice: the second time it has been seen. */
export function trendWalk(plan: WalkPlan): Sight[] {
  const all = shownIn(plan).map(({ id }) => ({
    ...firstSight(plan),
    view: 'trend' as const,
    indicator: id,
  }));
  return [...all.slice(1), ...all];
}
