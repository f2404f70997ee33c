/** A group as a funnel: the denominator across, so that small units are not blamed for what chance does to them. */
import { Funnel, type FunnelPoint } from '../../chart/funnel.tsx';
import type { Subject } from '../../model/catalogue.ts';
import type { Dataset } from '../../model/dataset.ts';
import { type Figure, isComparable, isWeak } from '../../model/figure.ts';
import { formatRef } from '../../model/figure-ref.ts';
import {
  funnelCurve,
  funnelDistance,
  funnelPlace,
  hasSize,
} from '../../model/statistics/funnel.ts';
import { fittedTicks } from '../../model/statistics/scale.ts';
import { minGapOf } from '../../model/statistics/standing.ts';
import { formatCount } from '../../model/writing/number.ts';
import type { CompareGroup, CompareRow } from '../../question/compare.ts';
import { valueText } from '../../text/figure.ts';
import { figureLabel, unitName } from '../../text/name.ts';
import { gapText } from '../../text/told/standing.ts';
import { words } from '../../text/words.ts';
import type { Desk } from '../part/desk.ts';
import { drawingHeight } from '../part/showing.ts';
import { useWidth } from '../part/width.ts';
import type { DrawnGroup } from './group-props.ts';

const HEIGHT = 340;
/** Names in the drawing; more are counted under it. */
const MOST_NAMES = 12;

export function GroupFunnel({
  desk,
  subject,
  group,
  rows,
}: DrawnGroup & { readonly rows: readonly CompareRow[] }) {
  const [ref, width] = useWidth();
  const p = shareOf(subject, group);
  const points = p === null ? [] : rows.flatMap((row) => funnelPoint(desk, subject, row, p));
  const { funnel } = words.comparing;
  if (p === null || points.length < 2) return <p className="muted">{funnel.none}</p>;
  const sizes = points.map(({ size }) => size);
  const curve = curveOf(p, sizes, subject.scale);
  const bounds = [...points.map(({ value }) => value), ...curve.flatMap(({ outer }) => outer)];
  return (
    <div ref={ref}>
      <Funnel
        points={withNames(points)}
        curve={curve}
        group={{ value: p * subject.scale, label: funnel.group }}
        ticks={fittedTicks(Math.min(...bounds), Math.max(...bounds))}
        sizes={[Math.min(...sizes), Math.max(...sizes)]}
        tick={(value) => valueText(subject, value, value % 1 === 0 ? 0 : subject.decimals)}
        sizeTick={formatCount}
        words={funnel}
        width={width}
        height={drawingHeight(HEIGHT)}
      />
      <p className="small muted">{toldOf(desk.data, subject, points, rows)}</p>
    </div>
  );
}

/** Where a figure lies, for the strip; '' within what chance explains. */
export function beyondText(subject: Subject, group: CompareGroup, figure: Figure): string {
  const p = shareOf(subject, group);
  if (p === null || !isComparable(figure) || !hasSize(figure)) return '';
  const place = funnelPlace(p, figure.numerator, figure.denominator);
  return place === 'beyond95' || place === 'beyond998' ? words.comparing.funnel[place] : '';
}

/** The group's value as a share of 1; null where there is none. */
function shareOf(subject: Subject, { total }: CompareGroup): number | null {
  if (!total || total.denominator === null || subject.scale !== 100) return null;
  const p = total.value / subject.scale;
  return subject.countsCases && p >= 0 && p <= 1 ? p : null;
}

interface Placed extends FunnelPoint {
  /** In standard deviations of chance. */
  readonly distance: number;
  /** Far enough from the group to mean something. */
  readonly matters: boolean;
}

function funnelPoint(desk: Desk, subject: Subject, { figure }: CompareRow, p: number): Placed[] {
  if (!isComparable(figure) || !figure.computed || !hasSize(figure)) return [];
  const { numerator: x, denominator: n } = figure;
  const place = funnelPlace(p, x, n);
  const isHigh = x / n > p;
  return [
    {
      key: [figure.unit, figure.body, figure.category].join('~'),
      unit: figure.unit,
      name: unitName(desk.data, figure.unit, figure.period),
      size: n,
      value: (x / n) * subject.scale,
      beyond: place === 'beyond998' ? 'outer' : place === 'beyond95' ? 'inner' : '',
      isBad: subject.direction === (isHigh ? 'down' : 'up'),
      weak: isWeak(figure),
      isNamed: false,
      distance: funnelDistance(p, x, n),
      matters: Math.abs(x / n - p) * subject.scale >= minGapOf(desk.data, subject),
      label: figureLabel(desk.data, subject, figure),
      open: formatRef(figure),
      onOpen: () => desk.change({ open: figure }),
    },
  ];
}

function curveOf(p: number, sizes: readonly number[], scale: number) {
  return funnelCurve(p, sizes).map(({ n, inner, outer }) => ({
    size: n,
    inner: [inner.low * scale, inner.high * scale] as const,
    outer: [outer.low * scale, outer.high * scale] as const,
  }));
}

/** Those beyond the outer limits that matter, the farthest first: a unit is named with a verdict only. */
function outside(points: readonly Placed[]): Placed[] {
  return points
    .filter(({ beyond, matters }) => beyond === 'outer' && matters)
    .sort((a, b) => b.distance - a.distance);
}

function withNames(points: readonly Placed[]): FunnelPoint[] {
  const named = new Set(outside(points).slice(0, MOST_NAMES));
  return points.map((point) => ({ ...point, isNamed: named.has(point) }));
}

function toldOf(
  data: Dataset,
  subject: Subject,
  points: readonly Placed[],
  rows: readonly CompareRow[],
): string {
  const { funnel } = words.comparing;
  const out = outside(points);
  const names = out.slice(0, MOST_NAMES).map(({ name }) => name);
  const more = out.length - names.length;
  const list = names.join(', ') + (more > 0 ? ` ${words.sentence.others(more)}` : '');
  const near = points.filter(({ beyond, matters }) => beyond === 'outer' && !matters).length;
  const left = rows.filter(({ figure }) => figure.value !== null).length - points.length;
  const gap = gapText(data, subject);
  return [
    funnel.points(points.length),
    out.length > 0 ? funnel.outside(list) : near === 0 ? funnel.nobody : '',
    near > 0 ? funnel.near(near, gap) : '',
    left > 0 ? funnel.left(left) : '',
  ]
    .filter(Boolean)
    .join(' ');
}
