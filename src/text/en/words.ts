/** Every word of the interface in English. */

import type { Words } from '../vi/words.ts';
import { checks, decision, letter, repair } from './checks.ts';
import { counted, noun } from './plural.ts';
import { embed, picture, present, show } from './present.ts';
import { problemRemedy, problemText } from './problem.ts';
import { fresh, system } from './system.ts';

/** " (114/545)", or nothing where there are no counts. */
const inBrackets = (counts: string) => (counts ? ` (${counts})` : '');

/** "14/15 units". */
const unitsOf = (units: number, expected: number) =>
  `${units}/${expected} ${noun(expected, 'unit')}`;

const GRAIN = {
  any: 'All period types',
  month: 'Month',
  quarter: 'Quarter',
  half: 'Half-year',
  nine_months: 'Nine months',
  year: 'Year',
  day: 'Day',
  span: 'Time span',
};

export const en: Words = {
  app: {
    title: 'Mass mobilisation and grassroots democracy dashboard',
    skip: 'Skip to the main content',
    package: 'Data package',
    views: 'Views',
    synthetic: 'Synthetic data',
    syntheticNote:
      'Synthetic data: units and figures are computer-generated, for demonstration only.',
    created: (day) => `Package created on ${day}`,
  },
  view: {
    overview: 'Overview',
    compare: 'Comparison',
    trend: 'Trends',
    unit: 'Unit profile',
    table: 'Figures',
    checks: 'Data checks',
    import: 'Import data',
    present: 'Presentation',
    system: 'System',
  },
  loading: {
    engine: (percent) => `Loading the calculation engine… ${percent}`,
    starting: 'Starting the calculation engine…',
    package: (percent) => `Loading the data package… ${percent}`,
    preparing: 'Checking the data and calculating the indicators…',
    silent: (files) =>
      `Nothing has been received for 20 seconds from the server or the worker for: ${files}. The page is still waiting. If this goes on: check the internal network; ask the IT officer whether the server still answers and whether this file is empty or was copied in part.`,
    answer: 'Calculating…',
    screen: 'Loading the screen…',
  },
  failure: {
    heading: 'The data could not be opened',
    retry: 'Try again',
    openDefault: 'Open the default package',
    engineFetch:
      'The calculation engine could not be loaded from the server. Check the internal network, then press “Try again”.',
    engineMissing:
      'The server does not have this file of the software. Ask the IT officer to copy the whole folder of the software again (with the folder “engine”), then press “Try again”.',
    engineServer:
      "The server failed while sending this file of the software. Ask IT support to look at the server's error log, then press “Try again”.",
    enginePolicy: (rule) =>
      `The server forbids this file of the software (rule “${rule}” of its Content-Security-Policy). Ask IT support to allow “'self'” and “blob:” there.`,
    engineLogin:
      'The server asks for a login and did not send this file of the software. Log in to the server (open this page in a new tab), then press “Try again”.',
    engineForbidden:
      'The server does not allow this file of the software to be read. Ask the IT officer to permit it, then press “Try again”.',
    engineNotWasm:
      'The server sent something else in place of this file of the software (folder “engine”), or the file is damaged. Ask the IT officer to copy the whole folder of the software again.',
    engineDamaged:
      'This file of the software is damaged or of another version than the other files. Ask the IT officer to copy the whole folder of the software again, then press “Try again”.',
    engineInstantiate:
      'The browser could not start the calculation engine. The browser may be too old, or the server forbids WebAssembly (“wasm-unsafe-eval” is missing from the Content-Security-Policy).',
    engineTimeout:
      'Loading the calculation engine took too long. Check the internal network, then press “Try again”.',
    engineDead:
      'The calculation engine stopped suddenly and could not be restarted. Press “Try again”; if it fails again, open a smaller package.',
    query: (message) =>
      `This view could not be calculated. Details for reporting the fault: ${message}`,
    config:
      'The configuration file “config.json” could not be read; the default configuration is used.',
    view: 'This view has failed. The other views can still be used.',
    viewFile:
      'A file of the software (folder “assets”) that draws this screen could not be loaded: the network failed, or the server lacks the file. Reload the page; if that does not help, ask IT support to copy the whole folder of the software again.',
    reload: 'Reload the page',
  },
  restarted: 'The calculation engine stopped and was restarted; the data were loaded again.',
  control: {
    indicator: 'Indicator',
    period: 'Reporting period',
    latest: 'Latest period of each unit',
    grain: 'Period type',
    breakdown: 'Break down by',
    noBreakdown: 'No breakdown',
    category: 'Category',
    allCategories: 'All categories',
    units: 'Units',
    unit: 'Unit',
    allUnits: 'All units',
    allPeriods: 'All periods',
    body: 'Body',
    allBodies: 'All bodies',
    search: 'Search',
    searchUnits: 'Search units',
    searchHint: 'For example: pho hoa',
    clear: 'Clear',
    remove: (name) => `Remove ${name}`,
    noMatch: 'Nothing matches',
    groupIndicators: 'Indicators',
    groupMeasures: 'Measures',
    under: (name) => `Within ${name}`,
    onlyUnits: (names, more) =>
      `Only: ${names}${more > 0 ? ` and ${counted(more, 'other unit')}` : ''}`,
    everywhere: 'Remove this limit',
    choose: 'Choose',
    tolerance: 'Where a period has no figure',
    periodsBack: (n) =>
      n === 0 ? 'Leave blank' : `Use a figure up to ${counted(n, 'period')} old`,
  },
  grain: GRAIN,
  chart: {
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
    groupTotal: (value, counts, units, expected) =>
      `Group value: ${value}${inBrackets(counts)}; ${unitsOf(units, expected)} reported`,
    groupSum: (value, _counts, units, expected) =>
      `Sum of the units: ${value}; ${unitsOf(units, expected)} reported`,
    ownReport: (parent, value) => `Report of ${parent}: ${value}`,
    noData: (count) => `Not yet in the data package (${counted(count, 'unit')}): `,
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
      `The chart draws ${shown} of ${all} series; choose units to see others. The table and the downloads have all of them.`,
  },
  unit: {
    pick: 'Choose a unit to see its profile.',
    parent: 'Part of',
    children: 'Subordinate units',
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
  column: {
    unit: 'Unit',
    body: 'Body',
    indicator: 'Indicator, measure',
    group: 'Group',
    period: 'Period',
    breakdown: 'Breakdown',
    category: 'Category',
    kind: 'Kind of figure',
    value: 'Value',
    numerator: 'Numerator',
    denominator: 'Denominator',
    reported: 'As reported',
    status: 'Status',
    asOf: 'As of',
    flags: 'Notes',
    source: 'Document',
    locator: 'Section of the document',
  },
  exportColumn: {
    unit: 'Unit id',
    indicator: 'Indicator id',
    bound: 'Bound of the stated figure',
  },
  origin: {
    heading: 'Origin of the figure',
    close: 'Close',
    reported: 'The document states',
    statements: 'Source figures',
    noStatement: 'Not in any document',
    optional: 'if any',
    printed: 'As stated in the document',
    place: 'Place',
    section: (locator) => `section ${locator}`,
    file: (file, line) => `${file}, line ${line}`,
    breakdown: (name) => `Breakdown: ${name}`,
    issues: 'What to note',
    inside: 'Shorter periods',
    around: 'Longer periods',
    before: 'Same period of the year before',
    derivedOver: 'derived from',
    above: 'Same indicator in the parent unit',
    below: 'Same indicator in the subordinate units',
    definition: 'Definition',
    basis: 'Legal basis',
    missing: 'The data package does not have this figure.',
    signed: (day) => `signed on ${day}`,
    unsigned: 'no signing date',
    asOf: (day) => `as of ${day}`,
    role: {
      numerator: 'Numerator',
      denominator: 'Denominator',
      reported: 'Rate stated in the document',
      value: 'Figure',
    },
    compare: 'Compare the units',
    trend: 'See the trend',
    computed: (value) => `Recalculated from counts: ${value}`,
    stale: (period) => `figure for ${period}`,
  },
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
      `Showing ${shown} of ${counted(all, 'unit')}; choose a narrower area or open the view “Figures” to see all of them.`,
    issues: (n) => counted(n, 'point'),
  },
  level: {
    province: 'Provincial level',
    district: 'District level',
    commune: 'Commune level',
    neighbourhood: 'Neighbourhoods',
  },
  absence: {
    NOT_REPORTED: 'not reported',
    NOT_APPLICABLE: 'not applicable',
    SUPPRESSED: 'not published',
    NOTHING_AROSE: 'none arose',
    NO_UNIT: 'unit not yet established or already abolished',
    NOT_COMPUTABLE: 'cannot be calculated',
    NO_DATA: 'not yet in the data package',
  },
  glyph: {
    NOT_REPORTED: '!',
    NOT_APPLICABLE: '–',
    SUPPRESSED: '***',
    NOTHING_AROSE: '0/0',
    NO_UNIT: '×',
    NOT_COMPUTABLE: '?',
    NO_DATA: '…',
  },
  status: {
    A: 'normal value',
    P: 'provisional',
    E: 'counted or derived by a reader',
    B: 'break in the series',
    D: 'definition differs',
    U: 'low reliability',
    O: 'not reported',
    M: 'not applicable',
    Q: 'not published',
  },
  lessThan: (n) => `fewer than ${n}`,
  denominatorDiffers: 'denominator differs from the definition',
  atLeast: (value) => `at least ${value}`,
  bound: {
    '>': (value) => `over ${value}`,
    '>=': (value) => `${value} or more`,
    '<': (value) => `under ${value}`,
    '<=': (value) => `at most ${value}`,
    '~': (value) => `about ${value}`,
  },
  kind: {
    '': 'result',
    target: 'target',
    registered: 'registered',
    norm: 'norm',
  },
  severity: {
    error: 'to be checked',
    warning: 'to be noted',
    info: 'for information',
  },
  code: {
    SUM_MISMATCH: 'total and parts do not add up',
    PCT_MISMATCH: 'stated rate does not match the counts',
    LIST_COUNT_MISMATCH: 'stated number differs from the count of the list',
    INTERNAL_CONFLICT: 'two places of the document not yet reconciled',
    BAD_DATE: 'date to be checked',
    DOUBLE_LISTED: 'one item listed twice',
    PART_EXCEEDS_TOTAL: 'part larger than the total',
    NEGATIVE: 'negative number',
    OPENING_MISMATCH: 'opening figure differs from the closing figure before',
    CUMULATIVE_FALLS: 'cumulative figure falls',
    OVER_100: 'rate above 100%',
    STALE_COPY: 'text or figures of another time',
    MISLABELLED: 'name or symbol does not fit the content',
    TARGET_NOT_ACTUAL: 'a target or registration, not a result',
    FUTURE_REFERENCE: 'refers to a document issued after the signing date',
    PERIOD_INCOMPLETE: 'figures do not cover the whole reporting period',
    UNIT_NAME_OCR: 'unit name possibly misread by text recognition',
    PCT_TRUNCATED: 'rate cut off, not rounded',
    DUPLICATE_STATEMENT: 'stated several times, same figure',
    REVISED: 'revised by a later document',
    PART_MISSING: 'an optional part is missing',
    DERIVED: 'derived from stated figures',
    NO_DENOMINATOR: 'rate only, without counts',
    SMALL_N: 'few cases (under 30), the rate varies easily',
    NEAR_NAME: 'name close to that of another unit',
  },
  issue: {
    reader: 'noted by a reader',
    SUM_MISMATCH: (total, parts) =>
      `The total is stated as ${total}, the parts add up to ${parts}.`,
    PART_EXCEEDS_TOTAL: (total, parts) =>
      `The total is stated as ${total}, the stated parts alone add up to ${parts}.`,
    PART_MISSING: (total, parts) =>
      `The total is stated as ${total}, the stated parts add up to ${parts}; the difference may be an item that is not stated.`,
    PCT_MISMATCH: (computed, reported) =>
      `The document states ${reported}; the counts give ${computed}.`,
    PCT_TRUNCATED: (computed, reported) =>
      `The document states ${reported}; the counts give ${computed}: the last digits were cut off, not rounded.`,
    LIST_COUNT_MISMATCH: (printed, listed) =>
      `The document states ${printed}; its list contains ${listed}.`,
    INTERNAL_CONFLICT: (first, other) =>
      `One place states ${first}, another ${other}; the figure stated first is shown.`,
    DUPLICATE_STATEMENT: (value) =>
      `The same figure (${value}) is stated in several places; it is counted once.`,
    REVISED: (latest, old) => `Documents differ: ${latest} and ${old}; ${latest} is shown.`,
    sameDay: (shown, other) => `As of one day, one place states ${shown}, another ${other}.`,
    hidden: 'Places differ; the figures are not published.',
    SAME_NAME: (other) => `The name of another unit (${other}); they are two units.`,
    identity: (name) => `Addition rule: ${name}.`,
    OPENING_MISMATCH: (closed, opened) =>
      `The period before closed with ${closed}, this one opens with ${opened}.`,
    CUMULATIVE_FALLS: (inner, found) =>
      `This period is stated as ${found}, less than the ${inner} stated for a period within it.`,
    NEGATIVE: (found) => `Stated as ${found}; this measure cannot be less than 0.`,
    OVER_100: (found) => `Stated as ${found}, above 100%.`,
    OVER_100_COMPUTED: (found) => `The counts give ${found}, above 100%.`,
    SMALL_N: (n) =>
      `The denominator is ${n}, fewer than 30 cases: one case more or less changes the rate considerably.`,
    NO_DENOMINATOR: (found) =>
      `The document states only the rate ${found}, without counts to recalculate it.`,
    STALE_COPY: (n, earlier) =>
      `All ${n} counts are those of ${earlier}; the earlier report may have been copied.`,
    NEAR_NAME: (other) =>
      `The name is close to ${other}; these are two separate units and are not merged.`,
    PERIOD_INCOMPLETE: (signed, end) =>
      `The document was signed on ${signed}, before the reporting period ended (${end}): the figures do not cover the whole period.`,
    badDay: {
      printed:
        'The date stated in the document is not in the calendar, or the last day comes before the first.',
      as_of: (asOf, signed) =>
        `The figures are as of ${asOf}, which is not between the start of the period and the signing date (${signed}).`,
      received: (received, signed) =>
        `Recorded as received on ${received}, before the signing date (${signed}).`,
      signed: (signed, start) =>
        `The document was signed on ${signed}, before the reporting period began (${start}).`,
      notYet: (signed) => `Signed on ${signed}, a day that has not come yet.`,
      refused: (column, text) =>
        column === 'period'
          ? `The reporting period of the document is stated as “${text}” (column “period”), which is not a real period.`
          : `The document states the ${DATE_NAMES[column] ?? 'date'} “${text}” (column “${column}”), which is not in the calendar, or not written as year-month-day.`,
    },
    FUTURE_REFERENCE: (signed) => `The text refers to a day after the signing date (${signed}).`,
  },
  sentence: {
    one: (name, value, counts) => `${name}: ${value}${inBrackets(counts)}`,
    overall: (value, counts) => `Group value ${value}${inBrackets(counts)}`,
    total: (total) => `Sum of the units: ${total}`,
    all: (value) => `All units: ${value}`,
    alike: (value, counts) =>
      `Group value ${value}${inBrackets(counts)}; no unit differs from it clearly`,
    apart: (side, value, counts, names) =>
      `${side === 'lower' ? 'Below' : 'Above'} the group value of ${value}${inBrackets(counts)}: ${names}`,
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
  checks,
  decision,
  repair,
  letter,
  present,
  show,
  picture,
  embed,
  system,
  fresh,
  notice: {
    heading: 'Notes on loading the data',
    summary: (rows, notes) =>
      [
        rows > 0 ? `${counted(rows, 'row')} set aside and not included in the figures` : '',
        notes > 0 ? counted(notes, 'note') : '',
      ]
        .filter(Boolean)
        .join('; '),
    file: 'File',
    line: 'Line',
    column: 'Column',
    what: 'What was found',
    remedy: 'What to do',
    more: (count) => `… and ${counted(count, 'more row')} of the same kind`,
    download: 'Download the list (CSV)',
    show: 'Show the list',
    hide: 'Hide the list',
  },
  param: {
    invalid: (name, value) =>
      `The parameter “${name}” in the address has a value that cannot be used: “${value}”. The default is used.`,
    unknown: (name, value) => `This data package has no ${name} “${value}”. The default is used.`,
    notYet: (view) =>
      `The view “${view}” is not part of this version yet; the overview is shown instead.`,
    names: {
      indicator: 'indicator',
      unit: 'unit',
      under: 'unit',
      period: 'period',
      breakdown: 'breakdown',
      category: 'category',
      body: 'body',
      source: 'document',
      peers: 'unit',
      open: 'figure',
    },
  },
  problem: {
    what: problemText,
    remedy: problemRemedy,
    effect: {
      stop: 'loading stopped',
      row: 'row set aside',
      cell: 'cell left empty',
      warning: 'warning',
      note: 'note',
    },
  },
};

const DATE_NAMES: Readonly<Record<string, string>> = {
  signed_on: 'signing date',
  due_on: 'due date',
  received_on: 'date of receipt',
};
