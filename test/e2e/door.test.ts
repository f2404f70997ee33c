/** Servers that fall silent, refuse, redirect or hand out something else: told with the file and the remedy. */
import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { vi } from '../../src/text/vi/words.ts';
import { DIST } from '../support/build.ts';
import type { CannedResponse } from '../support/server.ts';
import { copyOfSite, descriptor, resourcesOf, SMALL, withFile, writePackage } from './package.ts';
import { drawn, lead, type OpenSite, openDrawn, readiness, siteOpener } from './site.ts';

const open = siteOpener();
const site = copyOfSite();
const REPORTS = '?view=table';
const SAMPLE = '?package=data/sample&view=table';
const SILENCE = 21_000;
const SCRIPT = { 'content-type': 'text/javascript' };

/** A server that keeps the file matched by `wanted` back until it is let go; `start` of it comes at once. */
function keepingBack(wanted: RegExp, start: number) {
  const kept: (() => void)[] = [];
  let isFree = false;
  return {
    isAsked: () => kept.length > 0,
    letGo() {
      isFree = true;
      for (const send of kept.splice(0)) send();
    },
    takeOver(url: string, response: ServerResponse) {
      const path = url.split('?')[0] ?? '';
      if (isFree || !wanted.test(path)) return false;
      const file = readFileSync(join(DIST, path));
      const headers = path.endsWith('.js')
        ? SCRIPT
        : { 'content-type': 'application/octet-stream' };
      const begin = () => response.writeHead(200, headers).write(file.subarray(0, start));
      if (start > 0) begin();
      kept.push(() => {
        if (start === 0) begin();
        response.end(file.subarray(start));
      });
      return true;
    },
  };
}

/** Twenty seconds pass on the page, in no time. */
const withClock = (page: Page) => page.clock.install();
const silence = (page: Page) => page.locator('[data-silent]');

/** Files of one start, in the order in which the page comes to need them; one after the other is let go. */
function keptBack(link: string, files: readonly [string, RegExp, number, string][]) {
  const kept = files.map(([, wanted, start, file]) => ({ file, ...keepingBack(wanted, start) }));
  let opening: Promise<Page> | null = null;
  return {
    files: files.map(([name, , , file], at) => [name, file, at] as const),
    kept,
    page(open: OpenSite): Promise<Page> {
      const takeOver = (url: string, response: ServerResponse) =>
        kept.some((back) => back.takeOver(url, response));
      opening ??= open(link, { prepare: withClock, takeOver }).then(({ page }) => page);
      return opening;
    },
  };
}

describe('silence of 20 s is told with the file, and what then comes is shown', {
  timeout: 90_000,
}, () => {
  const openForAll = siteOpener(afterAll);
  const STARTS = [
    keptBack(REPORTS, [
      ['nothing of the configuration', /config\.json$/, 0, 'config.json'],
      [
        'nothing of a descriptor',
        /reports\/datapackage\.json$/,
        0,
        'data/reports/datapackage.json',
      ],
      ['one byte of the catalogue', /catalogue\/measures\.csv$/, 1, 'data/catalogue/measures.csv'],
      ['one byte of a table', /reports\/units\.csv$/, 1, 'data/reports/units.csv'],
      ['nothing of a table', /reports\/observations\.csv$/, 0, 'data/reports/observations.csv'],
      ["nothing of the engine's worker", /duckdb\.worker\.js$/, 0, 'engine/duckdb.worker.js'],
      ['nothing of the engine', /duckdb\.bin$/, 0, 'engine/duckdb.bin'],
    ]),
    keptBack(REPORTS, [
      ['one byte of the configuration', /config\.json$/, 1, 'config.json'],
      ['a piece of the engine', /duckdb\.bin$/, 1000, 'engine/duckdb.bin'],
    ]),
    keptBack(SAMPLE, [
      ['nothing of the Parquet decoder', /parquet\.bin$/, 0, 'engine/parquet.bin'],
      ["nothing of the decoder's worker", /parquet\.worker.*\.js$/, 0, 'assets/parquet.worker-'],
    ]),
  ];
  for (const start of STARTS) {
    test.each(start.files)('%s', async (_, file, at) => {
      const page = await start.page(openForAll);
      for (const before of start.kept.slice(0, at)) before.letGo(); // where a test is run alone
      const [back, ...later] = start.kept.slice(at);
      await expect.poll(() => back?.isAsked(), { timeout: 30_000 }).toBe(true);
      await waitUntilTold(page, file);
      // a screen's own script may be waited for beside it, in a notice of its own
      const told = silence(page).filter({ hasText: file });
      expect(await told.getByRole('button', { name: vi.failure.retry }).count()).toBe(1);
      expect(await page.getByRole('alert').count()).toBe(0);
      back?.letGo();
      await expect.poll(() => told.count()).toBe(0);
      if (later.length > 0) return; // the page still waits for what these tests let go
      await drawn(page);
      await expect.poll(() => silence(page).count()).toBe(0);
      await page.locator('main [data-value]').first().waitFor({ state: 'attached' });
    });
  }

  test.each([
    ["the engine's worker", 'duckdb.worker.js', 'engine/duckdb.worker.js', REPORTS],
    ["the decoder's worker", 'parquet.worker', 'assets/parquet.worker-', SAMPLE],
  ])('an empty script of %s, and a second try opens the data', async (_, part, file, link) => {
    let isEmpty = true;
    const { page } = await open(link, {
      prepare: withClock,
      override: (url) => (isEmpty && url.includes(part) ? { headers: SCRIPT } : undefined),
    });
    await waitUntilTold(page, file);
    isEmpty = false;
    const told = silence(page).filter({ hasText: file });
    await told.getByRole('button', { name: vi.failure.retry }).click();
    await page.waitForLoadState();
    await drawn(page);
  });
});

