/** What is not a result: the town's yearly targets, a few own ones, norms, and models registered in January. */
import { type Book, over } from './book.ts';
import { drawFor } from './draw.ts';
import { type Report, reportsOf } from './report.ts';
import { printedPercent, type Row, row } from './row.ts';
import { FIRST_YEAR, type Place, TOWN } from './town.ts';

/** Targets of the town for 2021…2025; "<=" where less is better. */
const TARGETS: readonly (readonly [string, '' | '<=', readonly number[]])[] = [
  ['dossiers_online_rate', '', [30, 40, 50, 65, 75]],
  ['dossiers_on_time_rate', '', [96, 97, 97, 98, 98]],
  ['dossiers_overdue_rate', '<=', [5, 4, 4, 3, 3]],
  ['dossiers_digitized_rate', '', [40, 50, 65, 80, 90]],
  ['satisfaction_rate', '', [88, 88, 90, 90, 92]],
  ['petitions_resolved_rate', '', [80, 80, 85, 85, 85]],
  ['reception_sessions_rate', '', [100, 100, 100, 100, 100]],
  ['dialogue_answered_rate', '', [85, 85, 85, 90, 90]],
  ['mediation_success_rate', '', [80, 80, 80, 82, 82]],
  ['tasks_on_time_rate', '', [95, 95, 95, 95, 95]],
  ['poor_household_rate', '<=', [3.5, 5.2, 4.4, 3.6, 2.8]],
  ['cultural_family_rate', '', [88, 89, 90, 91, 92]],
  ['study_attendance_rate', '', [90, 90, 90, 92, 92]],
];

/** Units that set themselves another aim. */
const OWN: readonly (readonly [string, number, string, number])[] = [
  ['phuong-diep-hoa', 2024, 'dossiers_online_rate', 80],
  ['phuong-diep-hoa', 2025, 'dossiers_online_rate', 90],
  ['xa-dong-nhan', 2024, 'dossiers_online_rate', 25],
  ['xa-dong-nhan', 2025, 'dossiers_online_rate', 35],
  ['phuong-bich-trach', 2025, 'dossiers_on_time_rate', 95],
  ['phuong-bich-trach', 2025, 'petitions_resolved_rate', 80],
];

/** The town's plan of a year, as a source. */
export function planRow(year: number): Record<string, string> {
  return {
    source: planOf(year),
    unit: TOWN,
    number: `${12 + (year % 10)}-KH/TU`,
    title: `Kế hoạch công tác dân vận năm ${year}`,
    issuer: 'Thị ủy Lam Khuê',
    signed_on: `${year}-01-15`,
    cutoff: 'calendar',
    remark: 'Chỉ tiêu, quy định; không phải báo cáo.',
  };
}

const planOf = (year: number) => `kh-lam-khue-${year}`;

/** Targets and norms of the town, in its plan of the year. */
export function townPromises(): Row[] {
  return years().flatMap((year) => {
    const frame = { unit: TOWN, period: String(year), source: planOf(year) };
    const targets = targetsOf(year, frame);
    const norm = { ...frame, kind: 'norm', locator: 'III' };
    return [
      ...targets,
      row({
        ...norm,
        measure: 'posting_duration_days',
        value: 30,
        bound: '>=',
        printed: 'ít nhất 30 ngày',
      }),
      row({
        ...norm,
        measure: 'publication_deadline_days',
        value: 3,
        bound: '>=',
        printed: '3–5 ngày',
      }),
      row({
        ...norm,
        measure: 'publication_deadline_days',
        value: 5,
        bound: '<=',
        printed: '3–5 ngày',
      }),
    ];
  });
}

/** The targets of a year, as the plan of a unit above the wards and communes sets them. */
export function targetsOf(year: number, frame: Pick<Row, 'unit' | 'period' | 'source'>): Row[] {
  return TARGETS.map(([measure, bound, values]) => {
    const value = values[year - FIRST_YEAR] ?? 0;
    const sign = bound ? 'dưới hoặc bằng ' : '';
    const printed = `${sign}${printedPercent(value, Number.isInteger(value) ? 0 : 1)}`;
    return row({ ...frame, kind: 'target', measure, bound, value, locator: 'II', printed });
  });
}

/** What a place promises in its first report of each year. */
export function placePromises(place: Place, books: readonly Book[]): Row[] {
  return reportsOf(place)
    .filter((report) => report.part === 'Q1' && report.about === 'all')
    .flatMap((report) => [...registered(report, books), ...ownTargets(report)]);
}

function registered(report: Report, books: readonly Book[]): Row[] {
  const { place, year, source } = report;
  const draw = drawFor(place.unit, 'registered', year);
  const all = (measure: string) => over(books, `${measure}~~~`, report.from, report.from + 3) ?? 0;
  const maintained = all('models_maintained');
  const fresh = Math.max(1, all('models_new') + draw.whole(-1, 2));
  const copies = Math.max(0, all('models_replicated') + draw.whole(-1, 1));
  const frame = { unit: place.unit, period: String(year), source, kind: 'registered' };
  const models = {
    models_total: maintained + fresh + copies,
    models_new: fresh,
    models_maintained: maintained,
    models_replicated: copies,
  };
  const value = 90 + draw.whole(0, 7);
  return [
    ...Object.entries(models).map(([measure, count]) =>
      row({ ...frame, measure, value: count, locator: 'VI.1' }),
    ),
    row({ ...frame, measure: 'cultural_family_rate', value, locator: 'V.2', printed: `${value}%` }),
  ];
}

function ownTargets({ place, year, source }: Report): Row[] {
  return OWN.filter(([unit, when]) => unit === place.unit && when === year).map(
    ([unit, , measure, value]) =>
      row({
        unit,
        period: String(year),
        source,
        kind: 'target',
        measure,
        value,
        locator: 'VII',
        printed: `${value}%`,
      }),
  );
}

/** The five years. */
export function years(): number[] {
  return [0, 1, 2, 3, 4].map((at) => FIRST_YEAR + at);
}
