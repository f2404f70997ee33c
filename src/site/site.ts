/** `config.json` beside the page: title, organisation, packages. Read at every start, never built in. */
import * as v from 'valibot';

const schema = v.looseObject({
  title: v.optional(v.string(), ''),
  organisation: v.optional(v.string(), ''),
  packages: v.optional(v.pipe(v.array(v.string()), v.minLength(1)), ['data/reports']),
  lang: v.optional(v.string(), 'vi'),
});

export interface Site {
  readonly title: string;
  readonly organisation: string;
  readonly packages: readonly string[];
  /** False when the file could not be read and defaults stand in. */
  readonly configured: boolean;
}

const TIME_LIMIT_MS = 20_000;

/** Reads the configuration; a missing or broken one gives the defaults, marked as such. */
export async function readSite(baseUrl: string): Promise<Site> {
  try {
    const url = new URL('config.json', baseUrl).href;
    const response = await fetch(url, {
      cache: 'no-cache',
      signal: AbortSignal.timeout(TIME_LIMIT_MS),
    });
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    const { title, organisation, packages } = v.parse(schema, await response.json());
    return { title, organisation, packages, configured: true };
  } catch {
    return { title: '', organisation: '', packages: ['data/reports'], configured: false };
  }
}
