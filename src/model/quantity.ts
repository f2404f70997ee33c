/** What the numbers of a measure are: cases that are counted, quantities that are measured, changes. */
import type { Operand } from './formula.ts';
import { foldForSearch } from './writing/fold.ts';

/** Folded names of money, length, area, volume, weight, energy, time and shares, alone or before what they are of. */
const QUANTITIES = [
  '((nghin|ngan|trieu|ty|ti|thousand|million|billion) )*(dong|vnd|usd|eur)',
  '[kcm]?m[23²³]?|(ki ?lo ?)?-?met( vuong| khoi)?|(kilo|centi)?met(re|er)s?',
  'ha|hec-?ta|hectares?|(cubic|square) met(re|er)s?',
  'lit|lit(re|er)s?|kg|tan|kilograms?|tonnes?|tons?|[kmg]?wh?',
  'gio|phut|hours?|minutes?',
  '[%‰]|percent|per cent|phan tram|diem phan tram|percentage points?',
];
const QUANTITY = new RegExp(`^(${QUANTITIES.join('|')})( .*)?$`);
/** People whose title begins as a currency does. */
const CASES = /^dong (chi|bao)/;

/**
 * Whether figures in this unit measure: chance, and "few cases", say something about counts only.
 *
 * @param unitLabel as the catalogue has it, in Vietnamese or English; '' counts
 */
export function isQuantity(unitLabel: string): boolean {
  const label = foldForSearch(unitLabel);
  return QUANTITY.test(label) && !CASES.test(label);
}

/** Whether all operands are counts: only of such is a ratio a share of cases. */
export function countsCases(
  operands: readonly Operand[],
  measures: ReadonlyMap<string, { readonly unitLabel: string }>,
): boolean {
  return operands.every(({ measure }) => !isQuantity(measures.get(measure)?.unitLabel ?? ''));
}

/**
 * Whether a name tells a change or a balance ("tốc độ tăng", "chênh lệch", "growth"): only of such may what is stated
 * lie below zero. The catalogue has no column for it.
 */
export function tellsChange(name: string): boolean {
  return CHANGE.test(foldForSearch(name));
}

/**
 * Whether a name tells a percentage that is no share of a whole: a change, an index, what was done of a plan. Such
 * may lie above a hundred.
 */
export function mayExceedAll(name: string): boolean {
  const folded = foldForSearch(name);
  return CHANGE.test(folded) || NO_SHARE.test(folded);
}

const CHANGE =
  /\b(toc do|muc|ty le|ti le|so) (tang|giam)|\btang truong|\bchenh lech|\bbien dong|\bthang du|\blai lo|\b(growth|change|difference|increase|decrease|balance|surplus|deficit|net)\b/;
const NO_SHARE =
  /\b(ke hoach|chi tieu|du toan|chi so|so voi|cung ky)\b|\b(plan|target|budget|index|compared)\b/;
