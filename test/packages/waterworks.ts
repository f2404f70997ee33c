/**
 * Water works of a province, two years: every report is made from the same quarters, so that all sums, sub-periods,
 * openings and printed rates hold. What `planted.ts` then spoils is the only thing wrong with it.
 */
import Papa from 'papaparse';
import { type Random, seededRandom } from '../bench/random.ts';
import { descriptor, type Fixture, table } from './fixture.ts';

export interface Row {
  unit: string;
  body: string;
  period: string;
  measure: string;
  breakdown: string;
  category: string;
  kind: string;
  value: number | null;
  bound: string;
  status: string;
  as_of: string;
  source: string;
  locator: string;
  printed: string;
  note: string;
}

export interface Document {
  source: string;
  unit: string;
  title: string;
  signed_on: string;
  period: string;
  cutoff: string;
  due_on: string;
  received_on: string;
}

/** A package in the making: rows and documents may still be changed. */
export interface Book {
  readonly rows: Row[];
  readonly documents: Document[];
  units: string;
  /** The one row about a figure, before any was added for it. */
  find(unit: string, period: string, measure: string, category?: string): Row;
  document(source: string): Document;
}

const WORKS = ['an', 'binh', 'cuong', 'dong', 'en', 'giang', 'hai'] as const;
const YEARS = [2023, 2024] as const;
const QUARTERS = [1, 2, 3, 4] as const;
const KINDS = ['home', 'shop', 'factory'] as const;

/** The reports of a year: its first quarter, its last, the days it is signed and received. */
const REPORTS = [
  ['Q1', 1, 1, '04'],
  ['Q2', 2, 2, '07'],
  ['S1', 1, 2, '07'],
  ['Q3', 3, 3, '10'],
  ['P9M', 1, 3, '10'],
  ['Q4', 4, 4, '01'],
  ['Y', 1, 4, '01'],
] as const;
type Report = (typeof REPORTS)[number];

export const nineMonths = (year: number) => `${year}-01-01/P9M`;

/** Figures fixed by hand, where a mistake needs certain digits. Water in tenths. */
const PINNED: Record<string, Record<string, number>> = {
  'hai 2023 2': { samples: 88, samples_good: 81 },
  'hai 2023 3': { water_lost: 413 },
};

/** What happened in a quarter, and how things stood at its end. */
type Quarter = Record<string, number>;

export interface Options {
  /** Orders that a year opens with beyond what the year before closed with. */
  readonly carriedFromNowhere?: {
    readonly unit: string;
    readonly year: number;
    readonly n: number;
  };
}

export function waterworks(options: Options = {}): Book {
  const rows: Row[] = [];
  const documents: Document[] = [];
  for (const [at, unit] of WORKS.entries()) {
    const random = seededRandom(1000 + at);
    let open = 60 + random.whole(0, 9);
    let households = 2300 + random.whole(0, 300);
    for (const year of YEARS) {
      const extra = options.carriedFromNowhere;
      if (extra?.unit === unit && extra.year === year) open += extra.n;
      const quarters = QUARTERS.map((quarter) => {
        households += random.whole(3, 9);
        const made = quarterOf(
          random,
          open,
          households,
          PINNED[`${unit} ${year} ${quarter}`] ?? {},
        );
        open = made.ord_open as number;
        return made;
      });
      for (const report of REPORTS) {
        const document = documentOf(unit, year, report);
        documents.push(document);
        rows.push(...rowsOf(document, sheetOf(quarters, report), report));
      }
    }
  }
  const book: Book = {
    rows,
    documents,
    units: UNITS,
    find(unit, period, measure, category = '') {
      const found = rows.find(
        (row) =>
          row.unit === unit &&
          row.period === period &&
          row.measure === measure &&
          row.category === category,
      );
      if (!found) throw new Error(`no row: ${unit} ${period} ${measure} ${category}`);
      return found;
    },
    document(source) {
      const found = documents.find((item) => item.source === source);
      if (!found) throw new Error(`no document: ${source}`);
      return found;
    },
  };
  addHarmless(book);
  return book;
}

export function fixtureOf(book: Book): Pick<Fixture, 'files'> {
  return {
    files: {
      'datapackage.json': META,
      'units.csv': table(book.units),
      'sources.csv': ended(Papa.unparse(book.documents)),
      'measures.csv': MEASURES,
      'indicators.csv': INDICATORS,
      'categories.csv': CATEGORIES,
      'identities.csv': IDENTITIES,
      'observations.csv': ended(Papa.unparse(book.rows)),
    },
  };
}

