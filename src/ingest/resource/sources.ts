/** Rows of `sources` → documents. An impossible date costs its cell and becomes a finding, never the document. */
import type { Finding, Source } from '../../model/catalogue.ts';
import { writeRefusedDate } from '../../model/time/refused-date.ts';
import type { ProblemLog } from '../problems.ts';
import type { KnowsId, Tables } from './catalogue.ts';
import { addUnknown, type Row, rowsOf, unique } from './rows.ts';

export function readSources(
  tables: Tables,
  hasUnit: KnowsId,
  problems: ProblemLog,
): Map<string, Source> {
  const make = (row: Row) => {
    const source = toSource(row);
    if (source.unit === '' || hasUnit(source.unit)) return source;
    addUnknown(row, 'unit', 'cell', problems);
    return { ...source, unit: '' };
  };
  return unique(tables.get('sources'), (source) => source.source, make, problems);
}

/** Dates and periods of documents that no calendar has: the cell is empty, the finding stays. */
export function readBadDates(tables: Tables, sources: ReadonlyMap<string, Source>): Finding[] {
  const seen = new Set<string>();
  return rowsOf(tables.get('sources')).flatMap((row) => {
    const source = sources.get(row.text('source'));
    if (!source || seen.has(source.source)) return [];
    seen.add(source.source);
    return DATE_COLUMNS.filter((column) => row.refused(column) !== '').map((column) => ({
      source: source.source,
      locator: '',
      unit: source.unit,
      period: source.period,
      measure: '',
      code: 'BAD_DATE',
      note: writeRefusedDate({ column, text: row.refused(column) }),
    }));
  });
}

const DATE_COLUMNS = ['signed_on', 'due_on', 'received_on', 'period'] as const;

function toSource(row: Row): Source {
  return {
    source: row.text('source'),
    unit: row.text('unit'),
    number: row.text('number'),
    title: row.text('title') || row.text('source'),
    issuer: row.text('issuer'),
    signedOn: row.text('signed_on'),
    period: row.text('period'),
    cutoff: row.text('cutoff') as Source['cutoff'],
    dueOn: row.text('due_on'),
    receivedOn: row.text('received_on'),
    file: row.text('file'),
    remark: row.text('remark'),
    records: row.text('records'),
  };
}
