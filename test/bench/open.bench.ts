/**
 * The sample (twenty quarters of fifteen units) beside the real reports, from the address to the first picture
 * in a browser that has seen neither (`npm run bench`). Nothing is asserted about time.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import buildSite, { DIST } from '../support/build.ts';
import { type StaticServer, serveFolder } from '../support/server.ts';
import { firstPicture } from './browser.ts';
import { spreadOf } from './measure.ts';

const PACKAGES = ['data/reports', 'data/sample'];
const RUNS = 9;

let server: StaticServer;

beforeAll(async () => {
  await buildSite();
  server = await serveFolder(DIST);
});
afterAll(() => server?.close());

test('the sample opens beside the real reports', async () => {
  const browser = await launchBrowser();
  const times: number[][] = PACKAGES.map(() => []);
  for (let run = 0; run < RUNS; run++) {
    for (const [at, name] of PACKAGES.entries()) {
      times[at]?.push(await firstPicture(browser, `${server.url}index.html?package=${name}`));
    }
  }
  await browser.close();
  const [reports = 0, sample = 0] = times.map((each) => spreadOf(each).median);
  expect(Math.min(reports, sample)).toBeGreaterThan(0);
  process.stdout.write(
    `\nfirst picture, median of ${RUNS}: reports ${Math.round(reports)} ms, sample ${Math.round(sample)} ms, ${(sample / reports).toFixed(2)} x\n`,
  );
});
