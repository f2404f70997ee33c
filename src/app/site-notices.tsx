/** What stands above and below every screen: what the site lacks, and the way out of another page. */
import type { Site } from '../site/site.ts';
import { words } from '../text/words.ts';
import { hrefOf } from './state.ts';

/** What the site itself lacks: its configuration, its styles. */
export function SiteNotices({ site }: { readonly site: Site | null }) {
  return (
    <>
      {site?.fault && (
        <p role="status" className="notice">
          {words.failure.config} {words.failure.configFault[site.fault]}
        </p>
      )}
      {isUnstyled() && (
        <p role="status" className="notice">
          {words.failure.styles}
        </p>
      )}
    </>
  );
}

/** Out of another page, to the whole one. */
export function FullLink() {
  return (
    <p className="small">
      <a href={hrefOf({ embed: false })} target="_blank" rel="noreferrer">
        {words.embed.full}
      </a>
    </p>
  );
}

/** The style sheet did not come: the page works, and says why it looks as it does. */
function isUnstyled(): boolean {
  return getComputedStyle(document.documentElement).getPropertyValue('--ink').trim() === '';
}
