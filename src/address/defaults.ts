/** What an address means that does not say which indicator or unit. */
import { type Dataset, subjectOf } from '../model/dataset.ts';
import type { SubjectUse } from '../question/subjects.ts';

/** The indicator that most units have, or whatever comes first. */
export function defaultSubject(data: Dataset, uses: readonly SubjectUse[] | undefined): string {
  const order = [...data.indicators.keys(), ...data.measures.keys()];
  if (!uses || uses.length === 0) return order[0] ?? '';
  const rank = (use: SubjectUse) => (subjectOf(data, use.subject)?.isMeasure ? 1 : 0);
  const best = [...uses].sort(
    (a, b) =>
      rank(a) - rank(b) || b.units - a.units || order.indexOf(a.subject) - order.indexOf(b.subject),
  );
  return best[0]?.subject ?? '';
}

/** The unit of the first listed document, so that no screen about one unit is ever empty. */
export function firstReporting(data: Dataset): string {
  const reporting = [...data.sources.values()].find((source) => data.units.has(source.unit));
  return reporting?.unit ?? data.units.ids[0] ?? '';
}
