/** Who follows whom on 1/7/2025: nine wards and communes straight under the province, the town is no more. */
import { PLACES, type Place } from '../town.ts';

export const NEW_DAY = '2025-07-01';
export const LAST_DAY = '2025-06-30';
/** The first quarter of the new units, counted from 2021-Q1. */
export const NEW_QUARTER = 18;
export const RENAMED_UNIT = 'xa-ninh-hac';

/** A place that goes into another one, or a part of it that is drawn as a place of its own. */
export interface Piece {
  readonly from: string;
  readonly share: number;
  readonly place: Place;
}

export interface Successor {
  /** Who reports; its figures are the sums of those of its pieces. */
  readonly place: Place;
  readonly pieces: readonly Piece[];
}

export const SUCCESSORS: readonly Successor[] = [
  successor('phuong-lam-khue', 'Phường Lam Khuê', [
    whole('phuong-diep-hoa'),
    whole('phuong-truc-lang'),
    whole('phuong-van-khue'),
  ]),
  successor('phuong-bich-dam', 'Phường Bích Đàm', [
    whole('phuong-bich-trach'),
    whole('phuong-nguyet-dam'),
  ]),
  successor('phuong-cam-mai', 'Phường Cẩm Mai', [
    whole('phuong-cam-lu'),
    whole('phuong-mai-huyen'),
  ]),
  { place: found('phuong-hac-linh'), pieces: [whole('phuong-hac-linh')] },
  successor('phuong-thach-diep', 'Phường Thạch Diệp', [whole('xa-thach-diep', { urbanFrom: 4 })]),
  successor(RENAMED_UNIT, 'Xã Ninh Giang', [whole(RENAMED_UNIT)]),
  successor('xa-loc-khue', 'Xã Lộc Khuê', [
    whole('xa-sa-khue'),
    part('xa-loc-nhan', 0.6, 'xa-loc-nhan-tren'),
  ]),
  successor('xa-dong-loc', 'Xã Đông Lộc', [
    whole('xa-dong-nhan'),
    part('xa-loc-nhan', 0.4, 'xa-loc-nhan-duoi'),
  ]),
  successor('xa-tram-man', 'Xã Trầm Mạn', [whole('xa-tram-khe'), whole('xa-tuy-man')]),
];

/** The unit of today that a place went into, most of it. */
export function followerOf(unit: string): string {
  const found = SUCCESSORS.find(({ pieces }) =>
    pieces.some(({ from, share }) => from === unit && share > 0.5),
  );
  return found?.place.unit ?? '';
}

/** Whether the unit is there before and after. */
export function goesOn(unit: string): boolean {
  return SUCCESSORS.some(({ place }) => place.unit === unit);
}

/** The code of the first predecessor is used again, as it happens. */
function successor(unit: string, name: string, pieces: readonly Piece[]): Successor {
  const code = found(pieces[0]?.from ?? '').code;
  const drawn = { households: 0, dossiers: 0, poor: 0, online: 0, neighbourhoods: 0 };
  return { place: { unit, name, code, ...drawn }, pieces };
}

function whole(from: string, changed: Partial<Place> = {}): Piece {
  return { from, share: 1, place: { ...found(from), ...changed } };
}

/** Drawn under a name of its own, as big as its share. */
function part(from: string, share: number, name: string): Piece {
  const all = found(from);
  const sized = (count: number) => Math.round(count * share);
  const place = {
    ...all,
    unit: name,
    households: sized(all.households),
    dossiers: sized(all.dossiers),
    neighbourhoods: sized(all.neighbourhoods),
  };
  return { from, share, place };
}

function found(unit: string): Place {
  const place = PLACES.find((item) => item.unit === unit);
  if (!place) throw new Error(`no place: ${unit}`);
  return place;
}
