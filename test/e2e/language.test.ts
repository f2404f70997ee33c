/** English, on every screen and in what leaves the page: no Vietnamese sentence is left, numbers are English. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import JSZip from 'jszip';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { en } from '../../src/text/en/words.ts';
import { copyOfSite, descriptor, type Files, lines, resourcesOf, writePackage } from './package.ts';
import { drawn, openDrawn, query, saved, siteOpener } from './site.ts';

const open = siteOpener();
const site = copyOfSite();

/** Nothing in it is Vietnamese, so whatever is comes from the interface or the catalogue. */
const TABLES: Files = {
  'units.csv': lines(
    'unit,name,kind,level,parent',
    'north,North Town,town,district,',
    'alder,Alder Ward,ward,commune,north',
    'birch,Birch Ward,ward,commune,north',
    'birchh,Birchh Ward,ward,commune,north',
  ),
  'sources.csv': lines(
    'source,unit,number,title,signed_on,period,due_on,received_on',
    'r-a,alder,1/R,Report of Alder,2024-03-02,2024-Q1,,',
    'r-b,birch,2/R,Report of Birch,2024-04-02,2024-Q1,,',
    'r-c,birchh,3/R,Report of Birchh,,2024-Q1,2024-04-10,',
  ),
  'observations.csv': lines(
    'unit,period,measure,kind,value,status,source,locator,printed',
    'alder,2024-Q1,dossiers_received,,200,,r-a,I.1,',
    'alder,2024-Q1,dossiers_received_online,,50,,r-a,I.1,',
    'alder,2024-Q1,dossiers_online_rate,,52.5,,r-a,I.1,52.5',
    'alder,2024-Q1,dossiers_online_rate,target,80,,r-a,I.1,',
    'alder,2024-Q1,mediation_cases_received,,10,,r-a,I.3,',
    'alder,2024-Q1,mediation_cases_successful,,12,,r-a,I.3,',
    'alder,2023-Q1,dossiers_received,,1150,,r-a,I.1,',
    'alder,2023-Q1,dossiers_received_online,,240,,r-a,I.1,',
    'birch,2024-Q1,dossiers_received,,1000,,r-b,I.2,',
    'birch,2024-Q1,dossiers_received_online,,-80,U,r-b,I.2,',
    'birch,2024-Q1,dossiers_received_online,,800,E,r-b,II.2,',
    'birch,2024-Q1,petitions_received,,,O,r-b,II.3,',
    'birch,2024,tasks_on_time,,5,P,r-b,III,',
    'birch,2024,tasks_late,,1,P,r-b,III,',
  ),
  'findings.csv': lines(
    'source,locator,unit,period,measure,code,note',
    'r-a,,alder,2024-Q1,,PERIOD_INCOMPLETE,Signed before the quarter was over.',
  ),
};

const ENGLISH: Files = {
  'datapackage.json': descriptor(resourcesOf(TABLES), 'Two towns'),
  ...TABLES,
};

const VIETNAMESE = /[ăâđêôơưĂÂĐÊÔƠƯàáãèéìíòóõùúýÀÁÃÈÉÌÍÒÓÕÙÚÝĩũĨŨ\u1ea0-\u1ef9]/;

beforeAll(async () => {
  writePackage(site(), 'data/english', ENGLISH);
  const config = { title: '', organisation: 'Town', packages: ['data/english'], lang: 'vi' };
  await writeFile(join(site(), 'config.json'), JSON.stringify(config));
});

/** All that is read or read out, but for the other language's own name. */
function wordsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const isHidden = node.parentElement?.closest('script, style, .frame-language');
      if (!isHidden) found.push(node.textContent ?? '');
    }
    for (const name of ['aria-label', 'title', 'alt', 'placeholder', 'aria-description']) {
      for (const element of document.querySelectorAll(`[${name}]`)) {
        if (!element.closest('.frame-language')) found.push(element.getAttribute(name) ?? '');
      }
    }
    return found;
  });
}

const vietnameseIn = (texts: readonly string[]) => texts.filter((text) => VIETNAMESE.test(text));

const SCREENS: Readonly<Record<string, string>> = {
  overview: '',
  compare: '&view=compare&indicator=dossiers_online_rate',
  'compare, no number': '&view=compare&indicator=petitions_resolved_rate',
  'the origin of a number':
    '&view=compare&indicator=dossiers_online_rate&open=alder~2024-Q1~dossiers_online_rate~',
  trend: '&view=trend&indicator=dossiers_online_rate&unit=alder,birch',
  unit: '&view=unit&unit=alder',
  table: '&view=table',
  checks: '&view=checks',
  'checks of a unit': '&view=checks&unit=birch',
  present: '&view=present',
  system: '&view=system',
  import: '&view=import',
  'a bad link': '&view=compare&indicator=gone&period=2024-Q7&unit=nobody&sort=x',
};

