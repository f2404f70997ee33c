/**
 * What a change of indicator, period or unit costs, and where loading spends its time (`npm run bench`).
 * Nothing is asserted about time; a step that does not lead to a new picture fails.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { type StaticServer, serveFolder } from '../support/server.ts';
import { runInBrowser } from './browser.ts';
import { courses } from './changes.ts';
import { FIVE_THOUSAND, ONE_MILLION } from './generate.ts';
import { timed } from './measure.ts';
import { readSitePackage, runInNode } from './node.ts';
import { makeSite, type Site } from './site.ts';
import { type PackageRun, tableOf } from './table.ts';

const RESULTS = resolve(import.meta.dirname, '../../test-results');
const PLANS = [FIVE_THOUSAND, ONE_MILLION];

let site: Site;
let server: StaticServer;
let browser: Browser;
const runs: PackageRun[] = [];

beforeAll(async () => {
  site = await makeSite(PLANS);
  server = await serveFolder(site.folder);
});

afterAll(async () => {
  await server?.close();
  await site?.remove();
  if (runs.length === 0) return;
  await mkdir(RESULTS, { recursive: true });
  await writeFile(resolve(RESULTS, 'bench.json'), JSON.stringify(runs, null, 2));
  process.stdout.write(`\n${tableOf(runs)}\n`);
});

test.each(PLANS)('$title', async (plan) => {
  const steps = courses(plan);
  browser = await launchBrowser();
  const inBrowser = await runInBrowser(browser, server.url, plan, steps).finally(() =>
    browser.close(),
  );
  const read = await timed(() => readSitePackage(site.folder, `data/${plan.name}`));
  const { dataset } = read.result;
  expect(dataset.problems).toEqual([]);
  runs.push({
    name: plan.name,
    title: plan.title,
    observations: dataset.observationCount,
    readMs: read.ms,
    native: await runInNode('native', read.result, steps),
    wasm: await runInNode('wasm', read.result, steps),
    browser: inBrowser,
  });
});
