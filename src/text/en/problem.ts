/** Problems with outside data in plain English: what was found, and what to do about it. */
import type { Problem } from '../../model/problem.ts';
import { formatNumber } from '../../model/writing/number.ts';
import { algorithmName, count, isLocal, isLonger, megabytes, quote } from '../problem-values.ts';
import type { Words } from '../vi/words.ts';

/** What was found, without file and line. */
export function problemText(problem: Problem): string {
  return WHAT[problem.code](problem);
}

/** What the reader can do. */
export function problemRemedy(problem: Problem): string {
  const remedy = REMEDY[problem.code];
  if (problem.code === 'package-not-found' && isLocal(problem)) return LOCAL_REMEDY;
  const isCatalogue = problem.file.startsWith('data/catalogue/');
  const isCopied = remedy === COPY_AGAIN || problem.code === 'package-not-json';
  return isCatalogue && isCopied ? REMEDY['catalogue-not-found'] : remedy;
}

const WHAT: Record<Problem['code'], (p: Problem) => string> = {
  'package-not-found': (p) =>
    isLocal(p)
      ? 'This browser has no such imported package: it was never imported, was deleted, or was imported by another browser or computer.'
      : `The data package ${quote(p.file)} was not found (there is no file datapackage.json).`,
  'catalogue-not-found': () => "The software's own catalogue is missing.",
  'package-not-json': (p) => `The package descriptor is not valid JSON: ${p.value ?? ''}`,
  'package-invalid': (p) =>
    `The package descriptor has a fault at ${quote(p.column)}: ${quote(p.value)}${p.expected ? `, where ${p.expected} is needed` : ''}.`,
  'package-too-large': (p) =>
    `The package has at least ${count(p.value)} rows of figures; this computer can open ${count(p.expected)} at most.`,
  'package-memory': (p) =>
    `The browser ran out of memory while loading ${p.value ? `${count(p.value)} rows of figures` : 'the package'}.`,
  'file-rows': (p) =>
    `The end of the Parquet file says ${count(p.expected)} rows, but ${count(p.value)} were read.`,
  'header-rows': (p) =>
    `The header has figures in it (${quote(p.value)}) and there are no rows below: the line breaks are lost.`,
  'file-too-large': (p) =>
    `The CSV file has, or is said in the descriptor to have, ${megabytes(p.value)}; browsers read files of up to ${megabytes(p.expected)}.`,
  'resource-missing': (p) =>
    `The package lacks the required table ${quote(p.value)}${p.expected ? `; its descriptor has: ${p.expected}` : ''}.`,
  'path-twice': (p) =>
    `The table ${quote(p.column)} names the file ${quote(p.value)} twice; it was read once.`,
  'resource-unknown': (p) =>
    `The table ${quote(p.value)} is not part of the package format and was left out.`,
  'resource-format': (p) =>
    `The table ${quote(p.column)} has the format ${quote(p.value)}, which is not supported.`,
  'file-not-found': () => 'The file is named in the package descriptor but is not on the server.',
  'file-page': () =>
    'The file is named in the package descriptor but is not on the server: the server sent a web page (HTML) in its place.',
  'file-login': (p) =>
    `The server asks for a login and did not send the file (${p.value ?? 'login page'}).`,
  'file-forbidden': (p) =>
    `The server does not allow the file to be read (${p.value ?? 'HTTP 403'}).`,
  'file-server': (p) => `The server failed while sending the file (${p.value ?? ''}).`,
  'file-network': (p) => `The file could not be loaded: ${p.value ?? 'network interrupted'}.`,
  'file-size': (p) =>
    `The file has ${p.value} bytes, the package descriptor says ${p.expected}: ${isLonger(p) ? 'it has changed since the package was made (other line breaks, for example)' : 'it may have been copied in part'}.`,
  'file-hash': (p) =>
    `The content of the file does not match the checksum (${algorithmName(p.expected)}) in the package descriptor: the file is damaged or has been changed.`,
  'hash-unknown': (p) =>
    `The checksum ${quote(p.value)} at ${quote(p.column)} is not of a kind that can be verified (${p.expected ?? ''}): the data were loaded but not verified, so it is not known whether they are intact.`,
  'file-encoding': (p) => `The file is not UTF-8${p.value ? ` (it is ${p.value})` : ''}.`,
  'file-delimiter': (p) =>
    `The file separates columns by ${p.value === '\t' ? 'tabs' : quote(p.value)}; the package format asks for commas.`,
  'file-empty': () => 'The file is empty.',
  'file-unended': (p) =>
    `The file does not end with a line break: it may be cut short, and the last number may lack digits. Last line: ${quote(p.value)}.`,
  'file-kind': (p) => `The content of the file is ${p.value}, not ${p.expected}.`,
  'file-decoder': (p) =>
    `The Parquet reader stopped while reading this file (${p.value ?? ''}): out of memory, a storage type that cannot be read, or faulty content.`,
  'units-none': () => 'The table of units has no row that can be used.',
  'file-broken': (p) => `The Parquet file cannot be read: ${p.value ?? ''}`,
  'cell-rows': (p) =>
    `A quoted cell holds ${p.value} lines that look like rows: its closing quotation mark may be missing, and those lines were not read as data.`,
  'quote-inside': () =>
    'There is text behind a closing quotation mark: a quotation mark within a cell is written twice.',
  'quote-broken': () => 'A quotation mark is opened and never closed: the file may be cut short.',
  'column-missing': (p) =>
    `The required column ${quote(p.column)} is missing; the file has the columns: ${p.expected ?? ''}.`,
  'column-duplicate': (p) => `The column ${quote(p.column)} occurs twice.`,
  'column-unknown': (p) =>
    `The column ${quote(p.column)} is not part of the package format and was left out.`,
  'column-type': (p) =>
    `The column ${quote(p.column)} has another data type than the package format asks for (${p.expected}); it was read by its content.`,
  'column-unfit': (p) =>
    `The column ${quote(p.column)} has a type that is no number (${p.expected} is needed).`,
  'row-fields': (p) => `The row has ${p.value} cells, the header has ${p.expected} columns.`,
  'value-required': (p) => `The required cell ${quote(p.column)} is empty.`,
  'value-id': (p) => `The id ${quote(p.value)} does not follow the package format.`,
  'value-number': (p) => `${quote(p.value)} is not a number.`,
  'value-range': (p) => `${quote(p.value)} is outside the permitted range (${p.expected} needed).`,
  'value-digits': (p) =>
    `${quote(p.value)} has more digits than a computer can hold; ${p.expected} is used.`,
  'value-grouped': (p) =>
    `${quote(p.value)} has exactly three digits after the point; it is read as a decimal (${formatNumber(Number(p.expected))}).`,
  'value-long': (p) =>
    `The cell is longer than ${p.expected} characters, so only its beginning was kept: ${quote(p.value)}.`,
  'text-long': (p) =>
    `The cell is longer than the ${p.expected} characters of the package format; all of it was kept: ${quote(p.value)}.`,
  'text-damaged': (p) =>
    `The text of the cell was damaged by a wrong encoding before it came into the package: ${quote(p.value)}.`,
  'text-control': (p) =>
    `The cell has an invisible mark that turns the order of letters: ${quote(p.value)}.`,
  'value-date': (p) => `${quote(p.value)} is not a real date written as year-month-day.`,
  'value-period': (p) => `${quote(p.value)} is not a period code.`,
  'value-vocabulary': (p) =>
    `${quote(p.value)} is not one of the permitted values: ${p.expected ?? ''}.`,
  'value-formula': (p) => `The formula ${quote(p.value)} cannot be read.`,
  'value-absent': (p) =>
    p.value === 'O' || p.value === 'M' || p.value === 'Q'
      ? `The status ${quote(p.value)} does not go with a value.`
      : 'The row has no value, nor the status O, M or Q.',
  'reference-unknown': (p) => `${quote(p.value)} is not in the lists of the package.`,
  'duplicate-id': (p) => `${quote(p.value)} is declared twice.`,
  'overlapping-validity': (p) =>
    `The validity ${p.value} overlaps another row of the same unit, or ends before it begins.`,
  'parent-cycle': (p) => `The parent unit ${quote(p.value)} forms a closed loop.`,
  'parent-unknown': (p) => `The parent unit ${quote(p.value)} is not in the list of units.`,
  'tile-taken': (p) =>
    `Tile ${p.value} of the map is that of ${p.expected}; the unit stands below.`,
  'change-cycle': (p) =>
    `This change leads back to ${quote(p.value)}, which went out of the same unit: a closed loop.`,
  'change-share': (p) =>
    `The shares of the unit on this day add up to ${p.value}, not to 1; none of them is used.`,
  'change-overlap': (p) =>
    `The unit ${quote(p.value)} was merged or ended on ${p.expected}, but the table “units” still has it standing.`,
  'change-alone': (p) =>
    `The unit ${quote(p.value)} has figures, those that it was made of have none: its past cannot be rebuilt.`,
  'unit-ended': (p) =>
    `Figures of a unit after its last day ${p.expected}: ${quote(p.value)}; they are added to no other unit.`,
  'engine-restarted': () => 'The calculation engine was restarted.',
};

