/** A slide's drawing other than bars and lines, at any size; nothing in it is pressed. */
import { Panels } from '../../chart/plot/panels.tsx';
import { Plot } from '../../chart/plot/plot.tsx';
import { Tiles } from '../../chart/plot/tiles.tsx';
import { Waterfall } from '../../chart/plot/waterfall.tsx';
import { formatNumber } from '../../model/writing/number.ts';
import { columnsOf, type PanelFrame, panelFrames } from '../../slide/page/panels.ts';
import type { PanelSlide, PlotSlide, StepsSlide, TilesSlide } from '../../slide/slide.ts';
import { words } from '../../text/words.ts';
import { smallChartOf } from '../card/small-chart.tsx';

interface Room {
  readonly width: number;
  readonly height: number;
  /** Pixels of its type. */
  readonly size: number;
}

export function SlideDrawing({
  slide,
  ...room
}: Room & { readonly slide: StepsSlide | PlotSlide | TilesSlide | PanelSlide }) {
  if (slide.type === 'tiles') {
    return <Tiles {...room} grid={slide.grid} apart={words.comparing.map.apart} />;
  }
  if (slide.type === 'panels') return <Small slide={slide} {...room} />;
  return slide.type === 'steps' ? (
    <Steps slide={slide} {...room} />
  ) : (
    <Plot
      {...room}
      isRows={slide.isRows}
      room={slide.room}
      x={slide.x}
      y={slide.y}
      series={slide.series}
    />
  );
}

function Steps({ slide, ...room }: Room & { readonly slide: StepsSlide }) {
  const { steps, ticks, percent } = slide;
  const places = ticks.every(Number.isInteger) ? 0 : 1;
  return (
    <Waterfall
      {...room}
      ticks={ticks}
      tick={(value) => `${formatNumber(value, places)}${percent ? '%' : ''}`}
      steps={steps.map((step, at) => ({ ...step, key: `${at}`, open: null }))}
    />
  );
}

/** Many lines, one small chart each; as many beside each other as their names have room. */
function Small({ slide, ...room }: Room & { readonly slide: PanelSlide }) {
  const { width, height, size } = room;
  const roomy = Math.floor(width / (size * NARROWEST));
  const across = Math.max(2, Math.min(columnsOf(slide.panels.length), roomy));
  const all = { x: 0, y: 0, w: width, h: height };
  const gap = { x: size, y: size * 0.4 };
  const frames = panelFrames(slide.panels.length, all, gap, across);
  const charts = slide.panels.map((panel, at) =>
    smallChartOf(panel, frames[at] as PanelFrame, size),
  );
  return <Panels {...room} charts={charts} />;
}

/** Letters' heights that a small chart needs across. */
const NARROWEST = 9.5;
