/**
 * A chart slide as a picture for paper: black on white, in the face of official letters, wide as the text of a page.
 * Pure: places are reckoned here, and the canvas (picture/png.ts) makes pixels of them.
 */
import type { DrawnSlide } from '../../../slide/slide.ts';
import { palette } from '../../../style/palette.ts';
import { barMarks } from './bars.ts';
import { lineMarks } from './lines.ts';
import { type Marks, WIDTH } from './marks.ts';
import { panelMarks } from './panels.ts';
import { plotMarks } from './plot.ts';
import { stepMarks } from './steps.ts';
import { tileMarks } from './tiles.ts';

export interface ChartDrawing {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

const FACE = "'Times New Roman', 'Liberation Serif', Tinos, serif";

export function chartDrawing(slide: DrawnSlide): ChartDrawing {
  const { body, height } = marksOf(slide);
  const size = `width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}"`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${size} font-family="${FACE}"><rect width="100%" height="100%" fill="${palette.ground}"/>${body}</svg>`;
  return { svg, width: WIDTH, height };
}

function marksOf(slide: DrawnSlide): Marks {
  if (slide.type === 'steps') return stepMarks(slide);
  if (slide.type === 'plot') return plotMarks(slide);
  if (slide.type === 'tiles') return tileMarks(slide);
  if (slide.type === 'panels') return panelMarks(slide);
  return slide.type === 'bars' ? barMarks(slide) : lineMarks(slide);
}
