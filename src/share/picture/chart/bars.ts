/** Bars on paper. */
import { commonTarget } from '../../../slide/fitted.ts';
import type { ChartSlide } from '../../../slide/slide.ts';
import { palette } from '../../../style/palette.ts';
import { words } from '../../../text/words.ts';
import { cut, line, type Marks, round, SIZE, SMALL, text, WIDTH, widthOf } from './marks.ts';

const BARS = { top: 44, row: 44, bar: 24, names: 330, values: 150, bottom: 8 };

/** Names on the left, bars from the least value, values at their ends, the target across or beside each. */
export function barMarks(slide: ChartSlide): Marks {
  const { categories, series, least, most } = slide;
  const own = series.find(({ role }) => role === 'value');
  const target = series.find(({ role }) => role === 'target');
  const room = WIDTH - BARS.names - BARS.values;
  const place = (value: number) => {
    const share = (value - least) / (most - least || 1);
    return BARS.names + room * Math.max(0, Math.min(1, share));
  };
  const common = commonTarget(slide);
  const top = common === null && !target ? BARS.bottom : BARS.top;
  const bottom = top + categories.length * BARS.row;
  const rows = categories.map((name, at) => {
    const y = top + (at + 0.5) * BARS.row;
    const value = own?.values[at] ?? null;
    const goal = common === null ? (target?.values[at] ?? null) : null;
    const isPale = slide.marked.length > 0 && !slide.marked.includes(at);
    const colour = isPale ? palette.weak : palette.accent;
    return {
      drawn:
        (value === null ? '' : bar(place(value), y, colour)) +
        (goal === null ? '' : line(place(goal), y - 17, place(goal), y + 17, palette.ink, 4)),
      said:
        text(cut(name, BARS.names - 16, SIZE), BARS.names - 16, y + 8, { anchor: 'end' }) +
        (value === null
          ? ''
          : text(own?.texts[at] ?? '', Math.max(place(value), place(goal ?? value)) + 10, y + 8, {
              weight: isPale ? 400 : 700,
            })),
    };
  });
  const said = words.present.targetOf(target?.texts[0] ?? '');
  const across =
    common === null
      ? ''
      : line(place(common), top - 8, place(common), bottom, palette.ink, 2, '7 5') +
        text(said, middled(place(common), said), top - 18, { size: SMALL });
  const legend =
    target && common === null
      ? line(BARS.names, 8, BARS.names, 32, palette.ink, 4) +
        text(words.chart.legendTarget, BARS.names + 12, 28, { size: SMALL })
      : '';
  const axis = line(BARS.names, top, BARS.names, bottom, palette.muted, 1.5);
  const drawn = rows.map((row) => row.drawn).join('');
  const names = rows.map((row) => row.said).join(''); // above the line across, so that it cuts no number
  return { body: drawn + axis + across + legend + names, height: bottom + BARS.bottom };
}

function bar(end: number, y: number, colour: string): string {
  const width = Math.max(1, end - BARS.names);
  return `<rect x="${BARS.names}" y="${round(y - BARS.bar / 2)}" width="${round(width)}" height="${BARS.bar}" fill="${colour}"/>`;
}

/** Where a text begins that stands over a place, inside the drawing. */
function middled(x: number, said: string): number {
  const width = widthOf(said, SMALL);
  return Math.max(0, Math.min(WIDTH - width, x - width / 2));
}
