/**
 * The snippets of `server/` on the real servers (Debian's nginx, apache2, lighttpd; skipped where they are not
 * installed), under a sub-path, over plain http, by a name that is not localhost.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, QUICK } from '../support/browser.ts';
import { DIST } from '../support/build.ts';
import { drawn } from './site.ts';

const SNIPPETS = resolve(import.meta.dirname, '../../server');
const NAME = 'thi-uy.example';

interface Kind {
  readonly command: string;
  readonly args: (config: string) => string[];
  /** A whole configuration around the snippet. */
  readonly config: (folder: string, port: number, snippet: string) => string;
  readonly snippet: string;
}

const SERVERS: Record<string, Kind> = {
  nginx: {
    command: 'nginx',
    args: (config) => ['-c', config, '-g', 'daemon off;'],
    snippet: 'nginx.conf',
    config: (folder, port, snippet) => `
      pid ${folder}/pid; error_log ${folder}/error.log; worker_processes 1;
      events { worker_connections 64; }
      http {
        access_log off; client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy;
        fastcgi_temp_path ${folder}/fastcgi; uwsgi_temp_path ${folder}/uwsgi; scgi_temp_path ${folder}/scgi;
        server { listen 127.0.0.1:${port}; ${snippet} }
      }`,
  },
  apache2: {
    command: 'apache2',
    args: (config) => ['-f', config, '-DFOREGROUND'],
    snippet: 'apache.conf',
    config: (folder, port, snippet) => `
ServerRoot ${folder}
ServerName ${NAME}
PidFile ${folder}/pid
DefaultRuntimeDir ${folder}
ErrorLog ${folder}/error.log
Listen 127.0.0.1:${port}
${['mpm_event', 'authz_core', 'alias', 'dir', 'mime', 'headers', 'filter', 'deflate', 'autoindex']
  .map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`)
  .join('\n')}
TypesConfig /dev/null
${process.getuid?.() === 0 ? 'User www-data\nGroup www-data' : ''}
${snippet}
`,
  },
  lighttpd: {
    command: 'lighttpd',
    args: (config) => ['-D', '-f', config],
    snippet: 'lighttpd.conf',
    config: (folder, port, snippet) => `
server.modules = ( "mod_alias", "mod_setenv" )
server.document-root = "${folder}/empty"
server.bind = "127.0.0.1"
server.port = ${port}
server.errorlog = "${folder}/error.log"
${snippet}
`,
  },
};

let browser: Browser;
let running: ChildProcess | null = null;
let folder = '';

beforeAll(async () => {
  browser = await launchBrowser([...QUICK, `--host-resolver-rules=MAP ${NAME} 127.0.0.1`]);
});
afterEach(async () => {
  if (running?.exitCode === null) {
    running.kill();
    await once(running, 'exit');
  }
  running = null;
  rmSync(folder, { recursive: true, force: true });
});
afterAll(() => browser?.close());

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((done) => probe.listen(0, '127.0.0.1', done));
  const address = probe.address();
  probe.close();
  return typeof address === 'object' && address ? address.port : 0;
}

/** Starts a server on a copy of the build and waits until it answers. */
async function start(kind: Kind): Promise<string> {
  folder = mkdtempSync(join(tmpdir(), 'server-'));
  for (const name of ['site', 'empty']) mkdirSync(join(folder, name));
  cpSync(DIST, join(folder, 'site'), { recursive: true });
  spawnSync('chmod', ['-R', 'a+rX', folder]);
  const port = await freePort();
  const snippet = readFileSync(join(SNIPPETS, kind.snippet), 'utf8').replaceAll(
    '/srv/danvan',
    join(folder, 'site'),
  );
  const config = join(folder, 'server.conf');
  writeFileSync(config, kind.config(folder, port, snippet));
  const user = { APACHE_RUN_USER: 'www-data', APACHE_RUN_GROUP: 'www-data' };
  running = spawn(kind.command, kind.args(config), {
    stdio: 'ignore',
    env: { ...process.env, ...user },
  });
  const url = `http://127.0.0.1:${port}/danvan/`;
  for (let tries = 0; tries < 100; tries++) {
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return `http://${NAME}:${port}/danvan/`;
    await wait(100);
  }
  throw new Error(
    `${kind.command} does not answer: ${readFileSync(join(folder, 'error.log'), 'utf8')}`,
  );
}

describe.each(Object.entries(SERVERS))('%s with its snippet', (_, kind) => {
  const installed = spawnSync('sh', ['-c', `command -v ${kind.command}`]).status === 0;
  test.skipIf(!installed)('serves the whole site, strictly, from a sub-path by name', async () => {
    const url = await start(kind);
    const page = await browser.newPage();
    const errors: string[] = [];
    page.on('console', (message) => {
      const from = message.location().url;
      const isOurs = from === '' || from.startsWith(url); // what else a browser asks a server for is not ours
      if (message.type() === 'error' && isOurs) errors.push(`${message.text()} ${from}`);
    });
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(`${url}?view=compare&indicator=dossiers_online_rate`);
    await drawn(page);
    await page.getByText('20,9%').first().waitFor();
    expect(await page.evaluate(() => isSecureContext)).toBe(false);
    await page.goto(`${url}?package=data/sample&view=trend&indicator=dossiers_online_rate`);
    await drawn(page);
    await page.goto(`${url}?view=system`);
    await drawn(page);
    const bad = page.locator('tr[data-state=bad]');
    expect(await bad.allTextContents()).toEqual([]);
    expect(await page.locator('tr[data-check=file]').count()).toBeGreaterThan(3);
    expect(errors).toEqual([]);
    const local = url.replace(NAME, '127.0.0.1');
    const start_ = await fetch(local);
    expect(start_.headers.get('content-security-policy')).toContain("'wasm-unsafe-eval'");
    expect(start_.headers.get('x-content-type-options')).toBe('nosniff');
    expect((await fetch(`${local}data/`)).status).toBeGreaterThanOrEqual(403);
    const asset = /assets\/[\w.-]+\.js/.exec(await start_.text())?.[0] ?? '';
    const kept = (await fetch(local + asset)).headers;
    expect(kept.get('cache-control')).toContain('immutable');
    await page.close();
  });
});
