/** The bare pages, built as they would be shipped; never part of the site. */
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { buildAsShipped } from '../../support/build.ts';

const PAGES = resolve(import.meta.dirname, '../pages');

/** Builds `floor.html` and `naive.html` into a folder. */
export async function buildPages(folder: string): Promise<void> {
  await buildAsShipped({
    ...{ root: PAGES, configFile: false, base: './', logLevel: 'error', plugins: [react()] },
    build: {
      ...{ outDir: folder, emptyOutDir: true, target: 'chrome109' },
      chunkSizeWarningLimit: 2000,
      rolldownOptions: { input: ['floor', 'naive'].map((name) => join(PAGES, `${name}.html`)) },
    },
  });
}

/** The floor with the rows of a package inside: `floor-NAME.html`. */
export async function inlineRows(folder: string, name: string, rows: string): Promise<void> {
  const page = await readFile(join(folder, 'floor.html'), 'utf8');
  const whole = page.replace(/(<script id="rows"[^>]*>)\[\]/, (_, tag: string) => tag + rows);
  await writeFile(join(folder, `floor-${name}.html`), whole);
}
