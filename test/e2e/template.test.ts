/** The office's own template in the briefing: chosen, kept, refused with the reason, taken off. */
import { readFile } from 'node:fs/promises';
import JSZip from 'jszip';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { vi } from '../../src/text/vi/words.ts';
import { office } from '../support/office.ts';
import { keep, openDrawn, saved, siteOpener } from './site.ts';

const open = siteOpener();
const ITEM = '?view=compare&indicator=dossiers_on_time_rate&period=2024&under=thi-xa-lam-khue';
const TYPE = 'application/vnd.openxmlformats-officedocument.presentationml';

async function choose(page: Page, name: string, buffer: Buffer): Promise<string> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: vi.template.choose }).click();
  await (await chooser).setFiles({ name, mimeType: 'application/octet-stream', buffer });
  const said = page.locator('main [role=status]').filter({ hasText: name });
  await said.waitFor();
  return said.innerText();
}

async function briefing() {
  const items = [{ query: ITEM, name: '', title: 'Đúng hạn', note: '' }];
  const file = JSON.stringify({ format: 'dan-van-briefing', title: 'Họp giao ban', items });
  const visit = await openDrawn(open, '?package=data/sample&view=present');
  await keep(visit.page, 'briefing data/sample', file);
  await visit.page.locator('.briefing-item').first().waitFor();
  return visit;
}

test.each([
  ['mau.pptx', 'presentation'],
  ['mau.potx', 'template'],
])('%s is taken, used for the deck, and taken off again', async (name, kind) => {
  const { page, errors } = await briefing();
  const bytes = await office({ type: `${TYPE}.${kind}.main+xml` });
  expect(await choose(page, name, Buffer.from(bytes))).toBe(vi.template.kept(name));
  await page.getByText(vi.template.used(name)).waitFor();
  const deck = await JSZip.loadAsync(await readFile(await saved(page, vi.present.pptx)));
  const theme = await deck.file('ppt/theme/office-theme1.xml')?.async('string');
  expect(theme).toContain('AA0011');
  await page.getByRole('button', { name: vi.template.remove }).click();
  await page.getByText(vi.template.removed).waitFor();
  expect(await page.getByRole('button', { name: vi.template.remove }).count()).toBe(0);
  const plain = await JSZip.loadAsync(await readFile(await saved(page, vi.present.pptx)));
  expect(plain.file('ppt/theme/office-theme1.xml')).toBeNull();
  expect(errors).toEqual([]);
});

test.each([
  ['bao-cao.pptx', async () => Buffer.from('xin chào'), 'foreign'],
  ['cu.ppt.pptx', async () => Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), 'encrypted'],
  ['trong.potx', async () => Buffer.from(await office({ layouts: 0 })), 'layouts'],
  ['vuong.potx', async () => Buffer.from(await office({ width: 10, height: 7.5 })), 'shape'],
] as const)(
  '%s is refused with the reason, and decks are made all the same',
  async (name, file, fault) => {
    const { page, errors } = await briefing();
    const said = await choose(page, name, await file());
    expect(said).toBe(vi.template.refused(name, vi.template.fault[fault]));
    expect(await page.getByText(vi.template.used(name)).count()).toBe(0);
    await page.getByText(vi.template.lead).waitFor();
    expect(errors).toEqual([]);
  },
);
