/** Ways in which a right figure goes wrong, and the short form in which `planted.ts` says so. */
import type { Change, Planted } from './plant.ts';
import { printedPercent, rounded } from './row.ts';

export type By = (value: number) => number;

export const percent = (value: number) => printedPercent(value, 1);
export const wholePercent = (value: number) => printedPercent(value, 0);
export const finePercent = (value: number) => printedPercent(value, 2);

/** 482 → 428. */
export const lastTwoSwapped: By = (value) => Number(String(value).replace(/(.)(.)$/, '$2$1'));
/** 96.4 → 94.6. */
export const acrossTheComma: By = (value) =>
  Number(value.toFixed(1).replace(/(\d)\.(\d)$/, '$2.$1'));
/** 86.7 → 86.6, where 86.66… was to be rounded. */
export const cut: By = (value) => rounded(value - 0.1, 1);
/** 267 → 2267. */
export const firstTwice: By = (value) => Number(String(value).slice(0, 1) + value);
/** 4 → 14. */
export const oneBefore: By = (value) => value + 10;

export const as = (by: By, print?: (value: number) => string): Change =>
  print ? { do: 'replace', by, print } : { do: 'replace', by };
export const again = (
  by: By,
  row: { locator?: string; status?: string; note?: string },
): Change => ({
  do: 'repeat',
  by,
  as: row,
});

/** `place`: unit, period, measure and category, with blanks between. */
export function wrong(
  code: string,
  place: string,
  done: string,
  change: Change,
  finding?: NonNullable<Planted['finding']>,
): Planted {
  const [unit = '', period = '', measure, category] = place.split(' ');
  return {
    code,
    unit,
    period,
    ...(measure ? { measure } : {}),
    ...(category ? { category } : {}),
    done,
    change,
    ...(finding ? { finding } : {}),
  };
}

export const told = (source: string, locator: string, note: string) => ({ source, locator, note });
