/** Words about who needs a visit, and where a unit stands. */
import { formatCount } from '../../model/writing/number.ts';
import { lowerFirst } from '../letter-case.ts';
import type { Words } from '../vi/words.ts';
import { counted } from './plural.ts';

export const visits: Words['visits'] = {
  heading: (count) => (count === 3 ? 'Three units to visit first' : 'Units to visit first'),
  scope: (subjects, units, place, period, reporting) =>
    `${[`On ${counted(subjects, 'indicator')} of ${counted(units, 'unit')}, ${lowerFirst(place)}`, lowerFirst(period)].filter(Boolean).join(', ')}${reporting < units ? ` (${counted(reporting, 'unit')} with figures of it)` : ''}; only clear differences, beyond chance, are named`,
  places: (count) => `in ${counted(count, 'area')}, each looked at by itself`,
  none: 'No unit stands apart clearly by this order.',
  fewer: 'No other unit has a reason that is clear enough.',
  next: 'Next:',
  by: 'Order by',
  weight: {
    all: 'By all reasons',
    level: 'By present level',
    change: 'By change since a year before',
    reports: 'By reports and data',
  },
  how: 'How they are ordered',
  points: (points) => counted(points, 'point'),
  rules: {
    verdict:
      'A reason is named only where the difference is beyond chance (99.8%) and reaches the smallest gap that means something for the indicator (5 percentage points unless the indicator says otherwise).',
    points: (most) =>
      `Its points are how many times that gap it is, ${most} at most: against the units of the same level, area and period together; against the target; against the same period a year before; the overdue share of dossiers in progress against that of the group.`,
    facts: (checks) =>
      `Every report that was due and has not come is 1 point; every ${counted(checks, 'item')} to be checked in the figures 1 point.`,
    once: 'Indicators that say nearly the same (on time and overdue) count once, by their strongest reason. The points of a unit are the sum over its reasons.',
    noGrade: 'The list suggests where to go first to learn more; it is not a grading of units.',
  },
  behind: (side, value) => `clearly ${side} than the group (${value})`,
  missed: (value) => `misses the target ${value}`,
  changed: (direction, points) =>
    `${direction === 'up' ? 'up' : 'down'} ${points} on a year before`,
  share: (count, of, share) => `${count}/${of} (${share})`,
  late: (count) => `${counted(count, 'report')} not received`,
  check: (count) => `${counted(count, 'item')} to be checked`,
  lateOnes: 'reports not received',
  checkOnes: 'points to be checked',
  held: {
    goal: (value) => `target ${value}`,
    overall: (value) => `group ${value}`,
  },
  inFigures: 'in the reported figures',
  tint: 'Tinted cells: clearly worse than the group; the deeper, the further behind',
  tinted: 'clearly worse than the group',
  byBreakdown: (name) => `by ${lowerFirst(name)}`,
  trendOf: (what) => `Trend: ${what}`,
  cannot: (units, places, periods) =>
    `No unit can be named to be visited first: the package has ${counted(units, 'unit')} in ${counted(places, 'area')}, with figures of ${counted(periods, 'different period')}. It takes at least three units of one level, area and period to compare.`,
  documents: 'Documents in the package',
  kind: 'Kind of document',
  kindOver: (kind, grain) => `${kind}, ${lowerFirst(grain)}`,
  document: 'Document',
  figures: 'Figures',
  table: 'Table of indicators by unit',
};

export const standing: Words['standing'] = {
  story: (behind, judged) =>
    behind === 0
      ? `Clearly worse than the group on none of ${counted(judged, 'indicator')} that can be compared`
      : `Clearly worse than the group on ${formatCount(behind)} of ${counted(judged, 'indicator')} that can be compared`,
  missed: (missed, all) =>
    missed === 0
      ? `meets all ${counted(all, 'target')}`
      : `misses ${formatCount(missed)} of ${counted(all, 'target')}`,
  worse: (count) => `${counted(count, 'indicator')} clearly worse than a year before`,
  alone: 'No units of the same level, area and period to compare with',
  alarms: 'What to attend to',
  caption: 'Latest indicators of the unit',
  result: 'Result',
  before: 'On a year before',
  group: 'Group',
  rank: 'Rank',
  place: 'Place in the group',
  trend: 'Trend',
  rankRange: (best, worst, of) =>
    `${best === worst ? formatCount(best) : `${formatCount(best)}–${formatCount(worst)}`}/${formatCount(of)}`,
  rankNote: 'A rank is a range: units that do not differ clearly share one. 1 is best.',
  strip: (count) => `Place of the unit among ${counted(count, 'unit')}`,
  legend: 'Place in the group: ● this unit, | the others, the tall line is the group’s value.',
  missedTarget: 'missed',
  everything: 'All figures',
  everythingCounts: (figures, issues, documents) =>
    `${counted(figures, 'figure')} · ${counted(issues, 'item')} to note · ${counted(documents, 'document')}`,
};