/** A file that does not end in a line break may have been cut. */
function ended(csv: string): string {
  return `${csv}\r\n`;
}

function quarterOf(
  random: Random,
  before: number,
  households: number,
  pinned: Record<string, number>,
): Quarter {
  const kinds = {
    home: random.whole(60, 95),
    shop: random.whole(25, 45),
    factory: random.whole(10, 19),
  };
  const ord_new = kinds.home + kinds.shop + kinds.factory;
  const ord_late = random.whole(7, 19);
  const ord_on_time = ord_new - ord_late + random.whole(-3, 3);
  const ord_open = before + ord_new - ord_on_time - ord_late;
  const ord_overdue = random.whole(5, 18);
  const water_sold = random.whole(3200, 4800);
  const water_lost = pinned.water_lost ?? random.whole(390, 790);
  const samples = pinned.samples ?? random.whole(72, 95);
  const calls_solved = random.whole(120, 290);
  const calls_passed = random.whole(11, 49);
  const calls_false = random.whole(3, 9);
  const meters_ok = households - random.whole(150, 250);
  const meters_broken = random.whole(12, 49);
  return {
    ord_before: before,
    ...Object.fromEntries(KINDS.map((kind) => [`ord_new ${kind}`, kinds[kind]])),
    ord_new,
    ord_all: before + ord_new,
    ord_done: ord_on_time + ord_late,
    ord_on_time,
    ord_late,
    ord_open,
    ord_overdue,
    ord_not_due: ord_open - ord_overdue,
    water_made: water_sold + water_lost,
    water_sold,
    water_lost,
    samples,
    samples_good: pinned.samples_good ?? samples - random.whole(3, 9),
    calls: calls_solved + calls_passed + calls_false,
    calls_solved,
    calls_passed,
    calls_false,
    meters: meters_ok + meters_broken,
    meters_ok,
    meters_broken,
    households,
    households_served: households - random.whole(120, 290),
    km_cleaned: random.whole(112, 389),
    bursts: random.whole(32, 68),
    leak_points: random.whole(21, 48),
  };
}

/** Where each figure stands in a report, in the order of the report. */
const PLACES: Record<string, string> = {
  ord_before: 'II.1',
  ord_new: 'II.1',
  'ord_new home': 'II.2',
  'ord_new shop': 'II.2',
  'ord_new factory': 'II.2',
  ord_all: 'II.1',
  ord_done: 'II.1',
  ord_on_time: 'II.1',
  ord_late: 'II.1',
  ord_open: 'II.1',
  ord_not_due: 'II.1',
  ord_overdue: 'II.1',
  water_made: 'III',
  water_sold: 'III',
  water_lost: 'III',
  calls: 'IV.1',
  calls_solved: 'IV.2',
  calls_passed: 'IV.2',
  calls_false: 'IV.3',
  samples: 'V',
  samples_good: 'V',
  meters: 'VI',
  meters_ok: 'VI',
  meters_broken: 'VI',
  households: 'VII',
  households_served: 'VII',
  km_cleaned: 'VIII',
  bursts: 'IX',
  leak_points: 'X',
};

const STOCKS = ['ord_open', 'ord_overdue', 'ord_not_due', 'meters', 'households', 'leak_points'];
const isStock = (figure: string) => STOCKS.some((stock) => figure.startsWith(stock));
const isWater = (figure: string) => figure.startsWith('water');

/** Flows added up, stocks of the last quarter, the opening of the first, the load from both. */
function sheetOf(quarters: readonly Quarter[], [, first, last]: Report): Quarter {
  const inside = quarters.slice(first - 1, last);
  const sheet = Object.fromEntries(
    Object.keys(PLACES).map((figure) => {
      const values = inside.map((quarter) => quarter[figure] as number);
      const sum = values.reduce((a, b) => a + b, 0);
      return [figure, isStock(figure) ? (values.at(-1) as number) : sum];
    }),
  );
  const ord_before = inside[0]?.ord_before as number;
  return { ...sheet, ord_before, ord_all: ord_before + (sheet.ord_new as number) };
}

