/** Households and poverty, mediation, dialogue: of a place and of its neighbourhoods. */
import { type Book, note } from './book.ts';
import { type Draw, drawFor } from './draw.ts';
import { FIRST_YEAR, type Neighbourhood, type Place, TROUBLE_FROM, TROUBLED_UNIT } from './town.ts';

/** Income lines: QĐ 59/2015 in 2021, NĐ 07/2021 from 2022; both sink from year to year. */
const POVERTY = [1, 1.62, 1.34, 1.06, 0.84];
/** A ward is measured by the urban line. */
const URBAN_LINE = 1.4;

/** Whether a neighbourhood's figure and the place's are noted at the same time. */
type Below = readonly { readonly at: Neighbourhood; readonly books: readonly Book[] }[];

/** Fills the books of a place; those of its neighbourhoods get their shares of the same figures. */
export function notePeople(books: readonly Book[], place: Place, below: Below): void {
  const areas = below.map(({ at }) => areaShare(place, at));
  for (const [quarter, book] of books.entries()) {
    const parts = below.map((item) => item.books[quarter]);
    const shares = below.map(({ at }) => at.weight);
    const spread = (measure: string, value: number, draw: Draw) => {
      note(book, measure, value);
      for (const [at, part] of draw.split(value, shares).entries()) note(parts[at], measure, part);
    };
    const households = Math.round(place.households * (1 + 0.0018 * quarter));
    note(book, 'households', households);
    note(book, 'population', Math.round(households * (3.4 + (place.households % 7) / 20)));
    for (const [at, part] of portions(households, areas).entries())
      note(parts[at], 'households', part);
    if (quarter % 4 === 3) notePoverty(book, place, quarter, households, spread);
    noteMediation(place, quarter, spread);
    const petitions = book.get('petitions_new~~~') ?? 0;
    const petitionParts = drawFor(place.unit, 'petitions below', quarter).split(petitions, shares);
    for (const [at, part] of petitionParts.entries()) note(parts[at], 'petitions_new', part);
  }
}

type Spread = (measure: string, value: number, draw: Draw) => void;

function notePoverty(
  book: Book,
  place: Place,
  quarter: number,
  households: number,
  spread: Spread,
): void {
  const draw = drawFor(place.unit, 'poverty', quarter);
  const year = Math.floor(quarter / 4);
  const line = place.urbanFrom !== undefined && year >= place.urbanFrom ? URBAN_LINE : 1;
  const share = place.poor * (POVERTY[year] ?? 1) * line;
  const poor = draw.of(households, share);
  const near = draw.of(households, share * 1.25);
  spread('households_poor', poor, draw);
  spread('households_near_poor', near, draw);
  note(book, 'households_cultural', draw.of(households, 0.89 + 0.012 * year));
  if (year < 3) return;
  const houses = 4 + draw.of(poor, 0.2);
  spread('temporary_houses', houses, draw);
  note(book, 'temporary_houses_removed', year === 3 ? draw.of(houses, 0.6) : houses);
}

/** Settled within the quarter, but for what the year's end leaves open. */
function noteMediation(place: Place, quarter: number, spread: Spread): void {
  const draw = drawFor(place.unit, 'mediation', quarter);
  const ended = draw.count(2 + place.households / 600);
  const settled = draw.of(ended, 0.74 + 0.015 * (place.households % 13));
  const pending = quarter % 4 === 3 ? draw.of(3, 0.3) : 0;
  spread('mediation_cases_successful', settled, draw);
  spread('mediation_cases_unsuccessful', ended - settled, draw);
  spread('mediation_cases_pending', pending, draw);
}

/** What was received follows from how it ended, place and neighbourhoods alike; the place says "conducted" too. */
export function closeMediation(books: readonly Book[], isPlace: boolean): void {
  for (const book of books) {
    const of = (name: string) => book.get(`mediation_cases_${name}~~~`) ?? 0;
    const ended = of('successful') + of('unsuccessful');
    if (isPlace) note(book, 'mediation_cases_conducted', ended);
    note(book, 'mediation_cases_received', ended + of('pending'));
  }
}

/** Dialogues of the Party committee and of the People's Committee; open issues stay open until the new year. */
export function noteDialogue(books: readonly Book[], { unit }: Place): void {
  for (const body of ['dang_uy', 'ubnd']) {
    let open = 0;
    for (const [quarter, book] of books.entries()) {
      const draw = drawFor(unit, 'dialogue', body, quarter);
      if (quarter % 4 === 0) open = 0;
      const held = quarter % 2 === 1 ? 1 : Number(draw.chance(0.25));
      const speakers = held && draw.whole(5, 16);
      const issues = held && draw.whole(3, 14);
      const slow = unit === TROUBLED_UNIT && quarter >= TROUBLE_FROM;
      const answered = draw.of(issues, slow ? 0.4 : 0.88);
      open += issues - answered;
      const figures: Record<string, number> = {
        dialogue_sessions: held,
        dialogue_attendees: held && draw.whole(45, 130),
        dialogue_speakers: speakers,
        dialogue_issues: issues,
        dialogue_issues_answered: answered,
        dialogue_issues_pending: open,
      };
      for (const [measure, value] of Object.entries(figures)) {
        note(book, measure, value, { body });
        note(book, measure, value);
      }
    }
  }
}

function areaShare({ unit }: Place, { weight, unit: id }: Neighbourhood): number {
  return weight * (0.9 + 0.2 * drawFor(unit, id).next());
}

/** Whole parts in proportion that add up to `total`; the last takes what rounding leaves. */
function portions(total: number, weights: readonly number[]): number[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  let left = total;
  return weights.map((weight, at) => {
    const part = at === weights.length - 1 ? left : Math.round((total * weight) / all);
    left -= part;
    return part;
  });
}

/** "2024" of quarter 12. */
export function yearOf(quarter: number): number {
  return FIRST_YEAR + Math.floor(quarter / 4);
}
