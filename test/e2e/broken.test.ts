/** Packages that cannot be shown end in words that name the file and the fault, with a way on. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { exportParquet, openNativeEngine } from '../../src/engine/native.ts';
import { vi } from '../../src/text/vi/words.ts';
import {
  copyOfSite,
  descriptor,
  type Files,
  type Resource,
  resourcesOf,
  SMALL,
  withFile,
  writePackage,
} from './package.ts';
import { drawn, openDrawn, peekOrigin, readiness, siteOpener } from './site.ts';

const open = siteOpener();
const site = copyOfSite();
const UNITS = SMALL['units.csv'];
const ROWS = SMALL['observations.csv'];
const DESCRIPTOR = 'datapackage.json';
let parquet: Uint8Array;

beforeAll(async () => {
  const engine = await openNativeEngine();
  const path = join(site(), 'observations.parquet');
  await engine.rows("CREATE TABLE t AS SELECT 'xa-c' AS unit, range AS value FROM range(5000)");
  await exportParquet(engine, 't', path);
  await engine.close();
  parquet = readFileSync(path);
});

interface Fault {
  readonly what: string;
  readonly files: () => Files;
  readonly file: string;
  readonly words: readonly string[];
}

const FAULTS: readonly Fault[] = [
  {
    what: 'a descriptor that is no JSON',
    files: () => withFile(DESCRIPTOR, '{"name": "small",'),
    file: `data/broken/${DESCRIPTOR}`,
    words: ['JSON'],
  },
  {
    what: 'a descriptor without resources',
    files: () => withFile(DESCRIPTOR, '{"name": "small"}'),
    file: `data/broken/${DESCRIPTOR}`,
    words: ['“resources”'],
  },
  {
    what: 'no observations',
    files: () => described(({ name }) => name !== 'observations'),
    file: `data/broken/${DESCRIPTOR}`,
    words: ['“observations”'],
  },
  {
    what: 'a missing column',
    files: () => withFile('observations.csv', ROWS.replace('measure', 'indicator')),
    file: 'observations.csv, dòng 1',
    words: ['“measure”'],
  },
  {
    what: 'a file that is not there',
    files: () => pointing({ path: 'rows.csv' }),
    file: 'rows.csv',
    words: ['không có trên máy chủ'],
  },
  {
    what: 'a file cut short',
    files: () => pointing({ bytes: ROWS.length + 1000 }),
    file: 'observations.csv',
    words: [`${ROWS.length} byte`, `${ROWS.length + 1000} byte`],
  },
  {
    what: 'a file of another hash',
    files: () => pointing({ hash: `sha256:${'0'.repeat(64)}` }),
    file: 'observations.csv',
    words: ['SHA-256'],
  },
  {
    what: 'a Parquet file cut short',
    files: () => asParquet(parquet.subarray(0, parquet.length / 2)),
    file: 'observations.parquet',
    words: ['Parquet'],
  },
  {
    what: 'a Parquet file that is none',
    files: () => asParquet('unit,period'),
    file: 'observations.parquet',
    words: ['Parquet'],
  },
  {
    what: 'semicolons',
    files: () => withFile('observations.csv', ROWS.replaceAll(',', ';')),
    file: 'observations.csv',
    words: ['“;”'],
  },
  {
    what: 'another encoding than UTF-8',
    files: () => withFile('units.csv', Buffer.from(UNITS, 'latin1')),
    file: 'units.csv',
    words: ['UTF-8'],
  },
  {
    what: 'an empty file',
    files: () => withFile('units.csv', ''),
    file: 'units.csv',
    words: ['không có nội dung'],
  },
  {
    what: 'a quote that never closes',
    files: () => withFile('units.csv', UNITS.replace('Xã B', '"Xã B')),
    file: 'units.csv, dòng 3',
    words: ['ngoặc kép'],
  },
];

/** What is wrong with a package is told before an engine is needed. */
const withoutEngine = () => ({ dir: site(), withoutEngine: true });

test.each(FAULTS)('a package with $what ends in words', async (fault) => {
  writePackage(site(), 'data/broken', fault.files());
  const { page, errors } = await open('?package=data/broken&view=compare', withoutEngine());
  expect(await readiness(page)).toBe('error');
  const failure = page.getByRole('alert');
  const said = (await failure.textContent()) ?? '';
  for (const words of [fault.file, ...fault.words]) expect(said).toContain(words);
  expect(await failure.getByRole('button', { name: vi.failure.openDefault }).count()).toBe(1);
  expect(errors.filter((error) => !error.includes('404'))).toEqual([]);
});

test('from a broken package the default package opens', async () => {
  writePackage(
    site(),
    'data/broken',
    described((resource) => resource.name !== 'units'),
  );
  const { page, errors } = await open('?package=data/broken&view=compare', { dir: site() });
  const failure = page.getByRole('alert');
  await failure.getByRole('button', { name: vi.failure.openDefault }).click();
  await failure.waitFor({ state: 'detached' });
  await drawn(page);
  await page.locator('main svg [role=button]').first().waitFor();
  expect(errors).toEqual([]);
});

test('a folder without a descriptor is named', async () => {
  const { page } = await open('?package=data/nothing', withoutEngine());
  expect(await readiness(page)).toBe('error');
  expect(await page.getByRole('alert').textContent()).toContain('“data/nothing”');
});

test('a server that answers a missing file with its start page is seen through', async () => {
  const body = '<!doctype html><title>Start</title>';
  const override = (url: string) => (url.includes('observations.csv') ? { body } : undefined);
  const { page } = await open('', { ...withoutEngine(), override });
  expect(await readiness(page)).toBe('error');
  const said = await page.getByRole('alert').textContent();
  expect(said).toContain('observations.csv: Tệp có trong mô tả gói nhưng không có trên máy chủ');
});

test('many faults at once are all listed', async () => {
  const names = Array.from({ length: 6 }, (_, at) => `rows-${at}.csv`);
  writePackage(site(), 'data/broken', pointing({ path: names }));
  const { page } = await open('?package=data/broken', withoutEngine());
  expect(await readiness(page)).toBe('error');
  const said = (await page.getByRole('alert').textContent()) ?? '';
  expect(names.filter((name) => !said.includes(name))).toEqual([]);
});

test('a broken configuration falls back to the delivered package with a note', async () => {
  const override = (url: string) => (url.includes('config.json') ? { body: '{' } : undefined);
  const { page } = await openDrawn(open, '', { override });
  await page.getByRole('status').filter({ hasText: vi.failure.config }).waitFor();
  await peekOrigin(page);
});

function described(keep: (resource: Resource) => boolean): Files {
  return withFile(DESCRIPTOR, descriptor(resourcesOf(SMALL).filter(keep)));
}

/** The descriptor says something else of the observations than what is there. */
function pointing(patch: Partial<Resource>): Files {
  const resources = resourcesOf(SMALL).map((resource) =>
    resource.name === 'observations' ? { ...resource, ...patch } : resource,
  );
  return withFile(DESCRIPTOR, descriptor(resources));
}

function asParquet(content: string | Uint8Array): Files {
  const { 'observations.csv': _, ...rest } = SMALL;
  return { ...rest, 'observations.parquet': content };
}
