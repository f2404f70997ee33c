/** A URL's state against a loaded package: what the package does not know falls back, with a note. */
import { type Dataset, subjectOf } from '../model/dataset.ts';
import { type FigureRef, formatRef } from '../model/figure-ref.ts';
import { isIssueCode } from '../model/issue.ts';
import { isBaseWord } from '../model/time/base.ts';
import { levelsOf } from '../model/tree/levels.ts';
import { lineageOf } from '../model/tree/lineage.ts';
import { hasTiles } from '../model/unit.ts';
import type { ChosenPeriod } from './period-choice.ts';
import {
  type BadParam,
  type Chart,
  DEFAULTS,
  type Param,
  type ParsedUrl,
  type UrlState,
} from './url.ts';

export interface Resolved {
  readonly state: UrlState;
  /** Values that cannot be used at all, and values that this package does not have. */
  readonly bad: readonly BadParam[];
  readonly unknown: readonly BadParam[];
  /** Named units that have ended, and the units of today that they went into. */
  readonly moved: readonly MovedUnit[];
}

/** On today's boundaries the followers stand in place of the unit; else they are only told. */
export interface MovedUnit {
  readonly param: Param;
  readonly unit: string;
  readonly into: readonly string[];
}

/** Breakdowns that only name things: no figure is divided by them. */
const LABELS = ['breakdown', 'group', 'unit_label'];

/** Drops ids that the package does not know from a parsed URL, each with a note. */
export function resolveUrl(parsed: ParsedUrl, data: Dataset): Resolved {
  const unknown: BadParam[] = [];
  const { state } = parsed;
  const keep = (param: Param, values: readonly string[], knows: (value: string) => boolean) => {
    const strangers = values.filter((value) => !knows(value));
    if (strangers.length > 0) unknown.push({ param, value: strangers.join(', ') });
    return values.filter(knows);
  };
  const one = (param: Param, value: string, knows: (value: string) => boolean) =>
    keep(param, value ? [value] : [], knows)[0] ?? '';
  const inCategories = (test: (item: Dataset['categories'][number]) => boolean) =>
    data.categories.some((item) => !LABELS.includes(item.breakdown) && test(item));
  const knowsBreakdown = (value: string) =>
    value.split('*').every((part) => inCategories((item) => item.breakdown === part));
  const breakdown = one('breakdown', state.breakdown, knowsBreakdown);
  const moved: MovedUnit[] = [];
  const followed = (param: Param, units: readonly string[]) => {
    const gone = movedUnits(data, param, units);
    moved.push(...gone);
    if (state.basis !== 'now') return units;
    const into = (unit: string) => gone.find((item) => item.unit === unit)?.into ?? [unit];
    return [...new Set(units.flatMap(into))];
  };
  return {
    state: {
      ...state,
      indicator: keep('indicator', state.indicator, (id) => subjectOf(data, id) !== null),
      unit: followed('unit', keep('unit', state.unit, data.units.has)),
      under:
        followed('under', keep('under', [state.under].filter(Boolean), data.units.has))[0] ?? '',
      level: one('level', state.level, (id) => levelsOf(data.units).includes(id)),
      peers: keep('peers', state.peers, data.units.has),
      code: keep('code', state.code, (code) => knowsCode(data, code)),
      source: one('source', state.source, (id) => data.sources.has(id)),
      period: knownPeriod(state.period, data, unknown),
      base: isBaseWord(state.base)
        ? state.base
        : one('base', state.base, (code) => data.periods.has(code)) || DEFAULTS.base,
      breakdown,
      category: one('category', state.category, (id) => knowsCategory(data, breakdown, id)),
      body:
        state.body === null
          ? null
          : one('body', state.body, (id) =>
              inCategories((c) => c.breakdown === 'body' && c.category === id),
            ) || null,
      chart: knownChart(state.chart, data, unknown),
      open: knownOpen(state.open, data, unknown),
    },
    bad: parsed.bad,
    unknown,
    moved,
  };
}

function movedUnits(data: Dataset, param: Param, units: readonly string[]): MovedUnit[] {
  const { successors } = lineageOf(data);
  return units.flatMap((unit) => {
    const into = successors(unit);
    return into.length > 0 ? [{ param, unit, into }] : [];
  });
}

/** Without a breakdown a category stands for itself, wherever it occurs. */
function knowsCategory(data: Dataset, breakdown: string, category: string): boolean {
  const halves = category.split('*');
  const parts = breakdown ? breakdown.split('*') : halves.map(() => '');
  return halves.every((half, at) =>
    data.categories.some(
      (c) => c.category === half && (parts[at] === '' || c.breakdown === parts[at]),
    ),
  );
}

/** A single period must occur in the package; a range may begin and end anywhere. */
function knownPeriod(period: ChosenPeriod, data: Dataset, unknown: BadParam[]): ChosenPeriod {
  if (period.type !== 'one' || data.periods.has(period.code)) return period;
  unknown.push({ param: 'period', value: period.code });
  return DEFAULTS.period;
}

/** Without places of units there is no map. */
function knownChart(chart: Chart, { units }: Dataset, unknown: BadParam[]): Chart {
  if (chart !== 'map' || hasTiles(units)) return chart;
  unknown.push({ param: 'chart', value: chart });
  return DEFAULTS.chart;
}

function knowsCode(data: Dataset, code: string): boolean {
  return isIssueCode(code) || data.findings.some((finding) => finding.code === code);
}

function knownOpen(open: FigureRef | null, data: Dataset, unknown: BadParam[]): FigureRef | null {
  if (!open) return null;
  const { unit, period, subject, category } = open;
  const known =
    data.units.has(unit) &&
    data.periods.has(period) &&
    subjectOf(data, subject) !== null &&
    (category === '' || knowsCategory(data, '', category));
  if (known) return open;
  unknown.push({ param: 'open', value: formatRef(open) });
  return null;
}
