/** A bad row costs that row or that cell: the reader is told where, and everything else is shown. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { ProblemCode } from '../../src/model/problem.ts';
import { vi } from '../../src/text/vi/words.ts';
import { copyOfSite, type Files, SMALL, withFile, writePackage } from './package.ts';
import { figureButton, go, openDrawn, peekOrigin, saved, siteOpener } from './site.ts';

const open = siteOpener();
const site = copyOfSite();
const LINK = '?package=data/broken&view=compare&indicator=dossiers_online_rate';
const UNITS = SMALL['units.csv'];
const ROWS = SMALL['observations.csv'];

/** One more observation, on line 6. */
const OBSERVATIONS: readonly [string, string, ProblemCode, string][] = [
  ['an unknown unit', 'xa-x,2024-Q1,dossiers_received,1,,', 'reference-unknown', 'unit'],
  ['an unknown measure', 'xa-c,2024-Q1,nonsense,1,,', 'reference-unknown', 'measure'],
  ['an impossible period', 'xa-c,2024-Q5,dossiers_received,1,,', 'value-period', 'period'],
  ['a text for a number', 'xa-c,2024-S1,dossiers_received,"1.626,57",,', 'value-number', 'value'],
  ['no value', 'xa-c,2024-S1,dossiers_received,,,', 'value-absent', 'value'],
  ['too many cells', 'xa-c,2024-S1,dossiers_received,1,,,,', 'row-fields', ''],
  ['too few cells', 'xa-c,2024-S1', 'row-fields', ''],
];

const TABLES: readonly [string, string, ProblemCode, string, string][] = [
  ['a unit twice', `${UNITS}xa-b,Xã B,xã,commune,huyen-a\n`, 'duplicate-id', '5', 'unit'],
  ['a cycle', UNITS.replace('district,', 'district,xa-b'), 'parent-cycle', '2', 'parent'],
  ['a stray parent', UNITS.replace('district,', 'district,x'), 'parent-unknown', '2', 'parent'],
  ['an unknown column', UNITS.replace('parent', 'mayor'), 'column-unknown', '1', 'mayor'],
];

test.each(OBSERVATIONS)(
  'an observation with %s is set aside with its place, the others are shown',
  async (_, line, code, column) => {
    const files = withFile('observations.csv', `${ROWS}${line}\n`);
    await expectNoteAndPicture(files, [code, 'observations.csv', '6', column]);
  },
);

test.each(TABLES)(
  'units with %s give a note with its place, and the right picture',
  async (_, units, code, line, column) => {
    await expectNoteAndPicture(withFile('units.csv', units), [code, 'units.csv', line, column]);
  },
);

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
