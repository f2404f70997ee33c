/** Colours and sizes of drawings; the same values as the style sheet, so that a saved picture needs none. */
import { palette } from '../style/palette.ts';

export const theme = {
  ...palette,
  font: '"Be Vietnam Pro", "Like Be Vietnam", system-ui, sans-serif',
  target: palette.ink,
  size: { text: 15, small: 15 },
} as const;
