import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { it } from 'vitest';

const require = createRequire(import.meta.url);

import { launchBrowser } from '../support/browser.ts';
import { serveFolder as serve } from '../support/server.ts';

it('x', async () => {
  const s: any = await serve(new URL('../../dist', import.meta.url).pathname as any);
  const b = await launchBrowser();
  const page = await b.newPage();
  await page.goto((s.url ?? s) + 'index.html?view=compare&indicator=petitions_resolved_rate');
  await page.waitForSelector('html[data-ready=true]');
  await page.evaluate(readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'));
  console.log(
    await page.evaluate(async () => {
      const axe = (window as any).axe;
      axe.setup(document);
      const out: any[] = [];
      for (const e of [...document.querySelectorAll('main svg a, main svg g[role=button]')].slice(
        0,
        6,
      )) {
        const v = axe.utils.getNodeFromTree(e);
        out.push(
          JSON.stringify([
            axe.commons.text.accessibleText(e),
            axe.commons.text.visibleVirtual(v),
            axe.commons.text.subtreeText(v, { subtreeDescendant: true, ignoreIconLigature: true }),
          ]),
        );
      }
      return out.join('\n');
    }),
  );
  await b.close();
  await s.close?.();
}, 100000);
