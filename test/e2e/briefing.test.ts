/** From views to the meeting: the briefing, its deck, pictures, print, presenting, embedding. */
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import JSZip from 'jszip';
import type { Page } from 'playwright-core';
import readExcel from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { vi } from '../../src/text/vi/words.ts';
import { drawn, keep, lead, openDrawn, query, saved, siteOpener } from './site.ts';

const open = siteOpener();
const SAMPLE = '?package=data/sample';
const COMPARE = `${SAMPLE}&view=compare&indicator=dossiers_online_rate&period=2024&under=thi-xa-lam-khue`;
const TREND = `${SAMPLE}&view=trend&indicator=dossiers_online_rate&unit=xa-sa-khue,xa-ninh-hac&grain=quarter`;
const OVERVIEW = `${SAMPLE}&under=thi-xa-lam-khue`;

/** Opens the briefing with these views in it. */
async function withItems(queries: readonly string[], pkg = 'data/sample') {
  const items = queries.map((text) => ({ query: text, name: '', title: text, note: '' }));
  const file = JSON.stringify({ format: 'dan-van-briefing', title: 'Họp giao ban', items });
  const visit = await openDrawn(open, `?package=${pkg}&view=present`);
  await keep(visit.page, `briefing ${pkg}`, file);
  await visit.page
    .locator('.briefing-item')
    .nth(queries.length - 1)
    .waitFor();
  return visit;
}

async function deckOf(queries: readonly string[], pkg?: string) {
  const { page, errors, strays } = await withItems(queries, pkg);
  const path = await saved(page, vi.present.pptx);
  expect({ errors, strays }).toEqual({ errors: [], strays: [] });
  const zip = await JSZip.loadAsync(await readFile(path));
  const text = async (name: string) => (await zip.file(name)?.async('string')) ?? '';
  const names = (pattern: RegExp) =>
    Object.keys(zip.files)
      .filter((name) => pattern.test(name))
      .sort((a, b) => number(a) - number(b));
  return { page, path, zip, text, names };
}

const number = (name: string) => Number(/(\d+)\.\w+$/.exec(name)?.[1]);

/** Series of a chart part: name and the values by category. */
function seriesOf(xml: string): { name: string; values: Record<string, number> }[] {
  return [...xml.matchAll(/<c:ser>[\s\S]*?<\/c:ser>/g)].map(([ser]) => {
    const points = (block: string) =>
      [...block.matchAll(/<c:pt idx="(\d+)"><c:v>([^<]*)<\/c:v>/g)].map((m) => [
        Number(m[1]),
        m[2],
      ]);
    const part = (tag: string) =>
      new RegExp(`<c:${tag}>([\\s\\S]*?)</c:${tag}>`).exec(ser)?.[1] ?? '';
    const categories = new Map(points(part('cat')) as [number, string][]);
    const values = points(part('val')).map(([at, value]) => [
      categories.get(at as number) ?? '',
      Number(value),
    ]);
    const name = points(part('tx'))[0]?.[1] as string;
    return { name, values: Object.fromEntries(values) };
  });
}

/** Values of the view's table by unit and period. */
async function tableValues(page: Page, address: string): Promise<Map<string, number>> {
  await lead(page, address);
  await drawn(page);
  await page.getByRole('button', { name: vi.chart.showTable }).click();
  const rows = page.locator('main table tr[data-unit]');
  const found = await rows.evaluateAll((all) =>
    all.map((row) => {
      const data = (row as HTMLElement).dataset;
      const cell = row.querySelector<HTMLElement>('[data-value]');
      const kind = row.textContent?.includes('chỉ tiêu') || row.textContent?.includes('Chỉ tiêu');
      return [`${data.unit} ${data.period}${kind ? ' target' : ''}`, cell?.dataset.value ?? ''];
    }),
  );
  return new Map(found.filter((f) => f[1] !== '').map(([key = '', value]) => [key, Number(value)]));
}

