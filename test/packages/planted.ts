/**
 * The water works with mistakes, each in a unit, group and year of its own. Stated by hand: what is wrong, what
 * follows from it of necessity, and the one slip that explains it. Nothing was copied from a run of the app.
 */
import type { RepairKind } from '../../src/model/repair/repair.ts';
import {
  type Book,
  ballots,
  fixtureOf,
  nineMonths,
  printedAs,
  type Row,
  rounded,
  rowIn,
  waterworks,
} from './waterworks.ts';

/** What an issue is about, in one line: `CODE unit period subject breakdown=category`, empty parts left out. */
export type Line = string;

export interface Planted {
  readonly name: string;
  readonly issues: readonly Line[];
  /** What must fail as well, and why. */
  readonly follows?: { readonly why: string; readonly issues: readonly Line[] };
  readonly repair?: Repair;
}

export interface Repair {
  /** The issue that is asked about, where it is not the first. */
  readonly of?: Line;
  /** No single slip explains it. */
  readonly none?: true;
  readonly kind?: RepairKind;
  readonly changes?: readonly { measure: string; category: string; from: number; to: number }[];
  /** How many hypotheses may stand before it; any number where it is not said. */
  readonly before?: number;
  /** Printed rates that it would make differ from their counts, and that it would make fit. */
  readonly differs?: readonly string[];
  readonly fits?: readonly string[];
  /** Other places that print the wrong value. */
  readonly places?: readonly string[];
}

/** Of the sums over time around one wrong flow, those that fail; the quarters, halves, … otherwise say the truth. */
const SUMS_AROUND: Record<string, readonly string[]> = {
  Q1: ['S1', 'P9M', 'Y'],
  Q2: ['S1', 'P9M', 'Y'],
  Q3: ['P9M', 'Y'],
  Q4: ['Y'],
  S1: ['S1', 'P9M', 'Y'],
  P9M: ['P9M', 'Y'],
  Y: ['Y'],
};

const code = (year: number, part: string) =>
  part === 'Y' ? `${year}` : part === 'P9M' ? nineMonths(year) : `${year}-${part}`;

function overTime(unit: string, year: number, part: string, subject: string): Line[] {
  return (SUMS_AROUND[part] ?? []).map(
    (whole) => `SUM_MISMATCH ${unit} ${code(year, whole)} ${subject}`,
  );
}

const SLIPS = {
  dropped: (text: string) => text.slice(0, -1),
  doubled: (text: string) => text.slice(0, 2) + text.slice(1),
  transposed: (text: string) => `${text[1]}${text[0]}${text.slice(2)}`,
  digit: (text: string) => `${text.slice(0, -2)}${(Number(text.at(-2)) + 5) % 10}${text.at(-1)}`,
  one: (text: string) => `1${text}`,
} satisfies Record<string, (text: string) => string>;

/** Writes a figure with a slip of its digits and returns the change that undoes it. */
function slip(book: Book, row: Row, how: keyof typeof SLIPS, decimals = 0) {
  const to = row.value as number;
  const digits = String(Math.round(to * 10 ** decimals));
  const from = Number(SLIPS[how](digits)) / 10 ** decimals;
  if (from === to || String(Math.round(from * 10 ** decimals)).startsWith('0')) {
    throw new Error(`${how} does nothing to ${digits}`);
  }
  return rewrite(book, row, from, decimals);
}

function rewrite(_book: Book, row: Row, from: number, decimals = 0) {
  const to = row.value as number;
  row.value = from;
  row.printed = printedAs(from, decimals);
  return { measure: row.measure, category: row.category, from, to };
}

export function clean() {
  return fixtureOf(waterworks());
}

export function planted() {
  const book = waterworks({ carriedFromNowhere: { unit: 'dong', year: 2024, n: 9 } });
  const list = [...SUMS, ...STATEMENTS, ...DATES, ...OTHERS].map((plant) => plant(book));
  return { ...fixtureOf(book), planted: list };
}

