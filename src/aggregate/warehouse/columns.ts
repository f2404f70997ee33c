/** Where the columns of a definition stand in the table, each as an expression that gives what the definition says. */
import type { RecordColumn, RecordDefinition } from '../../model/record/definition.ts';
import type { Dialect } from '../../record/sql/dialect.ts';
import type { AggregateDefinition } from '../definition.ts';
import { AggregationError } from '../fault.ts';
import type { Warehouse } from './warehouse.ts';

export interface StoredColumn {
  readonly column: RecordColumn;
  /** SQL: as it is stored, and as a count reads it. */
  readonly raw: string;
  readonly read: string;
}

export interface TableColumns {
  /** By the definition's name. */
  readonly columns: ReadonlyMap<string, StoredColumn>;
  /** SQL of the column that tells the latest state of a record; null where nothing does. */
  readonly version: string | null;
  /** Writes the definition's columns as what stands for them in the table. */
  readonly dialect: Dialect;
}

/** @throws {AggregationError} `column` for what is named and not there, with what is there */
export async function columnsOf(
  warehouse: Warehouse,
  definition: RecordDefinition,
  wish: AggregateDefinition,
): Promise<TableColumns> {
  const types = await warehouse.columns();
  checkNames(definition, wish);
  const columns = new Map<string, StoredColumn>();
  for (const column of definition.columns) {
    const said = wish.columns[column.column];
    const name = said === undefined ? column.column : said;
    if (name === null || (said === undefined && !types.has(name))) continue;
    columns.set(column.column, storedColumn(warehouse, types, name, column));
  }
  const { version } = wish;
  if (version !== null) typeOf(types, version);
  const { dialect } = warehouse;
  if (!columns.has('unit')) {
    const there = [...types.keys()].join(', ');
    const message = `no column says the unit: name it as "columns": { "unit": "…" }; the table has ${there}`;
    throw new AggregationError('column', message);
  }
  return {
    columns,
    version: version === null ? null : dialect.identifier(version),
    dialect: { ...dialect, column: (name) => columns.get(name)?.read ?? missing(name) },
  };
}

function missing(name: string): never {
  throw new AggregationError('column', `the table has no column for "${name}"`);
}

/** What the file says of columns that the kind of records does not have counts nothing: it is a slip. */
function checkNames(definition: RecordDefinition, { columns, values }: AggregateDefinition): void {
  const known = new Set(definition.columns.map(({ column }) => column));
  const strange = [...Object.keys(columns), ...Object.keys(values)].find(
    (name) => !known.has(name),
  );
  if (strange === undefined) return;
  const message = `"${strange}" is no column of "${definition.record}", which has ${[...known].join(', ')}`;
  throw new AggregationError('definition', message);
}

function typeOf(types: ReadonlyMap<string, string>, name: string): string {
  const type = types.get(name);
  if (type !== undefined) return type;
  const there = [...types.keys()].join(', ');
  throw new AggregationError('column', `the table has no column "${name}"; it has ${there}`);
}

function storedColumn(
  { dialect, stored }: Warehouse,
  types: ReadonlyMap<string, string>,
  name: string,
  column: RecordColumn,
): StoredColumn {
  const type = typeOf(types, name);
  const kind = stored.kindOf(type);
  const fits = kind !== null && (column.type !== 'day' || kind !== 'number');
  if (!fits) {
    const message = `column "${name}" holds ${type}, which is no ${column.type} of "${column.column}"`;
    throw new AggregationError('column', message);
  }
  const raw = dialect.identifier(name);
  if (column.type === 'day') return { column, raw, read: stored.day(raw, kind, type) };
  if (column.type === 'number') return { column, raw, read: stored.number(raw, kind) };
  return { column, raw, read: stored.text(raw, kind, type) };
}
