/** Colours and sizes of drawings; the same values as the style sheet, so that a saved picture needs none. */
export const theme = {
  font: '"Be Vietnam Pro", system-ui, sans-serif',
  ink: '#1a2129',
  muted: '#56616d',
  line: '#dfe4e9',
  ground: '#ffffff',
  accent: '#1d5a86',
  weak: '#9dbcd2',
  error: '#a8281c',
  warning: '#835400',
  target: '#1a2129',
  /** Series of a trend: distinct in hue and in lightness, readable in grey. */
  series: ['#1d5a86', '#c2571a', '#4c8c4a', '#7b4ea3', '#8f6b00', '#a8281c', '#3a9aa6', '#5c6670'],
  size: { text: 15, small: 13 },
} as const;