/** Time runs ahead until the file is named: what is waited for may itself be waited for. */
async function waitUntilTold(page: Page, file: string): Promise<void> {
  await expect
    .poll(
      async () => {
        await page.clock.fastForward(SILENCE);
        return (await silence(page).allTextContents()).join();
      },
      { timeout: 40_000, interval: 500 },
    )
    .toContain(file);
}

describe('what a server answers in place of a file has its own cause and remedy', () => {
  // every answer is tried in test/ingest/server; here what only a browser can tell
  const html = { 'content-type': 'text/html' };
  const FAULTS: readonly [string, CannedResponse, string, string][] = [
    [
      '401 that asks for a password',
      { status: 401, headers: { 'www-authenticate': 'Basic realm="x"' } },
      'yêu cầu đăng nhập',
      'Đăng nhập',
    ],
    [
      'a redirect to a login page',
      { status: 302, headers: { location: '/login.html' } },
      'yêu cầu đăng nhập',
      'Đăng nhập',
    ],
    [
      'a redirect without an end',
      { status: 302, headers: { location: 'observations.csv' } },
      'Không tải được',
      'mạng',
    ],
    ['not modified', { status: 304 }, 'HTTP 304', 'mạng'],
  ];
  test.each(FAULTS)('%s for a table', async (_, canned, cause, remedy) => {
    writePackage(site(), 'data/small', SMALL);
    const override = (url: string) => {
      if (url.includes('login.html')) return { headers: html, body: '<html>Xin chào' };
      return url.includes('small/observations.csv') ? canned : undefined;
    };
    const { page } = await open('?package=data/small', {
      ...{ dir: site(), withoutEngine: true, override },
    });
    expect(await readiness(page)).toBe('error');
    const said = (await page.getByRole('alert').textContent()) ?? '';
    for (const words of ['observations.csv: ', cause, remedy]) expect(said).toContain(words);
  });

  test('a broken catalogue is named with its folder', async () => {
    const override = (url: string) =>
      url.includes('catalogue/measures.csv') ? { status: 404 } : undefined;
    const { page } = await open('', { dir: DIST, withoutEngine: true, override });
    expect(await page.getByRole('alert').textContent()).toContain('data/catalogue/measures.csv: ');
  });
});

