/** The seam between an aggregation and the engine that holds the records. */
import type { Dialect } from '../../record/sql/dialect.ts';

export type WarehouseRow = Readonly<Record<string, unknown>>;

/** What a stored column is to a count: a text, a day, a moment of a day, a number; null for what is none of these. */
export type StoredKind = 'text' | 'day' | 'moment' | 'number';

export interface Warehouse {
  readonly dialect: Dialect;
  readonly stored: StoredDialect;
  /** Told in the plan: engine, version, place. */
  readonly about: string;
  /** Said in the plan where something should be otherwise. */
  readonly warning: string;
  /** The table as SQL. */
  readonly table: string;
  /** Columns of the table and their types, in the engine's words. */
  columns(): Promise<ReadonlyMap<string, string>>;
  /** @throws {AggregationError} whatever the engine, or the way to it, does */
  rows(sql: string): Promise<readonly WarehouseRow[]>;
  close(): Promise<void>;
}

/** How columns of a table are read as what a definition says they are; SQL in, SQL out. */
export interface StoredDialect {
  kindOf(type: string): StoredKind | null;
  /** A text, missing where nothing stands there; texts stay as they are, so that an index serves. */
  text(column: string, kind: StoredKind, type: string): string;
  /**
   * A day in Vietnam from 1990 to 2099, missing for anything else. Of texts only ISO days are read: one that ends with a
   * zone (`ZONED`) is a moment, any other is in local time.
   */
  day(column: string, kind: StoredKind, type: string): string;
  /** A whole number from 0 on, missing for anything else. */
  number(column: string, kind: StoredKind): string;
  /** The text of a day, or of any value. */
  written(value: string): string;
  /** One number for all rows of a group and what stands in the columns. */
  fingerprint(columns: readonly string[]): string;
  /** Which of `count` parts a text falls into. */
  part(text: string, count: number): string;
  /** `text IN (query)`, on every shard. */
  within(text: string, query: string): string;
}

/** RE2, which both engines read: an ISO moment whose only group is its zone, `Z`, `+07`, `+0700` or `+07:00`. */
export const ZONED =
  '^.{10}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:[.,][0-9]+)?)? ?([zZ]|[+-][01][0-9](?::?[0-5][0-9])?)$';
/** Vietnam is ahead of UTC by as many minutes, in summer and in winter, for as long as days are read. */
export const AHEAD_MINUTES = 420;

export const FIRST_DAY = '1990-01-01';
export const LAST_DAY = '2099-12-31';
