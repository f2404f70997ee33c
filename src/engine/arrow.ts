/** Arrow in and out: columns to an IPC stream, query results and Parquet files to plain values. */

import {
  type Column as ArrowColumn,
  bool,
  type DataType,
  dictionary,
  float64,
  int32,
  Precision,
  Type,
  tableFromArrays,
  tableFromIPC,
  tableToIPC,
  utf8,
} from '@uwdata/flechette';
import type { Column, SqlRow, SqlValue } from './engine.ts';
import { texts } from './texts.ts';

/** A decoded column; `other` is what a package may not contain, its dates as ISO text. */
export interface PlainColumn {
  readonly name: string;
  readonly kind: 'text' | 'number' | 'boolean' | 'other';
  readonly values: ArrayLike<SqlValue>;
}

/** A column of a stream: its values are taken apart when somebody looks at them, once. */
export interface StreamColumn extends PlainColumn {
  readonly length: number;
  /** Text in plain UTF-8, as `numberedTexts` takes it. */
  readonly isPlainText: boolean;
  /** Without taking the others apart, where the column is text. */
  readonly first: (count: number) => ArrayLike<SqlValue>;
  /** Of rows in rising order, in the same way. */
  readonly pick: (rows: readonly number[]) => ArrayLike<SqlValue>;
}

/** Rows per Arrow stream: bounds the copies of the data that exist at one time. */
export const ROWS_PER_STREAM = 200_000;

/** The first stream of an insert, for the time in which the engine still starts. */
export function encodeAhead(columns: readonly Column[]): Uint8Array {
  return encodeColumns(columns, 0, ROWS_PER_STREAM);
}

/** Encodes rows `from` to `to` of the columns as one Arrow IPC stream with one record batch. */
export function encodeColumns(columns: readonly Column[], from: number, to: number): Uint8Array {
  const slices = columns.map(({ values }) => Array.prototype.slice.call(values, from, to));
  const arrays = columns.map(({ name }, i): [string, SqlValue[]] => [name, slices[i] ?? []]);
  const types = columns.map(({ name, type }, i) => [name, arrowType(type, slices[i] ?? [])]);
  const table = tableFromArrays(arrays, { types: Object.fromEntries(types) });
  return tableToIPC(table, { format: 'stream' }) as Uint8Array;
}

/**
 * Decodes the messages of one query result.
 *
 * @param dictionaries values of the ENUM columns by name: DuckDB-WASM sends only their numbers
 *   (a record batch is serialised without its dictionary batches)
 */
export function decodeRows(
  header: Uint8Array,
  batches: readonly Uint8Array[],
  dictionaries: ReadonlyMap<string, readonly string[]>,
): SqlRow[] {
  const schema = dictionaries.size > 0 ? withoutDictionaries(header) : header;
  const columns = plainColumns([schema, ...batches]).map(({ name, values }) => {
    const words = dictionaries.get(name);
    return { name, values: words ? Array.from(values, (n) => words[n as number] ?? null) : values };
  });
  return Array.from({ length: columns[0]?.values.length ?? 0 }, (_, i) => {
    const row: SqlRow = {};
    for (const { name, values } of columns) row[name] = values[i] as SqlValue;
    return row;
  });
}

/**
 * Decodes a whole Arrow IPC stream, e.g. of a Parquet file. What a number cannot hold (integers beyond 2^53,
 * decimals of too many digits) stands in a column of numbers as the text of its digits.
 */
export function decodeColumns(ipc: Uint8Array): StreamColumn[] {
  const { schema, children } = tableFromIPC(ipc, { useBigInt: true, useDecimalInt: true });
  return schema.fields.map(({ name }, i) =>
    streamColumn(name, children[i] as ArrowColumn<unknown>),
  );
}

function streamColumn(name: string, column: ArrowColumn<unknown>): StreamColumn {
  let whole: PlainColumn | null = null;
  const taken = () => {
    whole ??= plainColumn(name, column, true);
    return whole;
  };
  const isPlainText = column.type.typeId === Type.Utf8;
  const { length } = column;
  return {
    ...{ name, length, isPlainText },
    get kind() {
      return isPlainText ? 'text' : taken().kind;
    },
    get values() {
      return taken().values;
    },
    first(count) {
      const most = Math.min(count, length);
      if (!isPlainText) return Array.from({ length: most }, (_, at) => taken().values[at] ?? null);
      return Array.from({ length: most }, (_, at) => column.at(at) as SqlValue);
    },
    pick(rows) {
      if (isPlainText && !whole) return texts(column, rows);
      const { values } = taken();
      return rows.map((row) => values[row] ?? null);
    },
  };
}

/** Names of the dictionary-encoded (ENUM) columns of a result, in order. */
export function dictionaryNames(header: Uint8Array): string[] {
  const { fields } = tableFromIPC(header).schema;
  return fields.filter(({ type }) => type.typeId === Type.Dictionary).map(({ name }) => name);
}

/** The same schema with the numbers of dictionary columns as plain integers. */
function withoutDictionaries(header: Uint8Array): Uint8Array {
  const { fields } = tableFromIPC(header).schema;
  const types = fields.map(({ name, type }): [string, DataType] => [
    name,
    type.typeId === Type.Dictionary ? type.indices : type,
  ]);
  const none = fields.map(({ name }): [string, never[]] => [name, []]);
  const table = tableFromArrays(none, { types: Object.fromEntries(types) });
  return tableToIPC(table, { format: 'stream' }) as Uint8Array;
}

