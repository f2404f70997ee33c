/** In which file beside a package a stored answer lies. Without imports: known before the page's script has come. */

/** What every screen needs, and each screen's own answers: a file each, or several (`trend-1`, `trend-2` …) where one would be long. */
export const PARTS = ['start', 'overview', 'compare', 'trend', 'profile'] as const;
export type Part = (typeof PARTS)[number];

/** What a screen asks first, by its name in the address. */
const FIRST: Readonly<Record<string, Part>> = {
  overview: 'overview',
  compare: 'compare',
  trend: 'trend',
  unit: 'profile',
};

/** What a question, or an address, is about: its answers lie together. */
export interface About {
  readonly unit?: string | undefined;
  readonly subject?: string | undefined;
}

/** The screen that is to be drawn, and what its address names. */
export interface Ahead extends About {
  readonly part: Part;
}

/** What an address will ask for: of one without an indicator, or a unit, it is known when the package is. */
export function aheadOf(
  view: string,
  indicator: string | undefined,
  unit: string | undefined,
): Ahead {
  const part = FIRST[view] ?? 'start';
  return part === 'profile' ? { part, unit } : { part, subject: indicator };
}

/** The file, of `count` ones of the part, in which the answers about a unit or an indicator lie. */
export function fileOf(part: Part, { unit, subject }: About, count: number): string {
  return count < 2 ? part : `${part}-${1 + (numberOf(unit ?? subject ?? '') % count)}`;
}

/** The files that an address needs, of those that are there; one that cannot be told yet is left out. */
export function filesAhead({ part, ...about }: Ahead, names: readonly string[]): string[] {
  const count = names.filter((name) => name.startsWith(`${part}-`)).length;
  const isNamed = count < 2 || Boolean(about.unit ?? about.subject);
  return isNamed ? [...new Set(['start', fileOf(part, about, count)])] : ['start'];
}

/** A number from a text, spread evenly (FNV-1a, 32 bits). */
function numberOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return hash >>> 0;
}
