/** Pictures of the running site for the README: `npm run screenshots`. */
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFile, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { test } from 'vitest';
import { vi } from '../../src/text/vi/words.ts';
import { launchBrowser } from '../support/browser.ts';
import buildSite, { DIST } from '../support/build.ts';
import { serveFolder } from '../support/server.ts';

const SHOTS: readonly (readonly [string, string])[] = [
  ['compare', '?view=compare&indicator=dossiers_online_rate'],
  [
    'origin',
    '?view=compare&indicator=dossiers_online_rate&open=phuong-pho-hoa~2023-S1~dossiers_online_rate~',
  ],
  ['overview', '?package=data/sample'],
  ['trend', '?package=data/sample&view=trend&indicator=dossiers_on_time_rate&grain=quarter'],
];

test('pictures of the running site', async () => {
  await buildSite();
  const server = await serveFolder(DIST);
  const browser = await launchBrowser();
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  for (const [name, query] of SHOTS) {
    await page.goto(`${server.url}index.html${query}`);
    await page.waitForSelector('html[data-ready="true"]', { timeout: 60_000 });
    await engineThere(page);
    await page.evaluate(() => document.fonts.ready);
    await page.waitForTimeout(1500);
    // flags of a large package follow its numbers
    await page.getByText(vi.checks.running).first().waitFor({ state: 'detached' });
    await page.screenshot({ path: resolve(import.meta.dirname, `${name}.png`) });
  }
  await takeImport(page, server.url);
  await takeWorklist(page, server.url);
  await takeDeck(page, server.url);
  await browser.close();
  await server.close();
});

/** What an earlier visit left has been replaced. */
async function engineThere(page: Page): Promise<void> {
  await page.locator('[data-stored]').waitFor({ state: 'detached' });
  await page.waitForSelector('html[data-ready="true"]');
}

/** A file as it was read, with the question that it leaves. */
async function takeImport(page: Page, url: string): Promise<void> {
  await page.goto(`${url}index.html?view=import`);
  await page.waitForSelector('html[data-ready="true"]');
  await engineThere(page);
  const file = resolve(import.meta.dirname, '../fixtures/import/near-names.csv');
  await page.locator('input[type=file][multiple]').setInputFiles(file);
  await page.waitForSelector('html[data-import="recognised"]');
  await page.locator('[data-import-next]').click();
  await page.waitForTimeout(500);
  await page.screenshot({ path: resolve(import.meta.dirname, 'import.png') });
}

/** The worklist with an issue opened, down to its hypotheses. */
async function takeWorklist(page: Page, url: string): Promise<void> {
  await page.goto(`${url}index.html?view=checks&unit=phuong-quang-minh&code=SUM_MISMATCH`);
  await page.waitForSelector('html[data-ready="true"]');
  await page.locator('main li.issue summary').first().click();
  await page.getByText('Nếu đổi chỗ').first().waitFor();
  const heading = page.locator('main h2').first();
  await heading.evaluate((e) => scrollTo(0, e.getBoundingClientRect().top + scrollY - 16));
  await page.waitForTimeout(500);
  await page.screenshot({ path: resolve(import.meta.dirname, 'checks.png') });
}

/** Three pages of a deck as LibreOffice draws them; without LibreOffice and poppler they stay as they are. */
async function takeDeck(page: Page, url: string): Promise<void> {
  if (spawnSync('soffice', ['--version']).status !== 0) return;
  const sample = '?package=data/sample';
  const items = [
    `${sample}&view=compare&indicator=dossiers_on_time_rate&under=thi-xa-lam-khue&period=2024`,
    `${sample}&view=trend&indicator=dossiers_online_rate&unit=phuong-diep-hoa,xa-ninh-hac&grain=quarter`,
    `${sample}&view=overview`,
  ].map((query) => ({ query, name: '', title: query, note: '' }));
  await page.addInitScript(
    (text) => localStorage.setItem('briefing data/sample', text),
    JSON.stringify({ format: 'dan-van-briefing', title: '', items }),
  );
  await page.goto(`${url}index.html${sample}&view=present`);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: vi.present.pptx }).click();
  const folder = await mkdtemp(join(tmpdir(), 'deck-'));
  await (await download).saveAs(join(folder, 'deck.pptx'));
  const run = (command: string, args: string[]) => execFileSync(command, args, { cwd: folder });
  run('soffice', ['--headless', '--convert-to', 'pdf', 'deck.pptx']);
  run('pdftoppm', ['-r', '72', '-png', '-f', '2', '-l', '8', 'deck.pdf', 'page']);
  const pages = (await readdir(folder)).filter((name) => name.endsWith('.png')).sort();
  const [bars = '', ...others] = pages;
  await copyFile(join(folder, bars), resolve(import.meta.dirname, 'deck-bars.png'));
  const [lines = bars, , board = bars] = others; // behind the cover: bars, lines, visits, the board, and the closing list
  await copyFile(join(folder, lines), resolve(import.meta.dirname, 'deck-lines.png'));
  await copyFile(join(folder, board), resolve(import.meta.dirname, 'deck-board.png'));
  await rm(folder, { recursive: true, force: true });
}
