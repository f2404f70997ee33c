/** Starts the engine before React renders, reads the site's configuration, mounts the app. */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { siteAccess } from '../ingest/file/access.ts';
import { limitsFor } from '../ingest/limit.ts';
import { browserShelf, isLocal, withShelf } from '../intake/keep/shelf.ts';
import { watchPackage } from '../site/fresh.ts';
import { readSite, type Site } from '../site/site.ts';
import { App } from './app.tsx';
import { speak } from './language.ts';
import { followPackage } from './open/follow.ts';
import { createSession } from './open/session.ts';
import { storedAnswers } from './open/stored.ts';
import { browserVisits } from './open/visits.ts';
import { loadAhead } from './screens.ts';
import { knowSiteLanguage, readUrl } from './state.ts';
import '../style/base.css';
import '../style/dark.css';
import '../style/frame.css';
import '../style/letter.css';
import '../style/print.css';
import '../style/show.css';
import '../style/stage.css';
import '../style/visits.css';

/** A picture from stored answers takes a fraction of it; what is not stored does not wait so long. */
const PICTURE_MS = 6000;

/** The first picture is drawn at once if everything is there by then; else the frame stands without it. */
const FRAME_MS = 150;

const screen = loadAhead(readUrl().state.view);
const baseUrl = new URL('.', document.baseURI).href;
const shelf = browserShelf();
const visits = storedAnswers(browserVisits(), () => readUrl().state);
const session = createSession({
  boot: async ({ onBytes, onSilence, onDead }) =>
    (await engineStart()).startEngine({
      baseUrl,
      timeoutMs: null, // whoever waits is told of the silence, and decides
      onSilence,
      onProgress: ({ loaded, total }) => onBytes(loaded, total ?? 0),
      onDead,
    }),
  access: (onSilence) => withShelf(siteAccess(baseUrl, onSilence), shelf),
  stored: visits.find,
  onLoaded: visits.onLoaded,
  rest: firstPicture,
  focus: focusNow,
  limits: limitsFor((navigator as { deviceMemory?: number }).deviceMemory),
});

const followed = followPackage(session.open);

/** The engine's own script, like those of screens: a picture from stored answers comes before it. */
function engineStart() {
  return import('../engine/start/boot.ts');
}

/** What the address draws, where that is a few subjects. */
function focusNow() {
  const { view, indicator, under, unit, level, basis } = readUrl().state;
  if ((view !== 'compare' && view !== 'trend') || indicator.length === 0) return null;
  const isOfArea = unit.length === 0 && level === '' && basis === 'then';
  return { subjects: indicator, under: isOfArea ? under : '' };
}

/** Resolves when the first picture is drawn, or does not come for a while. */
function firstPicture(): Promise<void> {
  const root = document.documentElement;
  return new Promise((resolve) => {
    const end = () => {
      watch.disconnect();
      clearTimeout(timer);
      requestAnimationFrame(() => setTimeout(resolve)); // painted
    };
    const watch = new MutationObserver(() => root.dataset.ready && end());
    watch.observe(root, { attributeFilter: ['data-ready'] });
    const timer = setTimeout(end, PICTURE_MS);
  });
}

/** Resolves when the package's own engine has started, or will not. */
function calm(): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      const { progress, isStored } = session.get();
      if (progress || isStored) return;
      end();
      resolve();
    };
    const end = session.subscribe(look);
    look();
  });
}

/** Answers of a package do not change; an engine error is told at once, not tried again. */
const client = new QueryClient({
  defaultOptions: {
    queries: { staleTime: Number.POSITIVE_INFINITY, retry: false, networkMode: 'always' },
  },
});

const surroundings = {
  shelf,
  bring: async (path: string, onShelf: () => void) =>
    (await import('./bring.ts')).bringInto(path, {
      shelf,
      onShelf() {
        followed.outdate();
        onShelf();
      },
      access: withShelf(siteAccess(baseUrl), shelf),
      connect: async () => (await engineStart()).startConnection({ baseUrl, timeoutMs: null }),
      calm,
    }),
  inspect: async (path: string) =>
    (await import('../site/inspect.ts')).inspectSystem(baseUrl, isLocal(path) ? null : path),
  watch: (path: string, onChange: () => void) =>
    isLocal(path) ? () => {} : watchPackage(baseUrl, path, onChange),
};

const root = createRoot(document.getElementById('root') as HTMLElement);
const render = (site: Site | null) =>
  root.render(
    <QueryClientProvider client={client}>
      <App {...{ site, session, surroundings }} />
    </QueryClientProvider>,
  );

/** No `await` at the top: scripts that this one waits for may need what stands beside it in its file. */
async function start(): Promise<void> {
  const { lang } = readUrl().state;
  if (lang) await speak(lang); // no word is drawn in another language first
  let known: Site | null = null;
  let isDrawn = false;
  const draw = () => {
    isDrawn = true;
    render(known);
  };
  const frame = setTimeout(draw, FRAME_MS);
  const reading = readSite(baseUrl, (site) => {
    known = site;
    knowSiteLanguage(site.lang);
    followed.standIn(site.packages[0] ?? '');
    if (isDrawn) draw();
  });
  await Promise.all([screen, opened(), reading]);
  if (isDrawn) return;
  clearTimeout(frame);
  draw();
}

/** Resolves when there is a package to be shown. */
function opened(): Promise<void> {
  return new Promise((resolve) => {
    const end = session.subscribe(() => {
      if (!session.get().opened) return;
      end();
      resolve();
    });
  });
}

void start();
