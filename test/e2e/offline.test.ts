/** Nothing is fetched from another host, ever. */
import { expect, test } from 'vitest';
import { openDrawn, siteOpener, walk } from './site.ts';

const open = siteOpener();

test('all screens, the origin of a number and the downloads work without a request that leaves the origin', async () => {
  const { page, strays, errors } = await openDrawn(open);
  const headings = await walk(page);
  expect(new Set(headings).size).toBe(headings.length);
  expect(strays).toEqual([]);
  expect(errors).toEqual([]);
});

test('a request of the page or of a worker that would leave the origin is seen by these tests', async () => {
  const body = "fetch('http://intranet.example/worker').catch(() => postMessage('failed'))";
  const override = (url: string) =>
    url.endsWith('probe.js') ? { headers: { 'content-type': 'text/javascript' }, body } : undefined;
  const { page, strays, errors } = await openDrawn(open, '', { override });
  await page.evaluate(async () => {
    await fetch('http://intranet.example/page').catch(() => {});
    const worker = new Worker('probe.js');
    await new Promise((done) => worker.addEventListener('message', done));
  });
  expect(strays).toContain('http://intranet.example/worker');
  expect([...strays, ...errors].join()).toContain('http://intranet.example/page');
});
