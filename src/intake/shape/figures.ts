/** What a cell has read → figures: one, none with its reason, or the two of a pair. */
import { tellsChange } from '../../model/quantity.ts';
import type { SaidNumber } from '../../model/writing/said-number.ts';
import { isMeasured, nameOf } from './counted.ts';
import type { Draft } from './draft.ts';
import { fault, type Reading, type Work } from './work.ts';

export interface Part {
  readonly measure: string;
  readonly value: number | null;
  readonly bound: Draft['bound'];
  readonly status: Draft['status'];
}

/** A cell's figures: one, none with its reason, or the two of a pair. */
export function figuresOf(
  work: Work,
  row: number,
  at: number,
  said: SaidNumber,
  measure: string,
  text: string,
): Part[] {
  switch (said.kind) {
    case 'number':
      if (isNoCount(work, measure, said)) {
        fault(work, said.isPercent ? 'percent-in-count' : 'not-whole', row, at, text);
        return [];
      }
      if (said.value < 0 && !tellsChange(nameOf(work, measure))) {
        fault(work, 'below-zero', row, at, text);
        return [];
      }
      return [{ measure, value: said.value, bound: said.bound, status: 'A' }];
    case 'absent':
      return [{ measure, value: null, bound: '', status: said.status }];
    case 'pair':
      return pairOf(work, row, at, said, measure, text);
    default:
      return said.kind === 'empty' ? [{ measure, value: null, bound: '', status: 'O' }] : [];
  }
}

/** Cases, people, sessions are whole, and no percentages. */
function isNoCount(
  work: Work,
  measure: string,
  { value, isPercent }: { value: number; isPercent: boolean },
): boolean {
  const isKnown = work.vocabulary.data.measures.has(measure);
  return isKnown && !isMeasured(work, measure) && (isPercent || !Number.isInteger(value));
}

function pairOf(
  work: Work,
  row: number,
  at: number,
  said: Extract<SaidNumber, { kind: 'pair' }>,
  measure: string,
  text: string,
): Part[] {
  const indicator = work.vocabulary.data.indicators.get(measure) ?? indicatorOver(work, measure);
  const [numerator, ...more] = indicator?.numerator ?? [];
  const [denominator, ...others] = indicator?.denominator.filter(({ optional }) => !optional) ?? [];
  if (!numerator || !denominator || more.length > 0 || others.length > 0) {
    fault(work, 'pair-without-place', row, at, text);
    return [];
  }
  if (said.part > said.whole) {
    fault(work, 'pair-impossible', row, at, text);
    return [];
  }
  const common = { bound: said.bound, status: 'A' as const };
  return [
    { measure: numerator.measure, value: said.part, ...common },
    { measure: denominator.measure, value: said.whole, ...common },
  ];
}

/** "12/12" under "đã giải quyết": the one rate that this count is the upper part of. */
function indicatorOver({ vocabulary }: Reading, measure: string) {
  const over = [...vocabulary.data.indicators.values()].filter(
    ({ numerator, denominator }) =>
      numerator.length === 1 &&
      numerator[0]?.measure === measure &&
      denominator.filter(({ optional }) => !optional).length === 1,
  );
  return over.length === 1 ? over[0] : undefined;
}
