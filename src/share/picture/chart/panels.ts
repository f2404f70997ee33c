/** Small charts on paper, three beside each other, each under its name and its last value. */
import { formatNumber } from '../../../model/writing/number.ts';
import { lastText } from '../../../slide/looks.ts';
import { type Frame, panelGrid } from '../../../slide/page/grid.ts';
import type { ChartSlide, PanelSlide, SlideSeries } from '../../../slide/slide.ts';
import { palette } from '../../../style/palette.ts';
import { cut, line, type Marks, round, SMALL, text, WIDTH } from './marks.ts';

/** Most beside each other, and the height of one. */
const COLUMNS = 3;
const HEIGHT = 210;
const GAP = 28;
const HEAD = 34;
const FOOT = 30;
const TICKS = 62;

export function panelMarks({ panels }: PanelSlide): Marks {
  const rows = Math.ceil(panels.length / COLUMNS);
  const height = rows * HEIGHT + (rows - 1) * GAP;
  const [first] = panelGrid(COLUMNS, WIDTH, HEIGHT, GAP);
  const frames = panels.map((_, at): Frame => {
    const { w = WIDTH, h = HEIGHT } = first ?? {};
    const [column, row] = [at % COLUMNS, Math.floor(at / COLUMNS)];
    return { x: column * (w + GAP), y: row * (h + GAP), w, h };
  });
  const body = panels.map((panel, at) => panelMark(panel, frames[at] as Frame));
  return { body: body.join(''), height };
}

function panelMark(panel: ChartSlide, { x, y, w, h }: Frame): string {
  const { least, most, percent, categories, series, heading } = panel;
  const [left, right, top, bottom] = [x + TICKS, x + w - 6, y + HEAD + 10, y + h - FOOT];
  const across = (at: number) =>
    left + 8 + (at * (right - left - 8)) / (categories.length - 1 || 1);
  const up = (value: number) => bottom - ((value - least) / (most - least || 1)) * (bottom - top);
  const last = lastText(panel, 'value');
  const ends = [least, most].map((value) => {
    const said = `${formatNumber(value, 0)}${percent ? '%' : ''}`;
    const at = up(value);
    return (
      line(left, at, right, at, palette.line, 1.5) +
      text(said, left - 6, at + 7, { anchor: 'end', size: SMALL - 3 })
    );
  });
  return [
    text(cut(heading, w - 80, SMALL), x, y + 22, { size: SMALL }),
    text(last, x + w, y + 22, { anchor: 'end', size: SMALL, weight: 700 }),
    ...ends,
    text(categories[0] ?? '', left, y + h - 4, { size: SMALL - 3 }),
    text(categories.at(-1) ?? '', right, y + h - 4, { anchor: 'end', size: SMALL - 3 }),
    ...series.map((one) => seriesMark(one, across, up)),
  ].join('');
}

const LOOKS = {
  value: { width: 4, colour: palette.accent, dash: '' },
  group: { width: 2, colour: palette.muted, dash: '' },
  target: { width: 2, colour: palette.ink, dash: '8 6' },
};

function seriesMark(
  { role, values }: SlideSeries,
  x: (at: number) => number,
  y: (value: number) => number,
): string {
  const { width, colour, dash } = role === 'group' || role === 'target' ? LOOKS[role] : LOOKS.value;
  const path = values.map((value, at) =>
    value === null
      ? ''
      : `${at > 0 && values[at - 1] !== null ? 'L' : 'M'}${round(x(at))} ${round(y(value))}`,
  );
  const last = values.map((value) => value !== null).lastIndexOf(true);
  const dot =
    role === 'value' && last >= 0
      ? `<circle cx="${round(x(last))}" cy="${round(y(values[last] ?? 0))}" r="6" fill="${colour}"/>`
      : '';
  const dashes = dash ? ` stroke-dasharray="${dash}"` : '';
  return `<path d="${path.join('')}" fill="none" stroke="${colour}" stroke-width="${width}"${dashes}/>${dot}`;
}
