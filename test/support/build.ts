/** Builds the site once before the tests, so that browser tests look at what is shipped. */
import { resolve } from 'node:path';
import { build } from 'vite';

export const DIST = resolve(import.meta.dirname, '../../dist');

export default async function buildSite(): Promise<void> {
  if (process.env.SKIP_BUILD) return;
  await build({ root: resolve(DIST, '..'), logLevel: 'warn' });
}