const LOCAL_REMEDY =
  'Open the default package, go to the screen “Import” and import it again, or drop the downloaded package there.';
const COPY_AGAIN = 'Copy the whole folder of the data package again, then reload the page.';
const FIX_ROW = 'Correct this cell in the original file and export it again.';

const REMEDY: Record<Problem['code'], string> = {
  'package-not-found': 'Check the folder name in config.json or in the address.',
  'catalogue-not-found':
    'Copy the whole folder of the software again (its folder data/catalogue), then reload the page.',
  'package-not-json':
    'Copy the file again (it may be cut short); if that does not help, open it in an editor for JSON and mend the syntax.',
  'package-invalid': 'Correct datapackage.json as described in the README.',
  'package-too-large':
    'Divide the package by year or by area into smaller ones and open them one by one.',
  'package-memory':
    'Close other tabs and programs and try again; if it still cannot be opened, divide the package by year or by area.',
  'file-too-large': 'Export the table as Parquet, or divide the file by year or by area.',
  'resource-missing': 'Add this table to the package: “units” and “observations” are required.',
  'path-twice':
    'Remove the second mention in datapackage.json, or write the name of the file that was meant.',
  'resource-unknown': 'Nothing needs to be done; if the name was mistyped, correct it.',
  'resource-format': 'Export the table as CSV or Parquet.',
  'file-not-found': COPY_AGAIN,
  'file-page': COPY_AGAIN,
  'file-login': 'Log in to the server (open this page in a new tab), then press “Try again”.',
  'file-forbidden':
    'Ask the IT officer to permit reading of this file on the server, then press “Try again”.',
  'file-server':
    'Ask the IT officer to look at the error log of the server, then press “Try again”.',
  'file-network': 'Check the internal network, then reload the page.',
  'file-size': COPY_AGAIN,
  'file-hash': COPY_AGAIN,
  'hash-unknown': 'Write the checksum as “sha256:…” in datapackage.json, or leave it empty.',
  'file-encoding': 'Save the file again as UTF-8.',
  'file-delimiter': 'Export the CSV again with commas between columns and a decimal point.',
  'file-empty': 'Export the file again, with its header.',
  'file-unended':
    'Compare the last line with the original; copy or export the file again, or give “bytes” and “hash” in datapackage.json.',
  'file-kind': 'Export the file again in the format given in datapackage.json, and copy it again.',
  'file-decoder':
    'Export the table again with Snappy or Zstandard compression and smaller row groups, or as CSV.',
  'units-none': 'Export the table of units again, with at least one row that has a usable unit id.',
  'file-broken':
    'Copy the whole folder of the package again and reload the page; if that does not help, export the file again without encryption.',
  'cell-rows':
    'Check the quotation marks of this line; if it really is the content of the cell, nothing needs to be done.',
  'quote-inside':
    'Write the quotation mark within the cell twice, or remove the text behind the closing one.',
  'quote-broken': 'Check the quotation marks from this line on, or copy the file again.',
  'column-missing': 'Add the column, or correct its name in the header.',
  'column-duplicate': 'Remove one of the two columns.',
  'column-unknown': 'Nothing needs to be done; if the name was mistyped, correct it.',
  'column-type': 'When exporting again, use text for ids and periods, and numbers for values.',
  'column-unfit': 'Export the column again as a number (DOUBLE).',
  'row-fields': 'Check for commas in the text: a cell with a comma must stand in quotation marks.',
  'value-required': FIX_ROW,
  'value-id':
    'An id consists of lower-case letters without diacritics, digits, and hyphens or underscores.',
  'value-number':
    'Write numbers with a decimal point and without thousands separators (for example 1626.57).',
  'value-range': FIX_ROW,
  'value-digits': 'Write the number with at most 15 digits.',
  'value-grouped':
    'If the point groups thousands, leave it out; if it is a decimal point, nothing needs to be done.',
  'value-long': 'Shorten the text of this cell in the original file.',
  'text-long':
    'Write the figure or the date alone as the document has it; explanations go into “note”.',
  'text-control': 'Type the text of this cell again in the original file.',
  'file-rows': 'Export the file again, or copy the whole folder of the package again.',
  'header-rows': 'Export the table as CSV, one line of the file for each row of the table.',
  'text-damaged': 'Export the table again as UTF-8 from the original software.',
  'value-date': 'Write dates as year-month-day, for example 2023-05-26.',
  'value-period': 'Write periods as 2023, 2023-S1, 2023-Q1, 2023-M05 or 2023-01-01/2023-05-11.',
  'value-vocabulary': FIX_ROW,
  'value-formula': 'A formula joins measures by “ + ” and “ - ”, for example: a + b? - c.',
  'value-absent': FIX_ROW,
  'reference-unknown': 'Correct the id, or add it to the lists of the package.',
  'duplicate-id': 'Keep one of the rows.',
  'overlapping-validity': 'Correct the first or the last day so that the spans do not overlap.',
  'parent-cycle': 'Correct the column “parent” so that no unit stands below itself.',
  'parent-unknown': 'Add the parent unit to the table “units”, or leave this cell empty.',
  'tile-taken': 'Give each unit of a level a tile of its own.',
  'change-cycle': 'Check the columns “from_unit” and “to_unit” and the days of these changes.',
  'change-share':
    'Correct the column “share” so that it adds up to 1, or leave it empty where it is not known.',
  'change-overlap': 'Enter the last day of the old unit in the column “valid_to”.',
  'change-alone': 'Add the figures of the old units if there are any.',
  'unit-ended': 'Check the period, or enter the figures under the new unit.',
  'engine-restarted': 'Nothing needs to be done.',
};

