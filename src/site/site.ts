/** `config.json` beside the page: title, organisation, packages. Read at every start, never built in. */
import * as v from 'valibot';
import { LANGUAGES, type Language } from '../model/writing/language.ts';
import { cut, visible } from '../model/writing/outside.ts';
import { fetching } from '../net/fetching.ts';
import { asksWho, isPage } from '../net/page.ts';
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
  lang: v.optional(v.picklist(LANGUAGES), 'vi'),
});

export interface Site {
  readonly title: string;
  readonly organisation: string;
  readonly packages: readonly string[];
  readonly lang: Language;
  /** Why the file could not be read and defaults stand in; '' where it was, null while it has not come. */
  readonly fault: ConfigFault | '' | null;
  /** Nothing has come for a while; it is still waited for. */
  readonly silent: boolean;
}

/** `missing`, `login`, `forbidden`, `server`, `network`: it did not come; `syntax`: no JSON; `content`: another value. */
export type ConfigFault =
  | 'missing'
  | 'login'
  | 'forbidden'
  | 'server'
  | 'network'
  | 'syntax'
  | 'content';

const DEFAULTS: Omit<Site, 'silent'> = {
  title: '',
  organisation: '',
  packages: ['data/reports'],
  lang: 'vi',
  fault: null,
};

/**
 * Reads the configuration; a missing or broken one gives the defaults, marked as such. A silent server gives
 * them after 20 s, and the configuration itself when it comes.
 */
export async function readSite(baseUrl: string, tell: (site: Site) => void): Promise<void> {
  const onSilence = (_: string, isSilent: boolean) => {
    if (isSilent) tell({ ...DEFAULTS, silent: true });
  };
  const site = await configured(baseUrl, onSilence).catch((error) => ({
    ...DEFAULTS,
    fault: error instanceof Refused ? error.fault : 'network',
  }));
  tell({ ...site, silent: false });
}

class Refused extends Error {
  readonly fault: ConfigFault;

  constructor(fault: ConfigFault) {
    super(fault);
    this.fault = fault;
  }
}

async function configured(baseUrl: string, onSilence: OnSilence): Promise<Omit<Site, 'silent'>> {
  const file = 'config.json';
  const url = new URL(file, baseUrl).href;
  return fetching(url, { file, cache: 'no-cache', onSilence }, async ({ response, body }) => {
    const text = await new Response(body).text();
    const refusal = refusalOf(response, text);
    if (refusal) throw new Refused(refusal);
    const read = v.safeParse(schema, jsonIn(text));
    if (!read.success) throw new Refused('content');
    const { title, organisation, packages, lang } = read.output;
    return { title, organisation, packages, lang, fault: '' };
  });
}

function refusalOf(response: Response, text: string): ConfigFault | null {
  const { ok, status } = response;
  if (status === 401 || status === 407 || (isPage(text) && asksWho(response, text))) return 'login';
  if (status === 403) return 'forbidden';
  if (status >= 500) return 'server';
  return !ok || isPage(text) ? 'missing' : null;
}

/** @throws {Refused} `syntax` */
function jsonIn(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? null : value;
  } catch {
    throw new Refused('syntax');
  }
}
