/** The core journeys in stock Firefox (Debian's firefox-esr; skipped where it is not installed). */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { vi } from '../../src/text/vi/words.ts';
import { DIST } from '../support/build.ts';
import { FIREFOX, type Firefox, launchFirefox } from '../support/firefox.ts';
import { type StaticServer, serveFolder } from '../support/server.ts';

const READY = "document.documentElement.dataset.ready === 'true'";
const TEXT = 'document.body.textContent';
const ROOT = resolve(import.meta.dirname, '../..');

describe.skipIf(!FIREFOX)('in Firefox', () => {
  let firefox: Firefox;
  let server: StaticServer;
  beforeAll(async () => {
    firefox = await launchFirefox();
    server = await serveFolder(DIST);
  });
  afterAll(async () => {
    await firefox?.close();
    await server?.close();
  });
  const visit = async (query: string) => {
    await firefox.open(`${server.url}index.html${query}`);
    await firefox.until(READY);
  };
  const click = (words: string) =>
    firefox.ask(
      `[...document.querySelectorAll('button, a')].find((e) => e.textContent.trim() === ${JSON.stringify(words)}).click()`,
    );

  test('an officer’s file is imported, kept over a reload, and its figure opens', async () => {
    await visit('?view=import');
    const text =
      'Quý I/2024\nĐơn vị;Hồ sơ tiếp nhận;Hồ sơ tiếp nhận trực tuyến\nPhường Phổ Hòa;302;210\n';
    await firefox.ask(`(() => {
      const files = new DataTransfer();
      files.items.add(new File([${JSON.stringify(text)}], 'quy-1.csv'));
      const input = document.querySelector('input[type=file][multiple]');
      input.files = files.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    })()`);
    for (const [from, to] of [
      ['recognised', 'mapped'],
      ['mapped', 'checked'],
      ['checked', 'kept'],
    ]) {
      const isOpen = "document.querySelector('[data-import-next]')?.disabled === false";
      await firefox.until(`document.documentElement.dataset.import === '${from}' && ${isOpen}`);
      await firefox.ask("document.querySelector('[data-import-next]').click()");
      await firefox.until(`document.documentElement.dataset.import === '${to}'`);
    }
    await visit('?package=local&view=table&indicator=dossiers_online_rate&period=2024-Q1');
    const cells = await firefox.ask<string>(
      "[...document.querySelectorAll('main [data-unit=phuong-pho-hoa] [data-value]')].map((e) => e.dataset.value).join(' ')",
    );
    expect(cells.split(' ')).toContain(String((100 * 210) / 302));
  });

  test('every screen is drawn, a number opens down to its statements', async () => {
    await visit('?view=compare&indicator=dossiers_online_rate');
    expect(await firefox.ask<string>(TEXT)).toContain('20,9%');
    for (const view of ['trend', 'unit', 'table', 'overview', 'checks'] as const) {
      await click(vi.view[view]);
      await firefox.until(
        `${READY} && location.search.includes('view=${view === 'overview' ? '' : view}') || ${view === 'overview'}`,
      );
      await firefox.until(READY);
    }
    await visit(
      '?view=compare&indicator=dossiers_online_rate&open=phuong-pho-hoa~2023-S1~dossiers_online_rate~',
    );
    await firefox.until("document.querySelector('[role=dialog] [data-value]') !== null");
    expect(
      await firefox.ask<string>("document.querySelector('[role=dialog]').textContent"),
    ).toContain('114');
    expect(firefox.errors.join('\n')).toBe('');
  });

  test('Parquet and CSV together are read, the trend of a town is drawn', async () => {
    await visit('?package=data/sample&view=trend&indicator=dossiers_online_rate&unit=xa-sa-khue');
    await firefox.until("document.querySelectorAll('main svg path').length > 3");
    expect(await firefox.ask<string>(TEXT)).toContain('Xã Sa Khuê');
    expect(firefox.errors.join('\n')).toBe('');
  });

  test('a deck and a picture are made', async () => {
    await visit('?view=compare&indicator=dossiers_online_rate');
    await firefox.ask(
      "(() => { window.made = []; const make = URL.createObjectURL; URL.createObjectURL = (blob) => { window.made.push(blob.type + ' ' + blob.size); return make(blob); }; })()",
    );
    await click(vi.present.add);
    await click(vi.picture.open);
    await firefox.until(`${TEXT}.includes(${JSON.stringify(vi.picture.save)})`);
    await click(vi.picture.save);
    await firefox.until("window.made.some((text) => text.startsWith('image/png'))");
    await click(vi.view.present);
    await firefox.until(`${TEXT}.includes(${JSON.stringify(vi.present.pptx)})`);
    await click(vi.present.pptx);
    await firefox.until("window.made.some((text) => text.includes('presentationml'))");
    const sizes = await firefox.ask<string[]>('window.made');
    for (const text of sizes) expect(Number(text.split(' ').at(-1))).toBeGreaterThan(10_000);
    expect(firefox.errors.join('\n')).toBe('');
  });

  test('the one-file build opens from disk', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'portable-ff-'));
    try {
      execFileSync(
        process.execPath,
        [
          'node_modules/vite/bin/vite.js',
          'build',
          '--mode',
          'portable',
          '--logLevel',
          'error',
          '--outDir',
          join(folder, 'out'),
        ],
        {
          cwd: ROOT,
          env: { ...process.env, NODE_ENV: 'production', PACKAGE: 'data/reports' },
          stdio: 'pipe',
        },
      );
      await firefox.open(
        `file://${join(folder, 'out', readdirSync(join(folder, 'out'))[0] ?? '')}`,
      );
      await firefox.until(READY);
      await click(vi.view.table);
      await firefox.until(`${READY} && document.querySelectorAll('main tbody tr').length > 5`);
      expect(firefox.errors.join('\n')).toBe('');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
