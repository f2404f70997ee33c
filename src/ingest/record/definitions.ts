/** Rows of `records`, `record_columns`, `record_measures` → definitions of records; a package adds to the catalogue. */
import type {
  RecordColumn,
  RecordDefinition,
  RecordMeasure,
} from '../../model/record/definition.ts';
import { parseFilter } from '../../model/record/filter.ts';
import type { ProblemLog } from '../problems.ts';
import type { KnowsId, Tables } from '../resource/catalogue.ts';
import { addUnknown, type Row, unique } from '../resource/rows.ts';
import type { ResourceName } from '../schema.ts';

/** Later layers override earlier ones row by row: a kind of record, one of its columns, one of its measures. */
export function readRecordDefinitions(
  layers: readonly Tables[],
  hasMeasure: KnowsId,
  problems: ProblemLog,
): Map<string, RecordDefinition> {
  const merged = <T>(name: ResourceName, key: (item: T) => string, make: (row: Row) => T | null) =>
    new Map(layers.flatMap((layer) => [...unique(layer.get(name), key, make, problems)]));
  const columns = merged(
    'record_columns',
    ({ record, column }: Own<RecordColumn>) => `${record}~${column}`,
    toColumn,
  );
  const columnsOf = (record: string) =>
    [...columns.values()].filter((item) => item.record === record);
  const measures = merged(
    'record_measures',
    ({ record, measure }: Own<RecordMeasure>) => `${record}~${measure}`,
    (row) => toMeasure(row, hasMeasure, columnsOf(row.text('record')), problems),
  );
  const kinds = merged('records', ({ record }: Kind) => record, toKind);
  return new Map(
    [...kinds].map(([record, kind]) => [
      record,
      {
        ...kind,
        columns: columnsOf(record),
        measures: [...measures.values()].filter((item) => item.record === record),
      },
    ]),
  );
}

type Own<T> = T & { readonly record: string };
type Kind = Pick<RecordDefinition, 'record' | 'name' | 'nameEn'>;

function toKind(row: Row): Kind {
  const record = row.text('record');
  return { record, name: row.text('name') || record, nameEn: row.text('name_en') };
}

function toColumn(row: Row): Own<RecordColumn> {
  const column = row.text('column');
  return {
    record: row.text('record'),
    column,
    type: row.text('type') as RecordColumn['type'],
    breakdown: row.text('breakdown'),
    name: row.text('name') || column,
    nameEn: row.text('name_en'),
    words: row
      .text('words')
      .split('|')
      .map((word) => word.trim())
      .filter(Boolean),
  };
}

/** A measure that counts by a column that is not there would count something else: its row is set aside. */
function toMeasure(
  row: Row,
  hasMeasure: KnowsId,
  columns: readonly RecordColumn[],
  problems: ProblemLog,
): Own<RecordMeasure> | null {
  const hasColumn = (id: string) => id === '' || columns.some(({ column }) => column === id);
  const bad = ['event', 'until', 'breakdown', 'value'].find((name) => !hasColumn(row.text(name)));
  const unknown = hasMeasure(row.text('measure')) ? bad : 'measure';
  if (unknown !== undefined) {
    addUnknown(row, unknown, 'row', problems);
    return null;
  }
  const filter = filterIn(row, hasColumn, problems);
  return (
    filter && {
      ...{ record: row.text('record'), measure: row.text('measure'), filter },
      ...{ event: row.text('event'), until: row.text('until') },
      ...{ breakdown: row.text('breakdown'), value: row.text('value') },
    }
  );
}

function filterIn(row: Row, hasColumn: KnowsId, problems: ProblemLog) {
  const value = row.text('filter');
  const place = row.table.place(row.at);
  try {
    const filter = parseFilter(value);
    if (filter.every(({ column }) => hasColumn(column))) return filter;
    problems.add({ code: 'reference-unknown', effect: 'row', ...place, column: 'filter', value });
  } catch {
    problems.add({ code: 'value-formula', effect: 'row', ...place, column: 'filter', value });
  }
  return null;
}
