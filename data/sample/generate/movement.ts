/** "Dân vận khéo" models, assigned tasks, study, grassroots democracy, digital life, the unit itself. */
import { type Book, note, noteSplit } from './book.ts';
import { type Draw, drawFor } from './draw.ts';
import { type Place, TROUBLE_FROM, TROUBLED_UNIT } from './town.ts';

const FIELDS = ['kinh_te', 'van_hoa_xa_hoi', 'quoc_phong_an_ninh', 'he_thong_chinh_tri'] as const;
type Field = (typeof FIELDS)[number];
/** Where land is taken for a road, from 2023 on. */
export const LAND_UNITS = ['phuong-hac-linh', 'xa-tram-khe'];

/** Fills the books of a place. */
export function noteMovement(books: readonly Book[], place: Place): void {
  noteModels(books, place);
  noteTasks(books, place);
  for (const [quarter, book] of books.entries()) {
    const draw = drawFor(place.unit, 'movement', quarter);
    noteQuarter(book, place, quarter, draw);
    if (quarter % 2 === 0) noteStudy(book, place, draw);
    if (quarter % 4 === 3) noteYear(book, place, quarter, draw);
  }
  noteNeighbourhoodWork(books, place);
}

/** Kept from last year, new and replicated in this one: together the total, field by field. */
function noteModels(books: readonly Book[], { unit }: Place): void {
  const start = drawFor(unit, 'models');
  const by = (make: (field: Field) => number) =>
    Object.fromEntries(FIELDS.map((field) => [field, make(field)])) as Record<Field, number>;
  let total = by(() => start.whole(1, 4));
  let kept = total;
  for (const [quarter, book] of books.entries()) {
    const draw = drawFor(unit, 'models', quarter);
    if (quarter % 4 === 0) kept = by((field) => total[field] - draw.of(total[field], 0.2));
    const before = quarter % 4 === 0 ? kept : total;
    const fresh = by(() => draw.count(0.22));
    const copies = by(() => draw.count(0.07));
    total = by((field) => before[field] + fresh[field] + copies[field]);
    noteSplit(book, 'models_total', 'model_field', total);
    noteSplit(book, 'models_new', 'model_field', fresh);
    noteSplit(book, 'models_maintained', 'model_field', kept);
    noteSplit(book, 'models_replicated', 'model_field', copies);
    const all = Object.values(total).reduce((sum, value) => sum + value, 0);
    if (quarter % 4 === 3) note(book, 'models_recognised', draw.of(all, 0.7));
  }
}

/** Told from the year's start: assigned = on time + late + in progress. */
function noteTasks(books: readonly Book[], { unit }: Place): void {
  let open = 0;
  for (const [quarter, book] of books.entries()) {
    const draw = drawFor(unit, 'tasks', quarter);
    if (quarter % 4 === 0) open = 0;
    const slow = unit === TROUBLED_UNIT && quarter >= TROUBLE_FROM;
    const assigned = draw.count(17);
    const due = draw.of(open + assigned, 0.78);
    const late = draw.of(due, slow ? 0.34 : 0.05);
    open += assigned - due;
    note(book, 'tasks_assigned', assigned);
    note(book, 'tasks_on_time', due - late);
    note(book, 'tasks_late', late);
    note(book, 'tasks_in_progress', open);
  }
}

function noteQuarter(book: Book, place: Place, quarter: number, draw: Draw): void {
  const size = place.households / 1000;
  const campaign = quarter >= 4 && quarter < 12 ? 1 : 0.3;
  note(book, 'vneid_activations', draw.count(60 * size * campaign));
  note(book, 'online_service_accounts', draw.count(25 * size * campaign));
  note(book, 'broadcast_programmes', 36 + draw.whole(0, 8));
  note(book, 'broadcast_items', 20 + draw.count(14));
  note(book, 'documents_issued', draw.count(9));
  note(book, 'people_discussed_items', draw.count(1.4));
  note(book, 'people_supervised_items', draw.count(1.1));
  note(book, 'consultation_rounds', draw.count(1.2));
  note(book, 'community_supervised_works', draw.count(1.3));
  note(book, 'security_cameras', Math.round(12 * size + quarter * size));
}