/** A quarter's total without its last digit: the half that follows from two quarters is wrong with it. */
export function followed() {
  const book = waterworks();
  const change = slip(book, book.find('giang', '2024-Q3', 'ord_done'), 'dropped');
  const item: Planted = {
    name: 'the last digit of a total dropped that two sums share',
    issues: ['SUM_MISMATCH giang 2024-Q3 ord_all', 'SUM_MISMATCH giang 2024-Q3 ord_done'],
    follows: {
      why: 'its periods no longer add up, and the printed rates are the true ones',
      issues: [
        ...overTime('giang', 2024, 'Q3', 'ord_done'),
        'PCT_MISMATCH giang 2024-Q3 late_rate',
        'PCT_MISMATCH giang 2024-Q3 on_time_rate',
        // So few seem done that the rates of the quarter say little.
        'SMALL_N giang 2024-Q3 late_rate',
        'SMALL_N giang 2024-Q3 on_time_rate',
      ],
    },
    repair: { kind: 'dropped', changes: [change], before: 0 },
  };
  return { ...fixtureOf(book), planted: [item] };
}

/** One mistake at the end of a file in which the same works list every street, quarter by quarter. */
export function crowded() {
  const book = waterworks();
  const item = transposed(book);
  const streets = Array.from({ length: 250 }, (_, at) => `street_${at}`);
  const reports = book.documents.filter(({ source }) => source.startsWith('dong-2024'));
  book.rows.unshift(
    ...reports.flatMap((document) =>
      streets.map((category, at) =>
        rowIn(document, 'leak_points', at % 7, { breakdown: 'street', category, locator: 'XX' }),
      ),
    ),
  );
  return { ...fixtureOf(book), planted: [item] };
}

type Plant = (book: Book) => Planted;

function transposed(book: Book): Planted {
  const change = slip(book, book.find('dong', '2024-Q1', 'calls_solved'), 'transposed');
  return {
    name: 'two digits of a part transposed, total and parts at different places',
    issues: ['SUM_MISMATCH dong 2024-Q1 calls'],
    follows: {
      why: 'its periods no longer add up',
      issues: overTime('dong', 2024, 'Q1', 'calls_solved'),
    },
    repair: { kind: 'transposed', changes: [change], before: 0 },
  };
}

