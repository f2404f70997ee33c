/** Small charts on paper: three beside each other, one line each over what belongs to all. */
import { fewDots, linePath } from '../../../model/drawing/line.ts';
import { SMALL_LINE, type SmallPlot, smallPlot } from '../../../model/drawing/small-plot.ts';
import {
  type PanelFrame,
  type PanelLook,
  panelFrames,
  panelLook,
} from '../../../slide/page/panels.ts';
import type { PanelSlide } from '../../../slide/slide.ts';
import { palette } from '../../../style/palette.ts';
import { cut, dotMark, line, type Marks, round, SMALL, text, WIDTH, widthOf } from './marks.ts';
import { toneColour } from './tone.ts';

const ACROSS = 3;
const PANEL = { height: 186, gap: 28, below: 16 };
/** Of ends and periods; names are larger. */
const TYPE = SMALL - 3;

export function panelMarks({ panels }: PanelSlide): Marks {
  const rows = Math.ceil(panels.length / Math.min(ACROSS, panels.length));
  const height = rows * (PANEL.height + PANEL.below);
  const room = { x: 0, y: 0, w: WIDTH, h: height };
  const frames = panelFrames(panels.length, room, { x: PANEL.gap, y: PANEL.below }, ACROSS);
  const body = panels.map((panel, at) => panelMark(panelLook(panel), frames[at] as PanelFrame));
  return { body: body.join(''), height };
}

function panelMark(look: PanelLook, { x, y, w, h }: PanelFrame): string {
  const { name, value, lines, first, last, least, most, ends } = look;
  const count = Math.max(...lines.map(({ values }) => values.length), 2);
  const plot = smallPlot({ w, h, size: TYPE, hasHead: true }, { ends, least, most, count });
  const names = cut(name, w - widthOf(value, SMALL) - 16, SMALL);
  const small = { size: TYPE, fill: palette.muted };
  const scale = [least, most].map((end, at) => {
    const height = plot.y(end);
    const before = plot.left - TYPE * 0.35;
    return (
      line(plot.left, height, plot.right, height, palette.line, 1.5) +
      text(ends[at] ?? '', before, height + plot.drop, { ...small, anchor: 'end' })
    );
  });
  const body = [
    text(names, 0, plot.head, { size: SMALL }),
    text(value, w, plot.head, { ...{ anchor: 'end', size: SMALL }, weight: 700 }),
    ...scale,
    text(first, plot.left, plot.foot, small),
    text(last, plot.right, plot.foot, { ...small, anchor: 'end' }),
    ...lines.map((one) => lineMark(one, plot)),
  ];
  return `<g transform="translate(${round(x)} ${round(y)})">${body.join('')}</g>`;
}

function lineMark(
  { values, weak, tone, isThick: isOwn }: PanelLook['lines'][number],
  { x, y }: SmallPlot,
): string {
  const colour = toneColour(tone);
  const { own, shared, dash, dot } = SMALL_LINE;
  const width = round(TYPE * (isOwn ? own : shared));
  const parts = dash.map((part) => round(part * TYPE)).join(' ');
  const dashes = tone === 'target' ? ` stroke-dasharray="${parts}"` : '';
  const dots = isOwn ? fewDots(values, weak) : [];
  return [
    `<path d="${linePath(values, x, y)}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linejoin="round"${dashes}/>`,
    ...dots.map(({ at, value, isWeak }) => dotMark(x(at), y(value), TYPE * dot, colour, isWeak)),
  ].join('');
}
