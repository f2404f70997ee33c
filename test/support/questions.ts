/** Questions that several tests ask. */
import type { Question } from '../../src/question/ask.ts';

/** Every figure of the package, by the data table's question. */
export const EVERY_FIGURE = {
  ask: 'figures',
  subjects: null,
  units: null,
  period: { type: 'latest' },
  grain: 'any',
  breakdown: '',
  category: '',
  body: null,
  source: '',
  codes: [],
  limit: 1_000_000,
} as const satisfies Question;

/** Every issue of the package. */
export const EVERY_ISSUE = {
  ask: 'issues',
  units: null,
  severities: [],
  codes: [],
  source: '',
  period: '',
  limit: 10_000,
} as const satisfies Question;
