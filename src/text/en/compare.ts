/** Words of a comparison: verdicts, ranks, orders, the steps through time, the funnel. */
import type { Words } from '../vi/words.ts';
import { counted } from './plural.ts';

const range = (best: number, worst: number) => (best === worst ? `${best}` : `${best}–${worst}`);

export const comparing: Words['comparing'] = {
  order: 'Order',
  orders: {
    worst: 'Needs attention first',
    best: 'Best first',
    change: 'By change on a year earlier',
    target: 'By distance to the target',
    name: 'By name of the unit',
  },
  neutral: 'By name of the unit',
  charts: { bars: 'Bar chart', funnel: 'Funnel plot' },
  intervals: 'Chance range',
  earlier: (period) => `Previous period: ${period}`,
  later: (period) => `Next period: ${period}`,
  noEarlier: 'No earlier period',
  noLater: 'No later period',
  play: 'Play',
  stop: 'Stop',
  choose: 'Choose units',
  chooseUnit: (name) => `Choose ${name}`,
  chosen: (count) =>
    count === 0 ? 'Choose units to see them in one trend.' : `${counted(count, 'unit')} chosen.`,
  toTrend: 'Compare trends',
  verdict: {
    better: 'better',
    similar: 'similar',
    lower: 'lower',
    higher: 'higher',
    few: 'few cases',
  },
  against: (verdict, value) => `${verdict} than the group value ${value}`,
  unlike: (value) => `not clearly different from the group value ${value}`,
  few: 'fewer than 30 cases, too few to be held against the group value',
  group: (value) => `group value ${value}`,
  rank: (best, worst) => `rank ${range(best, worst)}`,
  rankOf: (best, worst, of) => `rank ${range(best, worst)} of ${of}`,
  interval: (low, high) => `by chance ${low}–${high}`,
  ahead: (target, points) => `${target}, ahead by ${points}`,
  short: (target, points) => `${target}, short by ${points}`,
  met: (target) => `${target}, just reached`,
  lastYear: (value, change) => `a year earlier ${value}${change ? ` (${change})` : ''}`,
  columns: { verdict: 'Against the group value', rank: 'Rank' },
  legend: {
    better: 'Better than the group value',
    worse: 'Worse than the group value',
    similar: 'Not clearly different',
    interval: '95% chance range',
  },
  explainVerdict: (gap, units) =>
    `A unit counts as different from the group value only where its whole chance range lies to one side and the gap is at least ${gap}. As ${counted(units, 'unit')} are compared at once, the range used for the verdict is wider than the one drawn (Bonferroni), so that the chance of naming even one unit wrongly is about 5%.`,
  explainRank:
    'A rank is a range: at best behind the units that are clearly ahead, at worst before those clearly behind; units with fewer than 30 cases have none.',
  explainInterval:
    'Thin lines are the 95% range of chance from period to period; these are full counts, not samples.',
  funnel: {
    across: 'Number of cases (denominator)',
    inner: '95% limits',
    outer: '99.8% limits',
    group: 'Group value',
    points: (count) => `Each point is one unit (${count}).`,
    outside: (names) => `Beyond the 99.8% limits: ${names}.`,
    nobody: 'No unit lies beyond the 99.8% limits.',
    near: (count, gap) =>
      `${counted(count, 'more unit')} beyond the 99.8% limits by less than ${gap}, not named.`,
    none: 'A funnel plot needs numerators, denominators and a group value of at least two units.',
    left: (count) =>
      `${counted(count, 'unit')} without counts, or with something to be checked, not drawn here.`,
    beyond95: 'beyond the 95% limits',
    beyond998: 'beyond the 99.8% limits',
  },
};
