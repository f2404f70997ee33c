/** The naive page: DuckDB-WASM, one Parquet file, one query a picture, Recharts. */
import { AsyncDuckDB, VoidLogger } from '@duckdb/duckdb-wasm';
import script from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import wasm from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import init, { readParquet } from 'parquet-wasm/esm';
import decoder from 'parquet-wasm/esm/parquet_wasm_bg.wasm?url';
import { type Drawn, draw, type Sight } from './picture.tsx';
import { barsSql, linesSql } from './shown.ts';

const connecting = connect();

async function connect() {
  const file = new URLSearchParams(location.search).get('file') ?? '';
  const rows = fetch(file).then((answer) => answer.arrayBuffer());
  const db = new AsyncDuckDB(new VoidLogger(), new Worker(script));
  await Promise.all([db.instantiate(wasm), init({ module_or_path: decoder })]);
  const connection = await db.connect();
  const arrow = readParquet(new Uint8Array(await rows)).intoIPCStream();
  await connection.insertArrowFromIPCStream(arrow, { name: 'every' });
  return connection;
}

draw(async ({ view, indicator, period }: Sight): Promise<Drawn> => {
  const connection = await connecting;
  const sql = view === 'trend' ? linesSql(indicator) : barsSql(indicator, period);
  const start = performance.now();
  const rows = (await connection.query(sql)).toArray().map((row) => row.toJSON());
  const queries = globalThis as { queryMs?: number[] };
  queries.queryMs = [...(queries.queryMs ?? []), performance.now() - start];
  return view === 'trend' ? byMonth(rows) : rows;
});

function byMonth(rows: readonly Record<string, string | number>[]): Drawn {
  const months = new Map<string, Record<string, string | number>>();
  for (const { period = '', unit = '', value = 0 } of rows) {
    const month = months.get(String(period)) ?? { period };
    month[String(unit)] = value;
    months.set(String(period), month);
  }
  return [...months.values()];
}
