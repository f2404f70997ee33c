/** Words about a figure: columns, absences, statuses, levels, kinds of period. */

import type { Words } from '../vi/words.ts';

/** Kinds of period. */
export const GRAIN = {
  any: 'All period types',
  month: 'Month',
  quarter: 'Quarter',
  half: 'Half-year',
  nine_months: 'Nine months',
  year: 'Year',
  day: 'Day',
  span: 'Time span',
};

export const figureWords: Pick<
  Words,
  | 'grain'
  | 'column'
  | 'exportColumn'
  | 'level'
  | 'absence'
  | 'glyph'
  | 'status'
  | 'lessThan'
  | 'denominatorDiffers'
  | 'atLeast'
  | 'bound'
  | 'kind'
> = {
  grain: GRAIN,
  column: {
    unit: 'Unit',
    body: 'Body',
    indicator: 'Indicator, measure',
    group: 'Group',
    period: 'Period',
    breakdown: 'Breakdown',
    category: 'Category',
    kind: 'Kind of figure',
    value: 'Value',
    numerator: 'Numerator',
    denominator: 'Denominator',
    reported: 'As reported',
    status: 'Status',
    asOf: 'As of',
    flags: 'Notes',
    source: 'Document',
    locator: 'Section of the document',
  },
  exportColumn: {
    unit: 'Unit id',
    indicator: 'Indicator id',
    bound: 'Bound of the stated figure',
  },
  level: {
    province: 'Provincial level',
    district: 'District level',
    commune: 'Commune level',
    neighbourhood: 'Neighbourhoods',
  },
  absence: {
    NOT_REPORTED: 'not reported',
    NOT_APPLICABLE: 'not applicable',
    SUPPRESSED: 'not published',
    NOTHING_AROSE: 'none arose',
    NO_UNIT: 'unit not yet established or already abolished',
    NOT_COMPUTABLE: 'cannot be calculated',
    NO_DATA: 'not yet in the data package',
  },
  glyph: {
    NOT_REPORTED: '!',
    NOT_APPLICABLE: '–',
    SUPPRESSED: '***',
    NOTHING_AROSE: '0/0',
    NO_UNIT: '×',
    NOT_COMPUTABLE: '?',
    NO_DATA: '…',
  },
  status: {
    A: 'normal value',
    P: 'provisional',
    E: 'counted or derived by a reader',
    B: 'break in the series',
    D: 'definition differs',
    U: 'low reliability',
    O: 'not reported',
    M: 'not applicable',
    Q: 'not published',
  },
  lessThan: (n) => `fewer than ${n}`,
  denominatorDiffers: 'denominator differs from the definition',
  atLeast: (value) => `at least ${value}`,
  bound: {
    '>': (value) => `over ${value}`,
    '>=': (value) => `${value} or more`,
    '<': (value) => `under ${value}`,
    '<=': (value) => `at most ${value}`,
    '~': (value) => `about ${value}`,
  },
  kind: {
    '': 'result',
    target: 'target',
    registered: 'registered',
    norm: 'norm',
  },
};
