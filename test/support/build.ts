/** Builds the site once before the tests, so that browser tests look at what is shipped. */
import { resolve } from 'node:path';
import { build, type InlineConfig } from 'vite';

const ROOT = resolve(import.meta.dirname, '../..');
export const DIST = resolve(ROOT, 'dist');

export default async function buildSite(): Promise<void> {
  if (process.env.SKIP_BUILD) return;
  await buildAsShipped({ logLevel: 'warn' });
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
