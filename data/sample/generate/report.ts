/** Which reports are due, when they are signed and when they arrive, if at all. */
import { drawFor } from './draw.ts';
import { FIRST_YEAR, PLACES, type Place, plainName, TOWN } from './town.ts';

export type Part = 'Q1' | 'Q2' | 'S1' | 'Q3' | '9M' | 'Q4' | 'Y';
export type Cutoff = 'calendar' | 'day14';

/** One report of one place; with `about` "petitions" the separate one on petitions and reception. */
export interface Report {
  readonly source: string;
  readonly place: Place;
  readonly year: number;
  readonly part: Part;
  /** SDMX code. */
  readonly period: string;
  /** First and last quarter, counted from 2021-Q1. */
  readonly from: number;
  readonly to: number;
  readonly about: 'all' | 'petitions';
  readonly cutoff: Cutoff;
  readonly signedOn: string;
  readonly dueOn: string;
  /** Empty for a report that never came. */
  readonly receivedOn: string;
  /** Day of the data, where the report states one. */
  readonly asOf: string;
}

/** Quarters of the year, first and last, and the name in ids and titles. */
const PARTS: Readonly<Record<Part, readonly [number, number, string, string]>> = {
  Q1: [0, 0, 'q1', 'quý I năm'],
  Q2: [1, 1, 'q2', 'quý II năm'],
  S1: [0, 1, 's1', '6 tháng đầu năm'],
  Q3: [2, 2, 'q3', 'quý III năm'],
  '9M': [0, 2, '9t', '9 tháng năm'],
  Q4: [3, 3, 'q4', 'quý IV năm'],
  Y: [0, 3, 'nam', 'năm'],
};
const CUMULATIVE: readonly Part[] = ['Q1', 'S1', '9M', 'Y'];
const ENDS = ['03-31', '06-30', '09-30', '12-31'];

/** Reports that were due and never came: "unit~year~part", with "+14" for the one on petitions alone. */
const MISSING = new Set([
  'xa-tram-khe~2022~Q3',
  'xa-sa-khue~2023~Q2',
  'xa-sa-khue~2023~S1',
  'xa-ninh-hac~2024~S1',
  'xa-thach-diep~2024~Q3+14',
  'xa-tuy-man~2025~Q4',
  'xa-tuy-man~2025~Y',
  'phuong-mai-huyen~2025~Y',
  'xa-tram-man~2025~Q4',
  'xa-tram-man~2025~Y',
]);

/** Signed before the period was over, on this day of its last month; the second ones say as of when. */
const EARLY: Readonly<Record<string, readonly [day: string, asOf?: string]>> = {
  'phuong-nguyet-dam~2023~Q2': ['26'],
  'phuong-nguyet-dam~2023~S1': ['26'],
  'phuong-nguyet-dam~2024~Q2': ['25', '20'],
  'phuong-nguyet-dam~2024~S1': ['25', '20'],
  'xa-dong-nhan~2025~Y': ['22', '15'],
  [`${TOWN}~2025~Q4`]: ['29'],
  [`${TOWN}~2025~Y`]: ['29'],
};

/** Every report expected of a place in five years, in time order. */
export function reportsOf(place: Place): Report[] {
  const years = [0, 1, 2, 3, 4].map((at) => FIRST_YEAR + at);
  return years.flatMap((year) => {
    const parts = place.cumulative?.(year) ? CUMULATIVE : (Object.keys(PARTS) as Part[]);
    return parts.flatMap((part) => {
      const all = reportOf(place, year, part, 'all');
      const apart = place.day14?.(year, part) ?? false;
      return apart ? [all, reportOf(place, year, part, 'petitions')] : [all];
    });
  });
}

function reportOf(place: Place, year: number, part: Part, about: Report['about']): Report {
  const [first, last, short] = PARTS[part];
  const kind = about === 'all' ? 'bc' : 'tcd';
  const base = (year - FIRST_YEAR) * 4;
  return {
    source: `${kind}-${place.unit.replace(/^(phuong|xa|thi-xa)-/, '')}-${year}-${short}`,
    place,
    year,
    part,
    period: periodCode(year, part),
    from: base + first,
    to: base + last,
    about,
    cutoff: about === 'petitions' ? 'day14' : 'calendar',
    ...datesOf(place, year, part, about),
  };
}

export function periodCode(year: number, part: Part): string {
  if (part === 'Y') return String(year);
  return part === '9M' ? `${year}-01-01/P9M` : `${year}-${part}`;
}

type Dates = Pick<Report, 'signedOn' | 'dueOn' | 'receivedOn' | 'asOf'>;

function datesOf({ unit }: Place, year: number, part: Part, about: Report['about']): Dates {
  const draw = drawFor(unit, year, part, about, 'dates');
  const end = `${year}-${ENDS[PARTS[part][1]]}`;
  const close = about === 'petitions' ? `${end.slice(0, 8)}14` : end;
  const key = `${unit}~${year}~${part}`;
  const [day, asOfDay] = EARLY[key] ?? [];
  const early = about === 'all' && day !== undefined;
  const signedOn = early ? `${end.slice(0, 8)}${day}` : later(close, draw.whole(2, 6));
  const slow = draw.chance(unit === 'xa-tuy-man' ? 0.35 : 0.07) ? draw.whole(6, 24) : 0;
  const missing = MISSING.has(about === 'petitions' ? `${key}+14` : key);
  return {
    signedOn: missing ? '' : signedOn,
    dueOn: later(close, 10),
    receivedOn: missing ? '' : later(signedOn, draw.whole(1, 3) + slow),
    asOf: early && asOfDay ? `${end.slice(0, 8)}${asOfDay}` : '',
  };
}

/** A row of `sources`. */
export function sourceRow(report: Report): Record<string, string> {
  const { place, year, part, about } = report;
  const isTown = place.unit === TOWN;
  const number = 3 + ((report.to * 7 + PLACES.indexOf(place) * 11 + year) % 190);
  const topic =
    about === 'petitions'
      ? 'tiếp công dân, giải quyết khiếu nại, tố cáo'
      : 'công tác dân vận và thực hiện dân chủ ở cơ sở';
  const office = about === 'petitions' ? 'UBND' : isTown ? 'Thị ủy' : 'Đảng ủy';
  const late = report.receivedOn > report.dueOn;
  const provisional = EARLY[`${place.unit}~${year}~${part}`] && about === 'all';
  return {
    source: report.source,
    unit: place.unit,
    number: report.signedOn
      ? about === 'petitions'
        ? `${number}/BC-UBND`
        : `${number}-BC/${isTown ? 'TU' : 'ĐU'}`
      : '',
    title: `Báo cáo ${topic} ${PARTS[part][3]} ${year}`,
    issuer: `${office} ${isTown ? '' : 'kind '}${plainName(place.name)}`.replace(
      'kind ',
      place.unit.startsWith('xa-') ? 'xã ' : 'phường ',
    ),
    signed_on: report.signedOn,
    period: report.period,
    cutoff: report.cutoff,
    due_on: report.dueOn,
    received_on: report.receivedOn,
    file: '',
    remark: provisional ? 'Ký trước khi hết kỳ; số ước thực hiện.' : late ? 'Gửi muộn.' : '',
  };
}

/** The day `days` after an ISO day. */
export function later(day: string, days: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, date + days)).toISOString().slice(0, 10);
}
