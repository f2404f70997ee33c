/** Small charts on paper: three beside each other, one line each over what belongs to all. */
import { formatNumber } from '../../../model/writing/number.ts';
import type { Tone } from '../../../slide/looks.ts';
import {
  type PanelFrame,
  type PanelLook,
  panelFrames,
  panelLook,
} from '../../../slide/page/panels.ts';
import type { PanelSlide } from '../../../slide/slide.ts';
import { palette } from '../../../style/palette.ts';
import { cut, line, type Marks, round, SMALL, text, WIDTH, widthOf } from './marks.ts';

const ACROSS = 3;
const PANEL = { height: 186, gap: 28, below: 16, name: 34, times: 30, left: 62, right: 8 };

export function panelMarks({ panels }: PanelSlide): Marks {
  const rows = Math.ceil(panels.length / Math.min(ACROSS, panels.length));
  const height = rows * (PANEL.height + PANEL.below);
  const room = { x: 0, y: 0, w: WIDTH, h: height };
  const frames = panelFrames(panels.length, room, { x: PANEL.gap, y: PANEL.below }, ACROSS);
  const body = panels.map((panel, at) => panelMark(panelLook(panel), frames[at] as PanelFrame));
  return { body: body.join(''), height };
}

function panelMark(look: PanelLook, { x, y, w, h }: PanelFrame): string {
  const { name, value, lines, first, last, least, most, percent } = look;
  const [left, right] = [x + PANEL.left, x + w - PANEL.right];
  const [top, bottom] = [y + PANEL.name, y + h - PANEL.times];
  const count = Math.max(...lines.map(({ values }) => values.length), 2);
  const placeX = (at: number) => left + 8 + (at * (right - left - 16)) / (count - 1);
  const placeY = (at: number) => bottom - ((at - least) / (most - least || 1)) * (bottom - top);
  const ends = [least, most].map((end) => {
    const said = `${formatNumber(end, Number.isInteger(end) ? 0 : 1)}${percent ? '%' : ''}`;
    return (
      line(left, placeY(end), right, placeY(end), palette.line, 1.5) +
      text(said, left - 8, placeY(end) + 8, { anchor: 'end', size: SMALL - 3, fill: palette.muted })
    );
  });
  const names = cut(name, w - widthOf(value, SMALL) - 16, SMALL);
  const small = { size: SMALL - 3, fill: palette.muted };
  return [
    text(names, x, y + 22, { size: SMALL }),
    text(value, x + w, y + 22, { ...{ anchor: 'end', size: SMALL }, weight: 700 }),
    ...ends,
    text(first, left, y + h - 4, small),
    text(last, right, y + h - 4, { ...small, anchor: 'end' }),
    ...lines.map(({ values, tone }) => pathMark(values, tone, placeX, placeY)),
  ].join('');
}

const COLOURS = {
  ...{ grey: palette.faint, group: palette.muted, own: palette.muted, target: palette.ink },
} as const;

function pathMark(
  values: readonly (number | null)[],
  tone: Tone,
  x: (at: number) => number,
  y: (value: number) => number,
): string {
  const isOwn = typeof tone === 'number';
  const path = values.map((value, at) => {
    if (value === null) return '';
    const isJoined = at > 0 && values[at - 1] !== null;
    return `${isJoined ? 'L' : 'M'}${round(x(at))} ${round(y(value))}`;
  });
  const colour = isOwn ? palette.accent : COLOURS[tone];
  const dash = tone === 'target' ? ' stroke-dasharray="8 6"' : '';
  const dots = values.map((value, at) =>
    value === null || !isOwn
      ? ''
      : `<circle cx="${round(x(at))}" cy="${round(y(value))}" r="3.5" fill="${colour}"/>`,
  );
  return `<path d="${path.join('')}" fill="none" stroke="${colour}" stroke-width="${isOwn ? 4 : 1.5}" stroke-linejoin="round"${dash}/>${dots.join('')}`;
}
