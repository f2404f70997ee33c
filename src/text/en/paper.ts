/** Words of what is written on paper: the report and the note in Word, the workbook, the entry form. */
import { formatCount } from '../../model/writing/number.ts';
import type { Words } from '../vi/words.ts';
import { counted } from './plural.ts';

export const paper: Words['paper'] = {
  word: 'Create Word file',
  excel: 'Create Excel file',
  making: 'Creating the file…',
  made: (name, parts) => `Created ${name} with ${counted(parts, 'part')}`,
  noPictures: 'The browser does not allow drawing; the file has tables instead of charts.',
  motto: {
    country: 'SOCIALIST REPUBLIC OF VIETNAM',
    words: 'Independence - Freedom - Happiness',
  },
  reportNumber: 'No. ……/……',
  letterNumber: 'No. ……/……',
  dateLine: '……………, date ……/……/………',
  annex: 'Annex',
  attached: '(Attached to Report No. ……/…… of ……/……/……… by ……………………)',
  lead: (parts, name, created, day) =>
    `This annex has ${counted(parts, 'part')}. It was made on ${day} from the data package “${name}”${created ? ` (created on ${created})` : ''}.`,
  asterisk: 'A figure followed by (*) needs checking before it is used.',
  open: (found, part) => `Still open in the data package: ${found} (see part ${part}).`,
  settled: 'Nothing in the data package is left to be checked.',
  gone: 'There are no data for this part:',
  figure: (at) => `Figure ${formatCount(at)}. `,
  table: (at) => `Table ${formatCount(at)}. `,
  order: '#',
  remark: 'Remark',
  line: 'Unit',
  span: (from, to) => `from ${from} to ${to}`,
  someLines: (shown, left) =>
    `The table has the ${counted(shown, 'line')} that the text speaks of; ${counted(left, 'other line')} can be found in the Excel file.`,
  notes: 'Notes:',
  officerNote: (text) => `Note: ${text}`,
  chart: (name) => `Chart: ${name}`,
  recipients: 'Recipients:',
  recipientLines: ['- ………………………;', '- ………………………;', '- Filed: ………….'],
  letterRecipients: ['- As above;', '- ………………………;', '- Filed: ………….'],
  authority: 'On behalf of ……………………',
  signHere: '(signature, seal)',
  onDay: (day) => `of ${day}`,
  inMonth: (month) => `of ${month}`,
  issuedBy: (issuer) => `by ${issuer}`,
  moreStatements: (count) => `… and ${counted(count, 'other figure')}`,
  moreMatters: (count) => `The list has ${counted(count, 'more point')} that are not on this form.`,
  unlisted: 'No figure stated',
};

export const workbook: Words['workbook'] = {
  units: 'Units',
  unit: 'Unit of measurement',
  period: 'Period',
  source: 'Sources',
  package: 'Data package',
  manyUnits: (count) => counted(count, 'unit'),
  manySubjects: (count) => `by indicator (${counted(count, 'indicator')})`,
  sheet: 'Sheet',
  codes: 'Codes',
  codesTitle: 'Codes and unrounded values, to be read by machines',
  absent: 'No number',
  empty: 'There are no data for this choice.',
  none: 'Figures',
  cases: 'Number',
};

/** Entry forms, and packages that are cut out for one unit. */
export const formWords: Words['form'] = {
  title: 'ENTRY FORM',
  sheet: 'Figures',
  unit: 'Unit',
  period: 'Period',
  columns: ['Measure', 'Counted in', 'Value', 'Before', 'Period before', 'Check of the sum', 'Id'],
  csvColumns: ['Unit', 'Period', 'Measure', 'Counted in', 'Value', 'Id'],
  needsBoth: 'Choose a unit and a period to download the form.',
  isAskedFor: (unit, period) => `Form of ${unit}, ${period}`,
  fits: 'fits',
  differs: 'differs by',
  error: {
    title: 'Not a valid figure',
    count: 'Enter a number that is not negative.',
    rate: 'Enter a rate from 0 to 100.',
  },
  heading: 'Entry form for a unit',
  lead: 'The form has the measures, the figures of before and formulas for the sums; filled in, it is dropped here and needs no mapping.',
  cutHeading: 'Cut out the package of one unit',
  cutLead:
    'The new package holds the figures, documents and remarks of the chosen unit and those below it only.',
  excel: 'Download the form (Excel)',
  csv: 'Download the form (CSV)',
};