const SUMS: Plant[] = [
  function exchanged(book) {
    const [late, overdue] = ['ord_late', 'ord_overdue'].map((m) => book.find('an', '2023-S1', m));
    if (!late || !overdue || late.value === overdue.value) throw new Error('nothing to exchange');
    const values = [late.value as number, overdue.value as number] as const;
    const changes = [rewrite(book, late, values[1]), rewrite(book, overdue, values[0])];
    const done = book.find('an', '2023-S1', 'ord_done').value as number;
    const rate = book.find('an', '2023-S1', 'late_rate');
    rewrite(book, rate, rounded((values[1] / done) * 100, 1), 1);
    return {
      name: 'two values exchanged between two measures, the printed rate worked out from the wrong one',
      issues: ['SUM_MISMATCH an 2023-S1 ord_done', 'SUM_MISMATCH an 2023-S1 ord_open'],
      follows: {
        why: 'the quarters of a flow still say the truth, and so does a quarter of the stock of its last day',
        issues: [...overTime('an', 2023, 'S1', 'ord_late'), 'REVISED an 2023-S1 ord_overdue'],
      },
      repair: { kind: 'exchanged', changes, before: 0, differs: ['late_rate'], fits: [] },
    };
  },
  function dropped(book) {
    const change = slip(book, book.find('binh', '2023-Q3', 'ord_on_time'), 'dropped');
    return {
      name: 'the last digit of a part dropped',
      issues: ['SUM_MISMATCH binh 2023-Q3 ord_done'],
      follows: {
        why: 'its periods no longer add up, and the printed rate is the true one',
        issues: [
          ...overTime('binh', 2023, 'Q3', 'ord_on_time'),
          'PCT_MISMATCH binh 2023-Q3 on_time_rate',
        ],
      },
      repair: {
        kind: 'dropped',
        changes: [change],
        before: 0,
        differs: [],
        fits: ['on_time_rate'],
      },
    };
  },
  function doubled(book) {
    const change = slip(book, book.find('cuong', '2023-Q2', 'water_lost'), 'doubled', 1);
    return {
      name: 'a digit of a decimal figure doubled: more lost than made',
      issues: ['SUM_MISMATCH cuong 2023-Q2 water_made'],
      follows: {
        why: 'its periods no longer add up, and the printed rate is the true one',
        issues: [
          ...overTime('cuong', 2023, 'Q2', 'water_lost'),
          'PCT_MISMATCH cuong 2023-Q2 loss_rate',
        ],
      },
      repair: { kind: 'doubled', changes: [change], before: 0, differs: [], fits: ['loss_rate'] },
    };
  },
  function doubledTotal(book) {
    const change = slip(book, book.find('cuong', '2024-Q3', 'ord_all'), 'doubled');
    return {
      name: 'a digit of a total doubled that two sums share',
      // One code, unit, period and subject: the two identities say so by "about".
      issues: ['SUM_MISMATCH cuong 2024-Q3 ord_all', 'SUM_MISMATCH cuong 2024-Q3 ord_all'],
      repair: { kind: 'doubled', changes: [change], before: 0, differs: [], fits: [] },
    };
  },
  transposed,
  function zeroPlace(book) {
    const change = rewrite(book, book.find('hai', '2023-Q3', 'water_lost'), 41, 1);
    return {
      name: 'a wrong last digit that is a zero: 41,3 printed as 41,0',
      issues: ['SUM_MISMATCH hai 2023-Q3 water_made'],
      follows: {
        why: 'its periods no longer add up, and the printed rate is the true one',
        issues: [
          ...overTime('hai', 2023, 'Q3', 'water_lost'),
          'PCT_MISMATCH hai 2023-Q3 loss_rate',
        ],
      },
      repair: { kind: 'digit', changes: [change], before: 0, differs: [], fits: ['loss_rate'] },
    };
  },
  function category(book) {
    const row = book.find('en', '2023', 'ord_new', 'shop');
    const change = rewrite(book, row, (row.value as number) + 48);
    return {
      name: 'a category with quite another value',
      issues: ['SUM_MISMATCH en 2023 ord_new'],
      follows: {
        why: 'the year of this category is no longer nine months and a quarter',
        issues: overTime('en', 2023, 'Y', 'ord_new kind=shop'),
      },
      repair: { kind: 'value', changes: [change], before: 0 },
    };
  },
  function subPeriods(book) {
    const change = slip(book, book.find('giang', nineMonths(2024), 'km_cleaned'), 'digit');
    return {
      name: 'sub-periods that do not add up to nine months',
      issues: [`SUM_MISMATCH giang ${nineMonths(2024)} km_cleaned`],
      follows: {
        why: 'nine months and a quarter are no longer the year',
        issues: ['SUM_MISMATCH giang 2024 km_cleaned'],
      },
      repair: { kind: 'digit', changes: [change], before: 0 },
    };
  },
  function oneInFront(book) {
    const change = slip(book, book.find('an', '2024-Q2', 'samples_good'), 'one');
    return {
      name: 'a digit 1 in front: more samples good than taken',
      issues: ['PART_EXCEEDS_TOTAL an 2024-Q2 samples'],
      follows: {
        why: 'its periods no longer add up, and the printed rate is the true one',
        issues: [
          ...overTime('an', 2024, 'Q2', 'samples_good'),
          'PCT_MISMATCH an 2024-Q2 pass_rate',
        ],
      },
      repair: { kind: 'extra', changes: [change], before: 0, differs: [], fits: ['pass_rate'] },
    };
  },
  function wrongDigit(book) {
    const change = rewrite(book, book.find('hai', '2023-Q2', 'samples_good'), 91);
    return {
      name: 'a wrong digit, 91 of 88 samples good: only the sums over time tell that 81 was meant',
      issues: ['PART_EXCEEDS_TOTAL hai 2023-Q2 samples'],
      follows: {
        why: 'its periods no longer add up, and the printed rate is the true one',
        issues: [
          ...overTime('hai', 2023, 'Q2', 'samples_good'),
          'PCT_MISMATCH hai 2023-Q2 pass_rate',
        ],
      },
      repair: { kind: 'digit', changes: [change], differs: [], fits: ['pass_rate'] },
    };
  },
  function oneInFrontOfStock(book) {
    const change = slip(book, book.find('hai', '2024-S1', 'households_served'), 'one');
    return {
      name: 'a digit 1 in front of a stock: the printed rate and another report of the day tell what was meant',
      issues: ['PART_EXCEEDS_TOTAL hai 2024-S1 households'],
      follows: {
        why: 'the printed rate is the true one, and the quarter that ends on the same day',
        issues: ['PCT_MISMATCH hai 2024-S1 coverage_rate', 'REVISED hai 2024-S1 households_served'],
      },
      repair: { kind: 'extra', changes: [change], before: 0, differs: [], fits: ['coverage_rate'] },
    };
  },
  function exchangedStocks(book) {
    const [all, served] = ['households', 'households_served'].map((measure) =>
      book.find('an', nineMonths(2024), measure),
    );
    if (!all || !served) throw new Error('nothing to exchange');
    const values = [all.value as number, served.value as number] as const;
    const changes = [rewrite(book, all, values[1]), rewrite(book, served, values[0])];
    return {
      name: 'total and part exchanged, both stocks',
      issues: [`PART_EXCEEDS_TOTAL an ${nineMonths(2024)} households`],
      follows: {
        why: 'the printed rate is the true one, and the quarter that ends on the same day',
        issues: [
          `PCT_MISMATCH an ${nineMonths(2024)} coverage_rate`,
          `REVISED an ${nineMonths(2024)} households`,
          `REVISED an ${nineMonths(2024)} households_served`,
        ],
      },
      repair: { kind: 'exchanged', changes, before: 0, differs: [], fits: ['coverage_rate'] },
    };
  },
  function negative(book) {
    const row = book.find('en', '2024-Q3', 'meters_broken');
    const change = rewrite(book, row, -(row.value as number));
    return {
      name: 'a count below zero',
      issues: ['NEGATIVE en 2024-Q3 meters_broken'],
      follows: {
        why: 'it is a part of a stated total, and another report states the same day',
        issues: ['SUM_MISMATCH en 2024-Q3 meters', `REVISED en ${nineMonths(2024)} meters_broken`],
      },
      repair: { kind: 'sign', changes: [change], before: 0 },
    };
  },
  function opening(book) {
    const change = slip(book, book.find('giang', '2024-Q2', 'ord_before'), 'transposed');
    return {
      name: 'a quarter that opens with other than the one before closed with',
      issues: ['OPENING_MISMATCH giang 2024-Q2 ord_before'],
      follows: {
        why: 'the opening is a part of the load',
        issues: ['SUM_MISMATCH giang 2024-Q2 ord_all'],
      },
      repair: { kind: 'transposed', changes: [change], before: 0 },
    };
  },
  function carriedFromNowhere() {
    const opens = (part: string) => `OPENING_MISMATCH dong ${code(2024, part)} ord_before`;
    return {
      name: 'a year that opens with nine orders more and is consistent ever after',
      issues: [opens('Q1')],
      follows: {
        why: 'four reports begin on 1 January',
        issues: ['S1', 'P9M', 'Y'].map(opens),
      },
      repair: { none: true },
    };
  },
  function falls(book) {
    const change = slip(book, book.find('an', '2023-S1', 'bursts'), 'dropped');
    return {
      name: 'a half below its first quarter',
      issues: ['CUMULATIVE_FALLS an 2023-S1 bursts'],
      repair: { kind: 'dropped', changes: [change] },
    };
  },
  function fallsFurtherOn(book) {
    const change = slip(book, book.find('hai', nineMonths(2024), 'bursts'), 'dropped');
    return {
      name: 'nine months below the first quarter, the half not stated',
      issues: [`CUMULATIVE_FALLS hai ${nineMonths(2024)} bursts`],
      repair: { kind: 'dropped', changes: [change] },
    };
  },
];