/** As by the browser's own buttons: nothing is loaded again. */
async function goTo(page: Page, address: string): Promise<void> {
  const before = await page.locator('main').innerHTML();
  await page.evaluate((to) => {
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, address);
  const isNew = (old: string) => document.querySelector('main')?.innerHTML !== old;
  if (query(page) !== '?lang=en') await page.waitForFunction(isNew, before);
  await drawn(page);
}

describe('in English', () => {
  test('no screen has a Vietnamese word', async () => {
    const { page } = await openDrawn(open, '?lang=en', { dir: site() });
    const found: Record<string, string[]> = {};
    for (const [name, address] of Object.entries(SCREENS)) {
      await goTo(page, `?lang=en${address}`);
      const screen = address.includes('open=') ? page.getByRole('dialog') : page.locator('main');
      for (const summary of await screen.locator('summary').all()) {
        if (await summary.isVisible()) await summary.click();
      }
      found[name] = vietnameseIn(await wordsOf(page));
    }
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(found).toEqual(Object.fromEntries(Object.keys(SCREENS).map((name) => [name, []])));
  });

  test('numbers are English, and Vietnamese again with the switch', async () => {
    const address = '?lang=en&view=compare&indicator=dossiers_online_rate&period=2023-Q1';
    const { page } = await openDrawn(open, address, { dir: site() });
    expect(await page.locator('main').textContent()).toContain('20.9%');
    await page.getByRole('link', { name: 'Tiếng Việt' }).click();
    await page.locator('main', { hasText: '20,9%' }).waitFor();
    await drawn(page);
    expect(await page.locator('html').getAttribute('lang')).toBe('vi');
    expect(query(page)).toBe('?view=compare&indicator=dossiers_online_rate&period=2023-Q1');
  });

  test('a package that is not there, and rows that cannot be used, are told in English', async () => {
    writePackage(site(), 'data/broken', {
      ...ENGLISH,
      'observations.csv': lines(
        'unit,period,measure,value,source',
        'alder,2024-Q9,dossiers_received,many,r-a',
        'nobody,2024-Q1,dossiers_received,2,r-a',
        'alder,2024-Q1,dossiers_received,200,r-a',
      ),
    });
    const { page } = await openDrawn(open, '?lang=en&package=data/broken', { dir: site() });
    expect(vietnameseIn(await wordsOf(page))).toEqual([]);
    await page.goto(`${new URL(page.url()).origin}/index.html?lang=en&package=data/nowhere`);
    await page.getByRole('alert').first().waitFor();
    expect(vietnameseIn(await wordsOf(page))).toEqual([]);
  });

  test('files and slides follow', async () => {
    const items = ['', SCREENS.compare, SCREENS.trend, SCREENS.unit, SCREENS.table, SCREENS.checks];
    const file = JSON.stringify({
      format: 'dan-van-briefing',
      title: 'Meeting',
      items: items.map((text) => ({
        query: `?${(text ?? '').slice(1)}`,
        name: '',
        title: 'x',
        note: '',
      })),
    });
    const { page } = await openDrawn(open, '?lang=en&view=present', {
      dir: site(),
      prepare: (opened) =>
        opened.addInitScript(
          ([key = '', text = '']) => localStorage.setItem(key, text),
          ['briefing data/english', file],
        ),
    });
    expect(vietnameseIn(await wordsOf(page))).toEqual([]);
    const zip = await JSZip.loadAsync(await readFile(await saved(page, en.present.pptx)));
    const parts = Object.keys(zip.files).filter((name) =>
      /(slides|charts)\/[^/]+\.xml$/.test(name),
    );
    expect(parts.length).toBeGreaterThan(items.length);
    const texts = await Promise.all(parts.map((name) => zip.file(name)?.async('string')));
    const told = texts.flatMap((xml) => xml?.match(/(?<=<(a:t|c:v)>)[^<]+/g) ?? []);
    expect(told.length).toBeGreaterThan(50);
    expect(vietnameseIn(told)).toEqual([]);

    await goTo(page, '?lang=en&view=table');
    await drawn(page);
    const csv = await readFile(await saved(page, en.chart.csv), 'utf8');
    expect(csv.split('\r\n').length).toBeGreaterThan(10);
    expect(vietnameseIn(csv.split('\r\n'))).toEqual([]);
    const excel = await JSZip.loadAsync(await readFile(await saved(page, en.chart.excel)));
    const sheets = Object.keys(excel.files).filter((name) => name.endsWith('.xml'));
    const cells = await Promise.all(sheets.map((name) => excel.file(name)?.async('string')));
    expect(vietnameseIn(cells.map((text) => text ?? ''))).toEqual([]);
  });
});
