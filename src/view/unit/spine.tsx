/** Where a unit stands in its group on all indicators, drawn as one; each dot opens its figure. */
import { useMemo } from 'react';
import type { Mark } from '../../chart/marking.ts';
import type { PlotMark } from '../../chart/plot/plane.ts';
import { Plot } from '../../chart/plot/plot.tsx';
import { formatRef } from '../../model/figure-ref.ts';
import type { StandingAnswer } from '../../question/standing.ts';
import { type Placed, spineNotes, spineOf, spinePlot } from '../../slide/plot/spine.ts';
import type { PlotSeries } from '../../slide/slide.ts';
import { countsText, figureText, targetText, valueText } from '../../text/figure.ts';
import { figureLabel } from '../../text/name.ts';
import { words } from '../../text/words.ts';
import { Strip, type Told } from '../card/strip.tsx';
import { useDesk } from '../part/desk.ts';
import { useWidth } from '../part/room/width.ts';

const ROW = 30;
const AXIS = 34;

export function SpineChart({ answer }: { readonly answer: StandingAnswer }) {
  const { data } = useDesk();
  const [ref, width] = useWidth();
  const placed = useMemo(() => spineOf(data, answer), [data, answer]);
  const plot = useMemo(() => spinePlot(placed), [placed]);
  const marked = useOpening(placed);
  if (placed.length === 0) return <p className="muted">{words.spine.none}</p>;
  return (
    <div ref={ref}>
      <Strip tell={(mark) => toldOf(placed, mark)} />
      <Plot
        {...plot}
        series={plot.series.map((one) => ({ ...one, points: marked(one) }))}
        width={width}
        height={placed.length * ROW + AXIS}
      />
      {[words.spine.legend.join(' '), ...spineNotes(answer, placed)].map((note) => (
        <p key={note} className="small muted">
          {note}
        </p>
      ))}
    </div>
  );
}

/** The unit's own dots open their figures. */
function useOpening(placed: readonly Placed[]) {
  const { data, change } = useDesk();
  return ({ look, points }: PlotSeries): readonly (PlotMark | null)[] => {
    if (look !== 'dot' && look !== 'bad') return points;
    return points.map((point, at) => {
      const item = placed[at];
      if (!point || !item) return point;
      const { subject, figure } = item;
      const label = `${figureLabel(data, subject, figure)}, ${factsOf(item).slice(1).join(', ')}`;
      const open = { label, unit: figure.unit, ref: formatRef(figure), value: figure.value };
      return { ...point, open: { ...open, onOpen: () => change({ open: figure }) } };
    });
  };
}

function toldOf(placed: readonly Placed[], { open }: Mark): Told | null {
  const item = placed.find(({ figure }) => formatRef(figure) === open);
  if (!item) return null;
  return { name: item.subject.name, value: item.figure.value, facts: factsOf(item) };
}

function factsOf({ subject, figure, group, target }: Placed): string[] {
  const { standing, chart } = words;
  const rank = group.rank;
  return [
    [figureText(subject, figure), countsText(figure)].filter(Boolean).join(' · '),
    `${standing.group} ${valueText(subject, group.value)}`,
    rank ? `${standing.rank} ${standing.rankRange(rank.best, rank.worst, rank.of)}` : '',
    target?.value == null ? '' : `${chart.legendTarget} ${targetText(subject, target.value)}`,
  ].filter(Boolean);
}
