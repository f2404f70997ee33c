/** What the controls offer, from the package and from what has figures. */

import { GRAINS } from '../../address/url.ts';
import {
  bodyName,
  categoryName,
  categoryPosition,
  type Dataset,
  subjectOf,
} from '../../model/dataset.ts';
import { groupBy, ownOf } from '../../model/group.ts';
import { type Base, PERIOD_BEFORE, YEAR_BEFORE } from '../../model/time/base.ts';
import { comparePeriods, type Grain } from '../../model/time/period.ts';
import { levelRank, type UnitState } from '../../model/unit.ts';
import { formatPeriod } from '../../model/writing/date.ts';
import { compareNames } from '../../model/writing/fold.ts';
import type { SubjectUse } from '../../question/subjects.ts';
import { breakdownName } from '../../text/name.ts';
import { words } from '../../text/words.ts';
import type { Option } from './field/option.tsx';

/** Indicators first, then measures, each under its group, in the catalogue's order. */
export function subjectOptions(data: Dataset, uses: readonly SubjectUse[] | undefined): Option[] {
  const used = uses && new Set(uses.filter((use) => use.figures > 0).map((use) => use.subject));
  const ids = [...data.indicators.keys(), ...data.measures.keys()];
  return [...new Set(ids)].flatMap((id) => {
    const subject = subjectOf(data, id);
    if (!subject || (used && !used.has(id))) return [];
    const kind = subject.isMeasure ? words.control.groupMeasures : words.control.groupIndicators;
    const group = [kind, subject.group].filter(Boolean).join(' · ');
    return [{ id, name: subject.name, group, also: [subject.shortName] }];
  });
}

export function periodOptions(data: Dataset, use: SubjectUse | undefined): Option[] {
  const codes = use?.periods ?? [...data.periods.keys()];
  const periods = codes.flatMap((code) => data.periods.get(code) ?? []);
  periods.sort((a, b) => comparePeriods(b, a));
  const list = periods.map((period) => ({ id: period.code, name: formatPeriod(period) }));
  return [{ id: 'latest', name: words.control.latest }, ...list];
}

/** The two usual bases of a change, then every earlier period of the same length; the chosen one in any case. */
export function baseOptions(
  data: Dataset,
  use: SubjectUse | undefined,
  code: string,
  chosen: Base,
): Option[] {
  const now = data.periods.get(code);
  const codes = use?.periods ?? [...data.periods.keys()];
  const earlier = codes
    .flatMap((id) => data.periods.get(id) ?? [])
    .filter((one) => one.code === chosen || (one.grain === now?.grain && one.end < now.end))
    .sort((a, b) => comparePeriods(b, a));
  const { bases, since } = words.comparing;
  return [
    { id: YEAR_BEFORE, name: bases.year },
    { id: PERIOD_BEFORE, name: bases.previous },
    ...earlier.map((one) => ({ id: one.code, name: since(formatPeriod(one)) })),
  ];
}

/** Only the grains that occur, and "any"; one grain alone is no choice. */
export function grainOptions(data: Dataset, use: SubjectUse | undefined): Option[] {
  const codes = use?.periods ?? [...data.periods.keys()];
  const present = new Set(codes.map((code) => data.periods.get(code)?.grain));
  const grains = GRAINS.filter((grain) => grain === 'any' || present.has(grain));
  return grains.length < 3
    ? []
    : grains.map((grain) => ({ id: grain, name: words.grain[grain as Grain | 'any'] }));
}

export function breakdownOptions(data: Dataset, use: SubjectUse | undefined): Option[] {
  const list = (use?.breakdowns ?? []).map((id) => ({ id, name: breakdownName(data, id) }));
  return list.length === 0 ? [] : [{ id: '', name: words.control.noBreakdown }, ...list];
}

export function categoryOptions(data: Dataset, breakdown: string): Option[] {
  if (!breakdown || breakdown.includes('*')) return [];
  const list = data.categories
    .filter((item) => item.breakdown === breakdown)
    .sort(
      (a, b) =>
        categoryPosition(data, breakdown, a.category) -
        categoryPosition(data, breakdown, b.category),
    )
    .map(({ category }) => ({ id: category, name: categoryName(data, breakdown, category) }));
  return list.length === 0 ? [] : [{ id: '', name: words.control.allCategories }, ...list];
}

export function bodyOptions(data: Dataset, use: SubjectUse | undefined): Option[] {
  const list = (use?.bodies ?? []).map((id) => ({ id, name: bodyName(data, id) }));
  return list.length === 0 ? [] : [{ id: '', name: words.control.allBodies }, ...list];
}

/** Units by level, names sorted; aliases are found too. Names that occur twice are told apart by parent. */
export function unitOptions(data: Dataset): Option[] {
  const units = data.units.ids.map((id) => data.units.at(id));
  const shared = groupBy(units, (unit) => unit.name);
  units.sort((a, b) => levelRank(a.level) - levelRank(b.level) || compareNames(a.name, b.name));
  return units.map((unit) => ({
    id: unit.unit,
    name:
      (shared.get(unit.name)?.length ?? 0) > 1
        ? `${unit.name} (${whereabouts(data, unit)})`
        : unit.name,
    group: ownOf(words.level, unit.level) ?? unit.level,
    also: unit.aliases,
  }));
}

function whereabouts(data: Dataset, unit: UnitState): string {
  const parent = unit.parent ? data.units.at(unit.parent).name : '';
  return [parent, unit.code].filter(Boolean).join(', ') || unit.unit;
}
