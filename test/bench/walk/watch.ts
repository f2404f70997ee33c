/** What runs in every page that is measured, before its own scripts: when pictures are painted, what they show. */

interface Change {
  /** From the change of the address until the new picture is painted. */
  readonly ms: number;
  /** Values of the marks, the greatest first. */
  readonly values: readonly number[];
}

interface PageWalk {
  /** When the first picture had been painted, counted from the navigation; null before. */
  picture(): number | null;
  /** Goes to another address of the page, with a query in place of the one that is there. */
  change(search: string): Promise<Change>;
  /** Bytes are counted of what was asked for before this moment. */
  askedBefore(ms: number): readonly string[];
}

declare global {
  interface Window {
    walk: PageWalk;
  }
}

/** Given to the page as a text: it may use nothing of this module. */
export function watchPage(): void {
  let first: number | null = null;
  const waiting = new Set<() => void>();
  const isReady = () => document.documentElement?.dataset.ready !== undefined;
  /** The frame that holds the picture is over. */
  const painted = () =>
    new Promise<number>((done) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => done(performance.now());
        port2.postMessage(null);
      });
    });
  const ready = () =>
    new Promise<void>((done) => {
      if (isReady()) done();
      else waiting.add(done);
    });
  new MutationObserver(() => {
    if (!isReady()) return;
    for (const done of waiting) done();
    waiting.clear();
  }).observe(document, { attributes: true, attributeFilter: ['data-ready'], subtree: true });
  /** Bars or lines: flags may follow them. */
  const charted = () =>
    new Promise<void>((done) => {
      const look = () => {
        if (document.querySelector('main svg [data-unit][data-value]')) done();
        else if (first === null) requestAnimationFrame(look);
      };
      look();
    });
  void Promise.race([ready(), charted()])
    .then(painted)
    .then((at) => {
      first = at;
    });
  const values = () => {
    const marks = [...document.querySelectorAll<HTMLElement>('[data-unit][data-value]')];
    const drawn = marks.filter((mark) => !mark.closest('table'));
    const byUnit = new Map(drawn.map(({ dataset }) => [dataset.unit, Number(dataset.value)]));
    return [...byUnit.values()].sort((a, b) => b - a);
  };
  window.walk = {
    picture: () => first,
    async change(search) {
      const start = performance.now();
      history.pushState(null, '', search);
      dispatchEvent(new PopStateEvent('popstate'));
      await null; // React draws before the event is over, or says that it waits
      await ready();
      const ms = (await painted()) - start;
      if (document.documentElement.dataset.ready === 'error') throw new Error(`failed: ${search}`);
      return { ms, values: values() };
    },
    askedBefore: (ms) =>
      performance
        .getEntriesByType('resource')
        .filter(({ startTime }) => startTime < ms)
        .map(({ name }) => name),
  };
}