function plainColumns(ipc: Uint8Array | Uint8Array[]): PlainColumn[] {
  const { schema, children } = tableFromIPC(ipc, { useBigInt: true });
  return schema.fields.map(({ name }, i) =>
    plainColumn(name, children[i] as ArrowColumn<unknown>, false),
  );
}

function plainColumn(name: string, column: ArrowColumn<unknown>, isExact: boolean): PlainColumn {
  if (column.type.typeId === Type.Utf8) return { name, kind: 'text', values: texts(column) };
  const values = column.toArray() as ArrayLike<SqlValue>;
  const type = valueType(column.type);
  switch (type.typeId) {
    case Type.Utf8:
    case Type.LargeUtf8:
    case Type.Utf8View:
    case Type.Null:
      return { name, kind: 'text', values };
    case Type.Bool:
      return { name, kind: 'boolean', values };
    case Type.Decimal:
      if (isExact) return { name, kind: 'number', values: decimals(values, type.scale) };
      return { name, kind: 'number', values: withoutBigInts(values) };
    case Type.Float:
      if (isExact && type.precision === Precision.SINGLE) {
        return { name, kind: 'number', values: Array.from(values, shortest) };
      }
      return { name, kind: 'number', values };
    case Type.Int:
      return { name, kind: 'number', values: isExact ? exact(values) : withoutBigInts(values) };
    default:
      return { name, kind: 'other', values: Array.from(values, (value) => asText(value, type)) };
  }
}

function valueType(type: DataType): DataType {
  return type.typeId === Type.Dictionary ? type.dictionary : type;
}

/** 64-bit integers arrive as BigInt; those beyond 2^53 lose their last digits, as every JS number does. */
function withoutBigInts(values: ArrayLike<unknown>): ArrayLike<SqlValue> {
  if (!hasBigInts(values)) return values as ArrayLike<SqlValue>;
  return Array.from(values, (value) => (typeof value === 'bigint' ? Number(value) : null));
}

/** 64-bit integers as numbers where those hold them, else as their digits. */
function exact(values: ArrayLike<unknown>): ArrayLike<SqlValue> {
  if (!hasBigInts(values)) return values as ArrayLike<SqlValue>;
  return Array.from(values, (value) => {
    if (typeof value !== 'bigint') return null;
    return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  });
}

/** A single-precision number as the shortest decimal that it stands for: 25.8, not 25.799999237060547. */
function shortest(value: SqlValue): SqlValue {
  if (typeof value !== 'number' || !Number.isFinite(value)) return value;
  for (let digits = 6; digits < 9; digits += 1) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return short;
  }
  return value;
}

/** Decimals arrive as the whole number of their last places. */
function decimals(values: ArrayLike<unknown>, scale: number): ArrayLike<SqlValue> {
  return Array.from(values, (value) => {
    if (value === null) return null;
    const whole = Number(value);
    if (Number.isSafeInteger(whole) && scale <= 22) return whole / 10 ** scale;
    const digits = String(value)
      .replace('-', '')
      .padStart(scale + 1, '0');
    const at = digits.length - scale;
    return `${String(value).startsWith('-') ? '-' : ''}${digits.slice(0, at)}.${digits.slice(at)}`;
  });
}

function hasBigInts(values: ArrayLike<unknown>): boolean {
  return typeof Array.prototype.find.call(values, (value) => value !== null) === 'bigint';
}

function asText(value: unknown, type: DataType): SqlValue {
  if (value === null) return null;
  if (value instanceof Uint8Array) return new TextDecoder().decode(value);
  if (typeof value !== 'number') {
    return JSON.stringify(value, (_, part) => (typeof part === 'bigint' ? Number(part) : part));
  }
  if (Number.isNaN(new Date(value).getTime())) return String(value);
  const iso = new Date(value).toISOString();
  if (type.typeId === Type.Date) return iso.slice(0, iso.indexOf('T'));
  if (type.typeId === Type.Timestamp) return type.timezone ? iso : iso.replace(/(\.000)?Z$/, '');
  return String(value);
}

function arrowType(type: Column['type'], values: readonly SqlValue[]): DataType {
  if (type === 'number') return float64();
  if (type === 'integer') return int32();
  if (type === 'boolean') return bool();
  return isRepetitive(values) ? dictionary(utf8()) : utf8();
}

/**
 * A look at evenly spaced values, and at as many in a row: names of units and periods repeat all over, documents in rows
 * behind each other, notes nowhere.
 */
function isRepetitive(values: readonly SqlValue[]): boolean {
  const repeats = (step: number, from = 0) => {
    const seen = new Set<SqlValue | undefined>();
    const end = Math.min(values.length, from + LOOKED * step);
    for (let i = from; i < end; i += step) seen.add(values[i]);
    return seen.size * 2 < Math.ceil((end - from) / step);
  };
  const middle = Math.max(0, Math.floor((values.length - LOOKED) / 2));
  return repeats(Math.ceil(values.length / LOOKED)) || repeats(1, middle);
}

const LOOKED = 1000;
