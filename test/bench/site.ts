/** A site of its own for the measurements: built from the sources as they are, with generated packages. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildAsShipped } from '../support/build.ts';
import { type Plan, writePackage } from './generate.ts';

export interface Site {
  readonly folder: string;
  /** Observations of each package, by name. */
  readonly counts: Readonly<Record<string, number>>;
  remove(): Promise<void>;
}

/** Builds into a temporary folder: a `dist` that lies around may be older than the sources. */
export async function makeSite(plans: readonly Plan[]): Promise<Site> {
  const folder = await mkdtemp(join(tmpdir(), 'dan-van-bench-'));
  await buildAsShipped({ logLevel: 'error', build: { outDir: folder, emptyOutDir: true } });
  const counts: Record<string, number> = {};
  for (const plan of plans) {
    counts[plan.name] = await writePackage(plan, join(folder, 'data', plan.name));
  }
  const packages = plans.map(({ name }) => `data/${name}`);
  const config = { title: 'Bench', organisation: '', packages, lang: 'vi' };
  await writeFile(join(folder, 'config.json'), JSON.stringify(config));
  return { folder, counts, remove: () => rm(folder, { recursive: true }) };
}
