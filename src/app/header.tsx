/** The head of every screen: whose dashboard this is, which package is open, and the ways to the screens. */

import { towards, withPackage } from '../address/reset.ts';
import { type UrlState, VIEWS } from '../address/url.ts';
import { formatDayOrMonth } from '../model/writing/date.ts';
import { LANGUAGES, language } from '../model/writing/language.ts';
import { cut, visible } from '../model/writing/outside.ts';
import type { Site } from '../site/site.ts';
import { LANGUAGE_NAMES, words } from '../text/words.ts';
import { Choice } from '../view/part/fields.tsx';
import { isPlainClick } from '../view/part/link.tsx';
import { SCREENS } from './screens.ts';
import type { Session } from './session.ts';
import { changeUrl, hrefOf } from './state.ts';

/** What a list of packages has room for. */
const NAME_LENGTH = 80;
/** Two lines of the head; the whole title (300 characters at most) shows on hover. */
const TITLE_LENGTH = 160;

export function Header({
  site,
  title,
  now,
  state,
}: {
  readonly site: Site | null;
  readonly title: string;
  readonly now: Session;
  readonly state: UrlState;
}) {
  const packages = [
    ...new Set([...(site?.packages ?? []), ...(state.package ? [state.package] : [])]),
  ];
  const chosen = state.package || (site?.packages[0] ?? '');
  const name = (path: string) => {
    const text = now.opened?.data.path === path ? now.opened.data.title : path;
    return cut(visible(text), NAME_LENGTH);
  };
  const data = now.opened?.data;
  return (
    <header className="frame-header">
      <div className="frame-top">
        <div>
          <p className="frame-title" title={title}>
            {cut(title, TITLE_LENGTH)}
          </p>
          <p className="frame-organisation" title={data?.title}>
            {[
              site?.organisation,
              data && cut(data.title, TITLE_LENGTH),
              data?.created && words.app.created(formatDayOrMonth(data.created)),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </div>
        <div className="frame-package">
          <LanguageSwitch site={site} />
          <Choice
            label={words.app.package}
            value={chosen}
            options={packages.map((path) => ({ id: path, name: name(path) }))}
            onChange={(path) => changeUrl(withPackage(path === site?.packages[0] ? '' : path))}
          />
        </div>
      </div>
      <nav className="frame-nav" aria-label={words.app.views}>
        <ul>
          {VIEWS.filter((view) => SCREENS[view] || view === 'system').map((view) => (
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
    </header>
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
