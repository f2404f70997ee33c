/** Bars on paper: names on the left, values at the ends, the target across all of them or beside each. */
import { barTone, besideBars, type LevelLook, levelLooks } from '../../../slide/looks.ts';
import type { ChartSlide } from '../../../slide/slide.ts';
import { palette } from '../../../style/palette.ts';
import { cut, line, type Marks, round, SIZE, SMALL, text, WIDTH, widthOf } from './marks.ts';

const BARS = { top: 44, row: 39, bar: 23, names: 330, values: 150, bottom: 8 };

/** A bar as it is drawn. */
interface Bar {
  readonly name: string;
  /** Its middle, from the top. */
  readonly y: number;
  /** Ends of the bar and of its own target, from the left; null where there is none. */
  readonly end: number | null;
  readonly goal: number | null;
  readonly said: string;
  readonly tone: ReturnType<typeof barTone>;
}

export function barMarks(slide: ChartSlide): Marks {
  const { goal } = slide;
  const target = besideBars(slide);
  const top = target || slide.overall ? BARS.top : BARS.bottom;
  const bottom = top + slide.categories.length * BARS.row;
  const bars = barsOf(slide, top, goal === null);
  const axis = line(BARS.names, top, BARS.names, bottom, palette.muted, 1.5);
  const levels = levelLooks(slide).map((level) =>
    acrossMark(level, placeOf(slide, level.value), top, bottom),
  );
  const across = goal === null && target ? legend(target.name) + levels.join('') : levels.join('');
  const body = [...bars.map(barMark), axis, across, ...bars.map(barTexts)]; // texts above the line: it cuts no number
  return { body: body.join(''), height: bottom + BARS.bottom };
}

function barsOf(slide: ChartSlide, top: number, isOwnTarget: boolean): Bar[] {
  const { categories, series } = slide;
  const own = series.find(({ role }) => role === 'value');
  const target = isOwnTarget ? besideBars({ series }) : undefined;
  const place = (value: number | null | undefined) =>
    value === null || value === undefined ? null : placeOf(slide, value);
  return categories.map((name, at) => ({
    name,
    y: top + (at + 0.5) * BARS.row,
    end: place(own?.values[at]),
    goal: place(target?.values[at]),
    said: own?.texts[at] ?? '',
    tone: barTone(slide, at),
  }));
}

/** A value on the axis, inside the drawing. */
function placeOf(slide: ChartSlide, value: number): number {
  const { least, most } = slide;
  const share = (value - least) / (most - least || 1);
  return BARS.names + (WIDTH - BARS.names - valuesOf(slide)) * Math.max(0, Math.min(1, share));
}

/** Room for the longest value behind the longest bar. */
function valuesOf({ series }: ChartSlide): number {
  const texts = series.flatMap(({ role, texts }) => (role === 'value' ? texts : []));
  return Math.max(BARS.values, ...texts.map((said) => widthOf(said, SIZE) + 24));
}

const COLOURS = { alarm: palette.error, plain: palette.accent, pale: palette.weak } as const;

function barMark({ y, end, goal, tone }: Bar): string {
  const colour = COLOURS[tone];
  const width = round(Math.max(1, (end ?? 0) - BARS.names));
  const bar = `<rect x="${BARS.names}" y="${round(y - BARS.bar / 2)}" width="${width}" height="${BARS.bar}" fill="${colour}"/>`;
  const mark = goal === null ? '' : line(goal, y - 16, goal, y + 16, palette.ink, 4);
  return (end === null ? '' : bar) + mark;
}

function barTexts({ name, y, end, goal, said, tone }: Bar): string {
  const room = BARS.names - 16;
  const value = (from: number) =>
    text(said, Math.max(from, goal ?? from) + 10, y + 8, { weight: tone === 'pale' ? 400 : 700 });
  return (
    text(cut(name, room, SIZE), room, y + 8, { anchor: 'end' }) + (end === null ? '' : value(end))
  );
}

/** The value of all, or the common target, which is dashed: what ends left of it has not reached it. */
function acrossMark(
  { text: said, isGoal, side }: LevelLook,
  x: number,
  top: number,
  bottom: number,
): string {
  const width = widthOf(said, SMALL);
  const left = { over: x - width / 2, before: x - width - 6, behind: x + 6 }[side];
  const from = Math.max(0, Math.min(WIDTH - width, left));
  return (
    line(x, top - 8, x, bottom, palette.ink, 2, isGoal ? '7 5' : '') +
    text(said, from, top - 18, { size: SMALL })
  );
}

/** What the marks beside bars are. */
function legend(name: string): string {
  if (!name) return '';
  const mark = line(BARS.names, 8, BARS.names, 32, palette.ink, 4);
  return mark + text(name, BARS.names + 12, 28, { size: SMALL });
}