function noteStudy(book: Book, place: Place, draw: Draw): void {
  const members = 60 + Math.round(place.households / 30);
  const invited = { dang_vien: members, chua_la_dang_vien: Math.round(members * 0.28) };
  noteSplit(book, 'study_invited', 'study_audience', invited);
  noteSplit(book, 'study_attended', 'study_audience', {
    dang_vien: draw.of(invited.dang_vien, 0.94),
    chua_la_dang_vien: draw.of(invited.chua_la_dang_vien, 0.88),
  });
}

/** What only the year's report tells. */
function noteYear(book: Book, place: Place, quarter: number, draw: Draw): void {
  const year = Math.floor(quarter / 4);
  const tasks = { tinh: draw.whole(6, 10), huyen: draw.whole(10, 18) };
  const done = { tinh: draw.of(tasks.tinh, 0.88), huyen: draw.of(tasks.huyen, 0.92) };
  noteSplit(book, 'reform_tasks', 'task_level', tasks);
  noteSplit(book, 'reform_tasks_completed', 'task_level', done);
  noteSplit(book, 'reform_tasks_in_progress', 'task_level', {
    tinh: tasks.tinh - done.tinh,
    huyen: tasks.huyen - done.huyen,
  });
  noteSplit(book, 'one_stop_staff', 'office', {
    van_phong_thong_ke: 1,
    van_hoa_xa_hoi: 1,
    dia_chinh_nong_nghiep: place.dossiers > 400 ? 2 : 1,
    tu_phap_ho_tich: place.dossiers > 500 ? 2 : 1,
  });
  noteSplit(book, 'conditional_businesses', 'business_kind', {
    nha_tro: Math.round(place.households / 240) + year,
    gas: 1 + (place.households % 3),
    quang_cao_su_kien: 1 + (place.households % 2),
  });
  note(book, 'reform_self_inspections', draw.whole(1, 2));
  note(book, 'natural_area', Math.round(place.households * 71.37 + 43_215) / 100);
  noteLand(book, place, year, draw);
}

/** Money is told from the project's start, so it is a stock. */
function noteLand(book: Book, { unit }: Place, year: number, draw: Draw): void {
  if (!LAND_UNITS.includes(unit) || year < 2) return;
  const approved = (unit === 'xa-tram-khe' ? 18_450 : 42_300) * (year - 1);
  const share = [0, 0, 0.42, 0.66, 0.83][year] ?? 1;
  note(book, 'land_compensation_approved', approved * 1_000_000);
  note(book, 'land_compensation_paid', Math.round(approved * share) * 1_000_000);
  const households = draw.whole(60, 140);
  note(book, 'project_households', households);
  note(book, 'project_households_agreed', draw.of(households, 0.9));
}

/** Meetings are counted once a year and neighbourhood; conventions fill up over the years. */
function noteNeighbourhoodWork(books: readonly Book[], place: Place): void {
  const all = place.neighbourhoods;
  let met = 0;
  for (const [quarter, book] of books.entries()) {
    const draw = drawFor(place.unit, 'neighbourhoods', quarter);
    if (quarter % 4 === 0) met = 0;
    const now = draw.of(all - met, [0.35, 0.5, 0.4, 0.7][quarter % 4] ?? 0);
    met += now;
    note(book, 'neighbourhoods', all);
    note(book, 'neighbourhoods_met', now);
    note(
      book,
      'neighbourhoods_with_conventions',
      Math.min(all, Math.round(all * (0.4 + 0.04 * quarter))),
    );
    if (quarter % 4 !== 3) continue;
    note(book, 'neighbourhoods_conventions_submitted', draw.of(all, 0.4));
    note(book, 'neighbourhoods_cultural', all - draw.of(all, 0.15));
  }
}