export const refusal: Words['import']['refusal'] = {
  empty: () => 'The file is empty. Export it again.',
  'too-large': (value) =>
    `The file is too large (${value} MB, at most 250 MB). Split it by year or unit.`,
  'too-many-cells': () =>
    'The table has too many cells (at most 3 million). Split it by year or unit.',
  'too-many-columns': (value) =>
    `The table has ${value} columns (at most 2,000). Check the delimiter.`,
  binary: (value) => `Not a table${value ? ` (${value})` : ''}. Export it as .xlsx or .csv.`,
  'old-excel': () =>
    'A spreadsheet of another kind (.xls, .xlsb, .ods). Open it and save it as .xlsx.',
  'web-page': () =>
    'The file is a web page (HTML or XML) that is named like a workbook, as some software exports it. Open it in Excel and save it as .xlsx; or copy the table and paste it under “Paste a table from Excel”.',
  encrypted: () => 'The file has a password. Open it in Excel, take the password off and save it.',
  'broken-workbook': (value) =>
    `The workbook is damaged or cut${value ? ` (${value})` : ''}. Open and save it in Excel.`,
  'broken-archive': () => 'The archive is damaged or cut. Copy it again.',
  'broken-parquet': (value) =>
    `The Parquet file is damaged or cannot be read (${value}). Export it again.`,
  bomb: () =>
    'The archive grows too large when unpacked; it is not safe. Check where it comes from.',
  'no-table': (value) =>
    `No table of figures was found${value ? ` (${value})` : ''}. A table needs a header row and rows of figures below it.`,
  'by-place': () =>
    'The columns have nothing but blanks between them and do not line up, so it is not clear which figure belongs to which column. Export the file again with semicolons or tabs between columns; or open it in Excel, choose Data, Text to Columns, and save it as .xlsx.',
  'same-twice': (value) => `Two files are the same (${value}). Leave one out.`,
  'package-broken': (value) => `The package cannot be used: ${value}`,
  software: (value) =>
    `The software could not read the file (${value}); the file is not at fault. Reload the page and try again; if that does not help, ask IT support to copy the whole folder of the software again.`,
  'open-quote': (value) =>
    `Line ${value}: a quote is opened and never closed; what follows cannot be read. Mend the file.`,
};
