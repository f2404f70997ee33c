/** Small charts with looks of a screen: one alone under its name, or many of a slide beside each other. */
import { type SmallChart as Drawn, Panels } from '../../chart/plot/panels.tsx';
import { toneColour } from '../../share/picture/chart/tone.ts';
import { type PanelFrame, panelLook } from '../../slide/page/panels.ts';
import type { ChartSlide } from '../../slide/slide.ts';

/** Pixels of its type on a screen. */
const SIZE = 15;

/** Without name and value, which stand above it. */
export function SmallChart({
  panel,
  width,
  height,
}: {
  readonly panel: ChartSlide;
  readonly width: number;
  readonly height: number;
}) {
  const drawn = smallChartOf(panel, { x: 0, y: 0, w: width, h: height }, SIZE);
  return <Panels {...{ width, height }} size={SIZE} charts={[{ ...drawn, name: '', value: '' }]} />;
}

/** A panel of a slide as it is drawn in a frame. */
export function smallChartOf(panel: ChartSlide, frame: PanelFrame, size: number): Drawn {
  const { lines, first, last, ends, ...look } = panelLook(panel);
  return {
    ...{ ...look, ends, frame, times: timesIn(first, last, frame.w, size) },
    lines: lines.map(({ tone, isThick, ...line }) => ({
      ...{ ...line, colour: toneColour(tone), isDashed: tone === 'target' },
      isOwn: isThick,
    })),
  };
}

/** First and last period; their years alone where both have no room. */
function timesIn(
  first: string,
  last: string,
  width: number,
  size: number,
): readonly [string, string] {
  const isRoomy = (first.length + last.length + 4) * size * LETTER < width;
  const year = (period: string) => /\d{4}$/.exec(period)?.[0] ?? period;
  return isRoomy ? [first, last] : [year(first), year(last)];
}

/** Width of a letter by its size. */
const LETTER = 0.57;
