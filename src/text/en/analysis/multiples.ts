/** Words of one unit's indicators over time, a small chart each. */
import { lowerFirst } from '../../letter-case.ts';
import type { Words } from '../../vi/words.ts';
import { counted } from '../plural.ts';

export const multiplesWords: Words['multiples'] = {
  show: 'Show each indicator over time',
  title: (unit) => `${unit}: each indicator over time`,
  label: (name) => `Over time: ${name}`,
  points: (from, first, to, last) =>
    `from ${first} (${lowerFirst(from)}) to ${last} (${lowerFirst(to)})`,
  legend: ['Bold line: the unit', 'dashed: target', 'thin grey line: the group'],
  axis: 'Each chart has a scale of its own that fits its figures and does not begin at 0; what calls for attention comes first.',
  left: (count) =>
    `${counted(count, 'other indicator')} not drawn: figures of fewer than two periods.`,
  none: 'No indicator has figures of two periods or more.',
  first: 'First period',
  last: 'Latest period',
};
