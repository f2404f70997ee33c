/** The URL's state as the scope of a question. */
import type { Dataset } from '../model/dataset.ts';
import { orderedRows } from '../model/statistics/order.ts';
import { upperOnes } from '../model/statistics/shown.ts';
import { YEAR_BEFORE } from '../model/time/base.ts';
import { isWithin } from '../model/tree/levels.ts';
import type { CompareGroup, CompareQuestion } from '../question/compare.ts';
import type { FiguresQuestion } from '../question/figures.ts';
import type { IssuesQuestion } from '../question/issues.ts';
import type { OverviewQuestion } from '../question/overview.ts';
import type { Scope } from '../question/scope.ts';
import type { TargetsQuestion } from '../question/standing.ts';
import type { TrendAnswer, TrendSeries } from '../question/trend.ts';
import type { VisitsQuestion } from '../question/visits.ts';
import { chosenCode } from './period-choice.ts';
import type { UrlState } from './url.ts';

interface Shown {
  readonly data: Dataset;
  readonly state: UrlState;
}

/**
 * Units a screen is limited to: those named, and the children of `under`; null = all. With a level they are where the
 * units of that level are looked for.
 */
export function unitScope(data: Dataset, state: UrlState): readonly string[] | null {
  if (state.level) return scopeOfLevel(data, state);
  if (!state.under) return state.unit.length > 0 ? state.unit : null;
  const below = data.units.children(state.under);
  return state.unit.length > 0 ? state.unit.filter((unit) => below.includes(unit)) : below;
}

function scopeOfLevel({ units }: Dataset, { under, unit }: UrlState): readonly string[] | null {
  if (unit.length === 0) return under ? [under] : null;
  return under ? unit.filter((id) => isWithin(units, id, new Set([under]))) : unit;
}

/** All units that figures on a screen may be of, or be made of; null = all. */
export function reachedUnits(data: Dataset, state: UrlState): readonly string[] | null {
  const scope = unitScope(data, state);
  if (!state.level || scope === null) return scope;
  const named = new Set(scope);
  return data.units.ids.filter((unit) => isWithin(data.units, unit, named));
}

/** Whether the reader has gone to certain units, or looks for some: then small ones are not left out beside large ones. */
export function isNarrowed({ under, unit, level, q }: UrlState): boolean {
  return level !== '' || under !== '' || unit.length > 0 || q !== '';
}

/** The lines of a trend: small units only where the reader has gone to them, or where there is nothing above them. */
export function drawnSeries(
  { data, state }: Shown,
  { series }: TrendAnswer,
): readonly TrendSeries[] {
  return isNarrowed(state) ? series : upperOnes(data, series, ({ unit }) => unit);
}

/** The groups of a comparison, by the same rule, their rows in the order of the address. */
export function drawnGroups(
  { data, state }: Shown,
  groups: readonly CompareGroup[],
): readonly CompareGroup[] {
  const unitOf = ({ rows }: CompareGroup) => rows[0]?.figure.unit ?? '';
  const drawn = isNarrowed(state) ? groups : upperOnes(data, groups, unitOf);
  return drawn.map((group) => ({ ...group, rows: orderedRows(data, group.rows, state.order) }));
}

export function scopeOf(data: Dataset, state: UrlState): Scope {
  return {
    units: unitScope(data, state),
    period: state.period,
    grain: state.grain,
    breakdown: state.breakdown,
    category: state.category,
    body: state.body,
    level: state.level,
    basis: state.basis,
  };
}

/** The question of a comparison; the year before, which every answer has, is not asked for. */
export function compareQuestion({ data, state }: Shown, subject: string): CompareQuestion {
  const { peers, tolerance, base } = state;
  const other = base === YEAR_BEFORE ? {} : { base };
  return { ask: 'compare', subject, peers, tolerance, ...scopeOf(data, state), ...other };
}

/** The question of the first screen. */
export function overviewQuestion({ data, state }: Shown): OverviewQuestion {
  const { period, grain, level, basis } = state;
  return { ask: 'overview', units: unitScope(data, state), period, grain, level, basis };
}

/** Results beside their targets: always what units report themselves. */
export function targetsQuestion({ data, state }: Shown): TargetsQuestion {
  const { period, grain } = state;
  return { ask: 'targets', units: reachedUnits(data, state), subjects: null, period, grain };
}

/** Who needs a visit: always by what units report themselves. */
export function visitsQuestion({ data, state }: Shown, without: readonly string[]): VisitsQuestion {
  const { period, grain } = state;
  return { ask: 'visits', units: reachedUnits(data, state), period, grain, without };
}

/** The figures of the data table; there no period means all of them, not the latest. */
export function figuresQuestion({ data, state }: Shown, limit: number): FiguresQuestion {
  return {
    ask: 'figures',
    subjects: state.indicator.length > 0 ? state.indicator : null,
    ...scopeOf(data, state),
    source: state.source,
    codes: state.code,
    limit,
  };
}

/** The issues of the worklist. */
export function issuesQuestion({ data, state }: Shown, limit: number): IssuesQuestion {
  return {
    ask: 'issues',
    units: reachedUnits(data, state),
    severities: state.severity,
    codes: state.code,
    source: state.source,
    period: chosenCode(state.period),
    limit,
  };
}
