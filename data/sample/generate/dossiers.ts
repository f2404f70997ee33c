/** Administrative dossiers: received, online, resolved on time or late, in progress; surveys and feedback. */
import { type Book, note, noteSplit } from './book.ts';
import { type Draw, drawFor } from './draw.ts';
import { type Place, REFORM_FROM, TROUBLE_FROM, TROUBLED_UNIT } from './town.ts';

const FIELDS = { chung_thuc: 0.56, ho_tich: 0.3, bao_tro_xa_hoi: 0.14 };
type Field = keyof typeof FIELDS;
const NAMES = Object.keys(FIELDS) as Field[];

/** The new year holiday, the start of school, the year's end. */
const SEASON = [0.9, 1.04, 1.12, 0.94];
/** Third quarter of 2021: offices closed for weeks. */
const CLOSED = 2;

/** Fills the books of a place; what is in progress at a quarter's end opens the next one. */
export function noteDossiers(books: readonly Book[], place: Place): void {
  const open: Record<Field, number> = { chung_thuc: 0, ho_tich: 0, bao_tro_xa_hoi: 0 };
  const start = drawFor(place.unit, 'dossiers');
  for (const field of NAMES) open[field] = start.count(place.dossiers * FIELDS[field] * 0.03);
  for (const [quarter, book] of books.entries()) {
    const draw = drawFor(place.unit, 'dossiers', quarter);
    noteFields(book, place, quarter, open, draw);
    noteRest(book, place, quarter, draw);
  }
}

function noteFields(
  book: Book,
  place: Place,
  quarter: number,
  open: Record<Field, number>,
  draw: Draw,
): void {
  const growth = 1 + 0.008 * quarter;
  const closed = quarter === CLOSED ? 0.68 : 1;
  const mean = place.dossiers * (SEASON[quarter % 4] ?? 1) * growth * closed;
  const by = (make: (field: Field) => number) =>
    Object.fromEntries(NAMES.map((field) => [field, make(field)])) as Record<Field, number>;
  const received = by((field) => draw.count(mean * FIELDS[field]));
  const opening = { ...open };
  const left = by((field) => {
    const all = opening[field] + received[field];
    return Math.min(all, draw.of(all, shareLeft(place, quarter)));
  });
  const resolved = by((field) => opening[field] + received[field] - left[field]);
  const onTime = by((field) => draw.of(resolved[field], onTimeShare(place, quarter)));
  noteSplit(book, 'dossiers_received', 'procedure_field', received);
  noteSplit(
    book,
    'dossiers_received_online',
    'procedure_field',
    by((field) => draw.of(received[field], onlineShare(place, quarter, field))),
  );
  noteSplit(book, 'dossiers_carried_over', 'procedure_field', opening);
  noteSplit(book, 'dossiers_resolved', 'procedure_field', resolved);
  noteSplit(book, 'dossiers_resolved_on_time', 'procedure_field', onTime);
  noteSplit(
    book,
    'dossiers_resolved_late',
    'procedure_field',
    by((field) => resolved[field] - onTime[field]),
  );
  noteSplit(book, 'dossiers_in_progress', 'procedure_field', left);
  for (const field of NAMES) open[field] = left[field];
}

/** Digitised, results, surveys, feedback: from the totals of the quarter. */
function noteRest(book: Book, place: Place, quarter: number, draw: Draw): void {
  const total = (measure: string) => book.get(`${measure}~~~`) ?? 0;
  const received = total('dossiers_received');
  const resolved = total('dossiers_resolved');
  const online = total('dossiers_received_online');
  const overdue = draw.of(total('dossiers_in_progress'), overdueShare(place, quarter));
  note(book, 'dossiers_in_progress_overdue', overdue);
  note(book, 'dossiers_in_progress_not_due', total('dossiers_in_progress') - overdue);
  note(book, 'dossiers_digitized', draw.of(received, Math.min(0.97, 0.35 + 0.035 * quarter)));
  note(book, 'dossier_results_digitized', draw.of(resolved, Math.min(0.95, 0.2 + 0.04 * quarter)));
  note(book, 'online_service_dossiers', online + draw.of(received - online, 0.8));
  note(book, 'online_service_dossiers_online', online);
  const ballots = draw.of(resolved, 0.16);
  const counted = draw.of(ballots, 0.95);
  const returned = place.unit === 'xa-tuy-man' && isIn2022(quarter) ? ballots : counted;
  const content = troubled(place, quarter) ? 0.78 : 0.935;
  note(book, 'survey_ballots', ballots);
  note(book, 'survey_ballots_returned', returned);
  note(book, 'survey_satisfied', draw.of(returned, content));
  const feedback = draw.count(place.dossiers / 260 + (troubled(place, quarter) ? 3 : 0));
  note(book, 'procedure_feedback_received', feedback);
  note(
    book,
    'procedure_feedback_on_time',
    draw.of(feedback, troubled(place, quarter) ? 0.6 : 0.94),
  );
}

/** The year in which one commune prints its ballots only once. */
const isIn2022 = (quarter: number) => Math.floor(quarter / 4) === 1;

/** Quarters since the trouble began, 0 before it and elsewhere. */
function troubled({ unit }: Place, quarter: number): number {
  return unit === TROUBLED_UNIT ? Math.max(0, quarter - TROUBLE_FROM + 1) : 0;
}

function shareLeft(place: Place, quarter: number): number {
  return 0.035 + 0.045 * troubled(place, quarter);
}

function overdueShare(place: Place, quarter: number): number {
  const since = troubled(place, quarter);
  return since ? Math.min(0.65, 0.15 + 0.07 * since) : 0.05;
}

function onTimeShare(place: Place, quarter: number): number {
  const own = 0.947 + 0.0045 * (place.households % 11);
  return troubled(place, quarter) ? Math.max(0.66, 0.95 - 0.045 * troubled(place, quarter)) : own;
}

function onlineShare(place: Place, quarter: number, field: Field): number {
  const since = place.reform ? Math.max(0, quarter - REFORM_FROM + 1) : 0;
  const rise = Math.min(0.46, 0.14 * since) + 0.012 * quarter;
  const ease = field === 'ho_tich' ? 0.06 : field === 'bao_tro_xa_hoi' ? -0.05 : 0;
  return Math.max(0.02, Math.min(0.97, place.online + rise + ease));
}
