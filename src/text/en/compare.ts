/** Words of a comparison: verdicts, ranks, orders, the steps through time, the funnel. */
import { formatCount } from '../../model/writing/number.ts';

import { lowerFirst } from '../letter-case.ts';
import type { Words } from '../vi/words.ts';
import { counted } from './plural.ts';

const range = (best: number, worst: number) =>
  best === worst ? formatCount(best) : `${formatCount(best)}–${formatCount(worst)}`;

export const comparing: Words['comparing'] = {
  order: 'Order',
  orders: {
    worst: 'Needs attention first',
    best: 'Best first',
    change: 'By change',
    target: 'By distance to the target',
    name: 'By name of the unit',
  },
  neutral: 'By name of the unit',
  drawing: 'Drawing',
  charts: { bars: 'Bar chart', funnel: 'Funnel plot', change: 'Change plot', map: 'Tile map' },
  base: 'Changes since',
  bases: { year: 'Since the same period a year earlier', previous: 'Since the period before' },
  since: (period) => `Since ${period}`,
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
  rankOf: (best, worst, of) => `rank ${range(best, worst)} of ${formatCount(of)}`,
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
  map: {
    apart: 'No place on the map',
    none: 'The units have no place on the map, or several numbers.',
    crowded: 'The map has too many tiles for a page.',
    title: 'Indicators clearly worse than the group, by unit',
    behind: (count, of) => `${formatCount(count)}/${formatCount(of)} worse`,
  },
  funnel: {
    across: 'Number of cases (denominator)',
    inner: '95% limits',
    outer: '99.8% limits',
    group: 'Group value',
    points: (count) => `Each point is one unit (${formatCount(count)}).`,
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
  arrows: 'The keys ↑ ↓ go from unit to unit in the chart; Tab leaves it.',
  change: {
    title: (name, base) => `${name}: change since ${base}`,
    verdict: {
      better: 'clearly better',
      worse: 'clearly worse',
      higher: 'clearly up',
      lower: 'clearly down',
      similar: 'no clear change',
      few: 'few cases',
    },
    pair: (before, now) => `${before} → ${now}`,
    percent: (percent) => `${percent}%`,
    since: (base, value, change) => `${base} ${value}${change ? ` (${change})` : ''}`,
    unlike: (base) => `cannot be held against ${base}`,
    columns: {
      period: 'Base period',
      base: (base) => `Value, ${base}`,
      change: 'Change',
      low: 'Change: 95% range, from',
      high: 'Change: 95% range, to',
      percent: 'Change (%)',
      verdict: 'Beyond chance',
    },
    legend: {
      base: (base) => `Value, ${base}`,
      now: (period) => `Value, ${period}`,
      better: 'Better, beyond chance',
      worse: 'Worse, beyond chance',
      higher: 'Up, beyond chance',
      lower: 'Down, beyond chance',
      similar: 'No clear change: within chance, or too small to matter',
      few: 'Fewer than 30 cases in one of the two periods, nothing is said',
      unsaid: 'Nothing said after a change: no clear change, or fewer than 30 cases',
      slide: (base, period) => `Pale dot: ${base}; full dot: ${period} (square: clearly worse)`,
    },
    noBase: (base) => `Without figures for ${base}, no change is told: `,
    noValue: 'Without figures for this period, no change is told: ',
    notAlike: (base) =>
      `Not held against ${base}, because of another cut-off, length of period or definition, moved boundaries, or figures to be checked: `,
    notAlikeShort: (base) => `Cannot be held against ${base}: `,
    none: (base) =>
      `No unit has figures that can be held against ${base}. Choose another base beside the drawing.`,
    noPeriod: 'This period has no such base. Choose another base beside the drawing.',
    explain: (gap, units) =>
      `A change counts as clear only where the interval of the difference of the two shares (Newcombe) lies wholly to one side and the change is at least ${gap}. As ${counted(units, 'unit')} are judged at once, the interval is taken wider (Bonferroni), so that the chance of naming even one unit wrongly is about 5%. Only periods of one length and one cut-off are compared.`,
    season: 'The base is not the same period of a year before: part of a change may be the season.',
    unjudged: 'This indicator does not count cases over cases, so chance cannot be reckoned with.',
    moved: (side, names) =>
      `${{ better: 'Clearly better', worse: 'Clearly worse', higher: 'Clearly up', lower: 'Clearly down' }[side]}: ${names}`,
    from: (name, before, now) => `${name} (${before} → ${now})`,
    steady: (base) => `No unit has clearly changed since ${base}`,
    plain: (up, down, base) =>
      `Since ${base}: ${counted(up, 'unit')} up, ${formatCount(down)} down`,
    scope: (units, of, period, base) =>
      `${formatCount(units)} of ${counted(of, 'unit')} can be compared, ${period} with ${base}`,
    some: (side, count, of) =>
      `${formatCount(count)} of ${counted(of, 'unit')} clearly ${{ better: 'better', worse: 'worse', higher: 'up', lower: 'down' }[side]}`,
    one: (side, name, change) =>
      `${name} clearly ${{ better: 'better', worse: 'worse', higher: 'up', lower: 'down' }[side]} (${change})`,
    nobody: 'no unit has clearly changed',
    beyond: 'clear',
    cells: 'Small numbers: change on a year earlier; “clear”: beyond chance',
    cellBetter: 'better',
    cellWorse: 'worse',
  },
};

/** Words of targets: how far, how fast, how likely. */
export const targets: Words['targets'] = {
  short: (cases, target) => `${cases} short of ${target}`,
  over: (cases, target) => `${cases} too many for ${target}`,
  counted: (count, name) => `${count} ${lowerFirst(name)}`,
  countedOf: (count, unit, name) => `${count} ${unit || 'cases'} (${lowerFirst(name)})`,
  rest: { 3: 'the last nine months', 6: 'the second half', 9: 'the fourth quarter' },
  cases: 'cases',
  restOther: 'the rest of the year',
  needed: (rate, rest) => `${rate} needed in ${rest}`,
  atMost: (rate, rest) => `at most ${rate} in ${rest}`,
  sure: (rest) => `reached over the year whatever ${rest} brings`,
  gone: (rest, best) =>
    `out of reach over the year: the best ${rest.replace(/^the /, '')} would give ${best}`,
  assumed: {
    lastYear: (count, name) => `with ${count} ${lowerFirst(name)}, as many as a year earlier`,
    mean: (count, name) => `with ${count} ${lowerFirst(name)}, the mean of the year so far`,
  },
  by: (target, owner) => `${target} (${owner})`,
  own: 'set by the unit',
  registered: 'registered by the unit',
  ofUnit: (name) => `of ${name}`,
  show: 'Table',
  shown: { results: 'Results', targets: 'Reached, near, hard' },
  outlook: {
    reached: 'reached',
    near: 'near',
    hard: 'hard',
    few: 'few cases',
    open: 'not reached',
  },
  caption: 'Targets of each unit: reached, near, hard',
  none: 'The package has no targets for these indicators, units and periods.',
  noTarget: 'no target',
  rules: {
    reached: 'Reached: the result is at the target or better.',
    near: 'Near: not reached, but the target lies within the 95% range of chance of the result, or what the rest of the year must bring is no more than the best that the unit has reached before.',
    hard: 'Hard: all others, also where the rest of the year cannot make up for it.',
    few: 'Few cases: not reached and fewer than 30 cases, too few to say more. Not reached: there are no counts to go by.',
  },
  nearShort: 'Near: the target is within the range of chance, or the pace was reached before.',
  several: (signs) =>
    `Cells of several levels: one target each (${signs}); whose they are is in the notes of the page.`,
  summary: (reached, near, hard, all) =>
    `${formatCount(reached)} of ${counted(all, 'target')} reached, ${formatCount(near)} near, ${formatCount(hard)} hard`,
  count: (reached, all) => `${formatCount(reached)}/${formatCount(all)}`,
  column: 'Reached',
};
