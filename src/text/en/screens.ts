import { formatCount } from '../../model/writing/number.ts';
import type { Words } from '../vi/words.ts';
import { GRAIN } from './figure.ts';
import { origin } from './origin.ts';
import { counted, noun } from './plural.ts';

/** "14/15 units". */
const unitsOf = (units: number, expected: number) =>
  `${formatCount(units)}/${counted(expected, 'unit')}`;

/** " (114/545)", or nothing where there are no counts. */
const inBrackets = (counts: string) => (counts ? ` (${counts})` : '');

export const screensWords: Pick<
  Words,
  'chart' | 'compare' | 'trend' | 'unit' | 'table' | 'origin' | 'overview' | 'sentence' | 'title'
> = {
  chart: {
    below: (count) =>
      `${counted(count, 'unit')} below the commune not drawn here; choose an area or units to see them.`,
    rows: (from, to, all) => `Rows ${from}–${to} of ${all}`,
    rowsBefore: 'Rows before',
    rowsAfter: 'Rows after',
    showTable: 'Show table',
    showChart: 'Show chart',
    notes: 'Method and notes',
    csv: 'Download CSV',
    excel: 'Download Excel',
    saved: (name) => `File ${name} created`,
    saveFailed:
      'The browser does not allow the file to be downloaded. Check its permissions for downloads.',
    reported: (value) => `report states ${value}`,
    reportedOnly: 'as reported, without counts',
    group: 'Group value',
    groupTotal: (value, counts, scope) => `Group value: ${value}${inBrackets(counts)}; ${scope}`,
    groupSum: (value, _counts, scope) => `Sum of the units: ${value}; ${scope}`,
    ownReport: (parent, value) => `Report of ${parent}: ${value}`,
    noData: (count) => `Not yet in the data package (${counted(count, 'unit')}): `,
    notComputable:
      'It cannot be computed for any unit: a part of the numerator or the denominator is missing for the period. Press a row to see which.',
    noValues: 'No unit has a value to be drawn; each row says why.',
    onlyBelow: (count) =>
      `No report of their own, figures of subordinate units only (${counted(count, 'unit')}): `,
    legend: 'Legend',
    legendReported: 'The report states another figure',
    legendTarget: 'Target',
    legendRegistered: 'Registered',
    legendNorm: 'Norm',
    legendGroup: 'Group value (sum of numerators ÷ sum of denominators)',
    legendWeak: 'Provisional, estimated or with a different definition',
    legendFlag: 'Something to be checked',
    open: (what) => `Open the origin: ${what}`,
    none: 'There are no figures for this selection.',
    filled: (period) => `figure for ${period}`,
    change: (points) => `${points} on a year earlier`,
    changePoints: (points) => `${points} ${noun(points.replace(/^[+−]/, ''), 'point')}`,
    day14: 'figures run from the 15th to the 14th',
    mixedCutoff: 'the parts have different cut-off dates',
  },
  compare: {
    groupApart:
      'The groups below differ in period, level or area. They are set side by side for reference only and are not compared directly.',
    groupHeading: (level, parent, period) => [level, parent, period].filter(Boolean).join(' · '),
    only: (parent) => `Show ${parent} only`,
    peers: 'Units chosen for comparison',
    without: (parent) => `in ${parent}`,
    latest: 'For each unit, the latest reporting period with a figure.',
    leftover: (period) =>
      `No figure for ${period} yet: the latest period of each unit, without a group value`,
    ahead: (period, others) => `Already with figures for ${period}; the others are at ${others}`,
    newer: (units) => `${counted(units, 'unit')} with newer figures, set apart below: `,
    whole: (period) => `Compare all units in ${period}`,
    differs: (what) => `Set apart: ${what}`,
    differsPeriod: 'different reporting period',
    differsLevel: 'different level',
    differsParent: 'different area',
    differsCutoff: 'different cut-off date',
    title: (indicator, period) => (period ? `${indicator}, ${period}` : indicator),
    categoryOf: (indicator, category) => `${indicator}: ${category}`,
  },
  trend: {
    title: (indicator, grain) =>
      grain === GRAIN.any ? `${indicator} over time` : `${indicator} by ${grain.toLowerCase()}`,
    together: 'One chart',
    apart: 'Separate charts',
    group: (parent) => `Units of ${parent} together`,
    own: (parent) => `Report of ${parent}`,
    target: 'Target',
    range: 'From period',
    rangeTo: 'To period',
    from: 'Start of the series',
    to: 'End of the series',
    breakTo: (date, name) => `from ${date}: ${name}`,
    breakStated: 'break in the series',
    gapList: 'Periods without figures',
    hollow: 'Hollow points: provisional, estimated or derived from other periods',
    onePoint: 'Each unit has figures for one period only: not yet a trend.',
    addUnit: 'Add a unit',
    tooMany: (shown, all) =>
      `The chart draws ${formatCount(shown)} of ${formatCount(all)} series; choose units to see others. The table and the downloads have all of them.`,
  },
  unit: {
    pick: 'Choose a unit to see its profile.',
    parent: 'Part of',
    children: 'Subordinate units',
    childrenGone: (count) => `Merged, dissolved or moved elsewhere (${formatCount(count)}):`,
    compareChildren: 'Compare the subordinate units',
    history: 'Changes of boundaries and names',
    code: (code) => `Administrative code ${code}`,
    indicators: 'Indicators',
    documents: 'Documents',
    documentSays: (n) => `${counted(n, 'figure')} in the document`,
    issues: 'What to note about the figures',
    noIssues: 'Nothing to be checked so far.',
    noFigures: 'The data package has no figures of this unit yet.',
    counts: 'Counts',
    value: 'Value',
    indicator: 'Indicator',
    period: 'Period',
    aliases: (names) => `Also written: ${names}`,
    measures: 'Other figures',
    changes: {
      rename: 'renamed',
      status_change: 'changed in status',
      merge: 'merged',
      split: 'divided',
      transfer: 'part of its area transferred',
      abolish: 'abolished',
    },
    changeLine: (date, kind, from, to) =>
      `${date}: ${from}, ${kind}${to && to !== from ? ` → ${to}` : ''}`,
  },
  table: {
    shown: (shown, all) => `${shown} / ${counted(all, 'row')}`,
    limited: (shown, all) =>
      `Showing ${shown} of ${counted(all, 'row')}. Narrow down units, indicators or periods to see the rest; the CSV file has all of them.`,
    columns: 'Choose columns',
    groupBy: 'Group by',
    noGroup: 'No grouping',
    filter: 'Filter the table',
    caption: 'All figures',
    rows: (n) => counted(n, 'row'),
  },
  origin,
  overview: {
    heading: 'Overview',
    tiles: 'Matters for attention',
    tilePeriod: (period, units, expected) => `${period} · ${unitsOf(units, expected)} with figures`,
    notReceived: 'Reports not yet received',
    notReceivedNote: (names) => names || 'No report is overdue.',
    errors: 'Points to be checked in the figures',
    errorsNote: (units) => `in ${counted(units, 'unit')}`,
    most: (list) => `Most: ${list}`,
    mostOf: (unit, count) => `most in ${unit}: ${count}`,
    others2: (n) => `and ${counted(n, 'other unit')}`,
    lead: (units, documents, figures) =>
      `${counted(units, 'unit')} with figures · ${counted(documents, 'document')} · ${counted(figures, 'figure')}`,
    more: (count) => `${counted(count, 'more indicator')} that only one unit has`,
    unit: 'Unit',
    caption: 'Main indicators by unit, latest period',
    toCheck: 'To be checked',
    others: 'Other indicators',
    limited: (shown, all) =>
      `Showing ${formatCount(shown)} of ${counted(all, 'unit')}; choose a narrower area or open the view “Figures” to see all of them.`,
    issues: (n) => counted(n, 'point'),
  },
  title: {
    about: (subject, finding) => `${subject}: ${finding}`,
    most: (name, value) => `most in ${name} (${value})`,
    alike: (overall) => `no unit clearly differs from ${overall}`,
    apart: (side, names, overall) =>
      `${names}, clearly ${side === 'lower' ? 'below' : 'above'} ${overall} overall`,
    someApart: (side, count, overall) =>
      `${counted(count, 'unit')} clearly ${side === 'lower' ? 'below' : 'above'} ${overall} overall`,
    below: (count, all, target) =>
      `${unitsOf(count, all)} short of ${target ? `the target of ${target}` : 'their target'}`,
    belowAt: (count, all, target, isOver) =>
      `${unitsOf(count, all)} ${target && isOver ? 'above' : 'short of'} ${target || 'their target'}`,
    behindLead: (side, overall, count, name) =>
      `Clearly ${side} than the group value of ${overall}: ${count === 1 ? name : `${counted(count, 'unit')}, the ${side === 'lower' ? 'lowest' : 'highest'} ${name}`}.`,
    belowIn: (period, count, all, target, isOver) =>
      `${unitsOf(count, all)} ${isOver ? 'above' : 'short of'} ${target}, ${period}`,
    reached: (all, target) =>
      `all ${counted(all, 'unit')} reach ${target ? `the target of ${target}` : 'their target'}`,
    moved: (direction, name, from, to) =>
      `${name} ${direction === 'up' ? 'up' : 'down'} from ${from} to ${to}`,
    someMoved: (direction, count) =>
      `${counted(count, 'unit')} with a ${direction === 'up' ? 'rising' : 'falling'} trend`,
    eachMoved: (direction, since, until, count, all) =>
      `${until} ${direction === 'up' ? 'higher' : 'lower'} than ${since} in ${formatCount(count)} of ${counted(all, 'unit')}`,
    missed: (name, missed, all) =>
      `${name}: ${formatCount(missed)} of ${counted(all, 'target')} not met`,
    toCheck: (name, count) => `${name}: ${counted(count, 'figure')} to be checked`,
    disagrees: (name, indicator, stated, counted) =>
      `${name}: ${indicator} stated ${stated}, counted ${counted}`,
    met: (name, all) => `${name}: all ${counted(all, 'target')} met`,
    hard: (count, all) => `${formatCount(count)} of ${counted(all, 'target')} hard to reach`,
    hardIn: (name) => `, most in ${name}`,
  },
  sentence: {
    one: (name, value, counts) => `${name}: ${value}${inBrackets(counts)}`,
    overall: (value, counts) => `Group value ${value}${inBrackets(counts)}`,
    total: (total) => `Sum of the units: ${total}`,
    all: (value) => `All units: ${value}`,
    alike: (value, counts) =>
      `Group value ${value}${inBrackets(counts)}; no unit differs from it clearly`,
    apart: (side, value, counts, names) =>
      `Clearly ${side === 'lower' ? 'below' : 'above'} the group value of ${value}${inBrackets(counts)}: ${names}`,
    also: (side, names) => `${side === 'lower' ? 'below' : 'above'} it: ${names}`,
    others: (count) => `and ${counted(count, 'other unit')}`,
    sum: (total, name, value) => `Sum of the units: ${total}; most in ${name} (${value})`,
    range: (low, high) => `From ${low} to ${high}`,
    scope: (reported, expected, period) => `${unitsOf(reported, expected)} reported, ${period}`,
    caveat: (words) => `Note: ${words}`,
    errors: (count) => `${counted(count, 'figure')} to be checked`,
    weak: (count) =>
      `${counted(count, 'figure')} provisional, estimated or with a different definition`,
    small: (count) => `${counted(count, 'unit')} with fewer than 30 cases`,
    missedOnes: (names) => `Short of it: ${names}`,
    silent: (who, period) => `Without a figure of ${period}: ${who}`,
    ownStands: (name, value, isMet, together) =>
      `${name} reports ${value}${together ? ` (its units together: ${together})` : ''}, ${isMet ? 'reaching' : 'short of'} the target`,
    turnedOnes: (direction, period, names) =>
      `Against ${period} alone it ${direction === 'up' ? 'rose' : 'fell'} in ${names}`,
    pairs: (pairs, units, since, until, { lacking, apart }) =>
      [
        `${formatCount(pairs)} of ${counted(units, 'unit')} have figures for both ${since} and ${until}`,
        lacking ? `figures wanting: ${lacking}` : '',
        apart ? `standard changed: ${apart}` : '',
      ]
        .filter(Boolean)
        .join('; '),
    lines: (units, periods) => `${counted(units, 'unit')} over ${counted(periods, 'period')}`,
    now: (name, value, counts, period) => `${name}: ${value}${inBrackets(counts)}, ${period}`,
    sinceLastYear: (change) => `${change} on a year earlier`,
    few: (more) =>
      `${counted(more, 'more period')} of the same type ${noun(more, 'is', 'are')} needed before a trend can be stated`,
    open: (count) =>
      `Over ${counted(count, 'period')} of the same type, no trend can be established`,
    goes: (direction, names) =>
      `${direction === 'up' ? 'Rising' : 'Falling'} trend (same type of period over the years): ${names}`,
    went: (direction, name, from, to) =>
      `${name} (${direction === 'up' ? 'up' : 'down'} from ${from} to ${to})`,
    othersGo: (direction, count) =>
      `${counted(count, 'unit')} with a ${direction === 'up' ? 'falling' : 'rising'} trend`,
    trend: (direction, from, since, count) =>
      `${direction === 'up' ? 'Rising' : 'Falling'} trend over ${counted(count, 'period')} of the same type, from ${from} (${since})`,
  },
};
