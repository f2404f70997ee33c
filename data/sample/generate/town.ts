/**
 * Thị xã Lam Khuê, tỉnh Diệp Giang: neither exists. Fifteen wards and communes with their habits of reporting
 * and what happens to them between 2021 and 2025.
 */

export const FIRST_YEAR = 2021;
export const QUARTERS = 20;
export const PROVINCE = 'tinh-diep-giang';
export const TOWN = 'thi-xa-lam-khue';

/** Quarter numbers count from 0 = 2021-Q1. */
export const REFORM_FROM = 10;
export const TROUBLE_FROM = 13;
export const STATUS_CHANGE = '2024-04-01';
export const CHANGED_UNIT = 'phuong-cam-lu';
export const TROUBLED_UNIT = 'phuong-bich-trach';

export interface Place {
  readonly unit: string;
  /** With the kind word: "Phường Diệp Hòa". */
  readonly name: string;
  readonly code: string;
  readonly households: number;
  /** Dossiers expected a quarter. */
  readonly dossiers: number;
  /** Share of poor households by the standard of 2021. */
  readonly poor: number;
  /** Share of dossiers filed online at the start. */
  readonly online: number;
  /** Files far more online from 2023-Q3. */
  readonly reform?: true;
  /** Years in which no quarter II, III and IV is reported, only 6 months, 9 months and the year. */
  readonly cumulative?: (year: number) => boolean;
  /** Petitions and reception in reports of their own, closed on day 14. */
  readonly day14?: (year: number, part: string) => boolean;
  /** Reception told by office beside the whole, or dialogue told by office only. */
  readonly bodies?: 'beside' | 'only';
  readonly neighbourhoods: number;
  /** The year, counted from 0 = 2021, from which its poverty is measured by the urban line. */
  readonly urbanFrom?: number;
  /** The neighbourhoods of these five are units of their own. */
  readonly told?: true;
}

const always = () => true;

const place = (
  unit: string,
  name: string,
  code: string,
  [households, dossiers, neighbourhoods]: readonly [number, number, number],
  [poor, online]: readonly [number, number],
  habits: Partial<Place> = {},
): Place => ({
  unit,
  name,
  code,
  households,
  dossiers,
  neighbourhoods,
  poor: poor / 100,
  online: online / 100,
  ...habits,
});

/** As of 2025: eight wards, seven communes. */
export const PLACES: readonly Place[] = [
  place('phuong-diep-hoa', 'Phường Diệp Hòa', '90103', [3650, 790, 8], [1.6, 24], {
    reform: true,
    day14: always,
    bodies: 'beside',
    told: true,
  }),
  place('phuong-truc-lang', 'Phường Trúc Lăng', '90106', [3210, 690, 7], [1.9, 21], {
    reform: true,
  }),
  place('phuong-van-khue', 'Phường Vân Khuê', '90109', [2890, 610, 6], [2.2, 18], {
    reform: true,
    day14: always,
    bodies: 'only',
  }),
  place('phuong-mai-huyen', 'Phường Mai Huyên', '90112', [2540, 520, 6], [2.4, 26], {
    cumulative: always,
  }),
  place('phuong-hac-linh', 'Phường Hạc Lĩnh', '90115', [2980, 560, 6], [2.1, 17], {
    reform: true,
    day14: always,
    bodies: 'beside',
    told: true,
  }),
  place(TROUBLED_UNIT, 'Phường Bích Trạch', '90118', [2760, 540, 6], [2.6, 22], { day14: always }),
  place('phuong-nguyet-dam', 'Phường Nguyệt Đàm', '90121', [2130, 400, 5], [3.0, 15], {
    reform: true,
  }),
  place(CHANGED_UNIT, 'Phường Cẩm Lư', '90124', [1980, 330, 5], [3.3, 13], {
    reform: true,
    urbanFrom: 3,
    cumulative: (year) => year <= 2022,
    told: true,
  }),
  place('xa-thach-diep', 'Xã Thạch Diệp', '90127', [1870, 280, 6], [4.1, 11], {
    reform: true,
    day14: always,
  }),
  place('xa-sa-khue', 'Xã Sa Khuê', '90130', [1560, 240, 6], [4.6, 14], {
    bodies: 'beside',
    told: true,
  }),
  place('xa-loc-nhan', 'Xã Lộc Nhạn', '90133', [1690, 230, 5], [4.4, 12], {
    cumulative: always,
    day14: (year, part) => year !== 2023 || part === 'Q1',
    bodies: 'only',
  }),
  place('xa-tram-khe', 'Xã Trầm Khê', '90136', [1320, 170, 4], [5.2, 9], {
    reform: true,
    told: true,
  }),
  place('xa-ninh-hac', 'Xã Ninh Hạc', '90139', [1480, 200, 5], [4.9, 16], { cumulative: always }),
  place('xa-tuy-man', 'Xã Tuy Mạn', '90142', [1240, 150, 4], [5.6, 8], { bodies: 'only' }),
  place('xa-dong-nhan', 'Xã Đông Nhạn', '90145', [1010, 110, 4], [6.3, 7], {
    cumulative: always,
    day14: always,
  }),
];

/** Neighbourhoods that are units: id, name, and their weight among those of the place. */
export interface Neighbourhood {
  readonly unit: string;
  readonly name: string;
  readonly weight: number;
}

const WEIGHTS = [11, 7, 13, 9, 5, 12, 8, 10];

/** The neighbourhoods of one place: "Tổ dân phố số 3 Diệp Hòa", "Thôn Sa Khuê 2". */
export function neighbourhoodsOf({ unit, name, neighbourhoods, told }: Place): Neighbourhood[] {
  const plain = plainName(name);
  const rural = unit.startsWith('xa-');
  return Array.from({ length: told ? neighbourhoods : 0 }, (_, at) => ({
    unit: `${rural ? 'thon' : 'to-dan-pho'}-${unit.replace(/^(phuong|xa)-/, '')}-${at + 1}`,
    name: rural ? `Thôn ${plain} ${at + 1}` : `Tổ dân phố số ${at + 1} ${plain}`,
    weight: WEIGHTS[at] ?? 1,
  }));
}

/** "Phường Diệp Hòa" → "Diệp Hòa". */
export function plainName(name: string): string {
  return name.replace(/^(Phường|Xã|Thị xã|Tỉnh) /, '');
}