/** Rates that every report prints: numerator, denominator, decimals. */
const RATES: Record<string, [string, string, number]> = {
  on_time_rate: ['ord_on_time', 'ord_done', 1],
  late_rate: ['ord_late', 'ord_done', 1],
  loss_rate: ['water_lost', 'water_made', 2],
  pass_rate: ['samples_good', 'samples', 1],
  coverage_rate: ['households_served', 'households', 1],
};

export function rounded(value: number, decimals: number): number {
  return Math.round(value * 10 ** decimals + 1e-9) / 10 ** decimals;
}

/** "1.626,5": as Vietnamese reports print it. */
export function printedAs(value: number, decimals: number): string {
  const [whole = '', places] = value.toFixed(decimals).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.');
  return places ? `${grouped},${places}` : grouped;
}

/** Bursts are only counted from the year's start; of the works in Hai nobody wrote down the half of 2024. */
function isStated(figure: string, { unit, period }: Document, [report]: Report): boolean {
  if (figure !== 'bursts') return true;
  if (unit === 'hai' && period === '2024-S1') return false;
  return !['Q2', 'Q3', 'Q4'].includes(report);
}

function rowsOf(document: Document, sheet: Quarter, report: Report): Row[] {
  const figures = Object.entries(PLACES).filter(([figure]) => isStated(figure, document, report));
  const counts = figures.map(([figure, locator]) => {
    const [measure = '', category = ''] = figure.split(' ');
    const value = (sheet[figure] as number) / (isWater(figure) ? 10 : 1);
    const printed = isWater(figure)
      ? printedAs(value, 1)
      : value < 10
        ? `0${value}`
        : printedAs(value, 0);
    return rowIn(document, measure, value, {
      category,
      breakdown: category ? 'kind' : '',
      locator,
      printed,
    });
  });
  const rates = Object.entries(RATES).map(([rate, [above, below, decimals]]) => {
    const value = rounded(((sheet[above] as number) / (sheet[below] as number)) * 100, decimals);
    const printed = `${printedAs(value, decimals)}%`;
    return rowIn(document, rate, value, { locator: PLACES[above] ?? '', printed });
  });
  return [...counts, ...rates];
}

/** A row of a report; what is not given is empty. */
export function rowIn(
  { source, unit, period }: Pick<Document, 'source' | 'unit' | 'period'>,
  measure: string,
  value: number | null,
  more: Partial<Row> = {},
): Row {
  return {
    unit,
    body: '',
    period,
    measure,
    breakdown: '',
    category: '',
    kind: '',
    value,
    bound: '',
    status: '',
    as_of: '',
    source,
    locator: '',
    printed: '',
    note: '',
    ...more,
  };
}

/** The works in Hai close their books on day 14 and sign four days later; the others after the period's end. */
function documentOf(unit: string, year: number, [report, , last, month]: Report): Document {
  const after = `${report === 'Y' || report === 'Q4' ? year + 1 : year}-${month}`;
  const closing = `${year}-${String(last * 3).padStart(2, '0')}`;
  const early = unit === 'hai';
  return {
    source: `${unit}-${year}-${report.toLowerCase()}`,
    unit,
    title: `Báo cáo ${report} năm ${year}`,
    signed_on: early ? `${closing}-18` : `${after}-08`,
    period: report === 'P9M' ? nineMonths(year) : report === 'Y' ? `${year}` : `${year}-${report}`,
    cutoff: early ? 'day14' : 'calendar',
    due_on: `${after}-12`,
    received_on: `${after}-10`,
  };
}

