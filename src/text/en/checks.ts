/** Words of "Data checks": the worklist, what was probably meant, and the note to a unit. */

import { formatCount } from '../../model/writing/number.ts';
import type { Words } from '../vi/words.ts';
import { counted, noun } from './plural.ts';

export const checks: Words['checks'] = {
  title: 'Data checks',
  lead: 'What the checks found or a reader noted; what is to be checked comes first.',
  running: 'Checking the data package; the list is complete once the checks have finished.',
  counts: (error, warning, info) =>
    `${formatCount(error)} to be checked, ${formatCount(warning)} to be noted, ${formatCount(info)} for information`,
  progress: (done, all) =>
    `Dealt with: ${formatCount(done)} of ${counted(all, 'point')} to be checked or noted`,
  none: 'Nothing fits this selection.',
  more: (left) => `Show more (${formatCount(left)} left)`,
  traces: (count) =>
    `The same place also shows up in ${counted(count, 'other point')}; one decision settles all of them:`,
  severity: 'Severity',
  allSeverities: 'All severities',
  code: 'Kind of point',
  allCodes: 'All kinds',
  source: 'Document',
  allSources: 'All documents',
  byUnit: 'By unit',
  noUnit: 'The document as a whole',
  csv: 'Download the list (CSV)',
  list: 'figures-to-be-checked',
  details: 'Grounds, suggestions and decision',
  statements: 'Figures concerned',
  touches: 'Used in indicators',
  toList: 'See in the list of checks',
  severityName: {
    error: 'To be checked',
    warning: 'To be noted',
    info: 'For information',
  },
};

export const decision: Words['decision'] = {
  heading: 'What was done',
  none: 'Nothing yet',
  sent: 'Sent to the unit',
  corrected: 'Corrected',
  accepted: 'Kept as stated',
  note: 'Note',
  on: (day) => `on ${day}`,
  download: 'Download the decisions (decisions.csv)',
  kept: 'Decisions are kept in this browser. Copy the file decisions.csv into the folder of the data package to share them with others.',
  notKept:
    'The browser does not allow storage: decisions will be lost when the page is closed. Download the file decisions.csv before closing.',
};

export const repair: Words['repair'] = {
  heading: 'Possible slip (suggestion)',
  searching: 'Looking for the smallest possible slip…',
  tie: (count) =>
    `The first ${counted(count, 'possibility', 'possibilities')} are equally plausible: the figures cannot tell them apart.`,
  none: 'No single slip would make the sums add up.',
  more: (count) => `and ${counted(count, 'other possibility', 'other possibilities')}`,
  exchanged: (a, nameA, b, nameB) => `If ${a} (${nameA}) and ${b} (${nameB}) change places`,
  stated: (name, from, to) => `If “${name}” is ${to}, as stated elsewhere, instead of ${from}`,
  slip: (name, from, to, slip) =>
    `If “${name}” is ${to} (the document states ${from}${slip ? `: ${slip}` : ''})`,
  slips: {
    transposed: 'two digits transposed',
    dropped: 'one digit left out',
    doubled: 'one digit typed twice',
    extra: 'one digit too many',
    digit: 'one digit mistaken',
    sign: 'a stray minus sign',
    shifted: 'decimal separator misplaced',
    value: '',
  },
  or: ' or ',
  allHold: 'all sums add up',
  severalHold: (count) => `all ${counted(count, 'sum')} that do not add up would then do so`,
  someHold: (failing) =>
    `this sum adds up, while ${counted(failing, 'other sum')} still ${noun(failing, 'does', 'do')} not`,
  place: (place, value) => `${place} also states ${value}`,
  rateDiffers: (name, computed, reported) =>
    `${name} would then be ${computed}, other than the ${reported} stated`,
  rateFits: (name, reported) => `${name} would then also match the ${reported} stated`,
};

export const letter: Words['letter'] = {
  open: 'Request for verification',
  close: 'Back to the list',
  print: 'Print the request',
  download: 'Download the request (Word)',
  saved: (name) => `Created ${name}`,
  failed: 'The file could not be created; try again, or print the request.',
  file: (unit) => `request-for-verification-${unit}`,
  nothing: 'This unit has nothing to confirm.',
  title: 'Request',
  subtitle: 'to check and confirm reported figures',
  to: (unit) => `To: ${unit}`,
  intro: (documents) =>
    `In compiling the figures ${documents}, some points were found that do not add up or need to be clarified. Please check and confirm each of the points below and give your answer in the last column.`,
  documents: (list) => `from ${list}`,
  someDocuments: 'from the reports of the unit',
  columns: {
    number: '#',
    what: 'Subject, place in the document',
    printed: 'Figure stated in the document',
    wrong: 'What does not add up',
    answer: 'Answer of the unit',
  },
  differs: {
    SUM_MISMATCH: (stated, other) => `${stated} stated in the report, ${other} by its parts`,
    PART_EXCEEDS_TOTAL: (stated, other) =>
      `a total of ${stated} stated in the report, ${other} by the stated parts alone`,
    LIST_COUNT_MISMATCH: (stated, other) =>
      `${stated} stated in the report, ${other} counted in the list`,
    RECORDS_DIFFER: (stated, other) =>
      `${stated} stated in the report, ${other} counted from the records`,
    PCT_MISMATCH: (computed, stated) => `${stated} stated in the report, ${computed} by the counts`,
    INTERNAL_CONFLICT: (stated, other) => `${stated} stated in one place, ${other} in another`,
    OPENING_MISMATCH: (stated, other) =>
      `${stated} at the end of the period before, ${other} at the start of this one`,
    CUMULATIVE_FALLS: (earlier, stated) =>
      `${stated} stated for this period, ${earlier} for a period within it`,
  },
  answer: '☐ Correct as stated\n☐ Corrected to: …………',
  closing:
    'Please answer in writing or return this form before ……/……/………. Thank you for your cooperation.',
  signOfficer: 'Prepared by',
  signUnit: 'Confirmed by the unit',
  signHint: '(signature, full name)',
};
