/** From a figure to the records it was counted from: the same rule, listed instead of counted. */
import type { Engine } from '../engine/engine.ts';
import { identifier } from '../engine/literal.ts';
import type { Dataset } from '../model/dataset.ts';
import { parsePeriod } from '../model/time/period.ts';
import type { RecordsAnswer, RecordsQuestion } from '../question/records.ts';
import { spanSql } from '../record/span.ts';

/** A file of records as a table of the engine. */
export interface RecordTable {
  readonly record: string;
  readonly table: string;
  readonly columns: readonly string[];
}

/** Brings the records of a file into the engine; null where the package comes without them. */
export type OpenRecords = (path: string, signal?: AbortSignal) => Promise<RecordTable | null>;

const NONE: RecordsAnswer = { record: '', total: 0, columns: [], rows: [] };

export async function records(
  engine: Engine,
  data: Dataset,
  question: RecordsQuestion,
  open: OpenRecords,
  signal?: AbortSignal,
): Promise<RecordsAnswer> {
  const source = data.sources.get(question.source);
  const file = source && source.records !== '' ? await open(source.records, signal) : null;
  const definition = file && data.records.get(file.record);
  const measure = definition?.measures.find((item) => item.measure === question.measure);
  if (!file || !definition || !measure) return NONE;
  const temporal = data.measures.get(measure.measure)?.temporal ?? 'flow';
  const span = spanSql(measure, temporal, definition, parsePeriod(question.period));
  const split = question.category === '' ? 'TRUE' : `${identifier(measure.breakdown)} = ?`;
  const where = `unit = ? AND (${split}) AND (${span})`;
  const params = [question.unit, ...(question.category === '' ? [] : [question.category])];
  const columns = file.columns.filter((column) => column !== 'unit');
  const texts = columns.map(
    (column) => `coalesce(${identifier(column)}::VARCHAR, '') AS ${identifier(column)}`,
  );
  const from = `FROM ${identifier(file.table)} WHERE ${where}`;
  const [counted] = await engine.rows<{ n: number }>(
    `SELECT count(*) AS n ${from}`,
    params,
    signal,
  );
  const rows = await engine.rows<Record<string, string>>(
    `SELECT ${texts.join(', ')} ${from} ORDER BY ${identifier(measure.event)}, row LIMIT ${question.limit}`,
    params,
    signal,
  );
  return {
    record: file.record,
    total: counted?.n ?? 0,
    columns,
    rows: rows.map((row) => columns.map((column) => row[column] ?? '')),
  };
}
