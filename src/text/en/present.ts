/** Words of the briefing: collecting views, slides, pictures, presenting, embedding. */
import { formatCount } from '../../model/writing/number.ts';

import { lowerFirst } from '../letter-case.ts';
import type { Words } from '../vi/words.ts';
import { counted } from './plural.ts';

export const present: Words['present'] = {
  add: 'Add to the presentation',
  added: (count) => `Added; the presentation has ${counted(count, 'item')}`,
  title: 'Presentation',
  lead: 'The views chosen for the meeting, in the order of presentation. Figures are always taken afresh from the open data package.',
  briefingTitle: 'Title of the presentation',
  defaultTitle: 'Mass mobilisation and grassroots democracy: the current situation',
  none: 'No items yet. Open a view and press “Add to the presentation”.',
  name: 'Title of the item',
  noteLabel: 'Note on the slide',
  up: (name) => `Move “${name}” up`,
  down: (name) => `Move “${name}” down`,
  remove: (name) => `Remove “${name}”`,
  open: 'Open the view',
  clear: 'Remove all',
  pptx: 'Create a PowerPoint file',
  waiting: 'Waiting until the data package has been checked…',
  making: 'Creating the PowerPoint file…',
  made: (name, slides) => `Created ${name}, ${counted(slides, 'slide')}`,
  failed:
    'The file could not be created. The presentation is unchanged; try again, or save it as a file before closing the page.',
  saveFile: 'Save the presentation (file)',
  openFile: 'Open a presentation from a file',
  badFile: (name) => `The file ${name} is not a presentation of this software.`,
  opened: (count) => `Opened a presentation with ${counted(count, 'item')}`,
  notKept:
    'The browser does not allow storage: save the presentation as a file before closing the page.',
  gone: (param, value) =>
    `The data package no longer has “${value}” (${param}); this part is left out.`,
  otherPackage: (path) =>
    `This item was made from the package “${path}”; its figures are taken from the open one.`,
  empty: 'There are no figures for this selection; the item has no slide.',
  cut: (most, all) =>
    `This item has ${counted(all, 'slide')}; only the first ${formatCount(most)} are included.`,
  agenda: 'Contents',
  mainFinding: 'Main finding',
  legend: { missed: 'Short of the target', check: 'To be checked' },
  offMatters: (off, all) =>
    `Of ${counted(all, 'main indicator')}, ${formatCount(off)} have units clearly worse than the group.`,
  behindCount: 'Worse',
  behindUnits: 'Units clearly worse (the worst first)',
  behindOn: (count, all) => `${formatCount(count)} of ${counted(all, 'unit')} clearly worse`,
  behindEach: (count, all) => `${formatCount(count)} of ${counted(all, 'unit')} worse in each`,
  ofUnits: (count, all) => `${formatCount(count)}/${formatCount(all)}`,
  statedFlagged: (units, all) =>
    `Figures of ${formatCount(units)} of ${counted(all, 'unit')} to be checked before use`,
  live: 'View live',
  closing: 'Figures still to be checked',
  closingTitle: (name, count, units) =>
    `${name}: ${counted(count, 'point')} in ${counted(units, 'unit')}`,
  moreNotes: (count) => `… and ${counted(count, 'other figure')} to be noted`,
  listed: (most) => `Only the first ${counted(most, 'row')} shown; all are on the screen.`,
  source: (names) => `Source: ${names}`,
  sourcesCounted: (count) => `Source: ${counted(count, 'document')}, named in the notes`,
  moreSources: (count) => ` and ${counted(count, 'other document')}`,
  since: (period) => `since ${period}`,
  counts: 'Counts',
  unitsCounted: (count) => counted(count, 'unit'),
  breaks: (period, who) =>
    `From ${period} ${who ? `${who} ` : ''}not comparable with earlier periods`,
  page: 'Page',
  seeNotes: 'More in the notes of this page',
  yearBefore: 'On a year before',
  moreIndicators: (count) => `… and ${counted(count, 'other indicator')} in the unit’s profile`,
  nothing: '–',
  greyLines: 'Grey lines: the other units',
  paleLines: 'Red lines: short of the target; grey lines: the other units',
  because: (note) => `: ${note}`,
  edge: 'Thick edge: units that the title speaks of',
  minus: '(−)',
  otherPeriods: (told) => `* Another period: ${told}`,
  signs: '(−) Clearly worse than the group',
  unclear: '“Unclear”: a change within what chance makes',
  doubt: 'To be checked',
  disagreeLead: 'The rate as stated is not what its counts give: check it before use.',
  missedToo: (names) => `Also missed: ${names}`,
  ownTarget: (names) => `A target of its own: ${names}`,
  metOnes: (met, all, names) => `${formatCount(met)} of ${counted(all, 'target')} met: ${names}.`,
  groupOf: (parent) =>
    `Group: all units with figures of the same period together, not what ${parent} reports itself`,
  facts: {
    units: 'Units with figures',
    documents: 'Documents they come from',
    latest: 'Latest period',
  },
  groupRow: 'Group',
  ownReport: (kind) => `${kind}, own report`,
  unlike: (units, periods) =>
    `${counted(units, 'unit')}, ${counted(periods, 'different period')}: not to be compared`,
  weak: 'provisional, estimated or derived',
  inBrackets: 'In brackets: cases of all, where there are fewer than 30',
  mostBehind: (name, count, all) =>
    `${name}: clearly worse than the group in ${formatCount(count)} of ${formatCount(all)}`,
  someBehind: (count) => `${counted(count, 'unit')} clearly worse than the group somewhere`,
  visit: (names) => `To be visited first: ${names}`,
  visitFirst: (names) => `Visit first: ${names}`,
  visitAnd: (name, others) => `To be visited first: ${name} and ${counted(others, 'other unit')}`,
  matter: 'Matter',
  reason: 'Grounds',
  group: 'Group',
  rank: 'Rank',
  betterBy: (change) => `${change}, better`,
  worseBy: (change) => `${change}, worse`,
  unclearBy: (change) => `${change}, unclear`,
  toCorrect: 'Check and correct first',
  points: 'Points',
  checksLead: {
    error:
      'To be checked: figures or days in a document contradict each other; compare the original.',
    warning: 'To be noted: the figures can be used, but only with their notes.',
  },
  otherUnits: (count) => counted(count, 'other unit'),
  inNotes: 'Unit by unit in the notes of this page',
  reportOf: (when) => `Report, ${when}`,
  document: 'Document, section',
  onlyUnits: (units, name) => `${counted(units, 'other unit')} with points of “${name}” only`,
  countOf: (name, count) => `${lowerFirst(name)} ${count}`,
  notAlike: (name, count) => `${name}: ${counted(count, 'figure')} not to be compared`,
  notAlikeWhy: 'Of different periods or places: each stands for itself.',
  allOf: (note) => `All figures on this page: ${lowerFirst(note)}`,
  stated: 'Report states',
  onlyPeriod: 'figures of one period only so far',
  eachLine: 'Each unit, on one scale',
  thickLine: 'Bold line: the unit',
  behindLine: 'red: short of the target',
  dashed: (name) => `dashed: ${lowerFirst(name)}`,
  thin: (name) => `thin line: ${name}`,
  noTarget: 'No target',
  silent: (names) => `Without figures of these indicators: ${names}`,
  fewCases: (value) => `${value}, fewer than 30 cases`,
  sides: {
    better: 'clearly better than the group value',
    worse: 'clearly worse than the group value',
  },
  overallOf: (value) => `Group value ${value}`,
  missedOwn: (missed, all) =>
    `Short of their own target: ${formatCount(missed)} of ${counted(all, 'unit')}`,
  targetOf: (value) => `Target ${value}`,
  remark: 'Note',
  freeze: 'Download as one file (HTML)',
  frozenFile: (title) => `${title}-frozen-figures`,
  frozen: (day, hash) => `Figures frozen on ${day} · package code ${hash}`,
  start: 'Start presenting',
  print: 'Print',
};

