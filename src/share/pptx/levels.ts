/** Values that hold for all bars, as lines across them: what ends before a line has not reached it. */
import { type LevelLook, levelLooks } from '../../slide/looks.ts';
import { type ChartSlide, valueSeries } from '../../slide/slide.ts';
import type { Axis } from './drawn.ts';
import { isThrough, shareOf } from './labels.ts';
import { FONT, INK, type Page, SIZE } from './style.ts';

/** A place on a page, in inches. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** The lines across bars, each with its name where the other's is not. @param plot of the bars alone */
export function addLevels(page: Page, slide: ChartSlide, axis: Axis, plot: Box): void {
  for (const level of levelLooks(slide)) addLevel(page, slide, level, axis, plot);
}

/** One line with its name; the target is dashed. */
function addLevel(page: Page, slide: ChartSlide, level: LevelLook, axis: Axis, plot: Box): void {
  const { value, text, isGoal, side } = level;
  const x = plot.x + plot.w * shareOf(value, axis);
  const dashType = isGoal ? ('dash' as const) : ('solid' as const);
  for (const [from, to] of stretches(slide, value, axis)) {
    const [top, bottom] = [from === 0 ? -OVER : from * plot.h, to * plot.h];
    page.addShape('line', {
      ...{ x, y: plot.y + top, w: 0, h: bottom - top },
      line: { color: INK, width: 1.25, dashType },
    });
  }
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

/** Shares of the plot's height from where to where a line is drawn: it makes way for the texts behind bars. */
export function stretches(
  slide: ChartSlide,
  level: number,
  axis: Axis,
): (readonly [number, number])[] {
  const count = slide.categories.length;
  const own = valueSeries(slide);
  const found: [number, number][] = [];
  for (const at of slide.categories.keys()) {
    const value = own?.values[at] ?? null;
    if (value !== null && isThrough(level, value, own?.texts[at] ?? '', axis)) continue;
    const last = found.at(-1);
    if (last && last[1] === at / count) last[1] = (at + 1) / count;
    else found.push([at / count, (at + 1) / count]);
  }
  return found;
}
