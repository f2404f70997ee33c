/** What a measure is by the catalogue: a rate in percent, a quantity, or a count of cases. */
import { isQuantity } from '../../model/quantity.ts';
import type { Reading } from './work.ts';

/** The indicator in percent, or null for counts and other measures. */
export function rateIn({ vocabulary }: Reading, measure: string) {
  const indicator = vocabulary.data.measures.has(measure)
    ? undefined
    : vocabulary.data.indicators.get(measure);
  return indicator && indicator.scale === 100 ? indicator : null;
}

/** Hectares, money: what is measured may have decimals. */
export function isMeasured({ vocabulary }: Reading, measure: string): boolean {
  const known = vocabulary.data.measures.get(measure);
  return known === undefined || isQuantity(known.unitLabel);
}

export function nameOf({ vocabulary: { data } }: Reading, id: string): string {
  return data.measures.get(id)?.name ?? data.indicators.get(id)?.name ?? '';
}