const STATEMENTS: Plant[] = [
  function fallsUnreliably(book) {
    const rows = ['2023-Q1', '2023-S1'].map((period) => book.find('en', period, 'bursts'));
    for (const row of rows) row.status = 'U';
    const change = slip(book, rows[1] as Row, 'dropped');
    return {
      name: 'a half below its first quarter, both marked unreliable: U is checked',
      issues: ['CUMULATIVE_FALLS en 2023-S1 bursts'],
      repair: { kind: 'dropped', changes: [change] },
    };
  },
  function negativeRate(book) {
    const document = book.document('an-2024-s1');
    book.rows.push(rowIn(document, 'pressure_rate', -5.5, { locator: 'XI', printed: '-5,5%' }));
    return {
      name: 'a rate below zero that nobody can recompute',
      issues: ['NEGATIVE an 2024-S1 pressure_rate'],
      follows: { why: 'no counts', issues: ['NO_DENOMINATOR an 2024-S1 pressure_rate'] },
    };
  },
  function conflictThatSumsDecide(book) {
    const right = book.find('dong', '2023', 'meters');
    const wrong = { ...right, locator: 'I' };
    const change = slip(book, wrong, 'digit');
    book.rows.splice(book.rows.indexOf(right), 0, wrong);
    return {
      name: 'two places of a report, of which one fits the sum',
      issues: ['INTERNAL_CONFLICT dong 2023 meters'],
      repair: { kind: 'stated', changes: [change], before: 0 },
    };
  },
  function conflictWithBound(book) {
    const document = book.document('cuong-2023-q4');
    book.rows.push(
      rowIn(document, 'pressure_rate', 90, { bound: '>', locator: 'I', printed: 'trên 90%' }),
      rowIn(document, 'pressure_rate', 85, { locator: 'XI', printed: '85%' }),
    );
    return {
      name: '"more than 90%" beside 85%',
      issues: ['INTERNAL_CONFLICT cuong 2023-Q4 pressure_rate'],
      follows: {
        why: 'a rate without counts',
        issues: ['NO_DENOMINATOR cuong 2023-Q4 pressure_rate'],
      },
    };
  },
  function conflictWithLaterBound(book) {
    const row = book.find('en', '2023-Q2', 'meters');
    const value = (row.value as number) + 20;
    book.rows.push({ ...row, value, bound: '>', locator: 'XI', printed: `hơn ${value}` });
    return {
      name: 'a count beside a larger "more than"',
      issues: ['INTERNAL_CONFLICT en 2023-Q2 meters'],
    };
  },
  function conflictRightFirst(book) {
    const right = book.find('binh', '2024-Q3', 'meters');
    const wrong = { ...right, locator: 'XI' };
    const change = slip(book, wrong, 'digit');
    book.rows.push(wrong);
    return {
      name: 'two places of a report, of which the first fits the sum',
      issues: ['INTERNAL_CONFLICT binh 2024-Q3 meters'],
      repair: { kind: 'stated', changes: [change], before: 0 },
    };
  },
  function conflictOnLastDay(book) {
    const row = book.find('cuong', '2024', 'leak_points');
    book.rows.push({
      ...row,
      period: '2024-12-31',
      value: (row.value as number) + 3,
      locator: 'XI',
    });
    return {
      name: 'a stock at the last day of the year beside that of the year',
      issues: ['INTERNAL_CONFLICT cuong 2024 leak_points'],
    };
  },
  function duplicate(book) {
    book.rows.push({ ...book.find('dong', '2023-S1', 'samples'), locator: 'Phụ lục' });
    return {
      name: 'a figure printed twice',
      issues: ['DUPLICATE_STATEMENT dong 2023-S1 samples'],
    };
  },
  function duplicateMistake(book) {
    const row = book.find('cuong', '2023-Q1', 'ord_overdue');
    const change = rewrite(book, row, (row.value as number) + 40);
    book.rows.push({ ...row, locator: 'Phụ lục' });
    return {
      name: 'a wrong figure printed twice',
      issues: ['SUM_MISMATCH cuong 2023-Q1 ord_open'],
      follows: {
        why: 'it stands at two places',
        issues: ['DUPLICATE_STATEMENT cuong 2023-Q1 ord_overdue'],
      },
      repair: {
        kind: String(change.to).length === 1 ? 'extra' : 'digit',
        changes: [change],
        places: ['Phụ lục'],
      },
    };
  },
  function revised(book) {
    const row = book.find('giang', '2023-S1', 'km_cleaned');
    const right = { ...row, source: 'giang-2023-s1-corrected' };
    const change = slip(book, row, 'digit');
    book.rows.push(right);
    const first = book.document('giang-2023-s1');
    book.documents.push({
      ...first,
      source: right.source,
      signed_on: '2023-08-01',
      due_on: '',
      received_on: '',
    });
    return {
      name: 'a later report says otherwise',
      issues: ['REVISED giang 2023-S1 km_cleaned'],
      repair: { kind: 'stated', changes: [change], before: 0 },
    };
  },
  function listCount(book) {
    const row = book.find('giang', '2023-Q3', 'meters_broken');
    const to = row.value as number;
    book.rows.push({ ...row, value: to - 1, status: 'E', locator: 'Phụ lục', printed: '' });
    return {
      name: 'one fewer in the list than printed',
      issues: ['LIST_COUNT_MISMATCH giang 2023-Q3 meters_broken'],
      repair: {
        kind: 'stated',
        changes: [{ measure: 'meters_broken', category: '', from: to - 1, to }],
        before: 0,
      },
    };
  },
  function percentage(book) {
    const rate = book.find('binh', '2024-S1', 'loss_rate');
    rewrite(book, rate, rounded((rate.value as number) + 9, 2), 2);
    return {
      name: 'a percentage that its counts do not give',
      issues: ['PCT_MISMATCH binh 2024-S1 loss_rate'],
    };
  },
  function truncated(book) {
    const rate = book.find('cuong', '2024', 'on_time_rate');
    const [above, below] = ['ord_on_time', 'ord_done'].map(
      (measure) => book.find('cuong', '2024', measure).value as number,
    );
    const exact = ((above as number) / (below as number)) * 100;
    const decimals = [0, 1, 2].find(
      (d) => Math.trunc(exact * 10 ** d) !== Math.round(exact * 10 ** d),
    );
    if (decimals === undefined) throw new Error('cut and rounded are the same');
    rewrite(book, rate, Math.trunc(exact * 10 ** decimals) / 10 ** decimals, decimals);
    return {
      name: 'a percentage cut instead of rounded',
      issues: ['PCT_TRUNCATED cuong 2024 on_time_rate'],
    };
  },
  function boundMissed(book) {
    book.rows.push(...ballots(book.document('binh-2024-y'), 176, 200, 90, '>'));
    return {
      name: '"more than 90%" where the counts give 88%',
      issues: ['PCT_MISMATCH binh 2024 trust_rate'],
    };
  },
  function notQuiteAll(book) {
    book.rows.push(...ballots(book.document('cuong-2023-y'), 1999, 2000, 100));
    return { name: '100% of all but one', issues: ['PCT_MISMATCH cuong 2023 trust_rate'] };
  },
  function moreThanAsked(book) {
    book.rows.push(...ballots(book.document('giang-2024-y'), 64, 46));
    return { name: 'more content than asked', issues: ['OVER_100 giang 2024 trust_rate'] };
  },
  function over100(book) {
    const document = book.document('dong-2023-q4');
    book.rows.push(rowIn(document, 'pressure_rate', 104.5, { locator: 'XI', printed: '104,5%' }));
    return {
      name: 'more than all',
      issues: ['OVER_100 dong 2023-Q4 pressure_rate'],
      follows: { why: 'no counts', issues: ['NO_DENOMINATOR dong 2023-Q4 pressure_rate'] },
    };
  },
];

