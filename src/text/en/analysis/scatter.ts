/** Words of two indicators over units. */
import { formatCount } from '../../../model/writing/number.ts';

import type { Words } from '../../vi/words.ts';
import { counted } from '../plural.ts';

export const scatterWords: Words['scatter'] = {
  second: 'Held beside',
  none: 'None',
  title: (a, b, period) => `${a} and ${b}${period ? `, ${period}` : ''}`,
  sentence: (units, place, a, b) =>
    `${counted(units, 'unit')} with both indicators${place ? `, ${place}` : ''}; medians ${a} and ${b}`,
  both: (count) =>
    count === 0
      ? 'none is worse than the median on both'
      : `${formatCount(count)} worse than the median on both`,
  cause: 'The chart puts two indicators side by side; it does not say that one acts on the other.',
  lines: 'Dashed lines are medians; the units farthest from them are named.',
  left: (names) =>
    `Not drawn, as one of the two figures of the period is missing or cannot be compared: ${names}.`,
  few: 'Fewer than three units have both indicators for the same period.',
  median: (axis) => `Median, ${axis}`,
};
