/** One file, a frozen briefing, the system screen, a package replaced while a page is open, dropping lines. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { vi } from '../../src/text/vi/words.ts';
import { launchBrowser, QUICK } from '../support/browser.ts';
import { copyOfSite, SMALL, writePackage } from './package.ts';
import { drawn, go, openDrawn, peekOrigin, query, saved, siteOpener } from './site.ts';

const open = siteOpener();
const site = copyOfSite();
const ROOT = resolve(import.meta.dirname, '../..');

test.each(['data/reports', 'data/sample'])(
  'the one-file build of %s works by double-click, asking nothing of anybody',
  async (dataset) => {
    const folder = await mkdtemp(join(tmpdir(), 'portable-'));
    const browser = await launchBrowser(QUICK);
    try {
      const out = join(folder, 'out');
      execFileSync(
        process.execPath,
        [
          'node_modules/vite/bin/vite.js',
          'build',
          '--mode',
          'portable',
          '--logLevel',
          'error',
          '--outDir',
          out,
          '--emptyOutDir',
        ],
        {
          cwd: ROOT,
          env: { ...process.env, NODE_ENV: 'production', PACKAGE: dataset },
          stdio: 'pipe',
        },
      );
      const [name = ''] = readdirSync(out);
      expect(readdirSync(out)).toHaveLength(1);
      expect(statSync(join(out, name)).size).toBeLessThan(18_000_000);
      const context = await browser.newContext({ offline: true, locale: 'vi-VN' });
      const page = await context.newPage();
      const asked: string[] = [];
      const errors: string[] = [];
      page.on('request', (request) => asked.push(request.url().slice(0, 60)));
      page.on('pageerror', (error) => errors.push(error.message));
      await page.goto(`file://${join(out, name)}`);
      await drawn(page);
      await go(page, 'compare');
      await page.getByRole('button', { name: vi.chart.showTable }).click();
      expect(await peekOrigin(page)).toContain('Số liệu gốc');
      expect(query(page)).toContain('view=compare');
      await saved(page, vi.chart.csv);
      await page.getByRole('link', { name: vi.view.import, exact: true }).click();
      const text = 'Quý I/2024\nĐơn vị;Hồ sơ tiếp nhận\nPhường Phổ Hòa;302\n';
      const file = { name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };
      await page.locator('input[type=file][multiple]').setInputFiles(file);
      await page.locator('[data-guess=period]').waitFor({ timeout: 30_000 });
      expect(asked.filter((url) => !/^(data|blob):/.test(url))).toHaveLength(1);
      expect(errors).toEqual([]);
    } finally {
      await browser.close();
      await rm(folder, { recursive: true, force: true });
    }
  },
);

test('a frozen briefing shows its slides by double-click, stamped, with keys, and is small', async () => {
  const items = [
    {
      query: '?view=compare&indicator=dossiers_online_rate',
      name: '',
      title: 'A',
      note: 'Xem <b>kỹ</b>',
    },
    { query: '?view=unit&unit=phuong-pho-hoa', name: '', title: 'B', note: '' },
  ];
  const { page } = await openDrawn(open, '?view=present', {
    prepare: (p) =>
      p.addInitScript(
        (text) => localStorage.setItem('briefing data/reports', text),
        JSON.stringify({ format: 'dan-van-briefing', title: 'Họp', items }),
      ),
  });
  const path = await saved(page, vi.present.freeze);
  const folder = await mkdtemp(join(tmpdir(), 'frozen-'));
  try {
    const file = join(folder, 'frozen.html');
    writeFileSync(file, readFileSync(path));
    expect(statSync(file).size).toBeLessThan(3_000_000);
    const alone = await page.context().newPage();
    const asked: string[] = [];
    alone.on('request', (request) => asked.push(request.url()));
    await alone.goto(`file://${file}`);
    expect(await alone.locator('header').textContent()).toMatch(
      /Số liệu chốt ngày \d\d?\/\d\d?\/\d{4} · mã gói [0-9a-f]{12}/,
    );
    await alone.locator('.slide.on', { hasText: '77,6%' }).waitFor();
    expect(await alone.locator('.slide.on b').count()).toBe(0); // the note is text
    await alone.getByText('Xem <b>kỹ</b>').first().waitFor();
    const count = await alone.locator('.slide').count();
    for (let at = 1; at < count; at++) await alone.keyboard.press('ArrowRight');
    await alone.locator('.slide.on h2', { hasText: 'Phường Phổ Hòa' }).waitFor();
    expect(asked).toHaveLength(1);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test('bars and targets of a frozen briefing stand where their numbers are, on one axis', async () => {
  const query =
    '?package=data/sample&view=compare&indicator=dossiers_on_time_rate&period=2024&under=thi-xa-lam-khue';
  const items = [{ query, name: '', title: 'A', note: '' }];
  const { page } = await openDrawn(open, '?package=data/sample&view=present', {
    prepare: (p) =>
      p.addInitScript(
        (text) => localStorage.setItem('briefing data/sample', text),
        JSON.stringify({ format: 'dan-van-briefing', title: 'Họp', items }),
      ),
  });
  /** Where bars end and targets stand, as shares of their track. */
  const places = (of: Page) =>
    of.locator('.slide .track:has(.bar)').evaluateAll((tracks) =>
      tracks.map((track) => {
        const { left, width } = track.getBoundingClientRect();
        const bar = track.querySelector('.bar')?.getBoundingClientRect();
        const goal = track.querySelector('.goal')?.getBoundingClientRect();
        return [
          ((bar?.right ?? 0) - left) / width,
          ((goal?.left ?? 0) + (goal?.width ?? 0) / 2 - left) / width,
        ];
      }),
    );
  const values = (of: Page) =>
    of
      .locator('.slide-bars [data-value]')
      .evaluateAll((all) => all.map((cell) => Number((cell as HTMLElement).dataset.value) / 100));
  const file = join(await mkdtemp(join(tmpdir(), 'frozen-')), 'frozen.html');
  writeFileSync(file, readFileSync(await saved(page, vi.present.freeze)));
  const alone = await page.context().newPage();
  await alone.goto(`file://${file}`);
  const found = await places(alone);
  const told = await values(alone);
  expect(found).toHaveLength(15);
  for (const [at, [bar = 0, goal = 0]] of found.entries()) {
    expect(bar).toBeCloseTo(told[at] ?? 0, 2);
    expect(goal).toBeCloseTo(0.98, 2);
  }
});

