/** The whole package as rows: units, sources, findings, observations. Nothing is written here. */
import { addBooks, type Book, newBooks } from './book.ts';
import { noteDossiers } from './dossiers.ts';
import { monthlySources, tellMonths } from './monthly.ts';
import { noteMovement } from './movement.ts';
import { closeMediation, noteDialogue, notePeople } from './people.ts';
import { notePetitions, noteReception, petitionsOf } from './petitions.ts';
import { correctionSources, findingRows, plant } from './plant.ts';
import { PLANTED } from './planted.ts';
import { placePromises, planRow, townPromises, years } from './promised.ts';
import { reportsOf, sourceRow } from './report.ts';
import type { Row, TextRow } from './row.ts';
import { withStatuses } from './special.ts';
import { tell } from './tell.ts';
import { neighbourhoodsOf, PLACES, type Place, TOWN } from './town.ts';
import { changeSource, unitChangeRows, unitRows } from './units.ts';

export interface Sample {
  readonly units: readonly TextRow[];
  readonly unitChanges: readonly TextRow[];
  readonly sources: readonly TextRow[];
  readonly findings: readonly TextRow[];
  readonly observations: readonly Row[];
}

/** Makes the package anew; `planted: false` leaves out what is wrong on purpose. */
export function makeSample({ planted = true } = {}): Sample {
  const places = PLACES.map((place) => ({ place, ...booksOf(place) }));
  const town = townPlace();
  const townBooks = booksOfTown(places.map(({ place, books }) => ({ place, books })));
  const told = [
    ...townPromises(),
    ...reportsOf(town).flatMap((report) => tell(report, TOWN, townBooks)),
    ...places.flatMap(({ place, books, below }) => [
      ...placePromises(place, books),
      ...reportsOf(place).flatMap((report) => [
        ...tell(report, place.unit, books),
        ...below.flatMap(({ at, books: own }) => tell(report, at.unit, own)),
      ]),
      ...tellMonths(place, books),
    ]),
  ];
  const right = withStatuses(told.filter((row) => row.value !== null));
  return {
    units: unitRows(),
    unitChanges: unitChangeRows(),
    sources: [
      changeSource(),
      ...years().map(planRow),
      ...[town, ...PLACES].flatMap((place) => reportsOf(place).map(sourceRow)),
      ...monthlySources(),
      ...correctionSources(),
    ],
    findings: planted ? findingRows(PLANTED) : [],
    observations: planted ? plant(right, PLANTED) : right,
  };
}

/** What happened in a place and in its neighbourhoods, quarter by quarter. */
export function booksOf(place: Place) {
  const books = newBooks();
  const below = neighbourhoodsOf(place).map((at) => ({ at, books: newBooks() }));
  noteDossiers(books, place);
  notePetitions(books, place.unit, petitionsOf(place));
  noteReception(books, place.unit, 8 + place.households / 90);
  noteDialogue(books, place);
  notePeople(books, place, below);
  closeMediation(books, true);
  for (const item of below) closeMediation(item.books, false);
  noteMovement(books, place);
  return { books, below };
}

/** The town tells its own offices too; in 2024 it forgot one commune's surveys and mediation. */
const FORGOTTEN = { unit: 'xa-ninh-hac', from: 12, to: 15, measures: /^(survey|mediation)_/ };

function booksOfTown(places: readonly { place: Place; books: readonly Book[] }[]): Book[] {
  const office = newBooks();
  notePetitions(office, TOWN, 5);
  noteReception(office, TOWN, 40);
  const children = places.map(({ place, books }) =>
    place.unit === FORGOTTEN.unit ? books.map(withoutForgotten) : books,
  );
  return addBooks([...children, office]);
}

function withoutForgotten(book: Book, quarter: number): Book {
  const isOut = quarter >= FORGOTTEN.from && quarter <= FORGOTTEN.to;
  if (!isOut) return book;
  return new Map([...book].filter(([key]) => !FORGOTTEN.measures.test(key)));
}

export function townPlace(): Place {
  const name = 'Thị xã Lam Khuê';
  const common = { code: '901', households: 0, dossiers: 0, poor: 0, online: 0, neighbourhoods: 0 };
  return { unit: TOWN, name, ...common };
}
