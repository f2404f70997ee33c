/** Packages and links made to do harm, and surroundings that forbid too much: nothing runs, nothing leaves. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { vi } from '../../src/text/vi/words.ts';
import { DIST } from '../support/build.ts';
import { copyOfSite, type Files, lines, writePackage } from './package.ts';
import { drawn, lead, openDrawn, panel, readiness, saved, siteOpener } from './site.ts';

const open = siteOpener();
const site = copyOfSite();

const MARKUP = '<img src=x onerror="window.harmed=1">';
const SCRIPT = '</script><script>window.harmed=1</script>';
const SQL = "'; DROP TABLE figure; --";
const FORMULA = '=cmd|"/c calc"!A0';
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

function hostile(): Files {
  return {
    'units.csv': lines(
      'unit,name,kind,level,parent,aliases',
      `huyen-a,${quoted(`Huyện ${MARKUP}`)},huyện,district,,${quoted(SQL)}`,
      `xa-b,${quoted(`Xã ${SCRIPT}`)},xã,commune,huyen-a,`,
      `xa-c,${quoted(`Xã ${SQL}`)},xã,commune,huyen-a,`,
    ),
    'sources.csv': lines(
      'source,unit,number,title,signed_on,period,file',
      `bc-b,xa-b,${quoted(MARKUP)},${quoted(SCRIPT)},2024-04-02,2024-Q1,javascript:window.harmed=1`,
      `bc-c,xa-c,${quoted(FORMULA)},${quoted(SQL)},2024-04-02,2024-Q1,https://evil.example/x`,
    ),
    'observations.csv': lines(
      'unit,period,measure,value,source,locator,printed,note',
      `xa-b,2024-Q1,dossiers_received,200,bc-b,${quoted(MARKUP)},${quoted(SCRIPT.slice(0, 30))},${quoted('x'.repeat(10_000_000))}`,
      `xa-b,2024-Q1,dossiers_received_online,50,bc-b,${quoted(MARKUP)},,${quoted(SQL)}`,
      `xa-c,2024-Q1,dossiers_received,100,bc-c,${quoted(FORMULA)},,`,
      `xa-c,2024-Q1,dossiers_received_online,80,bc-c,${quoted(SQL)},,`,
    ),
    'findings.csv': lines(
      'source,locator,unit,period,measure,code,note',
      `bc-b,${quoted(MARKUP)},xa-b,2024-Q1,dossiers_received,MISLABELLED,${quoted(MARKUP + SCRIPT)}`,
    ),
  };
}

function crowd(): Files {
  const ids = Array.from({ length: 20_000 }, (_, at) => `xa-${at}`);
  return {
    'units.csv': lines(
      'unit,name,kind,level,parent',
      'tinh-a,Tỉnh A,tỉnh,province,',
      ...ids.map((id, at) => `${id},Xã số ${at},xã,commune,tinh-a`),
    ),
    'sources.csv': lines(
      'source,unit,number,title,signed_on,period',
      'bc,tinh-a,1,T,2024-04-02,2024-Q1',
    ),
    'observations.csv': lines(
      'unit,period,measure,value,source,locator',
      ...ids.flatMap((id, at) => [
        `${id},2024-Q1,dossiers_received,${100 + (at % 50)},bc,I`,
        `${id},2024-Q1,dossiers_received_online,${at % 100},bc,I`,
      ]),
    ),
  };
}

beforeAll(() => {
  writePackage(site(), 'data/hostile', hostile());
  writePackage(site(), 'data/crowd', crowd());
});

test('text from a package never becomes markup, script, SQL or a formula, on any screen or file', async () => {
  const visit = await openDrawn(open, '?package=data/hostile', { dir: site() });
  const { page, errors, strays } = visit;
  page.on('dialog', () => errors.push('a dialog'));
  for (const view of [
    'overview',
    'compare',
    'trend',
    'unit&unit=xa-b',
    'table',
    'checks',
    'checks&unit=xa-b&note=1',
  ]) {
    await lead(page, `?package=data/hostile&view=${view}&indicator=dossiers_online_rate`);
    await drawn(page);
  }
  await lead(
    page,
    '?package=data/hostile&view=compare&indicator=dossiers_online_rate&open=xa-b~2024-Q1~dossiers_online_rate~',
  );
  await panel(page).locator('[data-value]').first().waitFor();
  await drawn(page);
  await page.keyboard.press('Escape');
  expect(await page.getByText('25,0%').count()).toBeGreaterThan(0);
  await page.getByRole('button', { name: vi.present.add }).click();
  await page.getByRole('button', { name: vi.picture.open }).click();
  await saved(page, vi.picture.save);
  await page.getByRole('navigation').getByRole('link', { name: vi.view.present }).click();
  await saved(page, vi.present.pptx);
  const frozen = readFileSync(await saved(page, vi.present.freeze), 'utf8');
  expect(frozen).not.toContain('<img src=x');
  expect(frozen.match(/<script>/g)).toHaveLength(1);
  expect(await page.evaluate(() => (window as { harmed?: number }).harmed)).toBeUndefined();
  const links = await page
    .locator('a[href]')
    .evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).protocol));
  expect(new Set(links)).toEqual(new Set(['http:']));
  expect({ errors, strays }).toEqual({ errors: [], strays: [] });
});

test.each([
  '../../config.json',
  '/config.json',
  'https://evil.example/observations.csv',
  '..\\..\\config.json',
  'a/../../units.csv',
])('a resource at %s is refused', async (path) => {
  const descriptor = {
    name: 'x',
    resources: [
      { name: 'units', path: 'units.csv', format: 'csv' },
      { name: 'observations', path, format: 'csv' },
    ],
  };
  writePackage(site(), 'data/tricks', {
    ...hostile(),
    'datapackage.json': JSON.stringify(descriptor),
  });
  const { page, strays } = await open('?package=data/tricks', { dir: site(), withoutEngine: true });
  await page.getByRole('alert').first().waitFor();
  expect(strays).toEqual([]);
});

test('twenty thousand units are loaded, listed within limits, and the page answers', {
  timeout: 300_000,
}, async () => {
  const { page, errors } = await open(
    '?package=data/crowd&view=table&indicator=dossiers_online_rate',
    { dir: site() },
  );
  page.setDefaultTimeout(120_000);
  await drawn(page);
  expect(await page.locator('main tbody tr').count()).toBeLessThan(1000);
  await page.getByRole('navigation').getByRole('link', { name: vi.view.overview }).click();
  await drawn(page);
  expect(errors).toEqual([]);
});

test.each([
  '?package=//evil.example/data',
  '?package=https:%2F%2Fevil.example%2Fdata',
  '?package=..%2F..%2Fetc',
  '?package=data%2F..%2F..%2Fx',
  `?q=${encodeURIComponent(MARKUP)}&view=compare`,
  `?open=${encodeURIComponent(`${SCRIPT}~a~b~c`)}`,
  `?indicator=${encodeURIComponent(SQL)}&unit=${encodeURIComponent(SQL)}&view=table`,
  `?view=table&q=${'x'.repeat(6_000)}`,
  `?source=${encodeURIComponent(SQL)}&view=checks&code=${encodeURIComponent(MARKUP)}`,
])('a hostile link does nothing (%#)', async (link) => {
  const { page, strays } = await open(link);
  expect(['true', 'error']).toContain(await readiness(page));
  expect(await page.evaluate(() => (window as { harmed?: number }).harmed)).toBeUndefined();
  expect(strays).toEqual([]);
});

test('a server whose policy forbids WebAssembly gets the message that says so', async () => {
  const policy =
    "default-src 'self'; script-src 'self'; worker-src 'self'; style-src 'self' 'unsafe-inline'; connect-src 'self' blob: data:";
  const strict: Record<string, string> = {
    'index.html': 'text/html; charset=utf-8',
    'engine/duckdb.worker.js': 'text/javascript', // a worker has the policy that its own answer states
  };
  const { page } = await open('', {
    override: (url) => {
      const file = Object.keys(strict).find((name) => url.includes(name));
      if (!file) return undefined;
      const headers = { 'content-type': strict[file] ?? '', 'content-security-policy': policy };
      return { headers, body: readFileSync(join(DIST, file)) };
    },
  });
  await page.getByRole('alert').getByText('wasm-unsafe-eval').waitFor();
});

test('an engine that is missing is named, and the rest of the frame stands', async () => {
  const { page } = await open('', {
    override: (url) => (url.includes('duckdb.bin') ? { status: 404 } : undefined),
  });
  await page.getByRole('alert').waitFor();
  await page.getByRole('navigation').getByRole('link', { name: vi.view.system }).click();
  await drawn(page);
  expect(await page.locator('tr[data-check=engine]').getAttribute('data-state')).toBe('bad');
});

test('a slow line shows the frame first and the figures in the end', async () => {
  const { page } = await open('?view=compare&indicator=dossiers_online_rate', { delayMs: 700 });
  await page.getByRole('navigation').waitFor();
  await drawn(page);
  await page.getByText('20,9%').first().waitFor();
});

/** Files are read and told of before an engine is needed. */
const FILES_ALONE = { dir: DIST, withoutEngine: true };

test.each([0, 1, 1000, 20_000, -1])(
  'a Parquet file that ends after %i bytes is named, and nothing is shown of the package',
  async (at) => {
    const whole = readFileSync(join(DIST, 'data/sample/observations-2023.parquet'));
    const end = at < 0 ? whole.length + at : at;
    const { page } = await open('?package=data/sample', {
      ...FILES_ALONE,
      override: (url) =>
        url.includes('observations-2023.parquet')
          ? {
              headers: { 'content-type': 'application/octet-stream' },
              body: whole.subarray(0, end),
            }
          : undefined,
    });
    await page.getByRole('alert').getByText('observations-2023.parquet').first().waitFor();
    expect(await page.locator('main [data-value]').count()).toBe(0);
  },
);

test.each([0, 30, 400])('a descriptor that ends after %i bytes is named', async (end) => {
  const whole = readFileSync(join(DIST, 'data/reports/datapackage.json'));
  const { page } = await open('', {
    ...FILES_ALONE,
    override: (url) =>
      url.includes('datapackage.json') && url.includes('reports')
        ? { headers: { 'content-type': 'application/json' }, body: whole.subarray(0, end) }
        : undefined,
  });
  await page.getByRole('alert').getByText('datapackage.json').first().waitFor();
});
