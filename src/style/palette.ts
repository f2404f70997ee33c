/** The colours of everything drawn: screen, pictures, slides, files. The style sheet has the same (test/style). */
export const palette = {
  ink: '#1a2129',
  muted: '#56616d',
  line: '#dfe4e9',
  ground: '#ffffff',
  accent: '#1d5a86',
  accentTint: '#e8f0f6',
  error: '#a8281c',
  /** Of many lines those that have not reached the target. */
  missed: '#dba49e',
  warning: '#835400',
  /** Type and rules of official papers. */
  paper: '#000000',
  /** A figure in doubt. */
  weak: '#9dbcd2',
  /** What stands beside figures: a target on slides, a parent's own report. */
  faint: '#b4bec8',
  beside: '#8a949e',
  /** Series of a trend: distinct in hue and in lightness, readable in grey. */
  series: ['#1d5a86', '#c2571a', '#4c8c4a', '#7b4ea3', '#8f6b00', '#a8281c', '#3a9aa6', '#5c6670'],
} as const;
