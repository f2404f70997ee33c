/** A waterfall on paper: names on the left, steps from one level to the other, what makes it worse hollow. */
import type { SlideStep, StepsSlide } from '../../../slide/slide.ts';
import { palette } from '../../../style/palette.ts';
import { cut, line, type Marks, round, SIZE, text, WIDTH, widthOf } from './marks.ts';

const STEPS = { row: 39, bar: 23, names: 330, values: 110, bottom: 8 };

const FILLS: Readonly<Record<SlideStep['tone'], string>> = {
  end: palette.beside,
  good: palette.accent,
  bad: palette.ground,
  plain: palette.weak,
};

export function stepMarks({ steps, ticks }: StepsSlide): Marks {
  const [least = 0, most = 1] = [ticks[0], ticks.at(-1)];
  const texts = Math.max(STEPS.values, ...steps.map((step) => widthOf(step.text, SIZE) + 24));
  const room = WIDTH - STEPS.names - texts;
  const x = (value: number) =>
    STEPS.names + (Math.max(0, value - least) / (most - least || 1)) * room;
  const bottom = steps.length * STEPS.row;
  const axis = line(STEPS.names, 0, STEPS.names, bottom, palette.muted, 1.5);
  const body = steps.map((step, at) => stepMark(step, at, x, at < steps.length - 1));
  return { body: [...body, axis].join(''), height: bottom + STEPS.bottom };
}

function stepMark(
  { name, from, to, text: said, tone }: SlideStep,
  at: number,
  x: (value: number) => number,
  isJoined: boolean,
): string {
  const y = (at + 0.5) * STEPS.row;
  const [low, high] = [Math.min(x(from), x(to)), Math.max(x(from), x(to))];
  const stroke = tone === 'bad' ? ` stroke="${palette.warning}" stroke-width="2"` : '';
  const bar = `<rect x="${round(low)}" y="${round(y - STEPS.bar / 2)}" width="${round(Math.max(2, high - low))}" height="${STEPS.bar}" fill="${FILLS[tone]}"${stroke}/>`;
  const rest = STEPS.bar / 2;
  const joint = line(x(to), y + rest, x(to), y + STEPS.row - rest, palette.muted, 1.5, '4 3');
  const names = STEPS.names - 16;
  return [
    text(cut(name, names, SIZE), names, y + 8, { anchor: 'end' }),
    bar,
    isJoined ? joint : '',
    text(said, high + 10, y + 8, { weight: tone === 'end' ? 700 : 400 }),
  ].join('');
}
