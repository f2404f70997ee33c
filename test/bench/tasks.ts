/** Long tasks (of 50 ms and more) of a page's own thread, as the browser itself measures them. */
import type { Page } from 'playwright-core';

export interface Tasks {
  /** Milliseconds of the longest one since `forget`; 0 where there was none. */
  longest(): Promise<number>;
  /** How many there were since then. */
  count(): Promise<number>;
  forget(): Promise<void>;
}

/** To be called before the page is opened. */
export async function watchTasks(page: Page): Promise<Tasks> {
  await page.addInitScript(() => {
    const own = globalThis as unknown as { longTasks: number[] };
    own.longTasks = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) own.longTasks.push(entry.duration);
    }).observe({ type: 'longtask', buffered: true });
  });
  const all = () =>
    page.evaluate(() => (globalThis as unknown as { longTasks: number[] }).longTasks);
  return {
    longest: async () => Math.round(Math.max(0, ...(await all()))),
    count: async () => (await all()).length,
    forget: () =>
      page.evaluate(() => {
        (globalThis as unknown as { longTasks: number[] }).longTasks = [];
      }),
  };
}
