/** A bad row costs that row or that cell: the reader is told where, and everything else is shown. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { vi } from '../../src/text/vi/words.ts';
import { copyOfSite, type Files, SMALL, withFile, writePackage } from './package.ts';
import { figureButton, go, openDrawn, peekOrigin, saved, siteOpener } from './site.ts';

const open = siteOpener();
const site = copyOfSite();
const LINK = '?package=data/broken&view=compare&indicator=dossiers_online_rate';
const UNITS = SMALL['units.csv'];
const ROWS = SMALL['observations.csv'];

/** Every kind of bad row is told in test/ingest/set-aside; here is what the reader sees of it. */
test('an observation with too many cells is set aside with its place, the others are shown', async () => {
  const files = withFile('observations.csv', `${ROWS}xa-c,2024-S1,dossiers_received,1,,,,\n`);
  await expectNoteAndPicture(files, ['row-fields', 'observations.csv', '6', '']);
});

test('units with an unknown column give a note with its place, and the right picture', async () => {
  const files = withFile('units.csv', UNITS.replace('parent', 'mayor'));
  await expectNoteAndPicture(files, ['column-unknown', 'units.csv', '1', 'mayor']);
});

test('hundreds of bad rows are counted, and the list can be taken away as a file', async () => {
  const rows = Array.from({ length: 300 }, (_, at) => `xa-${at},2024-Q1,dossiers_received,1,,`);
  writePackage(site(), 'data/broken', withFile('observations.csv', `${ROWS}${rows.join('\n')}\n`));
  const { page } = await openDrawn(open, LINK, { dir: site() });
  await page.getByText(vi.notice.summary(300, 0)).waitFor();
  const text = readFileSync(await saved(page, vi.notice.download), 'utf8');
  expect(text).toContain('observations.csv,6,unit,reference-unknown');
  expect(text).toContain(vi.notice.more(100));
});

async function expectNoteAndPicture(files: Files, problem: readonly string[]): Promise<void> {
  writePackage(site(), 'data/broken', files);
  const { page, errors } = await openDrawn(open, LINK, { dir: site() });
  expect(await figureButton(page, 'Xã C').textContent()).toMatch(/80,0%\s*80\/100/);
  await page.getByRole('button', { name: vi.notice.show }).click();
  expect(await problems(page)).toEqual([problem]);
  await go(page, 'table');
  expect(await peekOrigin(page)).toContain('observations.csv');
  expect(errors).toEqual([]);
}

/** Code, file, line and column of every problem listed on the page. */
function problems(page: Page): Promise<string[][]> {
  return page.locator('tr[data-code]').evaluateAll((rows) =>
    rows.map((row) => {
      const cells = [...row.querySelectorAll('td')].map((cell) => cell.textContent ?? '');
      return [row.getAttribute('data-code') ?? '', ...cells.slice(0, 3)];
    }),
  );
}
