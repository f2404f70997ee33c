/** The URL's state as the scope of a question. */
import type { Dataset } from '../model/dataset.ts';
import { orderedRows } from '../model/statistics/order.ts';
import { upperOnes } from '../model/statistics/rank.ts';
import type { CompareGroup } from '../question/compare.ts';
import type { FiguresQuestion } from '../question/figures.ts';
import type { IssuesQuestion } from '../question/issues.ts';
import type { Scope } from '../question/scope.ts';
import type { TrendAnswer, TrendSeries } from '../question/trend.ts';
import { chosenCode } from './period-choice.ts';
import type { UrlState } from './url.ts';

/** Units a screen is limited to: those named, and the children of `under`; null = all. */
export function unitScope(data: Dataset, state: UrlState): readonly string[] | null {
  if (!state.under) return state.unit.length > 0 ? state.unit : null;
  const below = data.units.children(state.under);
  return state.unit.length > 0 ? state.unit.filter((unit) => below.includes(unit)) : below;
}

/** Whether the reader has gone to certain units, or looks for some: then small ones are not left out beside large ones. */
export function isNarrowed({ under, unit, q }: UrlState): boolean {
  return under !== '' || unit.length > 0 || q !== '';
}

/** The lines of a trend: small units only where the reader has gone to them, or where there is nothing above them. */
export function drawnSeries(
  { data, state }: { readonly data: Dataset; readonly state: UrlState },
  { series }: TrendAnswer,
): readonly TrendSeries[] {
  return isNarrowed(state) ? series : upperOnes(data, series, ({ unit }) => unit);
}

/** The groups of a comparison, by the same rule, their rows in the order of the address. */
export function drawnGroups(
  { data, state }: { readonly data: Dataset; readonly state: UrlState },
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
  };
}

/** The figures of the data table; there no period means all of them, not the latest. */
export function figuresQuestion(
  { data, state }: { readonly data: Dataset; readonly state: UrlState },
  limit: number,
): FiguresQuestion {
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
export function issuesQuestion(
  { data, state }: { readonly data: Dataset; readonly state: UrlState },
  limit: number,
): IssuesQuestion {
  return {
    ask: 'issues',
    units: unitScope(data, state),
    severities: state.severity,
    codes: state.code,
    source: state.source,
    period: chosenCode(state.period),
    limit,
  };
}
