/** Marks between two axes on paper: one unit's place on many rows, or units by two values. */
import type { PlotLook, PlotPoint, PlotSlide } from '../../../slide/slide.ts';
import { palette } from '../../../style/palette.ts';
import { cut, line, type Marks, round, SMALL, text, WIDTH } from './marks.ts';

const ROWS = { left: 330, right: 190, row: 36, top: 8, bottom: 40 };
const VALUES = { left: 96, right: 24, plot: 460, top: 34, bottom: 74 };

interface Plane {
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export function plotMarks(slide: PlotSlide): Marks {
  const plane = planeOf(slide);
  const space = slide.isRows ? ROWS.bottom : VALUES.bottom;
  const drawn = slide.series.map(({ look, points }) =>
    LINES[look]
      ? pathMark(look, points, plane)
      : points.map((at) => pointMark(look, at, plane)).join(''),
  );
  const texts = slide.series.flatMap(({ points }) =>
    points.map((point) => pointText(point, plane)),
  );
  return { body: [axes(slide, plane), ...drawn, ...texts].join(''), height: plane.bottom + space };
}

function planeOf({ isRows, room, x, y }: PlotSlide): Plane {
  const own = room ? { left: WIDTH * room.names, right: WIDTH * room.texts } : {};
  const { left, right: space, top } = isRows ? { ...ROWS, ...own } : VALUES;
  const right = WIDTH - space;
  const bottom = top + (isRows ? y.ticks.length * ROWS.row : VALUES.plot);
  return {
    ...{ left, right, top, bottom },
    x: (value) => left + ((value - x.least) / (x.most - x.least || 1)) * (right - left),
    y: (value) => bottom - ((value - y.least) / (y.most - y.least || 1)) * (bottom - top),
  };
}

function axes({ isRows, x, y }: PlotSlide, plane: Plane): string {
  const { left, right, top, bottom } = plane;
  const across = x.ticks.map(
    ({ at, text: said }) =>
      line(plane.x(at), top, plane.x(at), bottom, palette.line, 1.5) +
      text(said, plane.x(at), bottom + 28, { anchor: 'middle', size: SMALL }),
  );
  const up = y.ticks.map(
    ({ at, text: said }) =>
      (isRows ? '' : line(left, plane.y(at), right, plane.y(at), palette.line, 1.5)) +
      text(cut(said, left - 20, SMALL), left - 12, plane.y(at) + 8, { anchor: 'end', size: SMALL }),
  );
  const names = isRows
    ? ''
    : text(x.name, right, bottom + 62, { anchor: 'end', size: SMALL }) +
      text(y.name, left, 22, { size: SMALL });
  return [...across, ...up, names].join('');
}

const LINES: Partial<Record<PlotLook, readonly [number, string, string]>> = {
  thin: [1.5, palette.muted, ''],
  thick: [15, palette.faint, ''],
  dashed: [2, palette.muted, '10 6'],
  dotted: [2, palette.muted, '2 6'],
};

function pathMark(look: PlotLook, points: readonly (PlotPoint | null)[], plane: Plane): string {
  const [width, colour, dash] = LINES[look] ?? [1, palette.muted, ''];
  const path = points.map((point, at) =>
    point
      ? `${at > 0 && points[at - 1] ? 'L' : 'M'}${round(plane.x(point.x))} ${round(plane.y(point.y))}`
      : '',
  );
  const dashes = dash ? ` stroke-dasharray="${dash}"` : '';
  return `<path d="${path.join('')}" fill="none" stroke="${colour}" stroke-width="${width}"${dashes}/>`;
}

function pointMark(look: PlotLook, point: PlotPoint | null, plane: Plane): string {
  if (!point || look === 'text') return '';
  const [x, y] = [round(plane.x(point.x)), round(plane.y(point.y))];
  if (look === 'tick') return line(x, y - 14, x, y + 14, palette.ink, 4);
  if (look === 'mid') return line(x, y - 9, x, y + 9, palette.ink, 2);
  if (look === 'bad')
    return `<rect x="${x - 7}" y="${y - 7}" width="14" height="14" fill="${palette.warning}"/>`;
  const fill = look === 'ring' ? palette.ground : palette.accent;
  return `<circle cx="${x}" cy="${y}" r="8" fill="${fill}" stroke="${palette.accent}" stroke-width="2.5"/>`;
}

function pointText(point: PlotPoint | null, plane: Plane): string {
  if (!point?.text) return '';
  return text(point.text, plane.x(point.x) + 14, plane.y(point.y) + 8, { size: SMALL });
}