export const template: Words['template'] = {
  heading: 'Template of slides',
  choose: 'Choose the office’s own template (.pptx, .potx)…',
  lead: 'Colours, typefaces, logo and background come from the template; figures and charts stay. It is kept in this browser.',
  used: (name) => `Template in use: ${name}`,
  remove: 'Remove the template',
  removed: 'Template removed; decks have the look of this program.',
  kept: (name) => `Template ${name} is in use.`,
  lost: (name) =>
    `Template ${name} is in use, but the browser keeps nothing: it lasts as long as this page.`,
  fault: {
    large: 'The file is too large (over 40 MB). Leave only its master and layouts in it.',
    encrypted:
      'The file has a password or the old PowerPoint format (.ppt). Open it in PowerPoint, take the password off and save it as .pptx or .potx.',
    foreign: 'This is no PowerPoint file (.pptx, .potx), or it is damaged.',
    layouts: 'The file has no master or no layout to be taken as a template.',
    shape:
      'The template is not 16:9 (perhaps 4:3). Change its slide size in PowerPoint and choose it again.',
  },
  refused: (name, why) =>
    `Template ${name} cannot be used. ${why} Decks can still be made with the one in use.`,
};

export const show: Words['show'] = {
  position: (at, all) => `${formatCount(at)}/${formatCount(all)}`,
  help: '→ next slide · ← previous slide · ↓ next unit · ↑ previous unit · Enter opens the figures · R back to the slide being presented · Esc exit',
  toSlide: 'Back to the slide',
  exit: 'Stop presenting',
  agenda: 'Items',
};

