/** One sheet for people: what it is, whose, of when and from where; then its figures in words under a filter. */
import type { SheetData } from 'write-excel-file/browser';
import type { Subject } from '../../model/catalogue.ts';
import { type Dataset, subjectOf } from '../../model/dataset.ts';
import type { Figure } from '../../model/figure.ts';
import { comparePeriods } from '../../model/time/period.ts';
import { formatDayOrMonth, formatPeriod } from '../../model/writing/date.ts';
import { decimalsOf } from '../../model/writing/number.ts';
import type { BriefingSheet } from '../../slide/paper/sheets.ts';
import { palette } from '../../style/palette.ts';
import { bounded } from '../../text/figure.ts';
import type { FigureField } from '../../text/figure-fields.ts';
import { unitName } from '../../text/name.ts';
import { citation } from '../../text/source.ts';
import { words } from '../../text/words.ts';
import { withoutControls } from '../escape.ts';
import { EXPORT_FIELDS } from '../rows.ts';
import { rangeOf } from './names.ts';

/** Cells with their widths, how many rows and columns stay in sight, and the range that can be filtered. */
export interface Drawn {
  readonly rows: SheetData;
  readonly widths: readonly number[];
  readonly sticky: number;
  readonly columns: number;
  readonly filter: string;
}

type Cell = SheetData[number][number];

export function drawnSheet(data: Dataset, sheet: BriefingSheet): Drawn {
  const { columns, rows } = sheet.table ? tableCells(sheet.table) : figureCells(data, sheet);
  const above = headRows(data, sheet, rows.length);
  const head = columns.map((value): Cell => ({ value, ...HEAD }));
  const isEmpty = rows.length === 0;
  return {
    rows: isEmpty ? above : [...above, head, ...rows],
    widths: isEmpty ? [WIDEST] : widthsOf(columns, rows),
    sticky: isEmpty ? 0 : above.length + 1,
    columns: isEmpty ? 0 : 1,
    filter: isEmpty ? '' : rangeOf(above.length + 1, columns.length, rows.length),
  };
}

const HEAD = {
  fontWeight: 'bold',
  wrap: true,
  alignVertical: 'center',
  borderStyle: 'thin',
  backgroundColor: palette.accentTint,
} as const;

/** Title, units, unit of measurement, periods, documents, package, that it is simulated; an empty row. */
function headRows(
  data: Dataset,
  { title, figures, remarks }: BriefingSheet,
  rows: number,
): SheetData {
  const { units, unit, period, source, package: name, empty } = words.workbook;
  const told = (label: string, text: string): SheetData =>
    text ? [[textCell(`${label}: ${text}`)]] : [];
  const created = data.created ? words.app.created(formatDayOrMonth(data.created)) : '';
  return [
    [{ value: withoutControls(title), fontWeight: 'bold', fontSize: 14 }],
    ...told(units, unitsText(data, figures)),
    ...told(unit, measuresText(data, figures)),
    ...told(period, periodsText(data, figures)),
    ...told(source, sourceText(data, figures)),
    ...told(name, [data.title, created].filter(Boolean).join(' · ')),
    ...(data.synthetic
      ? [
          [
            {
              value: words.app.syntheticNote,
              fontWeight: 'bold' as const,
              textColor: palette.error,
            },
          ],
        ]
      : []),
    ...remarks.map((text) => [textCell(text)]),
    ...(rows === 0 && remarks.length === 0 ? [[textCell(empty)]] : []),
    [],
  ];
}

/** Names that are listed; more are counted. */
const MOST_NAMES = 4;

function unitsText(data: Dataset, figures: readonly Figure[]): string {
  const ids = [...new Set(figures.map(({ unit }) => unit))];
  if (ids.length > MOST_NAMES) return words.workbook.manyUnits(ids.length);
  return ids.map((id) => unitName(data, id)).join(', ');
}

function measuresText(data: Dataset, figures: readonly Figure[]): string {
  const ids = [...new Set(figures.map(({ subject }) => subject))];
  const labels = new Set(ids.map((id) => subjectOf(data, id)?.unitLabel || words.workbook.cases));
  if (ids.length === 0) return '';
  return labels.size === 1 ? [...labels].join() : words.workbook.manySubjects(ids.length);
}

