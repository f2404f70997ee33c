/** Why a cell of somebody's table cannot be taken as it is. */

export type CellProblemCode =
  | 'not-a-number'
  | 'date-in-place-of-number'
  | 'formula-error'
  | 'pair-without-place'
  | 'pair-impossible'
  | 'below-zero'
  | 'above-whole'
  | 'figure-without-name'
  | 'contradiction'
  | 'total-differs'
  | 'not-whole'
  | 'percent-in-count'
  | 'second-table'
  | 'unit-not-then'
  | 'bad-period'
  | 'bad-day'
  | 'bad-category'
  | 'bad-code';
