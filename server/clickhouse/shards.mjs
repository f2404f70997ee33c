/**
 * ClickHouse servers on this computer, one for each shard of a cluster named `dan_van`: for tests, benches and trying
 * things out. `node server/clickhouse/shards.mjs [2]` starts them, says how they are reached and ends them on Ctrl-C.
 * A cluster that runs already needs none of this: give its address to `npm run aggregate` (README.md beside this file).
 *
 * Everything lies in a folder of its own under the system's temporary one: configuration, data, logs. Ports are free
 * ones of the loopback address. `reader` may read and set limits, nothing else; `default` loads tables.
 */
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  createReadStream,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';

const STARTS_WITHIN_MS = 60_000;
export const CLUSTER = 'dan_van';

/** The command with its first words; null where ClickHouse is not installed. */
export function clickHouseCommand() {
  const found = (name) => spawnSync('which', [name]).status === 0;
  if (found('clickhouse-server')) return ['clickhouse-server'];
  return found('clickhouse') ? ['clickhouse', 'server'] : null;
}

/**
 * Starts `count` servers that know one another.
 *
 * @returns {Promise<import('./shards.mjs').Shards>}
 */
export async function startShards(count) {
  const command = clickHouseCommand();
  if (!command) throw new Error('ClickHouse is not installed: apt-get install clickhouse-server');
  const folder = mkdtempSync(join(tmpdir(), 'clickhouse-'));
  const password = randomBytes(12).toString('hex');
  const ports = await freePorts(count * 3);
  const shards = Array.from({ length: count }, (_, at) => {
    const [http, tcp, inter] = ports.slice(at * 3, at * 3 + 3);
    return { folder: join(folder, `shard-${at + 1}`), http, tcp, inter, child: null };
  });
  const all = { folder, password, shards };
  for (const shard of shards) writeConfig(shard, shards, password);
  try {
    await Promise.all(shards.map((shard) => start(shard, command)));
  } catch (error) {
    await stop(all);
    throw error;
  }
  return {
    urls: shards.map(({ http }) => `http://127.0.0.1:${http}`),
    user: 'reader',
    password,
    run: (sql, at = 0) => run(shards[at], sql),
    load: (table, file) => load(shards[0], table, file),
    kill: (at) => end(shards[at], 'SIGKILL'),
    restart: (at) => start(shards[at], command),
    memory: (at) => peakOf(shards[at]),
    stop: () => stop(all),
  };
}

async function stop({ folder, shards }) {
  await Promise.all(shards.map((shard) => end(shard, 'SIGKILL')));
  rmSync(folder, { recursive: true, force: true });
}

async function freePorts(count) {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'));
  const ports = await Promise.all(
    servers.map(
      (server) => new Promise((done) => server.on('listening', () => done(server.address().port))),
    ),
  );
  await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
  return ports;
}

function writeConfig(shard, shards, password) {
  const { folder, http, tcp, inter } = shard;
  mkdirSync(join(folder, 'data'), { recursive: true });
  const replicas = shards.map(
    (one) => `<shard><replica><host>127.0.0.1</host><port>${one.tcp}</port></replica></shard>`,
  );
  writeFileSync(
    join(folder, 'config.xml'),
    `<yandex>
  <logger><level>warning</level><log>${folder}/log</log><errorlog>${folder}/errors</errorlog></logger>
  <listen_host>127.0.0.1</listen_host>
  <http_port>${http}</http_port><tcp_port>${tcp}</tcp_port><interserver_http_port>${inter}</interserver_http_port>
  <path>${folder}/data/</path><tmp_path>${folder}/data/tmp/</tmp_path>
  <format_schema_path>${folder}/data/</format_schema_path>
  <users_config>users.xml</users_config>
  <default_profile>default</default_profile><default_database>default</default_database>
  <mark_cache_size>268435456</mark_cache_size>
  <timezone>Asia/Ho_Chi_Minh</timezone>
  <remote_servers><${CLUSTER}>${replicas.join('')}</${CLUSTER}></remote_servers>
</yandex>
`,
  );
  const user = (name, own) =>
    `<${name}><password>${own}</password><networks><ip>127.0.0.1</ip></networks><profile>${name}</profile><quota>default</quota></${name}>`;
  writeFileSync(
    join(folder, 'users.xml'),
    `<yandex>
  <profiles><default/><reader><readonly>2</readonly></reader></profiles>
  <users>${user('default', '')}${user('reader', password)}</users>
  <quotas><default/></quotas>
</yandex>
`,
  );
}

async function start(shard, command) {
  const [name, ...words] = command;
  const config = `--config-file=${join(shard.folder, 'config.xml')}`;
  shard.child = spawn(name, [...words, config], { cwd: shard.folder, stdio: 'ignore' });
  shard.child.on('error', () => {});
  const until = Date.now() + STARTS_WITHIN_MS;
  while (Date.now() < until && shard.child.exitCode === null) {
    const answer = await fetch(`http://127.0.0.1:${shard.http}/ping`).catch(() => null);
    if (answer?.ok) return;
    await wait(100);
  }
  throw new Error(`ClickHouse does not start: ${errorsOf(shard)}`);
}

function errorsOf({ folder }) {
  try {
    return readFileSync(join(folder, 'errors'), 'utf8').slice(0, 2000);
  } catch {
    return 'it says nothing';
  }
}

/** Ends the one process that was started here. */
function end(shard, signal) {
  const { child } = shard;
  if (!child || child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((done) => {
    child.once('exit', () => done());
    child.kill(signal);
  });
}

/** As the user who may write. */
async function run({ http }, sql) {
  const answer = await fetch(`http://127.0.0.1:${http}/?max_memory_usage=0`, {
    method: 'POST',
    body: sql,
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(text);
  return text;
}

/** A file as it lies there; rows are on their shards when it is over. */
async function load({ http }, table, file) {
  const query = `query=${encodeURIComponent(`INSERT INTO ${table} FORMAT TabSeparated`)}`;
  const answer = await fetch(`http://127.0.0.1:${http}/?${query}&insert_distributed_sync=1`, {
    method: 'POST',
    body: Readable.toWeb(createReadStream(file)),
    duplex: 'half',
  });
  if (!answer.ok) throw new Error(await answer.text());
}

/** The most memory that the process has held so far, in bytes; 0 where the system does not say. */
function peakOf({ child }) {
  const status = child?.pid ? readFileSync(`/proc/${child.pid}/status`, 'utf8') : '';
  return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) * 1024;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const shards = await startShards(Number(process.argv[2] ?? 2));
  console.log(`Shards: ${shards.urls.join(', ')}; cluster ${CLUSTER}`);
  console.log(`export CLICKHOUSE_USER=${shards.user} CLICKHOUSE_PASSWORD=${shards.password}`);
  console.log(
    'Tables are made by the user "default", without a password. Ctrl-C ends the servers.',
  );
  const over = () => shards.stop().then(() => process.exit(0));
  process.on('SIGINT', over);
  process.on('SIGTERM', over);
}
