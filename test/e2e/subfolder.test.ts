/** The build in a sub-folder of a server that knows no types and compresses nothing. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { exportParquet, openNativeEngine } from '../../src/engine/native.ts';
import { vi } from '../../src/text/vi/words.ts';
import { copyOfSite, descriptor, lines, SMALL, writePackage } from './package.ts';
import { drawn, figureButton, go, openDrawn, query, siteOpener, walk } from './site.ts';

const open = siteOpener();
const site = copyOfSite();
const SERVER = { prefix: '/ban dan vận/so-lieu', mime: 'octet-stream' } as const;

test('every screen works from a sub-folder of a server that sends most files as octet-stream', async () => {
  const { page, errors, strays } = await openDrawn(open, '', SERVER);
  const headings = await walk(page);
  expect(new Set(headings).size).toBe(headings.length);
  expect(page.url()).toContain(encodeURI(SERVER.prefix));
  expect([...errors, ...strays]).toEqual([]);
});

test('the package switch opens a package of Parquet and CSV files that was only copied to the server', async () => {
  await addMixedPackage(site(), 'data/huyen-a');
  const { page, errors } = await openDrawn(open, '', { ...SERVER, dir: site() });
  await page.getByRole('button', { name: vi.app.package }).click();
  await page.getByRole('option', { name: 'data/huyen-a' }).click();
  await page.getByText('Gói hỗn hợp').first().waitFor();
  await drawn(page);
  expect(query(page)).toBe('?package=data/huyen-a');
  expect(await page.title()).toContain('Gói hỗn hợp');

  await page.goto(`${page.url()}&view=compare&indicator=dossiers_online_rate`);
  await drawn(page);
  expect(await figureButton(page, 'Xã B').textContent()).toMatch(/25,0%\s*50\/200/);
  expect(await figureButton(page, 'Xã C').textContent()).toMatch(/80,0%\s*80\/100/);
  expect(new Set(await walk(page)).size).toBe(5);

  await page.getByRole('button', { name: vi.app.package }).click();
  await page.getByRole('option', { name: 'data/reports' }).click();
  await page.getByText('năm văn bản').first().waitFor();
  await drawn(page);
  await go(page, 'overview');
  expect(query(page)).toBe('');
  expect(errors).toEqual([]);
}, 120_000); // two packages are loaded, one of them twice, and every screen is drawn

/** Units as Parquet, observations as two CSV files; listed in the site's configuration. */
async function addMixedPackage(folder: string, path: string): Promise<void> {
  const [header = '', ...rows] = SMALL['observations.csv'].trim().split('\n');
  writePackage(folder, path, {
    'sources.csv': SMALL['sources.csv'],
    'units.csv': SMALL['units.csv'],
    'observations/b.csv': lines(header, ...rows.slice(0, 2)),
    'observations/c.csv': lines(header, ...rows.slice(2)),
    'datapackage.json': descriptor(
      [
        { name: 'units', path: 'units.parquet', format: 'parquet' },
        { name: 'sources', path: 'sources.csv', format: 'csv' },
        { name: 'observations', path: ['observations/b.csv', 'observations/c.csv'], format: 'csv' },
      ],
      'Gói hỗn hợp',
    ),
  });
  const engine = await openNativeEngine();
  const source = join(folder, path, 'units.csv').replaceAll("'", "''");
  await engine.rows(`CREATE TABLE units AS FROM read_csv('${source}', all_varchar = true)`);
  await exportParquet(engine, 'units', join(folder, path, 'units.parquet'));
  await engine.close();
  const config = JSON.parse(readFileSync(join(folder, 'config.json'), 'utf8'));
  config.packages = ['data/reports', path];
  writeFileSync(join(folder, 'config.json'), JSON.stringify(config));
}