describe("the software's own files are not blamed on the browser or the data", () => {
  const unzipped = (name: string) => gunzipSync(readFileSync(join(DIST, 'engine', name)));
  const cases: readonly [string, string, string, () => CannedResponse, string, string][] = [
    [
      'a damaged engine',
      'duckdb.bin',
      'engine/duckdb.bin',
      () => ({ body: unzipped('duckdb.bin').subarray(0, 900_000) }),
      vi.failure.engineDamaged,
      '',
    ],
    [
      'a damaged decoder',
      'parquet.bin',
      'engine/parquet.bin',
      () => ({ body: unzipped('parquet.bin').subarray(0, 900_000) }),
      vi.failure.engineDamaged,
      SAMPLE,
    ],
    [
      'a decoder of another program',
      'parquet.bin',
      'engine/parquet.bin',
      () => ({ body: Buffer.from([0, 97, 115, 109, 1, 0, 0, 0]) }),
      vi.failure.engineDamaged,
      SAMPLE,
    ],
    [
      'a missing decoder',
      'parquet.bin',
      'engine/parquet.bin',
      () => ({ status: 404 }),
      vi.failure.engineMissing,
      SAMPLE,
    ],
    [
      'a decoder cut short',
      'parquet.bin',
      'engine/parquet.bin',
      () => ({ body: readFileSync(join(DIST, 'engine/parquet.bin')).subarray(0, 9000) }),
      vi.failure.engineNotWasm,
      SAMPLE,
    ],
    [
      'a missing worker of the decoder',
      'parquet.worker',
      'assets/parquet.worker-',
      () => ({ status: 404 }),
      vi.failure.engineMissing,
      SAMPLE,
    ],
  ];
  test.each(cases)('%s', async (_, part, file, canned, words, link) => {
    const override = (url: string) => (url.includes(part) ? canned() : undefined);
    const withoutEngine = link === SAMPLE; // the decoder's files are needed before the engine
    const { page, errors } = await open(link, { dir: DIST, withoutEngine, override });
    expect(await readiness(page)).toBe('error');
    const said = (await page.getByRole('alert').textContent()) ?? '';
    expect(said).toContain(file);
    expect(said).toContain(words);
    expect(said).not.toContain('observations-');
    expect(errors.filter((error) => !error.includes('404'))).toEqual([]);
  });
});

test('figures that may be wrong are said at the top, not in the folded list', async () => {
  const rows = SMALL['observations.csv'].trimEnd();
  const files = withFile('observations.csv', rows);
  const resources = resourcesOf(SMALL).map((resource) =>
    resource.name === 'units' ? { ...resource, hash: 'crc32:01020304' } : resource,
  );
  writePackage(site(), 'data/doubtful', { ...files, 'datapackage.json': descriptor(resources) });
  const { page } = await openDrawn(open, '?package=data/doubtful', { dir: site() });
  const warnings = page.locator('p.warning');
  const texts = (await warnings.allTextContents()).join('\n');
  expect(texts).toContain('“crc32:01020304”');
  expect(texts).toContain('observations.csv, dòng 5: ');
  expect(await warnings.first().isVisible()).toBe(true);
});

describe('what comes from outside does not stretch the page', () => {
  const long = (length: number) => 'Đ'.repeat(length);
  const CASES: readonly [string, () => Record<string, string>, string][] = [
    ['a header line of 20 MB', () => ({ 'observations.csv': `${'x'.repeat(20_000_000)}\n` }), ''],
    [
      'a header of a million names',
      () => ({
        'observations.csv': SMALL['observations.csv'].replaceAll(
          '\n',
          `${',y'.repeat(1_000_000)}\n`,
        ),
      }),
      '',
    ],
    [
      'a title of 20 000 characters',
      () => ({ 'datapackage.json': descriptor(resourcesOf(SMALL), long(20_000)) }),
      '',
    ],
    [
      'a unit name of 5 000 characters',
      () => ({ 'units.csv': SMALL['units.csv'].replace('Xã B', long(5000)) }),
      '',
    ],
    ['a package= of 5 000 characters', () => ({}), 'x'.repeat(5000)],
    ['a unit= of 5 000 characters', () => ({}), `long&unit=${'x'.repeat(5000)}`],
  ];
  test.each(CASES)('%s', async (_, changed, name) => {
    writePackage(site(), 'data/long', { ...SMALL, ...changed() });
    const { page } = await open(`?package=data/${name || 'long'}`, { dir: site() });
    await readiness(page);
    const size = await page.evaluate(() => {
      const { scrollWidth, scrollHeight } = document.documentElement;
      return { isWider: scrollWidth > innerWidth, scrollHeight };
    });
    expect(size.isWider).toBe(false);
    expect(size.scrollHeight).toBeLessThan(6000);
    await page.getByRole('navigation').getByRole('link', { name: vi.view.system }).click();
    await drawn(page);
  });
});

