/** Everything that a run is served from: the site as shipped, the bare pages, packages with and without stored answers. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { codeVersion } from '../../../server/code-version.mjs';
import { buildAsShipped } from '../../support/build.ts';
import { CACHE, type WalkData, walkData } from './data.ts';
import { buildPages, inlineRows } from './pages.ts';
import type { WalkPlan } from './plan.ts';

const ROOT = resolve(import.meta.dirname, '../../..');

export interface Ground {
  readonly folder: string;
  readonly data: ReadonlyMap<string, WalkData>;
  /** Packages that could be given stored answers. */
  readonly stored: ReadonlySet<string>;
  remove(): Promise<void>;
}

export async function makeGround(plans: readonly WalkPlan[]): Promise<Ground> {
  const folder = await mkdtemp(join(tmpdir(), 'dan-van-walk-'));
  await buildAsShipped({ logLevel: 'error', build: { outDir: folder, emptyOutDir: true } });
  await buildPages(join(folder, 'pages'));
  const data = new Map<string, WalkData>();
  const stored = new Set<string>();
  for (const plan of plans) {
    const made = await walkData(plan);
    data.set(plan.name, made);
    await inlineRows(join(folder, 'pages'), plan.name, made.rows);
    await symlink(made.folder, join(folder, 'data', plan.name));
    await symlink(made.parquet, join(folder, 'data', `${plan.name}.parquet`));
    const published = plan.isPublished ? await publishedCopy(plan.name, made.folder) : null;
    if (!published) continue;
    await symlink(published, join(folder, 'data', `${plan.name}-stored`));
    stored.add(plan.name);
  }
  const config = { title: 'Bench', organisation: '', packages: ['data/5k'], lang: 'vi' };
  await writeFile(join(folder, 'config.json'), JSON.stringify(config));
  return { folder, data, stored, remove: () => rm(folder, { recursive: true }) };
}

/** The package with what `publish-package` puts beside it, by this version of the code; null where it cannot. */
async function publishedCopy(name: string, folder: string): Promise<string | null> {
  const copy = join(CACHE, `stored-${name}-${codeVersion()}`);
  if (existsSync(copy)) return copy;
  const draft = `${copy}.${process.pid}`;
  await mkdir(CACHE, { recursive: true });
  await cp(folder, draft, { recursive: true });
  try {
    execFileSync('node', ['server/publish-package.mjs', draft], { cwd: ROOT, stdio: 'inherit' });
    await rename(draft, copy);
    return copy;
  } catch {
    await rm(draft, { recursive: true, force: true });
    return null;
  }
}