test('the system screen finds everything in order, names a damaged file, and works when nothing else does', async () => {
  const good = await openDrawn(open, '?view=system');
  expect(await good.page.locator('tr[data-state=bad]').count()).toBe(0);
  expect(await good.page.locator('.system-report').inputValue()).toContain('OK | engine');
  writePackage(site(), 'data/cut', SMALL);
  rmSync(join(site(), 'data/cut/observations.csv'));
  const bad = await open('?package=data/cut&view=system', { dir: site() });
  await drawn(bad.page);
  const cut = bad.page.locator('tr[data-check=file][data-state=bad]');
  expect(await cut.allTextContents()).toEqual([
    expect.stringContaining('data/cut/observations.csv'),
  ]);
  const engine = await open('?view=system', {
    override: (url) => (url.includes('duckdb.bin') ? { status: 404 } : undefined),
  });
  await drawn(engine.page);
  const line = engine.page.locator('tr[data-check=engine]');
  expect(await line.getAttribute('data-state')).toBe('bad');
  expect(await line.textContent()).toContain(vi.system.remedy.engine);
});

test('a page left open says that the package was replaced, and shows the new one after a click', async () => {
  writePackage(site(), 'data/small', SMALL);
  const { page } = await openDrawn(
    open,
    '?package=data/small&view=compare&indicator=dossiers_online_rate',
    { dir: site() },
  );
  await page.getByText('25,0%').first().waitFor();
  await page.waitForTimeout(1500); // the first look at the package
  const file = join(site(), 'data/small/observations.csv');
  writeFileSync(
    file,
    readFileSync(file, 'utf8').replace('received_online,50', 'received_online,150'),
  );
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  const notice = page.locator('[data-fresh]');
  await notice.waitFor();
  await notice.getByRole('button', { name: vi.fresh.reload }).click();
  await page.getByText('75,0%').first().waitFor();
});

test('a line that drops once is tried again', async () => {
  const dropped = new Set<string>();
  const { page } = await openDrawn(open, '?view=compare&indicator=dossiers_online_rate', {
    prepare: (p) =>
      p.route(/observations\.csv|datapackage\.json|units\.csv/, async (route) => {
        const url = route.request().url();
        if (dropped.has(url)) return route.continue();
        dropped.add(url);
        await route.abort('connectionreset');
      }),
  });
  await page.getByText('20,9%').first().waitFor();
  await expect.poll(() => dropped.size).toBeGreaterThanOrEqual(3); // the figures come behind the picture
});

test('losing the network after the load does not matter', async () => {
  const { page } = await openDrawn(open, '?view=compare&indicator=dossiers_online_rate');
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(3000); // what is fetched ahead of need
  await page.context().setOffline(true);
  for (const view of ['trend', 'table', 'unit', 'overview', 'compare'] as const)
    await go(page, view);
  await page.getByText('20,9%').first().waitFor();
  await page.getByRole('button', { name: vi.chart.showTable }).click();
  expect(await peekOrigin(page)).toContain('45');
});