/** What looks odd and is in order. */
function addHarmless(book: Book): void {
  const of = (source: string) => book.document(source);
  const [q2, q3, year] = [of('an-2023-q2'), of('an-2023-q3'), of('an-2023-y')];
  of('binh-2023-s1').signed_on = '2023-06';
  of('binh-2023-q3').signed_on = '2023-09-30';
  Object.assign(of('cuong-2024-q1'), { signed_on: '', received_on: '' });
  // Another cut-off than the quarters around it: their sum says nothing about it.
  of('en-2024-s1').cutoff = 'day14';
  const otherwise = book.find('en', '2024-S1', 'km_cleaned');
  otherwise.value = (otherwise.value as number) - 13;
  const plan = { ...of('an-2024-y'), source: 'an-2024-plan', signed_on: '2023-12-20' };
  book.documents.push({ ...plan, due_on: '', received_on: '2023-12-22' });
  book.find('an', '2023-Q2', 'meters').as_of = '2023-06-30';
  book.find('an', '2023-Q2', 'samples').note = 'Theo Quyết định số 4 ngày 05/01/2023';
  book.find('an', '2023-Q2', 'leak_points').printed = '26/5/2023';
  const samples = book.find('an', '2023-Q2', 'samples');
  const count = samples.value as number;
  book.rows.push(
    { ...samples, source: 'an-2023-s1', locator: 'Phụ lục' },
    { ...samples, value: count + 7, body: 'inspectors' },
    { ...samples, value: count + 5, status: 'D', locator: 'XV', note: 'Kể cả mẫu lấy lại' },
    { ...samples, status: 'E', locator: 'XVI', printed: '' },
    rowIn(q2, 'frost_depth', -2, { locator: 'XI' }),
    rowIn(q2, 'pressure_bar', 3, { bound: '>=', locator: 'XI', printed: '3-5' }),
    rowIn(q2, 'pressure_bar', 5, { bound: '<=', locator: 'XI', printed: '3-5' }),
    rowIn(q3, 'pressure_bar', 4, { bound: '~', locator: 'XI' }),
    rowIn(q3, 'trainees', null, { status: 'O', locator: 'XI' }),
    rowIn(of('an-2023-q4'), 'trainees', 0, { locator: 'XI', printed: '0' }),
    rowIn(of('an-2024-q1'), 'trainees', 30, { bound: '>', locator: 'XI' }),
    rowIn(of('an-2024-q1'), 'trainees', 34, { locator: 'XII' }),
    rowIn(year, 'on_time_rate', 98, { kind: 'target', locator: 'XI' }),
    rowIn(year, 'ord_new', 900, { kind: 'registered', locator: 'XI' }),
    rowIn(plan, 'ord_done', 950, { kind: 'target', note: 'Xong trước ngày 31/12/2024' }),
    ...ballots(of('an-2023-q1'), 0, 0),
    ...ballots(q2, 176, 200, 85, '>'),
    ...ballots(q3, 176, 200, 93, '~'),
    ...ballots(of('an-2024-q1'), 50, 50, 100),
  );
}

/** A survey: ballots content, ballots returned, the rate as printed. */
export function ballots(
  document: Document,
  yes: number,
  asked: number,
  rate: number | null = null,
  bound = '',
): Row[] {
  const rows = [
    rowIn(document, 'trust_asked', asked, { locator: 'XVII' }),
    rowIn(document, 'trust_yes', yes, { locator: 'XVII' }),
  ];
  if (rate === null) return rows;
  return [...rows, rowIn(document, 'trust_rate', rate, { bound, locator: 'XVII' })];
}

const META = descriptor('waterworks', 'Cấp nước của một tỉnh', [
  { name: 'units', path: 'units.csv' },
  { name: 'sources', path: 'sources.csv' },
  { name: 'measures', path: 'measures.csv' },
  { name: 'indicators', path: 'indicators.csv' },
  { name: 'categories', path: 'categories.csv' },
  { name: 'identities', path: 'identities.csv' },
  { name: 'observations', path: 'observations.csv' },
]);

/** Numbered neighbourhoods, and one name in two places: nothing to report. */
const UNITS = `
  unit,name,kind,level,parent,valid_from,valid_to
  tinh,Công ty nước tỉnh,công ty,company,,,
  an,Nhà máy nước An,nhà máy,works,tinh,,
  binh,Nhà máy nước Bình,nhà máy,works,tinh,,
  cuong,Nhà máy nước Cường,nhà máy,works,tinh,,
  dong,Nhà máy nước Đông,nhà máy,works,tinh,,
  en,Nhà máy nước Én,nhà máy,works,tinh,,
  giang,Nhà máy nước Giang,nhà máy,works,tinh,,
  hai,Nhà máy nước Hải,nhà máy,works,tinh,,
  khu-1,Khu phố 1,khu phố,neighbourhood,an,,
  khu-11,Khu phố 11,khu phố,neighbourhood,an,,
  khu-2,Khu phố 2,khu phố,neighbourhood,an,,
  khu-moi-an,Khu phố Mới,khu phố,neighbourhood,an,,
  khu-moi-binh,Khu phố Mơi,khu phố,neighbourhood,binh,,
  khu-cu,Khu phố Lộc,khu phố,neighbourhood,binh,,2022-12-31
  khu-nay,Khu phố Lọc,khu phố,neighbourhood,binh,2023-01-01,`;

