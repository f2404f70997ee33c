/**
 * Long tasks (of 50 ms and more) of a page's own thread, as the browser itself measures them: by the clock, so on a busy
 * machine they hold the time in which others had the processor. `watchWork` counts the thread's own time.
 */
import type { Browser, Page } from 'playwright-core';

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

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds of the processor. */
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

/** Watches from now on; what it returns ends that and tells the milliseconds of processor that the longest task took. */
export async function watchWork(browser: Browser): Promise<() => Promise<number>> {
  const client = await browser.newBrowserCDPSession();
  const events: TraceEvent[] = [];
  client.on('Tracing.dataCollected', ({ value }) => {
    const wanted = (event: TraceEvent) => event.name === 'thread_name' || event.tdur !== undefined;
    events.push(...(value as unknown as TraceEvent[]).filter(wanted));
  });
  const traceConfig = { includedCategories: ['toplevel', '__metadata'] };
  await client.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig });
  return async () => {
    const complete = new Promise((done) => client.once('Tracing.tracingComplete', done));
    await client.send('Tracing.end');
    await complete;
    const at = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`;
    const isMain = ({ name, args }: TraceEvent) =>
      name === 'thread_name' && args.name === 'CrRendererMain';
    const threads = new Set(events.filter(isMain).map(at));
    const tasks = events.filter(
      (event) => event.name.endsWith('RunTask') && threads.has(at(event)),
    );
    return Math.round(tasks.reduce((most, { tdur = 0 }) => Math.max(most, tdur), 0) / 1000);
  };
}
