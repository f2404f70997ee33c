/** Lines that belong to all units of a chart over time: the group's value, what the parent reports, a common target. */
import type { Subject } from '../../model/catalogue.ts';
import type { Dataset } from '../../model/dataset.ts';
import { groupBy } from '../../model/group.ts';
import type { TrendAnswer, TrendSeries } from '../../question/trend.ts';
import { targetText } from '../../text/figure.ts';
import { unitName } from '../../text/name.ts';
import { words } from '../../text/words.ts';
import type { SlideSeries } from '../slide.ts';

/** What belongs to all of them: the group's value, what the parent reports, the target; their labels are short. */
export function sharedLines(data: Dataset, answer: TrendAnswer, own: readonly TrendSeries[]) {
  const { group, own: parent, periods } = answer;
  const found: Pick<SlideSeries, 'role' | 'name' | 'values' | 'label'>[] = [];
  if (group) {
    const values = sinceBreak(own, periods, groupValues(group));
    const name = words.trend.group(unitName(data, group.parent));
    found.push({ role: 'group', name, values, label: words.chart.group });
  }
  if (parent) {
    const told = parent.points.map((point) => point.value);
    const values = sinceBreak(own, periods, told);
    const label = unitName(data, parent.unit);
    found.push({ role: 'own', name: words.trend.own(label), values, label });
  }
  const target = commonTarget(own, periods);
  if (target) {
    const values = sinceBreak(own, periods, target);
    const name = words.chart.legendTarget;
    const isYearly = new Set(values.filter((value) => value !== null)).size > 1;
    const label = isYearly ? words.present.changingTarget : name;
    found.push({ role: 'target', name, values, label });
  }
  return apart(found);
}

/** The value of all; while some have not reported it is that of others, and no point of the same line. */
function groupValues({ points }: NonNullable<TrendAnswer['group']>): (number | null)[] {
  return points.map(({ total, expected }) =>
    total && total.reported >= expected ? total.value : null,
  );
}

/** The group's value, unless it can hardly be told from what the parent reports: two labels on one line tell nothing. */
function apart<S extends Pick<SlideSeries, 'role' | 'values'>>(lines: readonly S[]): S[] {
  const own = lines.find(({ role }) => role === 'own');
  const most = Math.max(...lines.flatMap(({ values }) => values.map((value) => value ?? 0)));
  const isNear = ({ values }: S) =>
    values.every((value, at) => {
      const other = own?.values[at] ?? null;
      return value === null || (other !== null && Math.abs(value - other) <= NEAR * most);
    });
  const isDrawn = ({ values }: S) => values.some((value) => value !== null);
  return lines.filter((line) => isDrawn(line) && !(own && line.role === 'group' && isNear(line)));
}

/** Of the largest value, what two lines must differ by to be two. */
const NEAR = 0.03;

/** What belongs to all is not drawn across the period in which most lines break: before it, it is of other figures. */
function sinceBreak(
  own: readonly TrendSeries[],
  periods: readonly string[],
  target: readonly (number | null)[],
): (number | null)[] {
  const breaks = periods.map(
    (code) =>
      own.filter(({ points }) => points.some((p) => p.period === code && p.status === 'B')).length,
  );
  const from = breaks.map((count) => count > own.length / 2).lastIndexOf(true);
  return target.map((value, at) => (at < from ? null : value));
}

/**
 * One line of targets, where more than half of the units have the same, in the last period too; of the others the
 * slide's notes tell.
 */
function commonTarget(
  lines: readonly TrendSeries[],
  periods: readonly string[],
): (number | null)[] | null {
  const values = periods.map((period) => targetOfMost(lines, period));
  return values.at(-1) == null ? null : values;
}

function targetOfMost(lines: readonly TrendSeries[], period: string): number | null {
  const found = lines.flatMap((line) => targetAt(line, period)?.value ?? []);
  const [value, same = []] = [...groupBy(found, (target) => target)].sort(
    ([, a], [, b]) => b.length - a.length,
  )[0] ?? [null];
  return same.length > lines.length / 2 ? value : null;
}

const targetAt = ({ targets }: TrendSeries, period: string) =>
  targets.find((target) => target.period === period);

/** Those whose target of the last period is another than that of most: "Phường A ≥ 95,0%". */
export function ownTargets(
  data: Dataset,
  subject: Subject,
  lines: readonly TrendSeries[],
  periods: readonly string[],
): string[] {
  const last = periods.at(-1) ?? '';
  const common = targetOfMost(lines, last);
  return lines.flatMap((line) => {
    const own = targetAt(line, last)?.value ?? null;
    if (own === null || own === common) return [];
    return [`${unitName(data, line.unit)} ${targetText(subject, own)}`];
  });
}
