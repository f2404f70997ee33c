/** A package of a hundred thousand figures: what a link is about is drawn before the rest is read, which then takes over. */
import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { exportParquet, openNativeEngine } from '../../src/engine/native.ts';
import { copyOfSite, lines, writePackage } from './package.ts';
import { siteOpener } from './site.ts';

const open = siteOpener();
const site = copyOfSite();

/** Flows of the catalogue in an order that is the same every time; the rate's own two are among them. */
const MEASURES = readFileSync('data/catalogue/measures.csv', 'utf8')
  .split('\n')
  .filter((line) => line.includes(',flow,'))
  .map((line) => line.split(',')[0])
  .slice(0, 43);
const [DISTRICTS, COMMUNES] = [5, 20];

const units = Array.from({ length: DISTRICTS }, (_, d) => [
  `huyen-${d},Huyện ${d},huyện,district,`,
  ...Array.from({ length: COMMUNES }, (__, c) => `xa-${d}-${c},Xã ${d}.${c},xã,commune,huyen-${d}`),
]).flat();

/** Every commune, month of two years and measure; what came online is a share of what came. */
const OBSERVATIONS = `
CREATE TABLE o AS
SELECT 'xa-' || d || '-' || c AS unit, format('{}-{:02d}', 2023 + m // 12, m % 12 + 1) AS period, measure,
  CASE measure WHEN 'dossiers_received' THEN 100 + 7 * c + d
    WHEN 'dossiers_received_online' THEN 40 + (11 * c + 5 * m + d) % 60 ELSE 1 + (c * m + d) % 90 END::DOUBLE AS value
FROM range(${DISTRICTS}) AS t(d), range(${COMMUNES}) AS u(c), range(24) AS v(m),
  (SELECT unnest([${MEASURES.map((one) => `'${one}'`).join(', ')}]) AS measure)`;

async function writeLarge(): Promise<void> {
  const engine = await openNativeEngine();
  const folder = await mkdtemp(join(tmpdir(), 'large-'));
  try {
    await engine.run([OBSERVATIONS]);
    await exportParquet(engine, 'o', join(folder, 'o.parquet'));
    const files = {
      'units.csv': lines('unit,name,kind,level,parent', ...units),
      'observations.parquet': new Uint8Array(await readFile(join(folder, 'o.parquet'))),
    };
    writePackage(site(), 'packages/large', files);
  } finally {
    await engine.close();
    await rm(folder, { recursive: true });
  }
}

beforeAll(writeLarge);

/** What stood on the page when it first said that it is ready. */
interface Seen {
  readonly isExcerpt: boolean;
  readonly rows: readonly string[];
}

/** Runs in the page, before its own scripts. */
function watchReady(): void {
  const rows = () =>
    [...document.querySelectorAll('.compare-drawing [role=button][data-open]')].map(
      (one) => `${one.getAttribute('data-unit')} ${one.textContent}`,
    );
  const look = () => {
    if (document.documentElement?.dataset.ready !== 'true' || 'seen' in globalThis) return;
    const isExcerpt = document.querySelector('[data-excerpt]') !== null;
    Object.assign(globalThis, { seen: { isExcerpt, rows: rows() } });
  };
  new MutationObserver(look).observe(document, { attributes: true, subtree: true });
}

const LINK = '?package=packages/large&view=compare&under=huyen-3&period=2024-05';
const rowsOf = (page: Page) =>
  page
    .locator('.compare-drawing [role=button][data-open]')
    .evaluateAll((all) => all.map((one) => `${one.getAttribute('data-unit')} ${one.textContent}`));

test('the first picture is right, is said to be ahead of the rest, and stays when the rest has come', async () => {
  const { page, errors } = await open(`${LINK}&indicator=dossiers_online_rate`, {
    dir: site(),
    prepare: (one) => one.addInitScript(watchReady),
  });
  await page.waitForSelector('html[data-ready="true"]');
  const seen = await page.evaluate(() => (globalThis as unknown as { seen: Seen }).seen);
  expect(seen.isExcerpt).toBe(true);
  expect(seen.rows).toHaveLength(COMMUNES);
  // May 2024 is month 16: 100 + 7 · c + 3 dossiers, 40 + (11 · c + 5 · 16 + 3) % 60 of them online
  for (const c of [0, 7, 19]) {
    const own = seen.rows.find((row) => row.startsWith(`xa-3-${c} `));
    expect(own, seen.rows.join('\n')).toContain(`${40 + ((11 * c + 83) % 60)}/${103 + 7 * c}`);
  }
  await page.waitForSelector('html:not([data-checks])', { timeout: 90_000 });
  expect(await page.locator('[data-excerpt]').count()).toBe(0);
  expect(await rowsOf(page)).toEqual(seen.rows);
  expect(errors).toEqual([]);
});

test('another indicator, chosen before the rest has come, is drawn when it has', async () => {
  const { page, errors } = await open(`${LINK}&indicator=dossiers_online_rate`, { dir: site() });
  await page.waitForSelector('[data-excerpt]');
  await page.getByRole('link', { name: 'Tổng quan' }).click();
  await page.waitForSelector('html:not([data-checks])[data-ready="true"]', { timeout: 90_000 });
  expect(await page.locator('[data-excerpt]').count()).toBe(0);
  expect(await page.locator('main').textContent()).toContain('Xã 3.');
  expect(errors).toEqual([]);
});
