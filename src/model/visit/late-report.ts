/** Reports that were due and have not come. */
import type { Dataset } from '../dataset.ts';
import { yearBefore } from '../time/period.ts';

export interface LateReport {
  readonly unit: string;
  readonly period: string;
}

/** Those of the last year of the package, of these units (null = all); older gaps are history. */
export function lateReports(data: Dataset, units: readonly string[] | null): LateReport[] {
  const sources = [...data.sources.values()];
  const latest = sources.reduce((day, { dueOn }) => (dueOn > day ? dueOn : day), '');
  const since = latest ? yearBefore(latest) : '';
  return sources
    .filter(({ unit, dueOn, receivedOn }) => dueOn > since && !receivedOn && data.units.has(unit))
    .filter(({ unit }) => units === null || units.includes(unit))
    .map(({ unit, period }) => ({ unit, period }));
}