describe('a name of 300 characters without a space stretches no screen', () => {
  const W = 'W'.repeat(300);
  const WIDE = {
    ...SMALL,
    'units.csv': `unit,name,level,parent\nhuyen-a,${W},district,\nxa-b,${W},${W},huyen-a\nxa-c,Xã C,commune,huyen-a\n`,
    'sources.csv': `source,unit,number,title,signed_on,period\nbc-b,xa-b,${W},${W},2024-04-02,2024-Q1\nbc-c,xa-c,,,2024-04-02,2024-Q1\n`,
    'measures.csv': `measure,name,unit_label,group\ndossiers_received,${W},${W},${W}\n`,
    'indicators.csv': `indicator,name,group\ndossiers_online_rate,${W},${W}\n`,
    'findings.csv': `source,locator,unit,period,measure,code,note\nbc-b,${W},xa-b,2024-Q1,dossiers_received,${W},${W}\nbc-b,I,xa-b,2024-Q1,dossiers_received,__proto__,x\n`,
  };
  const RATE = 'indicator=dossiers_online_rate';

  test('on any screen', async () => {
    writePackage(site(), 'data/wide', WIDE);
    const { page } = await openDrawn(open, '?package=data/wide', { dir: site() });
    const found: Record<string, [boolean, number]> = {};
    for (const screen of SCREENS) {
      await lead(page, `?package=data/wide${screen}`);
      await drawn(page);
      const isWider = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
      found[screen] = [isWider, await page.getByRole('alert').count()];
    }
    expect(found).toEqual(Object.fromEntries(SCREENS.map((screen) => [screen, [false, 0]])));
  });

  const SCREENS = [
    '',
    `&view=compare&${RATE}`,
    `&view=compare&${RATE}&open=xa-b~2024-Q1~dossiers_online_rate~`,
    `&view=trend&${RATE}`,
    '&view=unit&unit=xa-b',
    '&view=table',
    '&view=checks',
  ];
});

describe("a screen's own script", () => {
  test.each([
    ['missing', { status: 404 }],
    ['that is a page', { headers: { 'content-type': 'text/html' }, body: '<html></html>' }],
    ['cut short', { headers: SCRIPT, body: 'import {' }],
    ['that is empty', { headers: SCRIPT, body: '' }],
  ])('%s is named as a file of the software, with a remedy', async (_, canned) => {
    const override = (url: string) => (/assets\/compare-/.test(url) ? canned : undefined);
    const { page } = await open('?view=compare', { override, withoutEngine: true });
    const alert = page.getByRole('alert');
    await alert.waitFor();
    expect(await alert.textContent()).toContain('assets');
    expect(await alert.getByRole('button').count()).toBe(1);
  });

  test('that does not come is told after 20 s', async () => {
    const back = keepingBack(/assets\/compare-.*\.js$/, 0);
    const { page } = await open('?view=compare', { prepare: withClock, takeOver: back.takeOver });
    await expect.poll(back.isAsked, { timeout: 30_000 }).toBe(true);
    await waitUntilTold(page, 'assets/');
    back.letGo();
    await drawn(page);
  });
});

test('a style sheet that does not come leaves what the page says of itself readable', async () => {
  const back = keepingBack(/assets\/.*\.css$/, 0);
  const { page } = await open('', { takeOver: back.takeOver, waitUntil: 'commit' });
  await page.getByText('Trang chưa chạy được').waitFor({ state: 'visible' });
  back.letGo();
  await drawn(page);
});

test('a table that never ends is stopped where its descriptor says it ends', async () => {
  const rows = Buffer.from(SMALL['observations.csv']);
  const resources = resourcesOf(SMALL).map((resource) =>
    resource.name === 'observations' ? { ...resource, bytes: rows.length } : resource,
  );
  writePackage(site(), 'data/endless', { ...SMALL, 'datapackage.json': descriptor(resources) });
  let sent = 0;
  const takeOver = (url: string, response: ServerResponse) => {
    if (!url.includes('endless/observations.csv')) return false;
    response.writeHead(200, { 'content-type': 'text/csv' });
    const timer = setInterval(() => {
      sent += 1;
      response.write(rows);
    }, 20);
    response.on('close', () => clearInterval(timer));
    return true;
  };
  const { page } = await open('?package=data/endless', {
    ...{ dir: site(), withoutEngine: true, takeOver },
  });
  expect(await readiness(page)).toBe('error');
  expect(await page.getByRole('alert').textContent()).toContain('observations.csv');
  const before = sent;
  await page.waitForTimeout(500);
  expect(sent - before).toBeLessThan(3); // nobody listens any more
});

