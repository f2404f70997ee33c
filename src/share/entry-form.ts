/** An entry form as a workbook (validated cells, sums as formulas, earlier figures beside) or as CSV. */
import type { SheetData } from 'write-excel-file/browser';
import type { Dataset } from '../model/dataset.ts';
import type { Form, FormLine } from '../model/intake/form.ts';
import { parsePeriod } from '../model/time/period.ts';
import { readSaidPeriod } from '../model/time/said-period.ts';
import { formatPeriod } from '../model/writing/date.ts';
import { words } from '../text/words.ts';
import { csvText } from './csv.ts';

/** Rows above the first figure: title, unit, period, an empty one, the header. */
const ABOVE = 5;
const VALUE = 'C';

type Cell = SheetData[number][number];

/** The cells of a form; `values` are what stands in it already (a test, a correction). */
export function formCells(
  form: Form,
  data: Dataset,
  values: ReadonlyMap<string, number> = new Map(),
): SheetData {
  const { title, unit, period, columns } = words.form;
  const bold = (value: string): Cell => ({ value, fontWeight: 'bold' });
  const head: SheetData = [
    [{ value: title, fontWeight: 'bold', fontSize: 14 }],
    [bold(`${unit}: ${data.units.at(form.unit, parsePeriod(form.period)).name}`)],
    [bold(`${period}: ${formatPeriod(parsePeriod(form.period))}`)],
    [],
    columns.map((value) => ({
      value,
      fontWeight: 'bold',
      wrap: true,
      borderStyle: 'thin',
      backgroundColor: '#E8F0F6',
    })),
  ];
  return [
    ...head,
    ...form.lines.map((line, at) => lineCells(line, at, values.get(line.measure) ?? null)),
  ];
}

function lineCells(line: FormLine, at: number, value: number | null): Cell[] {
  const border = { borderStyle: 'thin' } as const;
  return [
    { value: line.name, ...border, wrap: true },
    { value: line.unitLabel, ...border },
    value === null ? { ...border, type: Number } : { value, type: Number, ...border },
    line.before === null ? { ...border } : { value: line.before, type: Number, ...border },
    { value: line.periodBefore ? formatPeriod(parsePeriod(line.periodBefore)) : '', ...border },
    line.sum.length > 0
      ? { value: checkFormula(line, at), type: 'Formula', ...border }
      : { ...border },
    { value: line.measure, ...border, textColor: '#8A949E', fontSize: 8 }, // by it the form is read back
  ];
}

/** "khớp", or by how much the total and its parts differ; nothing while one of them is empty. */
function checkFormula({ sum }: FormLine, at: number): string {
  const cell = (line: number) => `${VALUE}${ABOVE + 1 + line}`;
  const total = cell(at);
  const parts = sum.map(({ line, sign }) => `${sign < 0 ? '-' : '+'}${cell(line)}`).join('');
  const empty = [at, ...sum.map(({ line }) => line)].map((line) => `${cell(line)}=""`).join(',');
  const { fits, differs } = words.form;
  return `IF(OR(${empty}),"",IF(${total}=0${parts},"${fits}","${differs} "&(${total}-(0${parts}))))`;
}

/** The form as a workbook: figures may not be negative, nor percentages above a hundred. */
export async function formWorkbook(form: Form, data: Dataset): Promise<Blob> {
  const { default: writeExcelFile } = await import('write-excel-file/browser');
  const options = {
    sheet: words.form.sheet,
    columns: [52, 12, 14, 14, 22, 16, 9].map((width) => ({ width })),
    stickyRowsCount: ABOVE,
  };
  const features = [validation(form)];
  return writeExcelFile(formCells(form, data), options, { fontFamily: 'Arial', features }).toBlob();
}

/** Data validation as the format has it: after the cells, before margins and drawings. */
export function validation({ lines }: Form) {
  const rules = lines.map(({ most }, at) => {
    const cell = `${VALUE}${ABOVE + 1 + at}`;
    const limits = most === null ? 'operator="greaterThanOrEqual"' : 'operator="between"';
    const upper = most === null ? '' : `<formula2>${most}</formula2>`;
    const { error } = words.form;
    return `<dataValidation type="decimal" ${limits} allowBlank="1" showErrorMessage="1" errorTitle="${error.title}" error="${most === null ? error.count : error.rate}" sqref="${cell}"><formula1>0</formula1>${upper}</dataValidation>`;
  });
  const block = `<dataValidations count="${rules.length}">${rules.join('')}</dataValidations>`;
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml: string) => xml.replace('</sheetData>', `</sheetData>${block}`),
        },
      },
    },
  };
}

/** The same form for programs that read no workbooks. */
export function formCsv(form: Form, data: Dataset): string {
  const unit = data.units.at(form.unit, parsePeriod(form.period)).name;
  const named = formatPeriod(parsePeriod(form.period));
  const period = readSaidPeriod(named) === form.period ? named : form.period;
  const { csvColumns } = words.form;
  const rows = form.lines.map(({ measure, name, unitLabel }) => {
    const cells = [unit, period, name, unitLabel, '', measure];
    return Object.fromEntries(csvColumns.map((column, at) => [column, cells[at] ?? '']));
  });
  return csvText(csvColumns, rows);
}
