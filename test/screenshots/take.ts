/** Pictures of the running site for the README: `npm run screenshots`. */
import { resolve } from 'node:path';
import { test } from 'vitest';
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
    await page.evaluate(() => document.fonts.ready);
    await page.waitForTimeout(1500); // flags of a large package follow its numbers
    await page.screenshot({ path: resolve(import.meta.dirname, `${name}.png`) });
  }
  await browser.close();
  await server.close();
});
