/** Puts the planted issues into right rows, and says what a reader would have found. */
import { row as newRow, type Row } from './row.ts';

/** One thing that is wrong on purpose; `measure` may be an indicator, and is left out for a whole document. */
export interface Planted {
  readonly code: string;
  readonly unit: string;
  readonly period: string;
  readonly measure?: string;
  readonly category?: string;
  /** What was done to the right figures. */
  readonly done: string;
  readonly change: Change;
  /** For codes that no query can see: the row of `findings`, but for what stands above. */
  readonly finding?: { readonly source: string; readonly locator: string; readonly note: string };
}

type Figure = (value: number) => number;
type Print = (value: number) => string;

export type Change =
  /** Nothing in the figures: it is in the words of the document. */
  | { readonly do: 'tell' }
  | { readonly do: 'replace'; readonly by: Figure; readonly print?: Print }
  | { readonly do: 'swap'; readonly with: string }
  /** Stated again elsewhere in the document. */
  | {
      readonly do: 'repeat';
      readonly by: Figure;
      readonly print?: Print;
      readonly as: Partial<Pick<Row, 'locator' | 'status' | 'note'>>;
    }
  /** A later document says the right figure; this one said another. */
  | { readonly do: 'correct'; readonly in: string; readonly before: Figure; readonly print?: Print }
  | { readonly do: 'add'; readonly row: Pick<Row, 'value' | 'source' | 'locator'> & Partial<Row> };

/** Rows with everything planted; the given rows stay as they are. */
export function plant(rows: readonly Row[], list: readonly Planted[]): Row[] {
  const planted = rows.map((row) => ({ ...row }));
  for (const item of list) plantOne(planted, item);
  return planted;
}

function plantOne(rows: Row[], item: Planted): void {
  const { unit, period, measure = '', category = '', change } = item;
  if (change.do === 'tell') return;
  if (change.do === 'add') {
    rows.push(newRow({ ...change.row, unit, period, measure }));
    return;
  }
  const at = find(rows, item, measure, category);
  const row = rows[at] as Row;
  const value = row.value ?? 0;
  switch (change.do) {
    case 'replace':
      Object.assign(row, figure(change.by(value), change.print));
      break;
    case 'swap': {
      const other = rows[find(rows, item, change.with, category)] as Row;
      Object.assign(row, figure(other.value ?? 0));
      Object.assign(other, figure(value));
      break;
    }
    case 'repeat':
      rows.splice(at + 1, 0, { ...row, ...figure(change.by(value), change.print), ...change.as });
      break;
    case 'correct':
      rows.push({ ...row, source: change.in, locator: '1', note: 'Số đính chính' });
      Object.assign(row, figure(change.before(value), change.print));
  }
}

function figure(value: number, print: Print = () => ''): Pick<Row, 'value' | 'printed'> {
  return { value, printed: print(value) };
}

/** The one statement meant. @throws Error when there is none, or more than one */
function find(rows: readonly Row[], item: Planted, measure: string, category: string): number {
  const fits = rows.flatMap((row, at) =>
    row.unit === item.unit &&
    row.period === item.period &&
    row.measure === measure &&
    row.category === category &&
    row.body === '' &&
    row.kind === ''
      ? [at]
      : [],
  );
  const place = [item.unit, item.period, measure, category].join(' ');
  if (fits.length !== 1) throw new Error(`${fits.length} statements for ${place}`);
  return fits[0] as number;
}

/** Rows of `findings`: what a reader saw and no query can see. */
export function findingRows(list: readonly Planted[]): Record<string, string>[] {
  return list.flatMap(({ code, unit, period, measure = '', finding }) =>
    finding ? [{ ...finding, unit, period, measure, code }] : [],
  );
}

/** The documents that correct earlier ones; nobody was expected to send them. */
export function correctionSources(): Record<string, string>[] {
  const about = 'công tác dân vận và thực hiện dân chủ ở cơ sở';
  return [
    {
      source: 'dc-thach-diep-2023-nam',
      unit: 'xa-thach-diep',
      number: '21-BC/ĐU',
      title: `Văn bản đính chính Báo cáo ${about} năm 2023`,
      issuer: 'Đảng ủy xã Thạch Diệp',
      signed_on: '2024-02-20',
      period: '2023',
      cutoff: 'calendar',
      received_on: '2024-02-21',
    },
    {
      source: 'dc-diep-hoa-2024-q2',
      unit: 'phuong-diep-hoa',
      number: '88-BC/ĐU',
      title: `Văn bản đính chính Báo cáo ${about} quý II năm 2024`,
      issuer: 'Đảng ủy phường Diệp Hòa',
      signed_on: '2024-08-05',
      period: '2024-Q2',
      cutoff: 'calendar',
      received_on: '2024-08-06',
    },
  ];
}
