/** Colours of the lines of a slide, on paper and on screens. */
import type { Tone } from '../../../slide/looks.ts';
import { palette } from '../../../style/palette.ts';

const COLOURS = {
  ...{ grey: palette.faint, pale: palette.missed, behind: palette.error },
  ...{ group: palette.muted, own: palette.muted, target: palette.ink },
} as const;

/** The colour of a line by what it is among the others. */
export function toneColour(tone: Tone): string {
  if (typeof tone !== 'number') return COLOURS[tone];
  return palette.series[tone % palette.series.length] ?? palette.accent;
}
