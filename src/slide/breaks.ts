/** Where lines must not be read across, and why, as notes under a chart. */
import type { Subject } from '../model/catalogue.ts';
import { groupBy } from '../model/group.ts';
import type { TrendSeries } from '../question/trend.ts';
import { lowerFirst } from '../text/letter-case.ts';
import { periodName, unitName } from '../text/name.ts';
import { words } from '../text/words.ts';
import type { SlideDesk } from './desk.ts';

/** What documents say about breaks, by period; '' where they say nothing. */
export type Causes = ReadonlyMap<string, string>;

export async function causesOf(
  { ask }: SlideDesk,
  subject: Subject,
  lines: readonly TrendSeries[],
): Promise<Causes> {
  const found = [...brokenOnes(lines)].map(async ([code, [figure]]): Promise<[string, string]> => {
    if (!figure) return [code, ''];
    const { unit, period, breakdown, category, body } = figure;
    const place = { unit, period, breakdown, category, body };
    const { parts } = await ask({ ask: 'origin', subject: subject.id, ...place });
    const stated = parts.flatMap(({ statements }) => statements);
    return [code, stated.find(({ status, note }) => status === 'B' && note)?.note ?? ''];
  });
  return new Map(await Promise.all(found));
}

/**
 * Breaks by the period from which they hold, with the names or the number of the lines that have them, and why: those of
 * most lines or of one or two, and those of some of many, which only the speaker's notes have room for.
 */
export function breakNotes(
  { data }: Pick<SlideDesk, 'data'>,
  lines: readonly TrendSeries[],
  causes: Causes,
): { readonly major: string[]; readonly minor: string[] } {
  const isMany = lines.length > MOST_TOLD_APART;
  const told = [...brokenOnes(lines)].map(([period, points]) => {
    const when = lowerFirst(periodName(data, period));
    const cause = causes.get(period);
    const { breaks, because, unitsCounted } = words.present;
    const names = points.map(({ unit }) => unitName(data, unit, period));
    const few = names.length <= MOST_NAMED ? names.join(', ') : unitsCounted(names.length);
    const isMinor = isMany && names.length > MOST_NAMED && names.length * 2 < lines.length;
    const who = names.length < lines.length ? few : '';
    return { isMinor, text: breaks(when, who) + (cause ? because(cause) : '') };
  });
  const textsOf = (minor: boolean) =>
    told.filter(({ isMinor }) => isMinor === minor).map(({ text }) => text);
  return { major: textsOf(false), minor: textsOf(true) };
}

/** Units that are named. */
const MOST_NAMED = 2;

/** Lines of which a break in one is a matter of the page. */
const MOST_TOLD_APART = 4;

function brokenOnes(lines: readonly TrendSeries[]) {
  const broken = lines.flatMap(({ points }) => points.filter(({ status }) => status === 'B'));
  return groupBy(broken, ({ period }) => period);
}
