/** Where a line must not be read across, or has another unit behind it (docs/methods.md, "Units that change"). */
import type { Dataset } from '../../model/dataset.ts';
import type { Figure } from '../../model/figure.ts';
import { groupBy } from '../../model/group.ts';
import type { Period } from '../../model/time/period.ts';
import { definitionMoves } from '../../model/tree/definition.ts';
import { lineageOf } from '../../model/tree/lineage.ts';
import type { TrendBreak, TrendQuestion } from '../../question/trend.ts';

type Asked = Pick<TrendQuestion, 'subject' | 'basis'>;

/** Of one line: new states and boundaries of its unit, and stated breaks of the series. */
export function breaksOf(
  data: Dataset,
  question: Asked,
  { unit, points }: { readonly unit: string; readonly points: readonly Figure[] },
  axis: readonly Period[],
): TrendBreak[] {
  const dated = [...newStates(data, question, unit), ...newBoundaries(data, question, unit)];
  const changes = dated.flatMap((item) => {
    const period = axis.find((p) => p.start <= item.date && p.end >= item.date);
    return period ? [{ ...item, period: period.code }] : [];
  });
  const stated = points
    .filter((figure) => figure.status === 'B')
    .map(({ period }): TrendBreak => ({ unit, period, name: '', date: '', cuts: true }));
  return [...groupBy([...changes, ...stated], (item) => item.period).values()].map(joined);
}

type Dated = Omit<TrendBreak, 'period'>;

/** A new name breaks nothing; a new status breaks what is defined by it; another unit above it is no news here. */
function newStates({ units }: Dataset, { subject }: Asked, unit: string): Dated[] {
  const states = units.states(unit);
  return states.slice(1).flatMap(({ kind, name, validFrom }, at): Dated[] => {
    const before = states[at];
    if (before?.name === name && before.kind === kind) return [];
    const cuts = definitionMoves(subject, before?.kind ?? '', kind);
    return [{ unit, name, date: validFrom ?? '', cuts }];
  });
}

/**
 * As reported, a unit that gains or loses land is another one from that day on. On today's boundaries it is the same
 * all along, but for figures that are defined by the status of what it was made of.
 */
function newBoundaries(data: Dataset, { subject, basis }: Asked, unit: string): Dated[] {
  const { units } = data;
  const isWithin = (date: string) => {
    const states = units.states(unit);
    const before = states.some(({ validFrom }) => validFrom === null || validFrom < date);
    return before && states.some(({ validTo }) => validTo === null || validTo >= date);
  };
  const changes = lineageOf(data).changesOf(unit);
  const own = changes.filter(({ fromUnit, toUnit }) => fromUnit === unit || toUnit === unit);
  const { kind, name } = units.at(unit);
  if (basis !== 'now') {
    const moved = own.filter(({ date }) => isWithin(date));
    return moved.map(({ date }): Dated => ({ unit, name, date, cuts: true }));
  }
  return changes.map(({ date, fromUnit }): Dated => {
    const before = units.states(fromUnit).filter((s) => (s.validFrom ?? '') < date);
    const cuts = definitionMoves(subject, before.at(-1)?.kind ?? '', kind);
    return { unit, name, date, cuts };
  });
}

/** Several things of one period are one mark. */
function joined(same: readonly TrendBreak[]): TrendBreak {
  const first = same.find((item) => item.name !== '') ?? same[0];
  return { ...(first as TrendBreak), cuts: same.some((item) => item.cuts) };
}
