/** Words of a unit's place on many indicators, and of two indicators over units. */
import { formatCount } from '../../../model/writing/number.ts';
import type { Words } from '../../vi/words.ts';
import { counted } from '../plural.ts';

export const spineWords: Words['spine'] = {
  show: 'Show as a chart',
  back: 'Show as a table',
  title: (unit) => `Where ${unit} stands in its group, by indicator`,
  worst: 'Worst',
  best: 'Best',
  half: 'Middle half of the units',
  range: 'From the worst unit to the best',
  median: 'Median',
  own: 'This unit',
  behind: 'This unit, clearly worse than the group',
  target: 'Target',
  rows: 'Indicators',
  scale: 'Scale',
  row: (name, units) => `${name} (${formatCount(units)})`,
  legend: [
    'Thin line: from worst to best; grey band: the middle half of the units; short tick: median; long tick: target.',
    'Dot: this unit (square: clearly worse than the group). The right is always better; in brackets: units compared.',
  ],
  beyond: 'A target beyond the group is drawn at the edge.',
  left: (count) =>
    `${counted(count, 'other indicator')} not drawn: no group to compare with, or all units alike.`,
  sentence: (unit, above, all, period) =>
    `${unit}: ${formatCount(above)} of ${counted(all, 'indicator')} in the better half of the group, ${period}`,
  none: 'No indicator can be compared with a group of three units or more.',
  columns: { group: 'Group: worst, median, best', units: 'Units' },
};
