/** Builds the site once before the tests, so that browser tests look at what is shipped. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build, type InlineConfig } from 'vite';

const ROOT = resolve(import.meta.dirname, '../..');
/** The site without anything stored: the engine reads and derives every package. */
export const DIST = resolve(ROOT, 'dist');
/** The same with stored answers and prepared tables beside its packages, as `npm run build` leaves it. */
export const PUBLISHED = resolve(ROOT, 'node_modules/.cache/published');

/** As in the tests' workers (vitest.config.ts). */
const QUICK = ['--liftoff-only', '--wasm-lazy-validation', '--max-semi-space-size=64'];

export default async function buildSite(): Promise<void> {
  if (process.env.SKIP_BUILD && existsSync(PUBLISHED)) return;
  if (!process.env.SKIP_BUILD) await buildAsShipped({ logLevel: 'warn' });
  rmSync(PUBLISHED, { recursive: true, force: true });
  cpSync(DIST, PUBLISHED, { recursive: true });
  await Promise.all([publish('sample'), publish('reports', 'sample-2025')]);
}

/** `npm run publish-package`, for packages of the published build. */
async function publish(...names: readonly string[]): Promise<void> {
  const packages = names.map((name) => join(PUBLISHED, 'data', name));
  const command = [...QUICK, resolve(ROOT, 'server/publish-package.mjs'), ...packages];
  const work = spawn(process.execPath, command, { stdio: ['ignore', 'ignore', 'inherit'] });
  const [code] = await once(work, 'exit');
  if (code !== 0) throw new Error(`publish-package ${names.join(' ')}: ${code}`);
}

/** The test runner calls its own environment "test", with which React and others build their development versions. */
export async function buildAsShipped(config: InlineConfig): Promise<void> {
  const { NODE_ENV } = process.env;
  process.env.NODE_ENV = 'production';
  try {
    await build({ root: ROOT, ...config });
  } finally {
    if (NODE_ENV === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = NODE_ENV;
  }
}
