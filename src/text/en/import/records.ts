/** Words of an import of records: one row per dossier, petition, visit. */
import type { Words } from '../../vi/words.ts';
import { counted } from '../plural.ts';

export const records: Words['import']['records'] = {
  found: (rows, kind) => `${counted(rows, 'row')}, one record each: ${kind}.`,
  layout: (kind) => `one record a row (${kind})`,
  asFigures: 'Read it as a table of figures',
  dropped: 'not taken (names of people, remarks … stay in the file)',
  keep: 'kept as it stands',
  pickCategory: 'Another category',
  newCategory: (name) => `A new category: ${name}`,
  leaveCategory: 'Without a category',
  counted: (records, figures) =>
    `${counted(records, 'record')} give ${counted(figures, 'figure')} by month, quarter, half year and year.`,
  coverage: 'The file is complete for',
  from: 'From month',
  to: 'To the end of month',
  noEarlier: (month) =>
    `The file has no records from before ${month}: what is pending leaves out what was carried over, and the first opening is not counted.`,
  withRecords: 'With the list of records (dossiers, petitions …)',
  showAny: 'Show the records that were counted',
  none: 'There are no records.',
  fromRecords: 'counted from records',
  gone: 'This package comes without its list of records.',
  shown: (shown, total) => `${shown} of ${counted(total, 'record')}`,
  next: 'Show more',
  flag: { yes: 'yes', no: 'no' },
};
