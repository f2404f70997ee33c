/** `config.json` beside the page: title, organisation, packages. Read at every start, never built in. */
import * as v from 'valibot';
import { LANGUAGES, type Language } from '../model/writing/language.ts';
import { cut, visible } from '../model/writing/outside.ts';
import { fetching } from '../net/fetching.ts';
import type { OnSilence } from '../net/silence.ts';

const TITLE_LENGTH = 300;
const title = v.pipe(
  v.string(),
  v.transform((text) => cut(visible(text.trim()), TITLE_LENGTH)),
);

const schema = v.looseObject({
  title: v.optional(title, ''),
  organisation: v.optional(title, ''),
  packages: v.optional(
    v.pipe(v.array(v.pipe(v.string(), v.trim(), v.minLength(1))), v.minLength(1)),
    ['data/reports'],
  ),
  lang: v.optional(v.fallback(v.picklist(LANGUAGES), 'vi'), 'vi'),
});

export interface Site {
  readonly title: string;
  readonly organisation: string;
  readonly packages: readonly string[];
  readonly lang: Language;
  /** False when the file could not be read, or has not come yet, and defaults stand in. */
  readonly configured: boolean;
  /** Nothing has come for a while; it is still waited for. */
  readonly silent: boolean;
}

const DEFAULTS: Omit<Site, 'silent'> = {
  title: '',
  organisation: '',
  packages: ['data/reports'],
  lang: 'vi',
  configured: false,
};

/**
 * Reads the configuration; a missing or broken one gives the defaults, marked as such. A silent server gives
 * them after 20 s, and the configuration itself when it comes.
 */
export async function readSite(baseUrl: string, tell: (site: Site) => void): Promise<void> {
  const onSilence = (_: string, isSilent: boolean) => {
    if (isSilent) tell({ ...DEFAULTS, silent: true });
  };
  const site = await configured(baseUrl, onSilence).catch(() => DEFAULTS);
  tell({ ...site, silent: false });
}

async function configured(baseUrl: string, onSilence: OnSilence): Promise<Omit<Site, 'silent'>> {
  const file = 'config.json';
  const url = new URL(file, baseUrl).href;
  return fetching(url, { file, cache: 'no-cache', onSilence }, async ({ response, body }) => {
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    const { title, organisation, packages, lang } = v.parse(
      schema,
      await new Response(body).json(),
    );
    return { title, organisation, packages, lang, configured: true };
  });
}
