/** Statements that are right but not plain: estimates, breaks, other definitions, absences, bounds. */
import { LAND_UNITS } from './movement.ts';
import { type Row, row } from './row.ts';
import { CHANGED_UNIT, PLACES, TOWN } from './town.ts';

const POVERTY = ['households_poor', 'households_near_poor'];
const POVERTY_RATES = ['poor_household_rate', 'near_poor_household_rate'];

/** Gives every statement the status and the words it deserves; may add statements without a value. */
export function withStatuses(rows: readonly Row[]): Row[] {
  return RULES.reduce<Row[]>(
    (told, rule) => told.flatMap((given) => (rule.fits(given) ? rule.make(given) : given)),
    [...rows],
  );
}

interface Rule {
  fits(given: Row): boolean;
  make(given: Row): Row | Row[];
}

const without = (given: Row, status: string, note: string): Row => ({
  ...given,
  value: null,
  status,
  printed: '',
  note,
});

const RULES: readonly Rule[] = [
  {
    fits: ({ measure, period, kind }) => isPoverty(measure) && kind === '' && period === '2022',
    make: (given) => ({ ...given, status: 'B', note: 'Chuẩn nghèo mới từ 2022 (NĐ 07/2021)' }),
  },
  {
    fits: ({ unit, measure, period }) =>
      isPoverty(measure) && period === '2024' && (unit === CHANGED_UNIT || isBelowChanged(unit)),
    make: (given) => ({ ...given, status: 'B', note: 'Chuẩn nghèo thành thị từ khi thành phường' }),
  },
  {
    fits: ({ unit, measure, period }) =>
      unit === 'xa-dong-nhan' && measure === 'dialogue_sessions' && period.startsWith('2023'),
    make: (given) => ({ ...given, status: 'E', note: 'Đếm các cuộc nêu trong báo cáo' }),
  },
  {
    fits: ({ unit, measure, period }) =>
      unit === 'xa-tuy-man' && measure === 'survey_ballots_returned' && period.startsWith('2022'),
    make: (given) => ({
      ...given,
      status: 'D',
      note: 'Báo cáo chỉ in số phiếu khảo sát; lấy làm mẫu số',
    }),
  },
  {
    fits: ({ unit, measure, period }) =>
      unit === 'xa-tuy-man' && measure === 'survey_ballots' && period.startsWith('2022'),
    make: (given) => ({ ...given, note: 'Báo cáo không in số phiếu thu về' }),
  },
  {
    fits: ({ unit, measure, period }) =>
      unit === 'xa-ninh-hac' && measure === 'broadcast_items' && period === '2022-01-01/P9M',
    make: (given) => ({
      ...given,
      status: 'U',
      printed: '1?7',
      note: 'Bản chụp mờ, đọc chưa chắc',
    }),
  },
  {
    fits: ({ unit, measure, period }) =>
      unit === 'xa-ninh-hac' && measure.startsWith('dialogue_') && period === '2023-S1',
    make: (given) => without(given, 'O', 'Mục đối thoại bỏ trống'),
  },
  {
    fits: ({ unit, category, period }) =>
      unit === 'phuong-hac-linh' && category.endsWith('to_cao') && period.startsWith('2024'),
    make: (given) => without(given, 'Q', 'Không công bố theo yêu cầu bảo mật'),
  },
  {
    fits: ({ unit, measure, value }) =>
      unit === 'phuong-van-khue' && measure === 'satisfaction_rate' && (value ?? 0) > 90,
    make: (given) => ({ ...given, value: 90, bound: '>', printed: 'trên 90%' }),
  },
  {
    fits: ({ unit, measure }) => unit === 'xa-sa-khue' && measure === 'dialogue_attendees',
    make: (given) => ({
      ...given,
      value: Math.round((given.value ?? 0) / 10) * 10,
      bound: '~',
      printed: `khoảng ${Math.round((given.value ?? 0) / 10) * 10}`,
    }),
  },
  {
    fits: ({ unit, measure, period }) =>
      measure === 'households_poor' &&
      period.length === 4 &&
      PLACES.some((place) => place.unit === unit) &&
      !LAND_UNITS.includes(unit),
    make: (given) => [given, ...noProject(given)],
  },
];

function noProject({ unit, period, source }: Row): Row[] {
  const note = 'Không có dự án thu hồi đất';
  return ['land_compensation_approved', 'land_compensation_paid'].map((measure) =>
    row({ unit, period, source, measure, value: null, status: 'M', locator: 'IV.4', note }),
  );
}

function isPoverty(measure: string): boolean {
  return POVERTY.includes(measure) || POVERTY_RATES.includes(measure);
}

function isBelowChanged(unit: string): boolean {
  return unit !== TOWN && unit.includes(CHANGED_UNIT.replace('phuong-', ''));
}
