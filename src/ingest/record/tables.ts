/** Files of records of a package → tables of the engine, when somebody first asks for them. */
import type { Column, Engine } from '../../engine/engine.ts';
import { identifier } from '../../engine/literal.ts';
import type { Dataset } from '../../model/dataset.ts';
import { PackageError } from '../../model/problem.ts';
import type { RecordFile } from '../assemble.ts';
import { type FileAccess, fetchFile, readFile } from '../file/files.ts';
import { problemLog } from '../problems.ts';

export interface RecordTables {
  readonly engine: Engine;
  readonly access: FileAccess;
  readonly data: Dataset;
  /** Files by their path in the package. */
  readonly files: ReadonlyMap<string, RecordFile>;
}

interface Opened {
  readonly record: string;
  readonly table: string;
  readonly columns: readonly string[];
}

/** Opens a file once; null for one that the package does not have. */
export function recordTables(tables: RecordTables) {
  const opened = new Map<string, Promise<Opened>>();
  return (path: string, signal?: AbortSignal): Promise<Opened | null> => {
    const file = tables.files.get(path);
    if (!file) return Promise.resolve(null);
    const known = opened.get(path);
    if (known) return known;
    const opening = openTable(tables, file, `records_${opened.size}`, signal);
    opened.set(path, opening);
    opening.catch(() => opened.delete(path)); // the next question tries again
    return opening;
  };
}

/** @throws {PackageError} where the file is missing or damaged */
async function openTable(
  { engine, access, data }: RecordTables,
  { record, entry }: RecordFile,
  table: string,
  signal?: AbortSignal,
): Promise<Opened> {
  const problems = problemLog();
  const bytes = await fetchFile(access, data.path, entry, problems, signal);
  const read = bytes && (await readFile(access, entry, bytes, problems, signal));
  if (!read) throw new PackageError(problems.stops());
  const texts = read.columns.map(
    ({ name, values }): Column => ({
      name,
      type: 'text',
      values: Array.from(values, (value) => (value === null ? null : String(value))),
    }),
  );
  const rows = Array.from({ length: read.rowCount }, (_, at) => at);
  await engine.insert('read', [{ name: 'row', type: 'integer', values: rows }, ...texts]);
  const columns = texts.map(({ name }) => name);
  const definition = data.records.get(record);
  const typed = columns.map((name) => {
    const type = definition?.columns.find((column) => column.column === name)?.type;
    const own = identifier(name);
    if (type === 'day') return `try_cast(${own} AS DATE) AS ${own}`;
    return type === 'number' ? `try_cast(${own} AS DOUBLE) AS ${own}` : own;
  });
  await engine.rows(
    `CREATE OR REPLACE TABLE ${table} AS SELECT row, ${typed.join(', ')} FROM read`,
  );
  await engine.rows('DROP TABLE read');
  return { record, table, columns };
}
