/** What is wrong with a cell of an imported file, and what to do about it. */
import { formatCount } from '../../../model/writing/number.ts';
import type { Words } from '../../vi/words.ts';

export const cellProblem: Words['import']['problem'] = {
  'not-a-number': () => 'Not a number. Put a number in, or leave the cell out.',
  'date-in-place-of-number': () =>
    'Excel made a date of a number (3.07 became 3 July). Type the number again.',
  'formula-error': () =>
    'The formula in Excel has an error, or was never reckoned. Open it in Excel, mend and save it, or type the number here.',
  'pair-without-place': () =>
    'A pair (part/whole), but this column has no numerator and denominator of its own. Type one number, or map the column to a rate.',
  'pair-impossible': () =>
    'The number before the stroke is larger than the one after it. Check both.',
  'below-zero': () => 'Less than 0. This cannot be negative.',
  'above-whole': () => 'More than 100%.',
  'figure-without-name': () => 'It is not known which measure this figure is of.',
  contradiction: (other) =>
    `Same unit, period and measure as cell ${other}, another number. Mend one of them, or leave this cell out.`,
  'total-differs': (sum) =>
    `The total row says otherwise: the rows add up to ${formatCount(Number(sum))}. Total rows are not kept: if the mistake is in one, nothing has to be mended.`,
  'other-sign': (read) =>
    `Its decimal sign is not that of the other cells of the column; it is read as ${read}. Mend it here if that is wrong.`,
  'not-whole': () => 'Cases and people are counted in whole numbers. Check the dots and commas.',
  'percent-in-count': () =>
    'A percentage in a column of counts. Type the count, or map the column to a rate.',
  'second-table': () =>
    'Another table begins here; it was not read. Put it into a sheet or file of its own.',
  'unit-not-then': (period) =>
    `This unit did not exist in ${period}. Check the period and the name of the unit.`,
  'bad-period': () => 'The period cannot be read.',
  'bad-day': () => 'Not a day of the calendar (write 26/5/2023).',
  'bad-category': () => 'The category is not known.',
  'bad-code': () => 'The code is not valid.',
  'unread-row': () => 'The whole row cannot be read. Check quotes and delimiters.',
  'ragged-row': () =>
    'This row has another number of cells than the header and is not taken. Look at its delimiters, mend it in the file, or leave it out.',
  'day-to-come': () => 'This day is yet to come. Check day, month and year.',
  'days-reversed': (first) => `It ends before it begins (${first}).`,
  'bad-flag': () => 'It is not known whether this is yes or no. Write yes or no.',
  'record-without-unit': () =>
    'The row names no unit and is not counted. Write the unit, or leave it out.',
  'record-without-day': () =>
    'The row has no first day and is not counted as received. Write the day, or leave it out.',
  'record-twice': () => 'This number stands in a row above; each record is counted once.',
};