test('views are collected with one click, ordered, named, removed, and outlast a reload', async () => {
  const { page } = await openDrawn(open, '?view=compare&indicator=dossiers_online_rate');
  await page.getByRole('button', { name: vi.present.add }).click();
  await page.getByText(vi.present.added(1)).waitFor();
  for (const view of ['trend', 'table']) {
    await lead(page, `?view=${view}&indicator=dossiers_online_rate`);
    await drawn(page);
    await page.getByRole('button', { name: vi.present.add }).click();
  }
  await page.getByText(vi.present.added(3)).waitFor();
  await lead(page, '?view=present');
  await drawn(page);
  const queries = () =>
    page
      .locator('.briefing-item')
      .evaluateAll((all) => all.map((e) => (e as HTMLElement).dataset.query));
  const item = (view: string) => `?view=${view}&indicator=dossiers_online_rate`;
  expect(await queries()).toEqual(['compare', 'trend', 'table'].map(item));
  await page.locator('.briefing-item').nth(2).getByRole('button', { name: /lên$/ }).click();
  await page.locator('.briefing-item').nth(0).getByLabel(vi.present.name).fill('Trực tuyến');
  await page.locator('.briefing-item').nth(2).getByRole('button', { name: /^Bỏ/ }).click();
  await page.reload();
  await drawn(page);
  expect(await queries()).toEqual(['compare', 'table'].map(item));
  expect(await page.locator('.briefing-item').nth(0).getByLabel(vi.present.name).inputValue()).toBe(
    'Trực tuyến',
  );
  const file = await saved(page, vi.present.saveFile);
  await page.getByRole('button', { name: vi.present.clear }).click();
  await page.getByText(vi.present.none).waitFor();
  await page.locator('input[type=file]').setInputFiles({
    name: 'x.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{"items":[1]}'),
  });
  await page.getByText(vi.present.badFile('x.json')).waitFor();
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'b.json', mimeType: 'application/json', buffer: readFileSync(file) });
  await page.getByText(vi.present.opened(2)).waitFor();
  expect(await queries()).toEqual(['compare', 'table'].map(item));
});

