/** What a figure is kept under. */

/** Of a measure's cell. */
export const CELL_KEY = 'unit, body, period, measure, breakdown, category, kind';

/** Of an indicator's rate. */
export const RATE_KEY = 'indicator, unit, body, period, breakdown, category, kind';

/** A key's columns of one table: "c.unit, c.body, …". */
export function keyOf(alias: string, key: string): string {
  return key.replace(/(\w+)/g, `${alias}.$1`);
}

/** Whether two rows have the same key: "a.unit = b.unit AND …". */
export function sameKey(a: string, b: string, key: string): string {
  return key
    .split(', ')
    .map((column) => `${a}.${column} = ${b}.${column}`)
    .join(' AND ');
}
