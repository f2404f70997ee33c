/**
 * Records on an engine elsewhere become a package: `npm run aggregate -- --help`. What it does and how a cluster is laid
 * out for it stands in clickhouse/README.md.
 */
import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createServer } from 'vite';
import { codeVersion } from './code-version.mjs';
import { publish } from './publish-folder.mjs';

const ROOT = resolve(import.meta.dirname, '..');
const HELP = `npm run aggregate -- --engine clickhouse --url http://server:8123 --table dossiers \\
    --definition dossiers.json --base data/sample --out data/province
npm run aggregate -- --engine duckdb --file dossiers.parquet --definition … --base … --out …

  --definition  what the columns and texts of the table mean (server/clickhouse/README.md)
  --base        the package whose units, catalogue and kinds of records are used
  --out         the folder of the package; it changes only when everything is whole
  --areas       ids of the units whose units are counted, by comma; all if not said
  --dry-run     print the plan, write nothing
  --no-answers  leave out stored answers (npm run publish-package can add them later)
  --seconds     limit of each query, 600 if not said
  --memory      limit of each query in MB, 8000 if not said
  --today       the day up to which is counted, 2026-01-31; today if not said

User and password of ClickHouse are read from CLICKHOUSE_USER and CLICKHOUSE_PASSWORD.`;

const text = { type: 'string' };
const OPTIONS = {
  ...{
    engine: text,
    url: text,
    table: text,
    file: text,
    definition: text,
    base: text,
    out: text,
    areas: text,
  },
  ...{ seconds: text, memory: text, today: text },
  ...{
    'dry-run': { type: 'boolean' },
    'no-answers': { type: 'boolean' },
    help: { type: 'boolean' },
  },
};

const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => stopping.abort());
process.exitCode = await main().catch((error) => {
  console.error(`${error.name === 'AggregationError' ? error.kind : error.name}: ${error.message}`);
  for (const { file = '', code } of error.problems ?? []) console.error(`${file}: ${code}`);
  return 1;
});

async function main() {
  const { values } = parseArgs({ options: OPTIONS });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const missing = missingOption(values);
  if (missing) {
    console.error(`options: --${missing} is missing or makes no sense\n\n${HELP}`);
    return 1;
  }
  const vite = await createServer({
    root: ROOT,
    server: { middlewareMode: true, watch: null, hmr: false, ws: false },
    appType: 'custom',
    logLevel: 'error',
  });
  try {
    await run(values, (path) => vite.ssrLoadModule(path));
    return 0;
  } finally {
    await vite.close();
  }
}

function missingOption(values) {
  const place = { clickhouse: ['url', 'table'], duckdb: ['file'] }[values.engine];
  if (!place) return 'engine';
  const number = ['seconds', 'memory'].find((name) => values[name] && !(Number(values[name]) > 0));
  if (values.today && !/^\d{4}-\d{2}-\d{2}$/.test(values.today)) return 'today';
  return number ?? [...place, 'definition', 'base', 'out'].find((name) => !values[name]);
}

async function run(values, load) {
  const { aggregate } = await load('/src/aggregate/aggregate.ts');
  const { fileAccess } = await load('/src/aggregate/keep/access.ts');
  const begun = Date.now();
  const done = await aggregate({
    definition: { file: values.definition, text: await readFile(values.definition, 'utf8') },
    ...{ base: values.base, out: values.out.replace(/[/\\]+$/, '') },
    ...{ access: fileAccess(ROOT), code: codeVersion(), isDry: values['dry-run'] === true },
    ...(values.areas ? { areas: values.areas.split(',') } : {}),
    open: () => openWarehouse(values, load),
    today: values.today ?? new Date().toISOString().slice(0, 10),
    tell: (line) => console.log(line),
    ...(values['no-answers'] ? {} : { complete: (folder) => addAnswers(folder, load) }),
  });
  if (!done) return;
  const seconds = Math.round((Date.now() - begun) / 100) / 10;
  console.log(
    `${values.out}: ${done.observations} figures of ${done.areas} areas (${done.kept} kept), ${seconds} s`,
  );
}

async function openWarehouse({ engine, url, table, file, out, ...limits }, load) {
  const common = {
    seconds: Number(limits.seconds ?? 600),
    bytes: Number(limits.memory ?? 8000) * 1e6,
    signal: stopping.signal,
  };
  if (engine === 'duckdb') {
    const { openDuckDb } = await load('/src/aggregate/warehouse/duckdb.ts');
    return openDuckDb({ ...common, file, spill: join(dirname(resolve(out)), '.aggregate-spill') });
  }
  const { openClickHouse } = await load('/src/aggregate/warehouse/clickhouse.ts');
  const { CLICKHOUSE_USER: user = 'default', CLICKHOUSE_PASSWORD: password = '' } = process.env;
  return openClickHouse({ ...common, url, table, user, password });
}

async function addAnswers(folder, load) {
  const { publishFolder } = await load('/src/app/publish.ts');
  console.log(await publish(folder, publishFolder));
}
