/**
 * ClickHouse over its plain HTTP interface. Answers are held back by the server until they are whole
 * (`wait_end_of_query`), and taken for whole only where they say so themselves: a JSON text that ends, with as many
 * rows as it counts. A shard that is away is an error, never left out (`skip_unavailable_shards`).
 */
import { CLICKHOUSE } from '../../record/sql/clickhouse.ts';
import { AggregationError } from '../fault.ts';
import { CLICKHOUSE_STORED } from './clickhouse-stored.ts';
import { type Answer, post, readAnswer } from './http.ts';
import type { Warehouse, WarehouseRow } from './warehouse.ts';

export interface ClickHouseOptions {
  readonly url: string;
  /** "dossiers" or "database.dossiers". */
  readonly table: string;
  /** From the environment, never from the address or the command line. */
  readonly user: string;
  readonly password: string;
  /** Limits of each query, kept by the server and, a little later, here. */
  readonly seconds: number;
  readonly bytes: number;
  readonly signal?: AbortSignal;
}

/** @throws {AggregationError} where the address is none, or the server does not answer */
export async function openClickHouse(options: ClickHouseOptions): Promise<Warehouse> {
  const url = addressOf(options.url);
  const table = tableOf(options.table);
  const ask = async (sql: string) => readAnswer(await send(url, sql, options), options.url);
  const [found] = namedRows(await ask('SELECT version() AS version'));
  const [own] = namedRows(await ask("SELECT value FROM system.settings WHERE name = 'readonly'"));
  const isReader = String(own?.value ?? '0') !== '0';
  return {
    dialect: CLICKHOUSE,
    stored: CLICKHOUSE_STORED,
    about: `ClickHouse ${String(found?.version)} at ${url.host}, table ${options.table}`,
    warning: isReader ? '' : `the user "${options.user}" may write; a read-only one is enough`,
    table,
    async columns() {
      const rows = namedRows(await ask(`DESCRIBE TABLE ${table}`));
      return new Map(rows.map((row) => [String(row.name), String(row.type)]));
    },
    rows: async (sql) => namedRows(await ask(sql)),
    close: async () => {},
  };
}

function addressOf(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !['http:', 'https:'].includes(url.protocol))
    throw new AggregationError('options', `--url is no http address: ${JSON.stringify(text)}`);
  if (url.username || url.password)
    throw new AggregationError(
      'options',
      'name and password do not belong into --url: set CLICKHOUSE_USER and CLICKHOUSE_PASSWORD',
    );
  return url;
}

const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;

function tableOf(text: string): string {
  const parts = text.split('.');
  if (parts.length > 2 || !parts.every((part) => NAME.test(part)))
    throw new AggregationError('table', `no name of a table: ${JSON.stringify(text)}`);
  return parts.map(CLICKHOUSE.identifier).join('.');
}

/** Time that the server has to say that its own limit was reached. */
const GRACE_SECONDS = 15;

function send(url: URL, sql: string, options: ClickHouseOptions): Promise<Answer> {
  const target = new URL(url);
  const settings = {
    max_execution_time: options.seconds,
    max_memory_usage: options.bytes,
    // grouping goes over to the disk before the limit is reached
    max_bytes_before_external_group_by: Math.floor(options.bytes / 2),
    skip_unavailable_shards: 0,
    wait_end_of_query: 1,
    output_format_json_quote_64bit_integers: 1,
    max_query_size: 10_000_000,
    max_ast_elements: 1_000_000,
    max_expanded_ast_elements: 5_000_000,
  };
  for (const [name, value] of Object.entries(settings))
    target.searchParams.set(name, String(value));
  return post(target, `${sql}\nFORMAT JSONCompact`, {
    headers: {
      'x-clickhouse-user': options.user,
      'x-clickhouse-key': options.password,
    },
    seconds: options.seconds + GRACE_SECONDS,
    ...(options.signal ? { signal: options.signal } : {}),
  });
}

interface Table {
  readonly names: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
}

function namedRows({ names, rows }: Table): WarehouseRow[] {
  return rows.map((row) => Object.fromEntries(names.map((name, at) => [name, row[at]])));
}
