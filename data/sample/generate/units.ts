/** Rows of `units` and `unit_changes`. */
import type { TextRow } from './row.ts';
import {
  CHANGED_UNIT,
  neighbourhoodsOf,
  PLACES,
  type Place,
  PROVINCE,
  STATUS_CHANGE,
  TOWN,
} from './town.ts';

const RESOLUTION = 'nq-thanh-lap-phuong-cam-lu';

/** The province, the town, its wards and communes, and the neighbourhoods of five of them. */
export function unitRows(): TextRow[] {
  return [
    unit(PROVINCE, 'Tỉnh Diệp Giang', 'tỉnh', 'province', '', { code: '90' }),
    unit(TOWN, 'Thị xã Lam Khuê', 'thị xã', 'district', PROVINCE, { code: '901' }),
    ...PLACES.flatMap(placeRows),
    ...PLACES.flatMap((place) =>
      neighbourhoodsOf(place).map((at) =>
        unit(
          at.unit,
          at.name,
          at.name.startsWith('Thôn') ? 'thôn' : 'tổ dân phố',
          'neighbourhood',
          place.unit,
        ),
      ),
    ),
  ];
}

function placeRows({ unit: id, name, code }: Place): TextRow[] {
  const kind = id.startsWith('xa-') ? 'xã' : 'phường';
  const now = unit(id, name, kind, 'commune', TOWN, { code, aliases: ALIASES[id] ?? '' });
  if (id !== CHANGED_UNIT) return [now];
  const before = { ...now, name: name.replace('Phường', 'Xã'), kind: 'xã', valid_to: '2024-03-31' };
  return [before, { ...now, valid_from: STATUS_CHANGE, aliases: 'Xã Cẩm Lư' }];
}

/** Row and column of each place on the map of tiles: wards in the middle, communes around them. */
const MAP = [
  ['', 'xa-thach-diep', 'xa-sa-khue', 'xa-loc-nhan', ''],
  ['xa-tuy-man', 'phuong-bich-trach', 'phuong-truc-lang', 'phuong-nguyet-dam', 'xa-tram-khe'],
  ['xa-ninh-hac', 'phuong-hac-linh', 'phuong-diep-hoa', 'phuong-van-khue', 'phuong-cam-lu'],
  ['', 'xa-dong-nhan', 'phuong-mai-huyen', '', ''],
];

/** Of a unit that has none: empty cells. */
export function tileOf(id: string): TextRow {
  const row = MAP.findIndex((places) => places.includes(id));
  const column = MAP[row]?.indexOf(id);
  return { tile_row: row < 0 ? '' : `${row}`, tile_column: `${column ?? ''}` };
}

const ALIASES: Readonly<Record<string, string>> = {
  'phuong-diep-hoa': 'Diệp Hoà|Điệp Hòa',
  'phuong-hac-linh': 'Hạc Lỉnh',
};

function unit(
  id: string,
  name: string,
  kind: string,
  level: string,
  parent: string,
  { code = '', aliases = '' } = {},
): TextRow {
  const validity = { valid_from: '', valid_to: '' };
  return { unit: id, name, kind, level, parent, code, ...validity, aliases, ...tileOf(id) };
}

export function unitChangeRows(): TextRow[] {
  const [from_unit, to_unit] = [CHANGED_UNIT, CHANGED_UNIT];
  const date = STATUS_CHANGE;
  return [{ date, kind: 'status_change', from_unit, to_unit, share: '1', source: RESOLUTION }];
}

/** The resolution behind the change; it has no unit, so nobody is expected to report under it. */
export function changeSource(): TextRow {
  return {
    source: RESOLUTION,
    number: '1/NQ-MP',
    title: 'Nghị quyết thành lập phường Cẩm Lư (mô phỏng)',
    issuer: 'Cơ quan có thẩm quyền (mô phỏng)',
    signed_on: '2024-03-15',
    cutoff: 'calendar',
    remark: 'Căn cứ thay đổi đơn vị hành chính, không phải báo cáo.',
  };
}