export const picture: Words['picture'] = {
  open: 'Download image',
  heading: 'Download an image of the chart or table',
  format: 'Format',
  size: 'Image size',
  shape: 'Frame',
  shapes: { shown: 'As shown', wide: '16:9', square: 'Square' },
  save: 'Download the image file',
  copy: 'Copy image',
  copied: 'Image copied; paste it into a slide or a document.',
  copyFailed:
    'The browser does not allow images to be copied at this address; the image was downloaded as a file.',
  failed: 'The image could not be created.',
  noFont:
    'The typeface has not finished loading; the image uses a typeface of this computer instead.',
};

export const embed: Words['embed'] = {
  open: 'Embed',
  heading: 'Embed this view in another page',
  follow: 'Follow the latest figures',
  pinned: (period) => `Stay at ${period}`,
  code: 'Embed code',
  copy: 'Copy',
  copied: 'Copied',
  needs:
    'The page that embeds it must allow this: same internal network; if the sandbox attribute is used, allow-scripts and allow-same-origin are needed; the server must not send X-Frame-Options: DENY.',
  full: 'Open the full view',
  close: 'Close',
};

export const proposals: Words['proposals'] = {
  heading: 'Suggested conclusions',
  lead: 'Drawn from the figures; who is responsible, and until when, is for the meeting to decide.',
  task: 'Task',
  owner: 'Responsible',
  due: 'Until',
  title: (count) => `Suggested conclusions: ${counted(count, 'task')}`,
  clear: (name, count, when) => `Clear: ${name} (${count}, ${when})`,
  request: (task) => `Ask to ${task}`,
  reach: (goals) => `Reach the target: ${goals}`,
  goal: (name, target, now) => `${name} ${target} (now ${now})`,
  clarify: (heads) => `Explain the causes: ${heads}`,
  rest: (count) => `, other units (${count})`,
  left: (count) => `… and ${counted(count, 'other task')}: see the overview`,
  send: 'Send the reports that are missing',
  first: (point) => `; first of all: ${point}`,
  correct: (count) => `Check and correct ${counted(count, 'point')} of the figures reported`,
  others: (count) => ` and ${counted(count, 'other unit')}`,
};