const MEASURES = table(`
  measure,name,unit_label,temporal,opens,group
  ord_before,Đơn tồn đầu kỳ,đơn,opening,ord_open,Đơn lắp đặt
  ord_new,Đơn mới,đơn,flow,,Đơn lắp đặt
  ord_all,Đơn phải xử lý,đơn,load,,Đơn lắp đặt
  ord_done,Đơn đã xong,đơn,flow,,Đơn lắp đặt
  ord_on_time,Đơn xong đúng hạn,đơn,flow,,Đơn lắp đặt
  ord_late,Đơn xong trễ hạn,đơn,flow,,Đơn lắp đặt
  ord_open,Đơn đang xử lý,đơn,stock,,Đơn lắp đặt
  ord_not_due,Đơn chưa đến hạn,đơn,stock,,Đơn lắp đặt
  ord_overdue,Đơn quá hạn,đơn,stock,,Đơn lắp đặt
  water_made,Nước sản xuất,nghìn m3,flow,,Nước
  water_sold,Nước bán,nghìn m3,flow,,Nước
  water_lost,Nước thất thoát,nghìn m3,flow,,Nước
  samples,Mẫu nước,mẫu,flow,,Mẫu
  samples_good,Mẫu đạt,mẫu,flow,,Mẫu
  calls,Cuộc gọi,cuộc,flow,,Tổng đài
  calls_solved,Cuộc đã giải đáp,cuộc,flow,,Tổng đài
  calls_passed,Cuộc chuyển nơi khác,cuộc,flow,,Tổng đài
  calls_false,Cuộc gọi nhầm,cuộc,flow,,Tổng đài
  meters,Đồng hồ,cái,stock,,Đồng hồ
  meters_ok,Đồng hồ chạy,cái,stock,,Đồng hồ
  meters_broken,Đồng hồ hỏng,cái,stock,,Đồng hồ
  households,Hộ,hộ,stock,,Hộ
  households_served,Hộ có nước,hộ,stock,,Hộ
  km_cleaned,Ống đã súc rửa,km,flow,,Ống
  bursts,Lần vỡ ống,lần,flow,,Ống
  leak_points,Điểm rò rỉ,điểm,stock,,Ống
  frost_depth,Độ sâu,m,none,,Ống
  pressure_bar,Áp lực,bar,none,,Ống
  trainees,Người học nghề,người,flow,,Người
  trust_yes,Phiếu hài lòng,phiếu,flow,,Người
  trust_asked,Phiếu thu về,phiếu,flow,,Người`);

const INDICATORS = table(`
  indicator,name,numerator,denominator,scale,decimals,direction
  on_time_rate,Tỷ lệ đúng hạn,ord_on_time,ord_done,100,1,up
  late_rate,Tỷ lệ trễ hạn,ord_late,ord_done,100,1,down
  loss_rate,Tỷ lệ thất thoát,water_lost,water_made,100,2,down
  pass_rate,Tỷ lệ mẫu đạt,samples_good,samples,100,1,up
  coverage_rate,Tỷ lệ hộ có nước,households_served,households,100,1,up
  trust_rate,Tỷ lệ hài lòng,trust_yes,trust_asked,100,1,up
  pressure_rate,Tỷ lệ đủ áp lực,,,100,1,up`);

const CATEGORIES = table(`
  breakdown,category,name,position
  kind,home,Nhà ở,1
  kind,shop,Cửa hàng,2
  kind,factory,Nhà xưởng,3
  body,inspectors,Tổ kiểm tra,1`);

const IDENTITIES = table(`
  identity,total,relation,parts,breakdown,use
  ord_intake,ord_all,=,ord_before + ord_new,,check
  ord_outcome,ord_all,=,ord_done + ord_open,,check
  ord_done_split,ord_done,=,ord_on_time + ord_late,,check
  ord_open_split,ord_open,=,ord_not_due + ord_overdue,,check
  ord_by_kind,ord_new,=,,kind,derive
  water_split,water_made,=,water_sold + water_lost,,check
  samples_within,samples,<=,samples_good,,check
  calls_split,calls,=,calls_solved + calls_passed + calls_false?,,check
  meters_split,meters,=,meters_ok + meters_broken,,check
  households_within,households,<=,households_served,,check`);