test('the charts of a deck are charts whose values are those of the view, also in their workbooks', async () => {
  const { page, text, names, zip } = await deckOf([COMPARE, TREND]);
  const charts = names(/^ppt\/charts\/chart\d+\.xml$/);
  expect(charts.length).toBeGreaterThanOrEqual(2);
  const all = await Promise.all(charts.map(async (name) => seriesOf(await text(name))));
  const bars = all.filter((chart) =>
    chart.every((s) => !Object.keys(s.values)[0]?.startsWith('Q.')),
  );
  const shown = new Map(bars.flatMap((chart) => Object.entries(chart[0]?.values ?? {})));
  const lines = all.find((chart) => Object.keys(chart[0]?.values ?? {})[0]?.startsWith('Q.'));
  const books = names(/^ppt\/embeddings\/.*\.xlsx$/);
  expect(books).toHaveLength(charts.length);
  const book = await JSZip.loadAsync((await zip.file(books[0] ?? '')?.async('uint8array')) ?? '');
  const sheet = (await book.file('xl/worksheets/sheet1.xml')?.async('string')) ?? '';
  const cells = [...sheet.matchAll(/<c r="B(\d+)"><v>([^<]+)<\/v>/g)].map((m) => Number(m[2]));
  expect(cells).toEqual(Object.values(all[0]?.[0]?.values ?? {}));
  expect(sheet).toMatch(/<f>SUBSTITUTE\(FIXED\(B\d+,1,TRUE\)/); // its label follows an edit

  const table = await tableValues(page, COMPARE);
  const units = [...table].filter(([key]) => key.endsWith(' 2024'));
  expect(units.length).toBeGreaterThan(10);
  for (const value of units.map(([, v]) => v)) expect([...shown.values()]).toContain(value);
  const said = await Promise.all(names(/^ppt\/notesSlides\/notesSlide\d+\.xml$/).map(text));
  for (const name of shown.keys()) // the page has names and values, the speaker the counts behind them
    expect(said.join('\n')).toMatch(new RegExp(`${name}: [\\d.]+/[\\d.]+`));
  const trend = await tableValues(page, TREND);
  const saKhue = lines?.find((line) => line.name === 'Xã Sa Khuê')?.values ?? {};
  expect(saKhue['Q.I/2024']).toBe(trend.get('xa-sa-khue 2024-Q1'));
  expect(Object.values(saKhue).length).toBeGreaterThan(12);
  expect(Object.keys(saKhue).length).toBeLessThanOrEqual(20); // gaps are gaps, not empty texts
});

test('a deck has cover, agenda, findings as titles, sources, links, QR codes, alt texts and a closing list', async () => {
  const { text, names } = await deckOf([COMPARE, OVERVIEW]);
  const slides = await Promise.all(names(/^ppt\/slides\/slide\d+\.xml$/).map(text));
  expect(slides.length).toBeGreaterThanOrEqual(5);
  expect(slides[0]).toContain('Họp giao ban');
  expect(slides[1]).not.toContain(vi.present.agenda); // of a short deck the cover tells all
  expect(slides.at(-2)).toContain(vi.present.closing);
  expect(slides.at(-1)).toContain(vi.proposals.heading);
  for (const slide of slides) expect(slide).toContain(vi.app.synthetic);
  const content = slides.slice(1);
  const notes = await Promise.all(names(/^ppt\/notesSlides\/notesSlide\d+\.xml$/).map(text));
  const dated = notes.filter((note) => note.includes('Gói lập ngày 31/01/2026'));
  expect(dated).toHaveLength(content.length);
  expect(content[0]).toMatch(/\d+\/15 đơn vị chưa đạt chỉ tiêu/);
  expect(content[0]).toMatch(/Thấp hơn hẳn mức chung|Cao hơn hẳn mức chung/);
  expect(content[0]).toMatch(/<p:graphicFrame>[\s\S]*descr="Tỷ lệ hồ sơ tiếp nhận trực tuyến/);
  expect(content.some((slide) => slide.includes('<a:tbl>'))).toBe(true);
  const sizes = slides.flatMap((slide) =>
    [...slide.matchAll(/ sz="(\d+)"/g)].map((m) => Number(m[1])),
  );
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(1200);
  const rels = await text('ppt/slides/_rels/slide2.xml.rels');
  expect(rels).toContain('view=compare&amp;indicator=dossiers_online_rate');
  expect(rels.replace(/&(amp|lt|gt|quot);/g, '')).not.toContain('&');
  expect(rels).toMatch(/relationships\/chart"/);
  const media = names(/^ppt\/media\/./);
  expect(media).toHaveLength(content.length); // the QR codes, nothing else
  const chart = await text(names(/^ppt\/charts\/chart\d+\.xml$/)[0] ?? '');
  const labels = [...chart.matchAll(/type="CELLRANGE">.*?<a:t>([^<]*)<\/a:t>/g)].map((m) => m[1]);
  expect(labels.length).toBeGreaterThan(10);
  for (const label of labels) expect(label).toMatch(/^\d+,\d%( \(chỉ tiêu \d+,\d%\))?$/); // whatever the locale of Office
  expect(chart).not.toContain('en-US');
});

test('the report in Word has a picture of every chart, the workbook a sheet for every view', async () => {
  const { page, errors, strays } = await withItems([COMPARE, TREND]);
  const made = page.waitForEvent('download', { timeout: 100_000 }); // it waits for the checks
  await page.getByRole('button', { name: vi.paper.word }).click();
  const zip = await JSZip.loadAsync(await readFile(await (await made).path()));
  const pictures = Object.keys(zip.files).filter((name) => /^word\/media\/.+\.png$/.test(name));
  expect(pictures).toHaveLength(2);
  for (const name of pictures) {
    const png = (await zip.file(name)?.async('nodebuffer')) ?? Buffer.alloc(0);
    expect(png.readUInt32BE(16)).toBe(1920); // two points for each unit of the drawing
    expect(png.length).toBeGreaterThan(10_000);
  }
  const document = (await zip.file('word/document.xml')?.async('string')) ?? '';
  expect(document).toContain('HỌP GIAO BAN');
  expect(document).toContain(vi.app.synthetic);
  await page.getByText(/^Đã tạo so-lieu-mo-phong-hop-giao-ban\.docx, 3 mục/).waitFor();
  const sheets = await readExcel(await saved(page, vi.paper.excel));
  expect(sheets).toHaveLength(3);
  expect({ errors, strays }).toEqual({ errors: [], strays: [] });
});

test('what vanished from the package is said, and the deck is made from the rest', async () => {
  const gone = '?view=compare&indicator=khong_con&unit=phuong-pho-hoa';
  const empty = '?view=compare&indicator=poor_household_rate&period=2021';
  const { page } = await withItems([gone, empty], 'data/reports');
  await saved(page, vi.present.pptx);
  const said = page.locator('main').getByRole('status').filter({ hasText: 'pptx' });
  await said.waitFor();
  expect(await said.textContent()).toContain(vi.present.gone('indicator', 'khong_con'));
  expect(await said.textContent()).toContain(vi.present.empty);
});

test('the closing slide leaves out what was corrected or accepted, not what was only sent', async () => {
  const unit = 'phuong-quang-minh';
  const { page } = await openDrawn(open, `?view=checks&unit=${unit}&severity=error,warning`);
  const ids = await page.locator('main :is([data-issue], [data-trace])').evaluateAll((all) =>
    all.map((item) => {
      const { issue, trace } = (item as HTMLElement).dataset;
      return issue ?? trace ?? '';
    }),
  );
  expect(ids.length).toBeGreaterThan(2);
  const made = ids.map((issue, at) => ({
    issue,
    decision: ['sent', 'corrected', 'accepted'][Math.min(at, 2)],
    on: '2026-01-31',
    note: '',
  }));
  await keep(page, 'decisions data/reports', JSON.stringify(made));
  await lead(page, '?view=compare&indicator=poor_household_rate');
  await drawn(page);
  await page.getByRole('button', { name: vi.present.add }).click();
  await lead(page, '?view=present');
  await drawn(page);
  const zip = await JSZip.loadAsync(await readFile(await saved(page, vi.present.pptx)));
  const slides = Object.keys(zip.files).filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name));
  const last = slides.sort((a, b) => number(a) - number(b)).at(-1) ?? '';
  const text = (await zip.file(last)?.async('string')) ?? '';
  const rows = [...text.matchAll(/<a:tr [\s\S]*?<\/a:tr>/g)].map(([row]) =>
    [...row.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map((m) => m[1]),
  );
  const row = rows.find(([name]) => name?.replaceAll('\u00a0', ' ').includes('Quảng Minh'));
  expect(Number(row?.[1])).toBe(1);
});

const office = spawnSync('soffice', ['--version']).status === 0;

test.skipIf(!office)(
  'LibreOffice opens the deck: one page for each slide, charts drawn',
  async () => {
    const { path, names } = await deckOf([
      COMPARE,
      TREND,
      OVERVIEW,
      `${SAMPLE}&view=unit&unit=xa-sa-khue`,
    ]);
    const folder = await mkdtemp(join(tmpdir(), 'deck-'));
    try {
      const deck = join(folder, 'deck.pptx');
      await writeFile(deck, await readFile(path));
      const home = `-env:UserInstallation=file://${folder}/home`;
      execFileSync(
        'soffice',
        [home, '--headless', '--convert-to', 'pdf', '--outdir', folder, deck],
        {
          timeout: 110_000,
          stdio: 'ignore',
        },
      );
      const pdf = (await readFile(join(folder, 'deck.pdf'))).toString('latin1');
      const pages = pdf.match(/\/Type\s*\/Page[^s]/g) ?? [];
      expect(pages).toHaveLength(names(/^ppt\/slides\/slide\d+\.xml$/).length);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
);

test('a picture is self-contained: title, sentence, source and fonts inside, at the asked size', async () => {
  const { page, strays } = await openDrawn(open, COMPARE);
  const width = await page.locator('main figure').evaluate((e) => e.getBoundingClientRect().width);
  await page.getByRole('button', { name: vi.picture.open }).click();
  const png = await readFile(await saved(page, vi.picture.save));
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect(png.readUInt32BE(16)).toBe(2 * (Math.ceil(width) + 64));
  await page.getByRole('button', { name: vi.picture.format }).click();
  await page.getByRole('option', { name: 'SVG' }).click();
  const svg = await readFile(await saved(page, vi.picture.save), 'utf8');
  expect(svg).toContain('Tỷ lệ hồ sơ tiếp nhận trực tuyến');
  expect(svg).toContain('Nguồn:');
  expect(svg).toContain('Số liệu mô phỏng');
  expect(svg.match(/url\(data:font\/woff2/g)?.length).toBeGreaterThan(3);
  expect(svg.replaceAll('http://www.w3.org/', '')).not.toMatch(/https?:|<script|<image/);
  await page.getByRole('button', { name: vi.chart.showTable }).click();
  const table = await readFile(await saved(page, vi.picture.save), 'utf8');
  expect(table).toContain('Xã Sa Khuê');
  expect(table).toMatch(/>\d\d,\d%</);
  expect(strays).toEqual([]);
});

test('views print on A4 with their fonts, headers and sources, without controls', async () => {
  const { page } = await openDrawn(open, `${OVERVIEW}`);
  const pdf = (await page.pdf({ format: 'A4', landscape: true })).toString('latin1');
  expect(pdf).toMatch(/\/MediaBox \[0 0 84[12](\.\d+)? 59[56](\.\d+)?\]/);
  expect(pdf).toContain('BeVietnamPro');
  expect(pdf).toContain('/FontFile2');
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.card-actions').first().isVisible()).toBe(false);
  expect(await page.locator('.source-line').isVisible()).toBe(true);
  const head = await page
    .locator('table.overview thead')
    .evaluate((e) => getComputedStyle(e).display);
  expect(head).toBe('table-header-group');
  const right = await page
    .locator('table.overview')
    .evaluate((e) => e.scrollWidth - (e.parentElement?.clientWidth ?? 0));
  expect(right).toBeLessThanOrEqual(1);
});

test('a profile prints on one sheet, the whole briefing one item after the other', async () => {
  const { page } = await openDrawn(open, '?view=unit&unit=phuong-pho-hoa');
  const sheet = (await page.pdf({ format: 'A4' })).toString('latin1');
  expect(sheet.match(/\/Type\s*\/Page[^s]/g)).toHaveLength(1);
  const all = await withItems([COMPARE, OVERVIEW]);
  await all.page.evaluate(() => {
    window.print = () => document.documentElement.classList.add('printed');
  });
  await all.page.getByRole('button', { name: vi.present.print, exact: true }).click();
  await all.page.locator('html.printed').waitFor({ state: 'attached' });
  const slides = await all.page.locator('.paper .slide').count();
  expect(slides).toBeGreaterThanOrEqual(3);
  const pdf = (await all.page.pdf({ format: 'A4', landscape: true })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page[^s]/g)?.length).toBeGreaterThanOrEqual(slides);
});

test('presenting: keys lead through whole slides and units, the figures open and close with one key', async () => {
  const { page } = await withItems([COMPARE, `${SAMPLE}&view=unit&unit=xa-sa-khue`]);
  await page.getByRole('button', { name: vi.present.start, exact: true }).click();
  await page.locator('.stage-bars').waitFor();
  expect(query(page)).toBe(COMPARE);
  expect(await page.locator('main').isVisible()).toBe(false);
  await page.keyboard.press('Enter');
  await page.locator('main .sentence').waitFor();
  expect(await page.locator('.stage').count()).toBe(0);
  expect(await page.locator('header.frame-header').isVisible()).toBe(false);
  expect(await page.locator('main .controls').first().isVisible()).toBe(false);
  await page.keyboard.press('r');
  await page.locator('.stage-bars').waitFor();
  const unit = (name: string) => page.locator('.stage h1', { hasText: name }).waitFor();
  for (let pages = 0; pages < 6 && query(page) === COMPARE; pages += 1) {
    await drawn(page);
    await page.keyboard.press('ArrowRight');
  }
  await unit('Sa Khuê');
  await page.keyboard.press('ArrowDown');
  await unit('Thạch Diệp');
  expect(query(page)).toContain('unit=xa-thach-diep');
  await page.keyboard.press('r');
  await unit('Sa Khuê');
  await page.keyboard.press('PageUp');
  await expect.poll(() => query(page)).toBe(COMPARE);
  await page.keyboard.press('Escape');
  await page.locator('html:not(.showing)').waitFor({ state: 'attached' });
  await expect.poll(() => query(page)).toBe(`${SAMPLE}&view=present`);
});

test.each([
  [1024, 768],
  [1366, 768],
  [1920, 1080],
])(
  'a slide fills a screen of %i × %i: nothing is cut, no type below 24 px on charts',
  async (width, height) => {
    const items = [
      COMPARE,
      `${SAMPLE}&view=trend&indicator=poverty_rate`,
      `${SAMPLE}&view=compare&indicator=dossiers_on_time_rate&period=2024&under=thi-xa-lam-khue&chart=change`,
      `${SAMPLE}&view=unit&unit=xa-ninh-hac&chart=multiples`,
      `${SAMPLE}&view=overview`,
    ];
    const { page } = await withItems(items);
    await page.setViewportSize({ width, height });
    await page.getByRole('button', { name: vi.present.start, exact: true }).click();
    const seen = new Set<string>();
    for (let pages = 0; pages < 14; pages += 1) {
      await page.locator('.stage h1').waitFor();
      await drawn(page);
      const { heading, outside, small } = await page.locator('.stage').evaluate((stage) => {
        const body = stage.querySelector('.stage-body');
        const room = body?.getBoundingClientRect() ?? new DOMRect();
        const parts = [...(body?.querySelectorAll('li, td, svg, svg.panel text, .bar') ?? [])];
        const sizes = [...stage.querySelectorAll('.name, .value, svg text')].map((element) =>
          Number.parseFloat(getComputedStyle(element).fontSize),
        );
        return {
          heading: stage.querySelector('h1')?.textContent ?? '',
          outside: parts.filter((part) => {
            const { right, bottom } = part.getBoundingClientRect();
            return right > Math.min(innerWidth, room.right) + 1 || bottom > room.bottom + 1;
          }).length,
          small: sizes.filter((size) => size < 24).length,
        };
      });
      expect({ heading, outside, small }).toEqual({ heading, outside: 0, small: 0 });
      seen.add(heading);
      await page.keyboard.press('ArrowRight');
    }
    expect(seen.size).toBeGreaterThanOrEqual(3);
    await page.keyboard.press('Escape');
  },
);

test('an embedded view has no frame; a sandbox that forbids too much gets a plain message', async () => {
  const { page, url } = await openDrawn(open, COMPARE);
  await page.getByRole('button', { name: vi.embed.open }).click();
  const code = await page.locator('.embed-snippet textarea').first().inputValue();
  expect(code).toContain('embed=1');
  const host = createServer((_, response) => {
    const tight = code.replace('<iframe', '<iframe id="tight" sandbox="allow-scripts"');
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(`<!doctype html>${code}${tight}`);
  });
  await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve));
  try {
    await page.context().unrouteAll();
    await page.goto(`http://127.0.0.1:${(host.address() as AddressInfo).port}/`);
    const frame = page.frameLocator('iframe').first();
    await frame.locator('main h1').waitFor({ timeout: 60_000 });
    await frame.locator('.sentence').waitFor();
    await frame.locator('.source-line').waitFor();
    expect(await frame.locator('header').count()).toBe(0);
    const link = frame.getByRole('link', { name: vi.embed.full });
    expect(await link.getAttribute('href')).not.toContain('embed');
    const tight = page.frameLocator('#tight');
    await tight.getByText('allow-same-origin').first().waitFor({ timeout: 60_000 });
  } finally {
    host.close();
  }
  expect(url).toContain('http');
});
