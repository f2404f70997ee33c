/** The head of every screen: whose dashboard this is, which package is open, and the ways to the screens. */

import { useEffect, useState } from 'react';
import { towards, withPackage } from '../address/reset.ts';
import { type UrlState, VIEWS, type View } from '../address/url.ts';
import { formatDayOrMonth } from '../model/writing/date.ts';
import { LANGUAGES, language } from '../model/writing/language.ts';
import { cut, visible } from '../model/writing/outside.ts';
import type { Site } from '../site/site.ts';
import { LANGUAGE_NAMES, words } from '../text/words.ts';
import { Choice } from '../view/part/fields.tsx';
import { isPlainClick } from '../view/part/link.tsx';
import type { Session } from './open/session.ts';
import { SCREENS } from './screens.ts';
import { changeUrl, hrefOf } from './state.ts';

/** What a list of packages has room for. */
const NAME_LENGTH = 80;
/** Two lines of the head; the whole title (300 characters at most) shows on hover. */
const TITLE_LENGTH = 160;

interface HeaderProps {
  readonly site: Site | null;
  readonly title: string;
  readonly now: Session;
  readonly state: UrlState;
  /** Packages of this browser, by their address. */
  readonly kept: ReadonlyMap<string, string>;
}

export function Header({ site, title, now, state, kept }: HeaderProps) {
  const data = now.opened?.data;
  const about = [
    site?.organisation,
    data && cut(data.title, TITLE_LENGTH),
    data?.created && words.app.created(formatDayOrMonth(data.created)),
  ];
  return (
    <header className="frame-header">
      <div className="frame-top">
        <div>
          <p className="frame-title" title={title}>
            {cut(title, TITLE_LENGTH)}
          </p>
          <p className="frame-organisation" title={data?.title}>
            {about.filter(Boolean).join(' · ')}
          </p>
        </div>
        <div className="frame-package">
          <Looks state={state} />
          <LanguageSwitch site={site} />
          <PackageChoice {...{ site, now, state, kept }} />
        </div>
      </div>
      <Navigation state={state} />
      {now.isStored && (
        <p role="status" className="frame-stored" data-stored>
          {words.loading.stored}
        </p>
      )}
    </header>
  );
}

/** The packages of the site, and the one that is open although the site does not list it. */
function PackageChoice({ site, now, state, kept }: Omit<HeaderProps, 'title'>) {
  const listed = site?.packages ?? [];
  const packages = new Set([...listed, ...kept.keys(), ...(state.package ? [state.package] : [])]);
  const data = now.opened?.data;
  const [seen, setSeen] = useState<ReadonlyMap<string, string>>(new Map());
  useEffect(() => {
    if (data) setSeen((titles) => new Map(titles).set(data.path, data.title));
  }, [data]);
  const titleOf = (path: string) => (data?.path === path ? data.title : seen.get(path));
  const name = (path: string) => cut(visible(kept.get(path) ?? titleOf(path) ?? path), NAME_LENGTH);
  return (
    <Choice
      label={words.app.package}
      value={state.package || (listed[0] ?? '')}
      options={[...packages].map((path) => ({ id: path, name: name(path) }))}
      onChange={(path) => changeUrl(withPackage(path === listed[0] ? '' : path))}
    />
  );
}

/** An explanation is reached from its figure, and stands among the screens while it is open. */
function isListed(view: View, state: UrlState): boolean {
  if (view === 'explain') return state.view === view;
  return SCREENS[view] !== undefined || view === 'system';
}

function Navigation({ state }: { readonly state: UrlState }) {
  return (
    <nav className="frame-nav" aria-label={words.app.views}>
      <ul>
        {VIEWS.filter((view) => isListed(view, state)).map((view) => (
          <li key={view}>
            <a
              href={hrefOf(towards(state, view))}
              {...(state.view === view ? { 'aria-current': 'page' as const } : {})}
              onClick={(event) => {
                if (!isPlainClick(event)) return;
                event.preventDefault();
                changeUrl(towards(state, view));
              }}
            >
              {words.view[view]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** How the page is drawn: in larger type for a room, on a dark ground. */
function Looks({ state }: { readonly state: UrlState }) {
  const isLarge = state.size === 'large';
  const isDark = state.theme === 'dark';
  return (
    <div className="frame-looks">
      <button
        type="button"
        className="button"
        aria-pressed={isLarge}
        title={words.app.largeHint}
        onClick={() => changeUrl({ size: isLarge ? 'normal' : 'large' })}
      >
        {words.app.large}
      </button>
      <button
        type="button"
        className="button"
        aria-pressed={isDark}
        onClick={() => changeUrl({ theme: isDark ? 'light' : 'dark' })}
      >
        {words.app.dark}
      </button>
    </div>
  );
}

/** The other language, in its own words; the address keeps everything else. */
function LanguageSwitch({ site }: { readonly site: Site | null }) {
  const other = LANGUAGES.find((candidate) => candidate !== language()) ?? 'vi';
  const patch = { lang: other === site?.lang ? ('' as const) : other };
  return (
    <a
      className="frame-language"
      lang={other}
      hrefLang={other}
      href={hrefOf(patch)}
      onClick={(event) => {
        if (!isPlainClick(event)) return;
        event.preventDefault();
        changeUrl(patch);
      }}
    >
      {LANGUAGE_NAMES[other]}
    </a>
  );
}
