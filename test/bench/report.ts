/** One unit's quarterly reports, with figures that add up except where a fault is planted. */
import type { Random } from './random.ts';

export interface Row {
  readonly unit: string;
  readonly period: string;
  readonly measure: string;
  readonly breakdown: string;
  readonly category: string;
  readonly kind: string;
  readonly value: number;
  readonly status: string;
  readonly source: string;
  readonly locator: string;
  readonly printed: string;
}

/** How often a report goes wrong in each way. */
const FAULTS = { missing: 0.01, sum: 0.005, percent: 0.01, twice: 0.005, otherwise: 0.01 };

/** Size and stocks of a unit, carried from quarter to quarter. */
export interface Office {
  readonly unit: string;
  readonly households: number;
  readonly online: number;
  dossiers: number;
  petitions: number;
}

export function newOffice(unit: string, random: Random): Office {
  return {
    unit,
    households: random.whole(900, 5200),
    online: 0.2 + random.next() * 0.4,
    dossiers: random.whole(5, 60),
    petitions: random.whole(0, 12),
  };
}

/** Statements of one quarterly report; none where the report is missing. `wide` adds more measures. */
export function quarterRows(
  office: Office,
  period: string,
  source: string,
  wide: boolean,
  random: Random,
): Row[] {
  if (random.chance(FAULTS.missing)) return [];
  const stated = [
    ...dossiers(office, random),
    ...petitions(office, random),
    ...others(office, random),
    ...(wide ? more(office, random) : []),
  ];
  const rows = stated.map((item) => ({ ...BLANK, unit: office.unit, period, source, ...item }));
  const again = rows[random.whole(0, rows.length - 1)];
  return again && random.chance(FAULTS.twice * rows.length)
    ? [...rows, { ...again, locator: `${again.locator}(2)` }]
    : rows;
}

/** The yearly target that a unit is given. */
export function targetRow(unit: string, year: number, source: string, random: Random): Row {
  const target = {
    measure: 'dossiers_online_rate',
    kind: 'target',
    value: random.whole(8, 18) * 5,
    locator: 'III',
  };
  return { ...BLANK, unit, period: String(year), source, ...target };
}

const BLANK = { breakdown: '', category: '', kind: '', status: 'A', printed: '' };

type Stated = Pick<Row, 'measure' | 'value' | 'locator'> & Partial<Row>;

function dossiers(office: Office, random: Random): Stated[] {
  const received = random.whole(60, 900);
  const carried = office.dossiers;
  const open = Math.min(received + carried, random.whole(3, 70));
  const resolved = received + carried - open;
  const onTime = Math.round(resolved * (0.9 + random.next() * 0.1));
  const online = Math.round(received * Math.min(1, office.online + random.next() * 0.4));
  const slip = random.chance(FAULTS.sum) ? random.whole(1, 9) : 0;
  office.dossiers = open;
  const locator = 'II.1';
  return [
    { measure: 'dossiers_received', value: received, locator },
    { measure: 'dossiers_received_online', value: online, locator },
    { measure: 'dossiers_carried_over', value: carried, locator },
    {
      measure: 'dossiers_resolved',
      value: resolved + slip,
      locator,
      status: random.chance(FAULTS.otherwise) ? 'D' : 'A',
    },
    { measure: 'dossiers_resolved_on_time', value: onTime, locator },
    { measure: 'dossiers_resolved_late', value: resolved - onTime, locator },
    { measure: 'dossiers_in_progress', value: open, locator },
    { ...reportedRate('dossiers_online_rate', online, received, random), locator },
  ];
}

function petitions(office: Office, random: Random): Stated[] {
  const carried = office.petitions;
  const fresh = random.whole(0, 40);
  const pending = random.whole(0, Math.min(12, carried + fresh));
  office.petitions = pending;
  const locator = 'II.2';
  return [
    { measure: 'petitions_new', value: fresh, locator },
    { measure: 'petitions_carried_over', value: carried, locator },
    { measure: 'petitions_received', value: carried + fresh, locator },
    { measure: 'petitions_resolved', value: carried + fresh - pending, locator },
    { measure: 'petitions_pending', value: pending, locator },
  ];
}

function others(office: Office, random: Random): Stated[] {
  const cases = random.whole(0, 30);
  return [
    { measure: 'mediation_cases_received', value: cases, locator: 'II.3' },
    { measure: 'mediation_cases_successful', value: random.whole(0, cases), locator: 'II.3' },
    { measure: 'households', value: office.households, locator: 'I' },
    { measure: 'households_poor', value: random.whole(5, office.households / 20), locator: 'I' },
  ];
}

function more(office: Office, random: Random): Stated[] {
  const onTime = random.whole(10, 80);
  const late = random.whole(0, 9);
  const turns = (category: string, value: number): Stated => ({
    measure: 'reception_turns',
    breakdown: 'reception_kind',
    category,
    value,
    locator: 'II.4',
  });
  return [
    { measure: 'tasks_on_time', value: onTime, locator: 'II.5' },
    { measure: 'tasks_late', value: late, locator: 'II.5' },
    { ...reportedRate('tasks_on_time_rate', onTime, onTime + late, random), locator: 'II.5' },
    turns('thuong_xuyen', random.whole(0, 60)),
    turns('dinh_ky_dot_xuat', random.whole(0, 20) + Math.round(office.online)),
  ];
}

/** A percentage with one printed decimal, now and then a wrong one. */
function reportedRate(measure: string, part: number, whole: number, random: Random) {
  const slip = random.chance(FAULTS.percent) ? 1 : 0;
  const value = Math.round((part / whole) * 1000) / 10 + slip;
  return { measure, value, printed: `${value.toFixed(1).replace('.', ',')}%` };
}
