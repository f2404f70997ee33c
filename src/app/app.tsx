/** The frame: title, package switch, navigation, notices, and the chosen view. */

import {
  memo,
  Suspense,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useSyncExternalStore,
} from 'react';
import { withPackage } from '../address/reset.ts';
import { resolveUrl } from '../address/resolve.ts';
import type { Shelf } from '../intake/keep/shelf.ts';
import type { Dataset } from '../model/dataset.ts';
import type { SystemCheck } from '../model/system.ts';
import { language } from '../model/writing/language.ts';
import { hasLongWord } from '../model/writing/outside.ts';
import type { Site } from '../site/site.ts';
import { words } from '../text/words.ts';
import { type Bring, BringContext } from '../view/import/bring.ts';
import { FailureView } from '../view/notice/failure.tsx';
import { Guard } from '../view/notice/guard.tsx';
import { MovedNotices } from '../view/notice/moved.tsx';
import { LoadNotices, ParamNotices, SilenceNotice } from '../view/notice/notices.tsx';
import { ProgressContext, Waiting } from '../view/notice/waiting.tsx';
import { type Desk, DeskContext } from '../view/part/desk.ts';
import { WholeLine } from '../view/part/place/whole.tsx';
import { useReady } from '../view/part/ready.ts';
import { afterFrame } from '../view/part/room/below.tsx';
import { shownNow, subscribeShow } from '../view/part/showing.ts';
import { FreshNotice } from './fresh-notice.tsx';
import { Header } from './header.tsx';
import { useLanguage } from './language.ts';
import type { Session, SessionStore } from './open/session.ts';
import { ImportAlone, loadTheRest, Origin, SCREENS, Show, System } from './screens.ts';
import { useShelf } from './shelf.ts';
import { FullLink, SiteNotices } from './site-notices.tsx';
import { changeUrl, hrefOf, readUrl, subscribeUrl } from './state.ts';

/** After the first picture the page is left alone for a moment. */
const QUIET_MS = 800;

/** What the frame needs from the start: the site's own address, and looks at it. */
export interface Surroundings {
  /** Looks at browser, server and the package at `path`. */
  readonly inspect: (path: string) => Promise<readonly SystemCheck[]>;
  /** Calls back once when the package on the server is another; returns how to stop. */
  readonly watch: (path: string, onChange: () => void) => () => void;
  /** Packages kept in this browser. */
  readonly shelf: Pick<Shelf, 'list'>;
  /** What an import into the package at `path` needs; `onShelf` is called when the shelf has changed. */
  readonly bring: (path: string, onShelf: () => void) => Promise<Bring>;
}

export function App({
  site,
  session,
  surroundings,
}: {
  readonly site: Site | null;
  readonly session: SessionStore;
  readonly surroundings: Surroundings;
}) {
  const parsed = useSyncExternalStore(subscribeUrl, readUrl);
  const now = useSyncExternalStore(session.subscribe, session.get);
  const path = site ? parsed.state.package || (site.packages[0] ?? '') : null;
  const { kept, reread } = useShelf(surroundings.shelf);
  const joined = now.failure ? '' : (path ?? '');
  const bring = useMemo(
    () => once(() => surroundings.bring(joined, reread)),
    [surroundings, joined, reread],
  );
  useScripts(now.opened !== null && now.progress === null);
  const spoken = useLanguage(parsed.state.lang || (site?.lang ?? language()));
  const title = site?.title || words.app.title;
  const { embed, size, theme } = parsed.state;
  useLook(size, theme);
  useDocument(now.opened ? `${title} · ${now.opened.data.title}` : title, embed);
  return (
    <ProgressContext key={spoken} value={now.progress}>
      <a className="skip" href="#main">
        {words.app.skip}
      </a>
      {!embed && <Header {...{ site, title, now, kept }} state={parsed.state} />}
      <main id="main" className="frame-main" tabIndex={-1}>
        <SiteNotices site={site} />
        <SilenceNotice files={[...(site?.silent ? ['config.json'] : []), ...now.silent]} />
        <FreshNotice
          key={path}
          watch={now.opened && !now.progress && !now.isStored ? surroundings.watch : null}
          path={path ?? ''}
        />
        {parsed.state.view === 'system' ? (
          path === null ? (
            <Waiting />
          ) : (
            <SystemFor {...{ surroundings, path }} />
          )
        ) : (
          <BringContext value={bring}>
            <Content {...{ site, session, now }} path={path ?? ''} />
          </BringContext>
        )}
        {now.opened?.isExcerpt && (
          <p role="status" className="frame-stored" data-excerpt>
            {words.loading.excerpt}
          </p>
        )}
        {embed && <FullLink />}
      </main>
    </ProgressContext>
  );
}

/** What is made at the first call, and then kept. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** The other screens' scripts follow once the first picture stands; what fails is asked for again when needed. */
function useScripts(isShown: boolean): void {
  useEffect(() => {
    if (!isShown) return;
    const timer = setTimeout(() => void loadTheRest().catch(() => {}), QUIET_MS);
    return () => clearTimeout(timer);
  }, [isShown]);
}