function periodsText(data: Dataset, figures: readonly Figure[]): string {
  const ids = [...new Set(figures.map(({ period }) => period))];
  const known = ids.flatMap((id) => data.periods.get(id) ?? []).sort(comparePeriods);
  const [first] = known;
  const last = known.at(-1);
  if (!first || !last) return '';
  return first === last ? formatPeriod(first) : `${formatPeriod(first)} – ${formatPeriod(last)}`;
}

/** Without the word that the row begins with. */
function sourceText(data: Dataset, figures: readonly Figure[]): string {
  return citation(data, figures).replace(words.present.source(''), '');
}

/** Columns in words; those in which nothing stands are left out. */
function figureCells(data: Dataset, { figures, more = [] }: BriefingSheet) {
  const fields = [...EXPORT_FIELDS, ...more].filter(({ csv }) => !CODES.includes(csv));
  const all = figures.map((figure) => fields.map((field) => fieldCell(data, figure, field)));
  const isUsed = fields.map(
    ({ csv }, at) => csv === 'value' || all.some((row) => row[at] !== null),
  );
  return {
    columns: fields.filter((_, at) => isUsed[at]).map((field) => field.heading()),
    rows: all.map((row) => row.filter((_, at) => isUsed[at])),
  };
}

/** Fields that only machines read. */
const CODES = ['unit', 'indicator'];

function fieldCell(data: Dataset, figure: Figure, field: FigureField): Cell {
  if (field.number) {
    const value = field.raw(figure, data);
    if (typeof value !== 'number') return null;
    const subject = subjectOf(data, figure.subject);
    return { value, type: Number, format: numberFormat(subject, figure, field, value) };
  }
  const text = wordOf(data, figure, field);
  return text ? textCell(text) : null;
}

/** Words where the screen has none: why there is no number, a bound, a day. */
function wordOf(data: Dataset, figure: Figure, field: FigureField): string {
  switch (field.csv) {
    case 'status':
      return figure.value === null
        ? words.absence[figure.absence || 'NO_DATA']
        : field.word(figure, data);
    case 'bound':
      return bounded('', figure.bound).trim();
    case 'as_of':
      return formatDayOrMonth(figure.asOf);
    default:
      return field.word(figure, data);
  }
}

/** The value stays what it is (20,9 and not 0,209): the sign of a percentage belongs to its format. */
function numberFormat(
  subject: Subject | null,
  figure: Figure,
  { csv, number: kind }: FigureField,
  value: number,
): string {
  if (!subject?.isRatio || kind === 'count') return placesFormat(Math.min(2, decimalsOf(value)));
  if (kind === 'points') return placesFormat(Math.max(POINTS, subject.decimals));
  const places = csv === 'reported' ? figure.reportedDecimals : null;
  return `${placesFormat(places ?? subject.decimals)}${subject.scale === 100 ? '"%"' : ''}`;
}

/** Places of differences of rates: what parts give may be little. */
const POINTS = 2;

function placesFormat(places: number): string {
  return places > 0 ? `#,##0.${'0'.repeat(places)}` : '#,##0';
}

function tableCells({ columns, rows }: NonNullable<BriefingSheet['table']>) {
  const cellOf = (value: string | number): Cell =>
    typeof value === 'number' ? { value, type: Number, format: '#,##0' } : textCell(value);
  return { columns: [...columns], rows: rows.map((row) => row.map(cellOf)) };
}

function textCell(text: string) {
  return { value: withoutControls(text), type: String };
}

const NARROWEST = 9;
const WIDEST = 48;

/** What the longest text asks for, within limits; a head may break at its words. */
function widthsOf(columns: readonly string[], rows: SheetData): number[] {
  return columns.map((name, at) => {
    const cells = rows.map((row) => lengthOf(row[at]));
    const word = Math.max(...name.split(' ').map((part) => part.length));
    return Math.min(WIDEST, Math.max(NARROWEST, word + 3, Math.max(0, ...cells) + 2));
  });
}

function lengthOf(cell: Cell | undefined): number {
  const value = typeof cell === 'object' && cell && 'value' in cell ? cell.value : '';
  return typeof value === 'number' ? value.toFixed(1).length : String(value ?? '').length;
}
