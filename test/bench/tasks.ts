/** The longest task of a page's own thread, as the browser itself measures it. */
import type { Page } from 'playwright-core';

export interface Tasks {
  /** Milliseconds of the longest task since `forget`; 0 where none took 50. */
  longest(): Promise<number>;
  forget(): Promise<void>;
}

/** To be called before the page is opened. */
export async function watchTasks(page: Page): Promise<Tasks> {
  await page.addInitScript(() => {
    const own = globalThis as unknown as { longest: number };
    own.longest = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) own.longest = Math.max(own.longest, entry.duration);
    }).observe({ type: 'longtask', buffered: true });
  });
  return {
    longest: () =>
      page.evaluate(() => Math.round((globalThis as unknown as { longest: number }).longest)),
    forget: () =>
      page.evaluate(() => {
        (globalThis as unknown as { longest: number }).longest = 0;
      }),
  };
}
