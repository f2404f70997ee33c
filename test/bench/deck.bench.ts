/**
 * From a collected briefing to a saved deck of ten slides, beside one change of the compare view in the same
 * browser (`npm run bench`). Nothing is asserted about time.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { vi } from '../../src/text/vi/words.ts';
import { launchBrowser } from '../support/browser.ts';
import buildSite, { DIST } from '../support/build.ts';
import { type StaticServer, serveFolder } from '../support/server.ts';
import { spreadOf } from './measure.ts';

const SAMPLE = '?package=data/sample';
const INDICATORS = [
  'dossiers_online_rate',
  'dossiers_on_time_rate',
  'satisfaction_rate',
  'dossiers_digitized_rate',
];
const RUNS = 5;

let server: StaticServer;

beforeAll(async () => {
  await buildSite();
  server = await serveFolder(DIST);
});
afterAll(() => server?.close());

test('a deck of ten slides', async () => {
  const browser = await launchBrowser();
  const page = await browser.newPage();
  const items = INDICATORS.map((indicator) => ({
    query: `${SAMPLE}&view=compare&indicator=${indicator}&period=2024&under=thi-xa-lam-khue`,
    name: '',
    title: indicator,
    note: '',
  }));
  await page.addInitScript(
    (text) => {
      localStorage.setItem('briefing data/sample', text);
      const make = URL.createObjectURL;
      URL.createObjectURL = (blob) => {
        if (blob instanceof Blob && blob.type.includes('presentation')) {
          dispatchEvent(new CustomEvent('deck'));
        }
        return make(blob);
      };
    },
    JSON.stringify({ format: 'dan-van-briefing', title: '', items }),
  );
  const compare = `${server.url}index.html${SAMPLE}&view=compare&under=thi-xa-lam-khue&period=2024&indicator=`;
  await page.goto(compare + INDICATORS[0]);
  await page.waitForSelector('html[data-ready=true]', { state: 'attached' });
  await page.waitForTimeout(4000); // checks, and what is fetched ahead of need
  await page.getByRole('navigation').getByRole('link', { name: vi.view.present }).click();
  const button = page.getByRole('button', { name: vi.present.pptx });
  await button.waitFor();
  const times: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    times.push(
      await page.evaluate(
        (name) =>
          new Promise<number>((done) => {
            const from = performance.now();
            addEventListener('deck', () => done(performance.now() - from), { once: true });
            const all = [...document.querySelectorAll('button')];
            all.find((element) => element.textContent === name)?.click();
          }),
        vi.present.pptx,
      ),
    );
  }
  const said = (await page.getByRole('status').filter({ hasText: '.pptx' }).textContent()) ?? '';
  const slides = Number(/(\d+) trang/.exec(said)?.[1]);
  expect(slides).toBeGreaterThanOrEqual(11);
  const first = times[0] ?? 0;
  const { median } = spreadOf(times);
  process.stdout.write(
    `\ndeck: ${slides} slides; first ${Math.round(first)} ms, median ${Math.round(median)} ms, ${(first / median).toFixed(1)} x\n`,
  );
  await browser.close();
});
