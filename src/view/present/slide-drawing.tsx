/** A slide's drawing other than bars and lines, at any size; nothing in it is pressed. */
import { Plot } from '../../chart/plot/plot.tsx';
import { Waterfall } from '../../chart/plot/waterfall.tsx';
import { formatNumber } from '../../model/writing/number.ts';
import type { PanelSlide, PlotSlide, StepsSlide } from '../../slide/slide.ts';
import { SlidePanels } from './slide-panels.tsx';

interface Room {
  readonly width: number;
  readonly height: number;
  /** Pixels of its type. */
  readonly size: number;
}

export function SlideDrawing({
  slide,
  ...room
}: Room & { readonly slide: StepsSlide | PlotSlide | PanelSlide }) {
  if (slide.type === 'panels') return <SlidePanels slide={slide} {...room} />;
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
