/** Figures of one subject and breakdown, by the places where a sum looks for them. */
import type { Dataset } from '../../model/dataset.ts';
import type { Figure } from '../../model/figure.ts';
import { groupBy } from '../../model/group.ts';
import { isTold } from './expected.ts';

export interface Found {
  /** Figures of one period and category, by unit. */
  readonly cell: (period: string, category: string) => ReadonlyMap<string, Figure>;
  /** Whether a unit says anything for a period. */
  readonly tells: (unit: string, period: string) => boolean;
  /** Units that say anything. */
  readonly units: readonly string[];
  /** Codes of the periods told, the latest end first, the longer of two. */
  readonly periods: readonly string[];
  readonly categories: readonly string[];
}

/** @param body only figures of this office are held together: what others say is never added */
export function foundFigures(data: Dataset, all: readonly Figure[], body: string): Found {
  const whole = all.filter((figure) => figure.body === body);
  const told = whole.filter(isTold);
  const cells = new Map(
    [...groupBy(whole, (figure) => `${figure.period}~${figure.category}`)].map(
      ([key, figures]) => [key, new Map(figures.map((figure) => [figure.unit, figure]))] as const,
    ),
  );
  const telling = new Set(told.map((figure) => `${figure.unit}~${figure.period}`));
  const end = (code: string) => data.periods.get(code)?.end ?? '';
  const periods = [...new Set(told.map((figure) => figure.period))];
  return {
    cell: (period, category) => cells.get(`${period}~${category}`) ?? new Map(),
    tells: (unit, period) => telling.has(`${unit}~${period}`),
    units: [...new Set(told.map((figure) => figure.unit))],
    periods: periods.sort((a, b) => end(b).localeCompare(end(a)) || a.localeCompare(b)),
    categories: [...new Set(whole.map((figure) => figure.category))],
  };
}
