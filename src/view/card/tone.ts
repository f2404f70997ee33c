/** Colours of the lines of a slide on a screen. */
import type { Tone } from '../../slide/looks.ts';
import { palette } from '../../style/palette.ts';

/** The colour of a line by what it is among the others. */
export function toneColour(tone: Tone): string {
  if (typeof tone === 'number')
    return palette.series[tone % palette.series.length] ?? palette.accent;
  return { grey: palette.faint, group: palette.muted, own: palette.muted, target: palette.ink }[
    tone
  ];
}
