/** The second visit: the picture stands before the engine, says so, and the engine takes over without a flicker. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { DIST, PUBLISHED } from '../support/build.ts';
import { copyOfSite, descriptor, resourcesOf, SMALL, writePackage } from './package.ts';
import { drawn, lead, openDrawn, readiness, siteOpener } from './site.ts';

const open = siteOpener();
const site = copyOfSite();

/** Keeps the engine back until it is let go. */
function gate() {
  const waiting: (() => void)[] = [];
  let isShut = false;
  return {
    shut: () => {
      isShut = true;
    },
    letGo() {
      isShut = false;
      for (const send of waiting.splice(0)) send();
    },
    takeOver(url: string, response: ServerResponse) {
      if (!url.includes('duckdb.bin') || !isShut) return false;
      waiting.push(() => response.destroy());
      return true;
    },
    waiting,
  };
}

/** Everything that is said below the head: figures, charts, sentences. */
const values = async (page: Page) =>
  (await page.locator('main').innerText()).split('\n').filter((line) => /\d/.test(line));

const isStored = (page: Page) => page.locator('[data-stored]').count();

/** Waits until the engine has taken over and its answers are kept. */
async function settled(page: Page): Promise<void> {
  await expect.poll(() => isStored(page), { timeout: 60_000 }).toBe(0);
}

const SCREENS = [
  '',
  '?view=compare&indicator=dossiers_online_rate',
  '?view=trend&indicator=dossiers_online_rate',
  '?view=unit&unit=phuong-pho-hoa',
];

test('every screen is the same before the engine as after it', async () => {
  const door = gate();
  const { page, url, errors } = await openDrawn(open, '', { dir: DIST, takeOver: door.takeOver });
  await settled(page);
  const first: Record<string, string[]> = {};
  for (const search of SCREENS) {
    await lead(page, search);
    await drawn(page);
    first[search] = await values(page);
    expect(first[search].length).toBeGreaterThan(5);
  }
  await page.waitForTimeout(300); // what was answered is written

  door.shut();
  for (const search of SCREENS) {
    await page.goto(`${url}index.html${search}`);
    expect(await readiness(page)).toBe('true');
    expect(await isStored(page)).toBe(1);
    expect(await values(page)).toEqual(first[search]);
  }
  const left = SCREENS.length - 1; // a page that is left while it waits may ask once more: its line was cut
  expect(door.waiting.length).toBeLessThanOrEqual(SCREENS.length + left);

  door.letGo(); // the line drops once and is tried again
  await settled(page);
  for (const search of [...SCREENS].reverse()) {
    await lead(page, search);
    await drawn(page);
    expect(await values(page)).toEqual(first[search]);
  }
  expect(errors.filter((error) => !error.includes('ERR_'))).toEqual([]);
});

test('answers beside a package make the first picture; a row that fits no hash takes it away', async () => {
  const folder = join(site(), 'data/reports');
  cpSync(join(PUBLISHED, 'data/reports'), folder, { recursive: true });
  const door = gate();
  door.shut();
  const { page } = await open('', { dir: site(), takeOver: door.takeOver });
  expect(await readiness(page)).toBe('true');
  expect(await isStored(page)).toBe(1);
  const shown = await values(page);
  door.letGo();
  await settled(page);
  expect(await values(page)).toEqual(shown);

  door.shut(); // the engine was never asked for what was published: it is found again all the same
  await page.reload();
  expect(await readiness(page)).toBe('true');
  expect([await isStored(page), await values(page)]).toEqual([1, shown]);
  door.letGo();
  await settled(page);

  const path = join(folder, 'observations.csv');
  writeFileSync(path, readFileSync(path, 'utf8').replace(/,(\d)(\d*),/, ',9$2,'));
  const again = await open('', { dir: site() });
  await again.page.getByText('observations.csv').first().waitFor({ timeout: 60_000 });
  expect(await readiness(again.page)).toBe('error');
});

test('what is not stored waits for the engine, and comes', async () => {
  const { page } = await openDrawn(open, '?view=compare&indicator=dossiers_online_rate', {
    dir: DIST,
  });
  await settled(page);
  await page.waitForTimeout(300);
  await page.goto(page.url().replace('dossiers_online_rate', 'petitions_resolved_rate'));
  expect(await readiness(page)).toBe('true');
  expect((await values(page)).length).toBeGreaterThan(0);
});

test('a package without hashes, or one that was replaced, is loaded as if it were new', async () => {
  writePackage(site(), 'data/visited', { ...SMALL });
  const { page } = await openDrawn(open, '?package=data/visited', { dir: site() });
  await page.reload();
  expect(await isStored(page)).toBe(0);
  expect(await readiness(page)).toBe('true');
  expect(descriptor(resourcesOf(SMALL))).not.toContain('hash');
});

test.each(['overview', 'compare', 'trend', 'unit'])(
  '%s: its scripts are asked for with the address, each once',
  async (view) => {
    const asked: string[] = [];
    const prepare = async (page: Page) => {
      page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    };
    const { page } = await openDrawn(open, `?package=data/sample&view=${view}`, {
      ...{ prepare, withoutEngine: true },
    });
    const named = await page.locator('meta[name=screens]').getAttribute('content');
    const scripts = (JSON.parse(named ?? '{}') as Record<string, string[]>)[view] ?? [];
    expect(scripts.length).toBeGreaterThan(0);
    for (const script of scripts) {
      const times = asked.filter((path) => path.endsWith(script.slice(1)));
      expect(times).toHaveLength(1);
    }
    const own = asked.indexOf(
      asked.find((path) => path.endsWith(scripts[0]?.slice(1) ?? '')) ?? '',
    );
    const answers = asked.findIndex((path) => path.includes('/answers/'));
    expect(own).toBeLessThan(answers);
  },
);
