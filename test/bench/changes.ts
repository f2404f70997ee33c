/** What a reader does between two pictures: the next indicator, period or unit, as addresses of the app. */
import { communeId, districtId, type Plan, YEARS } from './generate.ts';

/** One way of changing the picture: where it starts, and where each step leads. None occurs twice. */
export interface Course {
  readonly view: 'compare' | 'trend';
  readonly change: 'indicator' | 'period' | 'unit' | 'indicator, all units';
  readonly start: string;
  readonly steps: readonly string[];
}

const STEPS = 12;
const FIRST = 'dossiers_online_rate';
const SUBJECTS = [
  'dossiers_on_time_rate',
  'dossiers_late_rate',
  'petitions_resolved_rate',
  'petitions_per_1000_households',
  'mediation_success_rate',
  'poor_household_rate',
  'dossiers_received',
  'dossiers_resolved',
  'dossiers_in_progress',
  'petitions_received',
  'petitions_pending',
  'mediation_cases_received',
];

/** The courses of a package; "all units" only where there are more of them than in one district. */
export function courses(plan: Plan): Course[] {
  const name = `data/${plan.name}`;
  const address = (params: Record<string, string>) =>
    `?${Object.entries({ package: name, ...params })
      .map(([param, value]) => `${param}=${value}`)
      .join('&')}`;
  return (['compare', 'trend'] as const).flatMap((view) => {
    const home = { view, indicator: FIRST, under: districtId(0) };
    const course = (
      change: Course['change'],
      steps: readonly Record<string, string>[],
      start: Record<string, string> = home,
    ) => ({
      view,
      change,
      start: address(start),
      steps: steps.map((step) => address({ ...start, ...step })),
    });
    const all = { view, indicator: FIRST };
    return [
      course(
        'indicator',
        SUBJECTS.map((indicator) => ({ indicator })),
      ),
      course('period', view === 'compare' ? quarters() : ranges()),
      course('unit', units(plan)),
      ...(plan.districts > 1
        ? [
            course(
              'indicator, all units',
              SUBJECTS.slice(0, 3).map((indicator) => ({ indicator })),
              all,
            ),
          ]
        : []),
    ];
  });
}

function quarters(): { period: string }[] {
  const codes = YEARS.flatMap((year) => [1, 2, 3, 4].map((quarter) => `${year}-Q${quarter}`));
  return codes.slice(-STEPS - 1, -1).map((period) => ({ period }));
}

function ranges(): { period: string }[] {
  return Array.from({ length: STEPS }, (_, at) => {
    const first = `${YEARS[Math.floor(at / 4)]}-Q${(at % 4) + 1}`;
    return { period: `${first}..2024-Q4` };
  }).map(({ period }, at) => ({ period: at === 0 ? '2020-Q1..2024-Q3' : period }));
}

/** Another district's communes; in a package with one district, one commune less. */
function units(plan: Plan): Record<string, string>[] {
  const steps = Array.from({ length: STEPS }, (_, at) => at + 1);
  if (plan.districts > STEPS) return steps.map((at) => ({ under: districtId(at) }));
  const ids = Array.from({ length: plan.communes }, (_, at) => communeId(0, at));
  return steps.map((left) => ({ unit: ids.filter((_, at) => at !== left).join(',') }));
}
