/** A group as a funnel: the denominator across, so that small units are not blamed for what chance does to them. */
import type { FunnelPoint } from '../../../chart/funnel.tsx';
import type { Subject } from '../../../model/catalogue.ts';
import { type Figure, isComparable, isWeak } from '../../../model/figure.ts';
import { formatRef } from '../../../model/figure-ref.ts';
import { type FunnelLimit, funnelPlace, hasSize } from '../../../model/statistics/funnel.ts';
import { formatCount } from '../../../model/writing/number.ts';
import type { CompareGroup, CompareRow } from '../../../question/compare.ts';
import {
  type FunnelShape,
  funnelOf,
  funnelTold,
  groupShare,
  type Sized,
} from '../../../slide/plot/funnel.ts';
import { valueText } from '../../../text/figure.ts';
import { figureLabel } from '../../../text/name.ts';
import { words } from '../../../text/words.ts';
import type { Desk } from '../../part/desk.ts';
import { useWidth } from '../../part/room/width.ts';
import { drawingHeight } from '../../part/showing.ts';
import type { DrawnGroup } from '../group-props.ts';
import { Funnel } from './late.tsx';

const HEIGHT = 340;

export function GroupFunnel({
  desk,
  subject,
  group,
  rows,
}: DrawnGroup & { readonly rows: readonly CompareRow[] }) {
  const [ref, width] = useWidth();
  const shape = funnelOf(desk.data, subject, group, rows);
  const { funnel } = words.comparing;
  if (!shape) return <p className="muted">{funnel.none}</p>;
  const sizes = shape.points.map(({ size }) => size);
  return (
    <div ref={ref}>
      <Funnel
        points={shape.points.map((point) => pointOf(desk, subject, point, shape))}
        curve={shape.curve.map((limit) => stepOf(limit, subject.scale))}
        group={{ value: shape.middle, label: funnel.group }}
        ticks={shape.ticks}
        sizes={[Math.min(...sizes), Math.max(...sizes)]}
        tick={(value) => valueText(subject, value, value % 1 === 0 ? 0 : subject.decimals)}
        sizeTick={formatCount}
        words={funnel}
        width={width}
        height={drawingHeight(HEIGHT)}
      />
      <p className="small muted">{funnelTold(desk.data, subject, shape, rows).join(' ')}</p>
    </div>
  );
}

/** Where a figure lies, for the strip; '' within what chance explains. */
export function beyondText(subject: Subject, group: CompareGroup, figure: Figure): string {
  const p = groupShare(subject, group);
  if (p === null || !isComparable(figure) || !hasSize(figure)) return '';
  const place = funnelPlace(p, figure.numerator, figure.denominator);
  return place === 'beyond95' || place === 'beyond998' ? words.comparing.funnel[place] : '';
}

function pointOf(desk: Desk, subject: Subject, point: Sized, { named }: FunnelShape): FunnelPoint {
  const { figure, name, size, value, beyond, isBad } = point;
  return {
    ...{ name, size, value, beyond, isBad },
    key: [figure.unit, figure.body, figure.category].join('~'),
    unit: figure.unit,
    weak: isWeak(figure),
    isNamed: named.includes(point),
    label: figureLabel(desk.data, subject, figure),
    open: formatRef(figure),
    onOpen: () => desk.change({ open: figure }),
  };
}

function stepOf({ n, inner, outer }: FunnelLimit, scale: number) {
  return {
    size: n,
    inner: [inner.low * scale, inner.high * scale] as const,
    outer: [outer.low * scale, outer.high * scale] as const,
  };
}
