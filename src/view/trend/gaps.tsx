/** Periods without a number, in words. */

import type { Subject } from '../../model/catalogue.ts';
import type { Figure } from '../../model/figure.ts';
import { groupBy } from '../../model/group.ts';
import { formatCount } from '../../model/writing/number.ts';
import type { TrendSeries } from '../../question/trend.ts';
import { figureText } from '../../text/figure.ts';
import { lowerFirst } from '../../text/letter-case.ts';
import { missingText, periodName, unitName } from '../../text/name.ts';
import { words } from '../../text/words.ts';
import type { Desk } from '../part/desk.ts';

/** In words what the signs on the axis mean: which unit lacks which period, and why. */
export function Gaps({
  desk,
  shown,
}: {
  readonly desk: Desk;
  readonly shown: readonly TrendSeries[];
}) {
  const gaps = shown.flatMap((series) => series.points.filter((point) => point.value === null));
  if (gaps.length === 0) return null;
  const grouped = groupBy(
    gaps,
    (figure) => `${figure.unit}~${figure.absence}~${missingText(desk.data, figure)}`,
  );
  return (
    <details className="small">
      <summary>
        {words.trend.gapList} ({formatCount(gaps.length)})
      </summary>
      <ul>
        {[...grouped.values()].map((members) => {
          const [first] = members as [Figure];
          const periods = [
            ...new Set(members.map((figure) => lowerFirst(periodName(desk.data, figure.period)))),
          ];
          const sign = first.absence ? words.glyph[first.absence] : '';
          return (
            <li key={periods.join('~') + first.unit + first.absence}>
              {sign} {unitName(desk.data, first.unit)}:{' '}
              {[figureText({} as Subject, first), missingText(desk.data, first)]
                .filter(Boolean)
                .join(', ')}{' '}
              ({periods.join('; ')})
            </li>
          );
        })}
      </ul>
    </details>
  );
}
