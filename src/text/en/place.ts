/** Words about levels, sums over units, and units that change. */
import { formatCount } from '../../model/writing/number.ts';
import type { Words } from '../vi/words.ts';
import { counted } from './plural.ts';

export const placeWords: Words['place'] = {
  level: 'Level',
  asReported: 'As units report',
  basis: 'Boundaries',
  atTheTime: 'As at the time of the report',
  today: 'As they are today',
  movedThen: (unit, day, into) =>
    `${unit} has ended${day ? ` (${day})` : ''}; it is part of ${into} now.`,
  movedNow: (unit, day, into) =>
    `${unit} has ended${day ? ` (${day})` : ''}; ${into} is shown on today's boundaries.`,
  toNow: "See it on today's boundaries",
  toThen: 'See it as it was reported',
  missing: (names, more) =>
    `without ${names}${more > 0 ? ` and ${counted(more, 'other unit')}` : ''}`,
  path: 'Path to the unit',
  all: 'All',
  whole: 'Back to the whole',
  lost: {
    alone:
      'The new package stands by itself: it has no way to the package above it, nor to those of the units below, as the open one has.',
    below: (names) =>
      `A unit below ${names} was declared, so not all that lies below is in a package of its own: the way to the package of ${names} is not kept.`,
    unknown: (ids) =>
      `The open package names packages of units that it does not have (${ids}): the way to them is not kept.`,
    cut: (title) =>
      `Only some of the units are in what is cut out: the way to the package above, “${title}”, is not kept.`,
  },
  partOf: (name) => `Open the figures of the units below ${name}`,
  counted: (reported, expected) =>
    `${formatCount(reported)}/${formatCount(expected)} units reported`,
  reported: (reported, of) => `${formatCount(reported)}/${counted(of, 'unit')} reported`,
  apart: (units, reported, of, period) =>
    `${counted(units, 'unit')} cut off alike, of ${formatCount(reported)} of ${formatCount(of)} that have reported ${period}`,
  newer: (units, period, newer, missing) =>
    [
      `${counted(units, 'unit')} in ${period}`,
      `${counted(newer, 'unit')} with newer figures`,
      missing > 0 ? `${counted(missing, 'unit')} without figures of this period` : '',
    ]
      .filter(Boolean)
      .join('; '),
  rebuilt: (units) => `from ${counted(units, 'former unit')}`,
  estimated: 'estimated by a stated share',
  reorganised: (day, units) => `${day}: ${counted(units, 'unit')} reorganised`,
  ownBeside: (value) => `own report ${value}`,
  sumBeside: (value) => `units below it ${value}`,
  legendBeside: (isSum) => (isSum ? 'Added up from the units below' : "The unit's own report"),
  sumOf: { below: '(units below added up)', before: "(rebuilt on today's boundaries)" },
  summed:
    'Each unit has the sum of numerators over the sum of denominators of the units below it that reported; its own report stands beside.',
  parts: {
    below: 'Added up from the units below',
    before: 'Rebuilt from the units before the reorganisation',
  },
  ownReport: "The unit's own report",
  partCount: (count) => counted(count, 'unit'),
  left: {
    missing: 'no data',
    hidden: 'not published',
    conflict: 'not agreed',
    unfit: 'defined otherwise or unreliable',
    counts: 'a rate without counts',
    cutoff: 'closed on another day',
    share: 'share not known',
  },
  unsummed:
    'Too many figures to add up at once: what the units report themselves is shown. Choose an indicator or a period to see sums.',
};