const DATES: Plant[] = [
  function received(book) {
    book.document('en-2023-q1').received_on = '2023-04-03';
    return { name: 'received before it was signed', issues: ['BAD_DATE en 2023-Q1'] };
  },
  function signedBefore(book) {
    book.document('en-2024-q4').signed_on = '2024-09-20';
    return { name: 'signed before the quarter begins', issues: ['BAD_DATE en 2024-Q4'] };
  },
  function asOf(book) {
    book.find('giang', '2023-Q2', 'meters_ok').as_of = '2023-07-20';
    return { name: 'as of a day after the signing', issues: ['BAD_DATE giang 2023-Q2 meters_ok'] };
  },
  function impossibleDay(book) {
    book.find('binh', '2024-Q1', 'leak_points').printed = '31/02/2024';
    return { name: 'a day that no calendar has', issues: ['BAD_DATE binh 2024-Q1 leak_points'] };
  },
  function backwards(book) {
    book.find('binh', '2023-Q2', 'km_cleaned').printed = '30/6/2023 - 01/4/2023';
    return { name: 'a span that ends first', issues: ['BAD_DATE binh 2023-Q2 km_cleaned'] };
  },
  function future(book) {
    book.find('cuong', '2023-S1', 'samples').note = 'Theo Thông báo số 12 ngày 05/09/2023';
    return {
      name: 'a document dated after the signing',
      issues: ['FUTURE_REFERENCE cuong 2023-S1 samples'],
    };
  },
  function incomplete(book) {
    Object.assign(book.document('binh-2024-q4'), {
      signed_on: '2024-12-20',
      received_on: '2024-12-21',
    });
    return {
      name: 'signed before the quarter was over (the works in Hai close on day 14)',
      issues: ['PERIOD_INCOMPLETE binh 2024-Q4'],
    };
  },
  function incompleteRate(book) {
    const document = { ...book.document('giang-2024-s1'), source: 'giang-2024-s1-brief' };
    book.documents.push({ ...document, signed_on: '2024-06-05', due_on: '', received_on: '' });
    book.rows.push(rowIn(document, 'trust_rate', 77.5, { locator: 'I', printed: '77,5%' }));
    return {
      name: 'signed before the half was over, with nothing but a rate',
      issues: ['PERIOD_INCOMPLETE giang 2024-S1'],
      follows: { why: 'no counts', issues: ['NO_DENOMINATOR giang 2024-S1 trust_rate'] },
    };
  },
];

const OTHERS: Plant[] = [
  function smallN(book) {
    book.rows.push(...ballots(book.document('dong-2023-y'), 9, 12));
    return { name: 'twelve ballots', issues: ['SMALL_N dong 2023 trust_rate'] };
  },
  function noDenominator(book) {
    const document = book.document('en-2023-y');
    book.rows.push(rowIn(document, 'trust_rate', 81.5, { locator: 'XI', printed: '81,5%' }));
    return { name: 'a rate without ballots', issues: ['NO_DENOMINATOR en 2023 trust_rate'] };
  },
  function nearName(book) {
    book.units += `
      khu-hoa,Khu phố Hòa,khu phố,neighbourhood,cuong,,
      khu-hoa-2,Khu phố Hóa,khu phố,neighbourhood,cuong,,`;
    return { name: 'names that differ by a mark', issues: ['NEAR_NAME khu-hoa'] };
  },
  function partMissing(book) {
    book.rows.splice(book.rows.indexOf(book.find('an', '2023-Q4', 'calls_false')), 1);
    return {
      name: 'an optional part left out that the total includes',
      issues: ['PART_MISSING an 2023-Q4 calls'],
    };
  },
];
