/** A row of `observations`, and how officials print numbers. */

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

export const COLUMNS = [
  'unit',
  'body',
  'period',
  'measure',
  'breakdown',
  'category',
  'kind',
  'value',
  'bound',
  'status',
  'as_of',
  'source',
  'locator',
  'printed',
  'note',
] as const satisfies readonly (keyof Row)[];

type Needed = 'unit' | 'period' | 'measure' | 'value' | 'source' | 'locator';

/** A statement with the usual emptiness around it. */
export function row(given: Pick<Row, Needed> & Partial<Row>): Row {
  return {
    body: '',
    breakdown: '',
    category: '',
    kind: '',
    bound: '',
    status: 'A',
    as_of: '',
    printed: '',
    note: '',
    ...given,
  };
}

/** "1.234": printed where it differs from the plain number. */
export function printedCount(value: number): string {
  if (value < 1000) return Number.isInteger(value) ? '' : String(value).replace('.', ',');
  const [whole = '', places] = String(value).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.');
  return places ? `${grouped},${places}` : grouped;
}

/** "87,3%". */
export function printedPercent(value: number, decimals: number): string {
  return `${value.toFixed(decimals).replace('.', ',')}%`;
}

/**
 * A percentage as it is printed: rounded half up, with more places where rounding would give a false 0 or 100.
 */
export function percent(numerator: number, denominator: number, decimals: number) {
  const exact = (numerator * 100) / denominator;
  for (let places = decimals; ; places += 1) {
    const value = Number(rounded(exact, places).toFixed(places));
    const isFalse = (value === 0 || value === 100) && Math.abs(exact - value) > 1e-9;
    if (!isFalse) return { value, printed: printedPercent(value, places) };
  }
}

/** Half up; the small addition undoes binary division ("12.25" comes as 12.249999…). */
export function rounded(value: number, decimals: number): number {
  const unit = 10 ** decimals;
  return Math.round(value * unit + 1e-9) / unit;
}

/** A row as text, by column. */
export type TextRow = Readonly<Record<string, string>>;
