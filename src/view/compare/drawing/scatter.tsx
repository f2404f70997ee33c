/** Two indicators over units; every point opens, the outermost are named. */
import type { Mark } from '../../../chart/marking.ts';
import type { PlotMark } from '../../../chart/plot/plane.ts';
import { Plot } from '../../../chart/plot/plot.tsx';
import { formatRef } from '../../../model/figure-ref.ts';
import {
  type Both,
  type Pair,
  type Scatter,
  scatterNotes,
  scatterOf,
  scatterPlot,
  scatterQuestion,
  scatterSentence,
  scatterTitle,
} from '../../../slide/plot/scatter.ts';
import { countsText, figureText } from '../../../text/figure.ts';
import { figureLabel } from '../../../text/name.ts';
import { words } from '../../../text/words.ts';
import { Card } from '../../card/card.tsx';
import { Strip, type Told } from '../../card/strip.tsx';
import { Failed, Waiting } from '../../notice/waiting.tsx';
import { useAnswer, useDesk } from '../../part/desk.ts';
import { readinessOf, useReady } from '../../part/ready.ts';
import { useWidth } from '../../part/room/width.ts';
import { drawingHeight } from '../../part/showing.ts';

const HEIGHT = 370;

export function ScatterCard({ pair }: { readonly pair: Pair }) {
  const desk = useDesk();
  const first = useAnswer(scatterQuestion(desk, pair[0]));
  const second = useAnswer(scatterQuestion(desk, pair[1]));
  useReady(readinessOf(first));
  useReady(readinessOf(second));
  const error = first.error ?? second.error;
  if (error) return <Failed error={error} />;
  const isOld = first.isPlaceholderData || second.isPlaceholderData;
  if (!first.data || !second.data || isOld) return <Waiting />;
  const shape = scatterOf(desk, pair, [first.data, second.data]);
  if (!shape) return <p className="muted">{words.scatter.few}</p>;
  return (
    <Card
      title={scatterTitle(desk.data, shape)}
      address={{ indicator: pair.map(({ id }) => id) }}
      sentence={scatterSentence(desk.data, shape)}
      figures={shape.points.flatMap(({ across, up }) => [across, up])}
    >
      <Drawing shape={shape} />
      {scatterNotes(shape).map((note) => (
        <p key={note} className="small muted">
          {note}
        </p>
      ))}
    </Card>
  );
}

function Drawing({ shape }: { readonly shape: Scatter }) {
  const { data, change } = useDesk();
  const [ref, width] = useWidth();
  const plot = scatterPlot(shape);
  const [, up] = shape.pair;
  const opening = (point: Both): PlotMark['open'] => ({
    label: [figureLabel(data, up, point.up), ...factsOf(shape, point)].join(', '),
    unit: point.up.unit,
    ref: formatRef(point.up),
    value: point.up.value,
    onOpen: () => change({ open: point.up }),
  });
  const series = plot.series.map((one) => ({
    ...one,
    points: one.points.map((point, at): PlotMark | null => {
      const item = one.look === 'dot' ? shape.points[at] : undefined;
      const open = item && opening(item);
      return point && open ? { ...point, open } : point;
    }),
  }));
  return (
    <div ref={ref}>
      <Strip tell={(mark) => toldOf(shape, mark)} />
      <Plot {...plot} {...{ series, width }} height={drawingHeight(HEIGHT)} />
    </div>
  );
}

function toldOf(shape: Scatter, { open }: Mark): Told | null {
  const point = shape.points.find(({ up }) => formatRef(up) === open);
  return point ? { name: point.name, value: point.y, facts: factsOf(shape, point) } : null;
}

function factsOf({ pair }: Scatter, { across, up }: Both): string[] {
  const [a, b] = pair;
  return [
    `${b.shortName} ${figureText(b, up)}`,
    countsText(up),
    `${a.shortName} ${figureText(a, across)}`,
    countsText(across),
  ].filter(Boolean);
}
