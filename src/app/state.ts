/** The URL as the store: read, subscribe, change. There is no second copy of the state anywhere. */

import { formatUrl, type ParsedUrl, parseUrl, type UrlState } from '../address/url.ts';
import type { Language } from '../model/writing/language.ts';

const listeners = new Set<() => void>();
let search = '';
let parsed: ParsedUrl = parseUrl('');

/** Set where a browser forbids a page that was opened as a file to change its address. */
let instead: string | null = null;

/** The site's own language, which no address needs to say; null until it is known. */
let siteLanguage: Language | null = null;

/** Told once the configuration is read. */
export function knowSiteLanguage(lang: Language): void {
  siteLanguage = lang;
}

/** The parsed URL; the same object until the URL changes. */
export function readUrl(): ParsedUrl {
  const now = instead ?? location.search;
  if (now !== search) {
    search = now;
    parsed = parseUrl(search);
  }
  return parsed;
}

/** Calls back after every change, also by the browser's back and forward. */
export function subscribeUrl(listener: () => void): () => void {
  listeners.add(listener);
  addEventListener('popstate', listener);
  return () => {
    listeners.delete(listener);
    removeEventListener('popstate', listener);
  };
}

/** Changes part of the state; `replace` leaves no entry in the history (typing, sorting). */
export function changeUrl(patch: Partial<UrlState>, how: 'push' | 'replace' = 'push'): void {
  const target = hrefOf(patch);
  try {
    if (how === 'push') history.pushState(null, '', target);
    else history.replaceState(null, '', target);
    instead = null;
  } catch {
    instead = target.slice(location.pathname.length);
  }
  for (const listener of listeners) listener();
}

/** The link to the current state with a part of it changed. */
export function hrefOf(patch: Partial<UrlState>): string {
  const wanted = { ...readUrl().state, ...patch };
  const query = formatUrl(wanted.lang === siteLanguage ? { ...wanted, lang: '' } : wanted);
  return `${location.pathname}${query}`;
}
