/** What a subject's figures are made of: of a large package it is read and derived before all the rest. */
import type { Identity, Measure } from '../catalogue.ts';
import type { Dataset } from '../dataset.ts';
import type { Operand } from '../formula.ts';
import { isWithin } from '../tree/levels.ts';
import type { Units } from '../unit.ts';

/** What an address draws: a few subjects, and the unit under which; '' for everywhere. */
export interface Focus {
  readonly subjects: readonly string[];
  readonly under: string;
}

/**
 * Units under another, in any of its states, those beside them under any of their parents, and all above; null: all.
 *
 * @param under '' for everywhere
 */
export function unitsNeeded(units: Units, under: string): ReadonlySet<string> | null {
  if (under === '') return null;
  const top = new Set([under]);
  const below = units.ids.filter((unit) => isWithin(units, unit, top));
  const own = units.children(under).filter((unit) => units.has(unit));
  const near = [...below, ...own.flatMap((unit) => besideOf(units, unit))];
  return new Set([...near, ...near.flatMap((unit) => allAbove(units, unit))]);
}

/** All that stand under a parent of a unit, in any of its states; itself too. */
export function besideOf(units: Units, unit: string): string[] {
  return units
    .states(unit)
    .flatMap(({ parent }) => (parent === null ? [] : units.children(parent)));
}

/** In any state of any of them. */
function allAbove(units: Units, unit: string): string[] {
  const above = new Set<string>();
  const open = [unit];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const { parent } of units.states(at)) {
      if (parent === null || above.has(parent)) continue;
      above.add(parent);
      open.push(parent);
    }
  }
  return [...above];
}

type Catalogue = Pick<Dataset, 'measures' | 'indicators' | 'identities'>;

export interface MeasuresNeeded {
  readonly measures: ReadonlySet<string>;
  /** Small counts among them are hidden: which, all units together tell. */
  readonly isHidden: boolean;
}

/**
 * Ids of the measures and indicators whose statements give every figure of the subjects as the whole package does,
 * apart from checks: the counts of their formulas, what these may be derived from, and, where small counts are hidden,
 * whatever would give those away.
 *
 * @returns null of none, of one that the catalogue does not know, and where openings tell where there is a figure at
 *   all: for which periods these are copied depends on everything that is known of a unit
 */
export function measuresNeeded(
  catalogue: Catalogue,
  subjects: readonly string[],
): MeasuresNeeded | null {
  const { measures, indicators, identities } = catalogue;
  const isKnown = (id: string) => indicators.has(id) || measures.has(id);
  if (subjects.length === 0 || !subjects.every(isKnown)) return null;
  const operands = subjects.flatMap((id) => {
    const { numerator = [], denominator = [] } = indicators.get(id) ?? {};
    return [id, ...[...numerator, ...denominator].map(({ measure }) => measure)];
  });
  const isOpening = (id: string) => measures.get(id)?.temporal === 'opening';
  const deriving = identities.filter((one) => isDeriving(measures, one));
  const needed = closed(catalogue, operands, deriving);
  const isMadeOfOpenings = ({ parts, total }: Identity) =>
    total.some(({ measure }) => needed.has(measure)) &&
    parts.some(({ measure }) => isOpening(measure)) &&
    parts.every(({ measure, optional }) => optional || isOpening(measure));
  if (operands.some(isOpening) || deriving.some(isMadeOfOpenings)) return null;
  const tied = closed(catalogue, needed, identities);
  const isHidden = [...tied].some((id) => isLimited(measures.get(id)));
  return { measures: isHidden ? tied : needed, isHidden };
}

const isLimited = (measure: Measure | undefined) => (measure?.minCount ?? 0) > 1;

/** Whether a total may come from its parts, or a load from its opening. */
function isDeriving(measures: Catalogue['measures'], identity: Identity): boolean {
  return identity.use === 'derive' || makesLoad({ measures }, identity);
}

/** With all that an identity ties to one of them, and the stocks that openings continue. */
function closed(
  { measures }: Catalogue,
  start: Iterable<string>,
  identities: readonly Identity[],
): ReadonlySet<string> {
  const all = new Set(start);
  const groups = identities.map(({ total, parts }) =>
    [...total, ...parts].map(({ measure }) => measure),
  );
  for (let size = -1; size !== all.size; ) {
    size = all.size;
    for (const group of groups) {
      if (group.some((id) => all.has(id))) for (const id of group) all.add(id);
    }
    for (const id of [...all]) all.add(measures.get(id)?.opens || id);
  }
  return all;
}

/** "Opening + new" with a load as its total. */
export function makesLoad(
  { measures }: Pick<Dataset, 'measures'>,
  { total, parts, relation }: Identity,
): boolean {
  const temporal = (operand: Operand) => measures.get(operand.measure)?.temporal;
  const [only] = total;
  const isLoad = total.length === 1 && only !== undefined && temporal(only) === 'load';
  return isLoad && relation === '=' && parts.some((part) => temporal(part) === 'opening');
}
