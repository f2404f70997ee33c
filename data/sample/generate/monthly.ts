/** Months of 2025, exported by three wards from the dossier system: they add up to the quarters. */
import type { Book } from './book.ts';
import { drawFor } from './draw.ts';
import { type Row, row } from './row.ts';
import { PLACES, type Place, plainName } from './town.ts';

const YEAR = 2025;
const FIRST_QUARTER = 16;
const UNITS = ['phuong-diep-hoa', 'phuong-truc-lang', 'phuong-van-khue'];

const sourceOf = (unit: string) => `ht-${unit.replace('phuong-', '')}-${YEAR}`;

/** The three exports, as sources; nobody is expected to send them. */
export function monthlySources(): Record<string, string>[] {
  return PLACES.filter((place) => UNITS.includes(place.unit)).map(({ unit, name }) => ({
    source: sourceOf(unit),
    unit,
    title: `Trích xuất Hệ thống thông tin giải quyết thủ tục hành chính theo tháng, năm ${YEAR}`,
    issuer: `UBND phường ${plainName(name)}`,
    signed_on: `${YEAR + 1}-01-04`,
    cutoff: 'calendar',
    remark: 'Số theo tháng; cộng lại bằng số quý trong báo cáo.',
  }));
}

/** Statements by month of one place, if it is one of the three. */
export function tellMonths({ unit }: Place, books: readonly Book[]): Row[] {
  if (!UNITS.includes(unit)) return [];
  return [0, 1, 2, 3].flatMap((at) => {
    const book = books[FIRST_QUARTER + at];
    const of = (measure: string) => book?.get(`${measure}~~~`) ?? 0;
    const draw = drawFor(unit, 'months', at);
    const online = draw.split(of('dossiers_received_online'), [1, 1, 1]);
    const other = draw.split(of('dossiers_received') - of('dossiers_received_online'), [1, 1, 1]);
    const onTime = draw.split(of('dossiers_resolved_on_time'), [1, 1, 1]);
    const late = draw.split(of('dossiers_resolved_late'), [1, 1, 1]);
    return online.flatMap((value, month) => {
      const figures = {
        dossiers_received: value + (other[month] ?? 0),
        dossiers_received_online: value,
        dossiers_resolved: (onTime[month] ?? 0) + (late[month] ?? 0),
        dossiers_resolved_on_time: onTime[month] ?? 0,
        dossiers_resolved_late: late[month] ?? 0,
      };
      const period = `${YEAR}-M${String(at * 3 + month + 1).padStart(2, '0')}`;
      return Object.entries(figures).map(([measure, count]) =>
        row({ unit, period, measure, value: count, source: sourceOf(unit), locator: 'Bảng 1' }),
      );
    });
  });
}