test("a server's policy that forbids workers is told with its rule", async () => {
  const policy =
    "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'none'; style-src 'self' 'unsafe-inline'";
  const { page } = await open('', {
    override: (url) =>
      url === '/index.html'
        ? {
            headers: { 'content-type': 'text/html', 'content-security-policy': policy },
            body: readFileSync(join(DIST, 'index.html')),
          }
        : undefined,
  });
  expect(await readiness(page)).toBe('error');
  expect(await page.getByRole('alert').textContent()).toContain('worker-src');
});

test.each([
  [
    'a login page',
    { headers: { 'content-type': 'text/html' }, body: '<form><input type="password"></form>' },
    'đăng nhập',
  ],
  ['an error', { status: 503 }, 'nhật ký lỗi'],
  ['another program', { body: Buffer.from([0, 97, 115, 109, 1, 0, 0, 0]) }, 'không cùng phiên bản'],
])('%s in place of the engine has its own remedy', async (_, canned, words) => {
  const override = (url: string) => (url.includes('duckdb.bin') ? canned : undefined);
  const { page } = await open('', { override });
  expect(await readiness(page)).toBe('error');
  const said = await page.getByRole('alert').textContent();
  expect(said).toContain('engine/duckdb.bin');
  expect(said).toContain(words);
});

test.each([
  [401, 'yêu cầu đăng nhập'],
  [403, 'không cho phép đọc'],
])('%i for the script that reads Parquet is told as what it is', async (status, words) => {
  const override = (url: string) => (url.includes('parquet.worker') ? { status } : undefined);
  const { page } = await open('?package=data/sample', { dir: DIST, withoutEngine: true, override });
  expect(await readiness(page)).toBe('error');
  const said = await page.getByRole('alert').textContent();
  expect(said).toContain('assets/parquet.worker');
  expect(said).toContain(words);
});

test.each([
  ['missing', { status: 404 }],
  ['login', { status: 401 }],
  ['forbidden', { status: 403 }],
  ['syntax', { body: '{' }],
  ['content', { body: '{"packages":"data/reports"}' }],
  ['content', { body: '[]' }],
  ['content', { body: '{"lang":"fr"}' }],
] as const)('a configuration that cannot be used says why: %s', async (fault, canned) => {
  const override = (url: string) => (url.includes('config.json') ? canned : undefined);
  const { page } = await open('', { override, withoutEngine: true });
  await page.getByRole('status').filter({ hasText: vi.failure.configFault[fault] }).waitFor();
});

test('without its style sheet the page says why it looks as it does', async () => {
  const override = (url: string) =>
    /assets\/page-.*\.css/.test(url) ? { status: 404 } : undefined;
  const { page } = await open('', { override, withoutEngine: true });
  await page.getByText(vi.failure.styles).waitFor();
});

test('a listed package may have any name that is a path below the site', async () => {
  const name = 'goi (1) + báo cáo & số, 100%';
  const config = { packages: ['data/reports', `data/${name}`] };
  const override = (url: string) => {
    const path = decodeURIComponent(url.split('?')[0] ?? '');
    if (path.endsWith('config.json')) return { body: JSON.stringify(config) };
    const file = path.split(`data/${name}/`)[1];
    return file ? { body: readFileSync(`data/reports/${file}`) } : undefined;
  };
  const { page } = await openDrawn(open, `?package=${encodeURIComponent(`data/${name}`)}`, {
    override,
  });
  expect(await page.locator('[data-param=package]').count()).toBe(0);
  expect(new URL(page.url()).searchParams.get('package')).toBe(`data/${name}`);
});

test('a configuration whose only package has no name is none', async () => {
  const override = (url: string) =>
    url.includes('config.json') ? { body: '{"packages":[""]}' } : undefined;
  const { page } = await openDrawn(open, '', { override, withoutEngine: true });
  await page.getByText('config.json').waitFor();
});

test('scripts of a type that browsers refuse: the page says that it did not start, and why', async () => {
  const override = (url: string) =>
    /assets\/index-.*\.js/.test(url)
      ? { headers: { 'content-type': 'application/octet-stream' }, body: 'void 0' }
      : undefined;
  const { page } = await open('', { override, withoutEngine: true });
  await page.getByText('text/javascript').waitFor({ state: 'visible' });
});
