/** Words of an explanation: what each part gives to a difference. */
import { formatCount } from '../../../model/writing/number.ts';

import { lowerFirst } from '../../letter-case.ts';
import type { Words } from '../../vi/words.ts';

export const explaining: Words['explaining'] = {
  links: {
    year: 'Explain the difference from a year before',
    group: 'Explain the difference from the group',
  },
  against: 'Against',
  bases: { year: 'The same period a year before', group: 'The value of the group' },
  by: 'Taken apart by',
  units: 'Units below',
  first: 'The first way that is complete',
  title: (subject, unit, period, base) =>
    `Explaining a difference: ${lowerFirst(subject)}, ${unit}, ${lowerFirst(period)} against ${lowerFirst(base)}`,
  higher: (unit, value, base, points, was) =>
    `${unit} ${value}, ${points} above ${lowerFirst(base)} (${was})`,
  lower: (unit, value, base, points, was) =>
    `${unit} ${value}, ${points} below ${lowerFirst(base)} (${was})`,
  same: (unit, value, base) => `${unit} ${value}, equal to ${lowerFirst(base)}`,
  mostly: (parts) => `most of it from ${parts}`,
  offset: (parts) => `parts offset one another, the largest ${parts}`,
  and: ' and ',
  effects: (rate, mix) => `${rate} by rates, ${mix} by weights`,
  finding: (parts) => `most of the difference from ${parts}`,
  caption: (by) => `What each part gives to the difference, by ${lowerFirst(by)}`,
  columns: {
    part: 'Part',
    weight: 'Weight',
    value: 'Rate',
    mix: 'By weight',
    rate: 'By rate',
    given: 'In all',
  },
  state: { year: ['year before', 'now'], group: ['group', 'unit'] },
  all: 'The whole difference',
  others: (count) => `${formatCount(count)} other parts`,
  rise: 'Raises it',
  fall: 'Lowers it',
  level: 'First and last level',
  room: 'Room',
  rebuiltBase: (made) => `The year before on today’s boundaries: ${made}.`,
  rebuiltParts: (units) => `The year before added up from former units: ${units}.`,
  estimatedParts: (units) =>
    `The year before estimated by the shares that the package states: ${units}.`,
  cutAxis: (value) => `The axis begins at ${value}, not at 0.`,
  notes: [
    'By weight: the part has another share of the denominator. By rate: the part’s own rate is another. Both add up exactly to the difference (Kitagawa 1955); the table is rounded.',
    'This is arithmetic: it says where the difference lies, not what caused it.',
  ],
  fault: {
    noFigure: 'The unit has no figure of this indicator for the chosen period.',
    noCounts: 'Only a reported rate, without numerator and denominator: it cannot be taken apart.',
    unfit: 'The figure is of another definition, not agreed, or unreliable.',
    noYear: 'There is no figure of the same period a year before.',
    unlike:
      'The figure of a year before cannot be compared (another cut-off, a break, another definition).',
    rebuilt:
      'On today’s boundaries, the former units have not all reported what both periods would be added up from.',
    split:
      'On today’s boundaries, a former unit was divided and nobody said how; its counts are not apportioned.',
    noGroup: 'There is no group of one level, place, period and cut-off to compare with.',
  },
  noWay: 'There is nothing to take this apart by: no breakdown, no units below.',
  cannot: (by, why, units) => `Not by ${lowerFirst(by)}: ${why}${units ? ` (${units})` : ''}.`,
  why: {
    missing: 'the parts are not all there',
    unfit: 'some parts cannot be added (no counts, not agreed, another definition)',
    sum: 'the parts do not add up to the whole',
    moved: 'the units below are not those of a year before',
    rebuilt: 'on today’s boundaries, some former units lack the counts of a part',
    split:
      'on today’s boundaries, a former unit was divided and nobody said how; its counts are not apportioned',
  },
  moreUnits: (names, more) => (more > 0 ? `${names} and ${formatCount(more)} other units` : names),
};
