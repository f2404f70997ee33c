/** The built site in Chromium: from the address to the picture, and from one picture to the next. */
import type { Browser, Page } from 'playwright-core';
import type { Course } from './changes.ts';
import type { Plan } from './generate.ts';
import { type Spread, spreadOf } from './measure.ts';
import { rendererPeakBytes } from './memory.ts';

export interface BrowserRun {
  /** From the first picture until the checks have added their flags; null where they come first. */
  readonly checksMs: number | null;
  /** From the navigation to the first picture of a view. */
  readonly first: readonly { readonly view: string; readonly ms: number }[];
  readonly changes: readonly { readonly course: Course; readonly spread: Spread }[];
  /** Heap of the page's own thread, without the engine's worker. */
  readonly heapBytes: number | null;
  /** Peak of the whole renderer process, engine included. */
  readonly rendererBytes: number | null;
}

const LIMIT_MS = 240_000;

/** Opens a package and walks the courses; one page for all, as a reader would. */
export async function runInBrowser(
  browser: Browser,
  url: string,
  plan: Plan,
  courses: readonly Course[],
): Promise<BrowserRun> {
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  page.setDefaultTimeout(LIMIT_MS);
  await page.addInitScript(watchPage);
  try {
    const start = courses[0]?.start ?? '';
    const first = [
      { view: 'overview', ms: await open(page, `${url}?package=data/${plan.name}`) },
      { view: 'compare', ms: await open(page, url + start) },
    ];
    const checksMs = plan.checksFollow ? await flagged(page) : null;
    const changes = [];
    for (const course of courses) {
      await change(page, course.start, false);
      const times: number[] = [];
      for (const step of course.steps) times.push(await change(page, step, true));
      changes.push({ course, spread: spreadOf(times) });
    }
    const heapBytes = await page.evaluate(() => window.bench.heap());
    return { first, checksMs, changes, heapBytes, rendererBytes: rendererPeakBytes() };
  } finally {
    await page.close();
  }
}

/** From the navigation to the first picture, in a context of its own: nothing is cached. */
export async function firstPicture(browser: Browser, url: string): Promise<number> {
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  await page.addInitScript(watchPage);
  try {
    return await open(page, url);
  } finally {
    await page.close();
  }
}

async function open(page: Page, url: string): Promise<number> {
  await page.goto('about:blank');
  await page.goto(url, { waitUntil: 'commit' });
  await page.waitForFunction(() => window.bench?.pictures().length);
  return page.evaluate(() => window.bench.pictures()[0] ?? 0);
}

/** In a large package checks run behind the first picture, which is drawn once more with their flags. */
async function flagged(page: Page): Promise<number> {
  await page.waitForFunction(() => window.bench.pictures().length > 1);
  return page.evaluate(() => {
    const [first = 0, second = 0] = window.bench.pictures();
    return second - first;
  });
}

async function change(page: Page, search: string, isNew: boolean): Promise<number> {
  return page.evaluate((step) => window.bench.change(step.search, step.isNew), { search, isNew });
}

interface PageBench {
  /** When pictures had been painted, counted from the navigation. */
  pictures(): readonly number[];
  /** Goes to another address of the app and returns what it took until repaint. */
  change(search: string, isNew: boolean): Promise<number>;
  heap(): number | null;
}

declare global {
  interface Window {
    bench: PageBench;
  }
}

/** Runs in the page before its own scripts. */
export function watchPage(): void {
  const pictures: number[] = [];
  let wasWaiting = true;
  let onReady: (() => void) | null = null;
  const painted = (then: () => void) => requestAnimationFrame(() => requestAnimationFrame(then));
  const look = (records: readonly MutationRecord[]) => {
    const { ready } = document.documentElement.dataset;
    if (ready === undefined || records.some(({ oldValue }) => oldValue === null)) wasWaiting = true;
    if (ready === undefined) return;
    if (wasWaiting && !onReady) painted(() => pictures.push(performance.now()));
    if (!onReady) wasWaiting = false;
    onReady?.();
  };
  new MutationObserver(look).observe(document, {
    attributes: true,
    attributeFilter: ['data-ready'],
    attributeOldValue: true,
    subtree: true,
  });
  const drawn = (search: string, isNew: boolean) => {
    if (document.documentElement.dataset.ready === 'error') throw new Error(`failed: ${search}`);
    if (isNew && !wasWaiting) throw new Error(`nothing was asked: ${search}`);
  };
  window.bench = {
    pictures: () => pictures,
    change: (search, isNew) =>
      new Promise((resolve, reject) => {
        const start = performance.now();
        wasWaiting = false;
        history.pushState(null, '', search);
        dispatchEvent(new PopStateEvent('popstate'));
        const settle = () => {
          if (document.documentElement.dataset.ready === undefined) return;
          onReady = null;
          painted(() => {
            try {
              drawn(search, isNew);
              resolve(performance.now() - start);
            } catch (error) {
              reject(error);
            }
          });
        };
        onReady = settle;
        // An answer that is already there leaves the mark where it is: two frames tell.
        painted(() => (wasWaiting ? undefined : settle()));
      }),
    heap() {
      const { memory } = performance as { memory?: { usedJSHeapSize: number } };
      return memory?.usedJSHeapSize ?? null;
    },
  };
}
