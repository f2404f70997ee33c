/** Names of many periods under a line chart, as texts: an axis of twenty slants its own in every program. */
import { type TimeLabel, timeLabels } from '../../../slide/page/times.ts';
import { FONT, INK, MUTED, type Page, SIZE } from '../style.ts';

/** Inches of a line of names, of a character, and of the least place for one. */
const LINE = 0.26;
const CHARACTER = 0.098;
const LEAST = 0.6;

/** The plot of a chart on its page, in inches. */
interface Plot {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

export function addTimes(page: Page, periods: readonly string[], plot: Plot): void {
  const { parts, years, lead } = timeLabels(periods, plot.w / CHARACTER);
  const step = plot.w / periods.length; // a point stands in the middle of its step
  const top = plot.y + plot.h + 0.04;
  const base = {
    h: LINE,
    margin: 0,
    fontFace: FONT,
    fontSize: SIZE.label,
    valign: 'middle',
  } as const;
  const add = (label: TimeLabel, y: number, color: string) => {
    const middle = plot.x + ((label.from + label.to + 1) / 2) * step;
    const w = Math.max(LEAST, (label.to - label.from + 1) * step, label.text.length * 0.12);
    const fitting = label.from === label.to && parts.length === periods.length ? step : w;
    page.addText(label.text, {
      ...{ ...base, x: middle - fitting / 2, y, w: fitting, color, align: 'center' },
      wrap: false,
    });
  };
  for (const label of parts) add(label, top, INK);
  const below = parts.length > 0 ? top + LINE : top;
  for (const label of years) add(label, below, parts.length > 0 ? MUTED : INK);
  if (lead) page.addText(lead, { ...base, x: plot.x - 0.4, y: top, w: 0.3, color: MUTED });
}
