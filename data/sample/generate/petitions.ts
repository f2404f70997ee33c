/** Petitions by type, from one quarter into the next, and the reception of citizens. */
import { type Book, note, noteSplit } from './book.ts';
import { type Draw, drawFor } from './draw.ts';
import { type Place, TROUBLE_FROM, TROUBLED_UNIT } from './town.ts';

const TYPES = { khieu_nai: 0.2, to_cao: 0.08, tranh_chap_dat_dai: 0.32, phan_anh_kien_nghi: 0.4 };
type Type = keyof typeof TYPES;
const NAMES = Object.keys(TYPES) as Type[];
const WEIGHTS = Object.values(TYPES);
const KINDS = ['thuong_xuyen', 'dinh_ky_dot_xuat'] as const;

const by = (make: (type: Type) => number) =>
  Object.fromEntries(NAMES.map((type) => [type, make(type)])) as Record<Type, number>;

/** Fills the books of an office that expects `mean` new petitions a quarter. */
export function notePetitions(books: readonly Book[], unit: string, mean: number): void {
  const start = drawFor(unit, 'petitions');
  let open = by((type) => start.count(mean * TYPES[type] * 0.3));
  for (const [quarter, book] of books.entries()) {
    open = noteQuarter(book, open, drawFor(unit, 'petitions', quarter), {
      mean: mean * (trouble(unit, quarter) ? 1.7 : 1),
      resolved: Math.max(0.22, 0.8 - 0.12 * trouble(unit, quarter)),
    });
  }
}

/** @returns what is pending at the quarter's end */
function noteQuarter(
  book: Book,
  open: Record<Type, number>,
  draw: Draw,
  rates: { mean: number; resolved: number },
): Record<Type, number> {
  const fresh = by((type) => draw.count(rates.mean * TYPES[type]));
  const unfit = by((type) => draw.of(fresh[type], 0.07));
  const owed = by((type) => open[type] + fresh[type] - unfit[type]);
  const done = by((type) => draw.of(owed[type], rates.resolved));
  const pending = by((type) => owed[type] - done[type]);
  const received = by((type) => open[type] + fresh[type]);
  const split = (measure: string, parts: Record<Type, number>) =>
    noteSplit(book, measure, 'petition_type', parts);
  split('petitions_received', received);
  split('petitions_new', fresh);
  split('petitions_carried_over', open);
  split('petitions_resolved', done);
  split('petitions_pending', pending);
  split('petitions_ineligible', unfit);
  const all = sum(received);
  note(book, 'petitions_pending_verified', draw.of(sum(pending), 0.4));
  note(book, 'petition_letters_received', all + draw.of(sum(fresh), 0.2));
  return pending;
}

/** Reception by kind and, beside it, by office; cases also by type. */
export function noteReception(books: readonly Book[], unit: string, mean: number): void {
  for (const [quarter, book] of books.entries()) {
    const draw = drawFor(unit, 'reception', quarter);
    const sessions = { thuong_xuyen: draw.of(13, 0.97), dinh_ky_dot_xuat: draw.of(6, 0.93) };
    noteSplit(book, 'reception_sessions', 'reception_kind', sessions);
    note(book, 'reception_sessions_required', 19);
    const turns = { thuong_xuyen: draw.count(mean), dinh_ky_dot_xuat: draw.count(mean * 0.35) };
    noteSplit(book, 'reception_turns', 'reception_kind', turns);
    const people = KINDS.map((kind) => turns[kind] + draw.count(turns[kind] * 0.15));
    noteSplit(book, 'reception_people', 'reception_kind', zip(people));
    noteCases(book, draw, turns);
    noteBodies(book, draw);
  }
}

function noteCases(book: Book, draw: Draw, turns: Readonly<Record<string, number>>): void {
  for (const kind of KINDS) {
    const cases = draw.of(turns[kind] ?? 0, 0.55);
    noteSplit(book, 'reception_cases', 'reception_kind', { [kind]: cases });
    for (const [at, value] of draw.split(cases, WEIGHTS).entries()) {
      const category = `${kind}*${NAMES[at]}`;
      note(book, 'reception_cases', value, { breakdown: 'reception_kind*petition_type', category });
    }
  }
}

function noteBodies(book: Book, draw: Draw): void {
  for (const measure of ['reception_turns', 'reception_people', 'reception_cases']) {
    const whole = book.get(`${measure}~~~`) ?? 0;
    const party = draw.of(whole, 0.24);
    note(book, measure, whole - party, { body: 'ubnd' });
    note(book, measure, party, { body: 'dang_uy' });
  }
}

function trouble(unit: string, quarter: number): number {
  return unit === TROUBLED_UNIT ? Math.max(0, quarter - TROUBLE_FROM + 1) : 0;
}

/** Petitions a quarter: more where there are more people, a little by chance. */
export function petitionsOf({ unit, households }: Place): number {
  return 1.5 + households / 900 + drawFor(unit, 'petitions', 'mean').next() * 1.5;
}

function zip(values: readonly number[]): Record<string, number> {
  return Object.fromEntries(KINDS.map((kind, at) => [kind, values[at] ?? 0]));
}

function sum(parts: Readonly<Record<string, number>>): number {
  return Object.values(parts).reduce((total, value) => total + value, 0);
}
