/** Values that hold for all bars, as lines across them: what ends before a line has not reached it. */
import { type LevelLook, levelLooks, ticksOf } from '../../../slide/looks.ts';
import type { ChartSlide } from '../../../slide/slide.ts';
import { FONT, INK, type Page, SIZE } from '../style.ts';
import type { Axis } from './drawn.ts';
import { shareOf } from './label-place.ts';

/** A place on a page, in inches. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** The lines across bars, each with its name where the other's is not. @param plot of the bars alone */
export function addLevels(page: Page, slide: ChartSlide, axis: Axis, plot: Box): void {
  for (const level of levelLooks(slide)) addLevel(page, level, axis, plot);
}

/** One line with its name; the target is dashed. */
function addLevel(page: Page, level: LevelLook, axis: Axis, plot: Box): void {
  const { value, text, isGoal, side } = level;
  const x = plot.x + plot.w * shareOf(value, axis);
  const dashType = isGoal ? ('dash' as const) : ('solid' as const);
  page.addShape('line', {
    ...{ x, y: plot.y - OVER, w: 0, h: plot.h + OVER },
    line: { color: INK, width: 1.25, dashType },
  });
  const w = 3;
  const left = { over: x - w / 2, before: x - w - 0.06, behind: x + 0.06 }[side];
  const align = ({ over: 'center', before: 'right', behind: 'left' } as const)[side];
  page.addText(text, {
    ...{ x: left, y: plot.y - 0.33, w, h: 0.28, margin: 0 },
    ...{ fontFace: FONT, fontSize: SIZE.label, color: INK, align, valign: 'middle' },
  });
}

/** Inches that a line begins above the bars. */
const OVER = 0.06;

/** A short stroke across each bar where its own target lies. */
export function addTicks(page: Page, slide: ChartSlide, axis: Axis, plot: Box): void {
  const row = plot.h / Math.max(1, slide.categories.length);
  for (const [at, value] of ticksOf(slide).entries()) {
    if (value === null) continue;
    page.addShape('line', {
      ...{ x: plot.x + plot.w * shareOf(value, axis), y: plot.y + row * (at + 0.08), w: 0 },
      ...{ h: row * 0.84, line: { color: INK, width: 2.5 } },
    });
  }
}
