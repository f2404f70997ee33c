/** The units under a unit: those that stand there today, and those that have ended or went elsewhere. */
import type { Dataset } from '../dataset.ts';
import { lineageOf } from './lineage.ts';

export interface Children {
  readonly standing: readonly string[];
  readonly gone: readonly string[];
}

/** Of a unit that has ended itself: those that were there at its end stand. */
export function childrenOf(data: Pick<Dataset, 'units' | 'unitChanges'>, unit: string): Children {
  const { units } = data;
  const { isCurrent } = lineageOf(data);
  const last = units.at(unit).validTo ?? '';
  const stands = isCurrent(unit)
    ? (id: string) => isCurrent(id) && units.at(id).parent === unit
    : (id: string) =>
        units.states(id).some((one) => one.parent === unit && (one.validTo ?? last) >= last);
  const all = units.children(unit);
  return { standing: all.filter(stands), gone: all.filter((id) => !stands(id)) };
}