function useDocument(title: string, embed: boolean): void {
  useEffect(() => {
    document.title = title;
  }, [title]);
  useEffect(() => {
    document.documentElement.classList.toggle('embedded', embed);
  }, [embed]);
}

/** Larger type and dark ground are the style sheet's; the address says which. */
function useLook(size: string, theme: string): void {
  useLayoutEffect(() => {
    Object.assign(document.documentElement.dataset, { size, theme });
  }, [size, theme]);
}

function SystemFor({
  surroundings,
  path,
}: {
  readonly surroundings: Surroundings;
  readonly path: string;
}) {
  const inspect = useCallback(() => surroundings.inspect(path), [surroundings, path]);
  return <System inspect={inspect} />;
}

function Content({
  site,
  session,
  now,
  path,
}: {
  readonly site: Site | null;
  readonly session: SessionStore;
  readonly now: Session;
  readonly path: string;
}) {
  const { state } = useSyncExternalStore(subscribeUrl, readUrl);
  if (now.failure) {
    const first = site?.packages[0] ?? '';
    const canImport = now.failure.problems.length > 0; // else the software itself is at fault
    const isImport = canImport && state.view === 'import';
    const failure = (
      <FailureView
        {...now.failure}
        onRetry={() => session.open(path)}
        onDefault={first && first !== path ? () => changeUrl(withPackage('')) : null}
        onImport={canImport && !isImport ? () => changeUrl({ view: 'import' }) : null}
      />
    );
    if (!isImport) return failure;
    return (
      <Guard key="alone">
        <ImportAlone {...{ failure, state }} change={changeUrl} href={hrefOf} />
      </Guard>
    );
  }
  if (!now.opened) return <Waiting />;
  return (
    <Screen opened={now.opened} restarted={now.restarted} organisation={site?.organisation ?? ''} />
  );
}

interface ScreenProps {
  readonly opened: NonNullable<Session['opened']>;
  readonly restarted: boolean;
  readonly organisation: string;
}

/** In packages up to this many statements checks take a moment: the screen is ready when its flags are drawn. */
const CHECKED_SOON = 20_000;

/** `<html data-checks="running">` until flags and counts are final. */
function useChecksTold(checked: boolean): void {
  useLayoutEffect(() => {
    const { dataset } = document.documentElement;
    if (checked) delete dataset.checks;
    else dataset.checks = 'running';
  }, [checked]);
}

/** Not drawn anew while the engine tells how far it is. */
const Screen = memo(function Screen({ opened, restarted, organisation }: ScreenProps) {
  const parsed = useSyncExternalStore(subscribeUrl, readUrl);
  const { data, ask, generation, checked } = opened;
  const resolved = useMemo(() => resolveUrl(parsed, data), [parsed, data]);
  const { state } = resolved;
  useLongWords(data);
  useReady(checked || data.observationCount > CHECKED_SOON ? null : 'waiting');
  useChecksTold(checked);
  const desk: Desk = useMemo(
    () => ({
      data,
      ask,
      generation,
      checked,
      organisation,
      state,
      change: changeUrl,
      href: hrefOf,
    }),
    [data, ask, generation, checked, organisation, state],
  );
  const View = SCREENS[state.view] ?? SCREENS.overview;
  return (
    <DeskContext value={desk}>
      {data.synthetic && <p className="notice synthetic">{words.app.syntheticNote}</p>}
      {restarted && (
        <p role="status" className="notice">
          {words.restarted}
        </p>
      )}
      <ParamNotices bad={resolved.bad} unknown={resolved.unknown} />
      <MovedNotices moved={resolved.moved} />
      <LoadNotices problems={data.problems} />
      <WholeLine />
      <Guard key={state.view}>
        <Suspense fallback={<Waiting />}>{View && <View />}</Suspense>
        {state.open && <Origin />}
      </Guard>
      <Presenting />
    </DeskContext>
  );
});

/** The show over the screen, while there is one. */
function Presenting() {
  const isOn = useSyncExternalStore(subscribeShow, shownNow) !== null;
  return isOn && <Show />;
}

/** Names that no cell has room for may break anywhere; ordinary ones never do. Looked for behind the first picture. */
function useLongWords(data: Dataset) {
  const { units, sources, measures, indicators, categories, findings } = data;
  useEffect(
    () =>
      afterFrame(() => {
        const lists = [
          units.ids.flatMap((id) => units.states(id)),
          [...sources.values(), ...measures.values(), ...indicators.values()],
          categories,
          findings,
        ];
        const texts = lists.flat().flatMap((item): unknown[] => Object.values(item));
        const isLong = texts.some((text) => typeof text === 'string' && hasLongWord(text));
        document.documentElement.classList.toggle('long-words', isLong);
      }),
    [units, sources, measures, indicators, categories, findings],
  );
}
