/** Small charts of a slide beside each other, each under its name and its last value. */
import { theme } from '../../chart/theme.ts';
import { cut } from '../../model/writing/outside.ts';
import { lastText } from '../../slide/looks.ts';
import { panelGrid } from '../../slide/page/grid.ts';
import type { PanelSlide } from '../../slide/slide.ts';
import { SmallChart } from '../card/small-chart.tsx';

/** Width of a letter by the size of type. */
const LETTER = 0.56;

interface Room {
  readonly width: number;
  readonly height: number;
  /** Pixels of its type. */
  readonly size: number;
}

export function SlidePanels({ slide, width, height, size }: Room & { readonly slide: PanelSlide }) {
  const frames = panelGrid(slide.panels.length, width, height, size);
  const head = size * 1.3;
  const text = { fontSize: size, fontFamily: theme.font };
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: its section is named, and its figures are in the view's table
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} className="named-lines">
      {slide.panels.map((panel, at) => {
        const { x, y, w, h } = frames[at] ?? { x: 0, y: 0, w: 0, h: 0 };
        const last = lastText(panel, 'value');
        const room = { x, y: y + head, width: w, height: h - head, size };
        return (
          <g key={panel.heading}>
            <text x={x} y={y + size} fill={theme.ink} {...text}>
              {cut(panel.heading, Math.floor(w / size / LETTER) - last.length - 1)}
            </text>
            <text x={x + w} y={y + size} textAnchor="end" {...text} fontWeight={600}>
              {last}
            </text>
            <SmallChart panel={panel} {...room} />
          </g>
        );
      })}
    </svg>
  );
}
