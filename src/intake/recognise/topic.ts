/** What a table is about decides what its short headings mean. */

import { exactIds } from './heading-subject.ts';
import type { Meaning } from './place.ts';
import type { Layout } from './table.ts';
import { groupOf, type Match, type Vocabulary } from './vocabulary.ts';

/** Short headings ("Đã giải quyết") mean the measure of the topic that title and other headings are about. */
export function byTopic(
  meanings: Map<number, Meaning>,
  { title }: Layout,
  vocabulary: Vocabulary,
): Map<number, Meaning> {
  const said = vocabulary.topics(title.join(' '));
  const around = topicsOf([...meanings.values()], vocabulary);
  for (const [at, meaning] of meanings) {
    if (meaning.kind !== 'unknown' || !meaning.exact) continue;
    const named = vocabulary.named(meaning.text);
    const measure =
      fittingTopic(meaning.ids, said, vocabulary, named) ??
      (said.size === 0 ? fittingTopic(meaning.ids, around, vocabulary, null) : null);
    if (measure) meanings.set(at, { kind: 'figures', place: { ...meaning.place, measure } });
  }
  return meanings;
}

/** Short headings mean the measure of the topic, wherever they stand. */
export function withTopics(vocabulary: Vocabulary, topics: ReadonlySet<string>): Vocabulary {
  if (topics.size === 0) return vocabulary;
  return {
    ...vocabulary,
    subject(text) {
      const match = vocabulary.subject(text);
      const id = fittingTopic(exactIds(match), topics, vocabulary, null);
      if (id) return { kind: 'sure', id };
      return isElsewhere(text, match, topics, vocabulary)
        ? { kind: 'doubtful', ids: match.kind === 'sure' ? [match.id] : [], exact: false }
        : match;
    },
  };
}

/** "Vụ việc đang giải quyết" is a petition by its name; under another title nobody knows. */
function isElsewhere(
  text: string,
  match: Match,
  topics: ReadonlySet<string>,
  { data }: Vocabulary,
): boolean {
  return match.kind === 'sure' && /vụ việc/iu.test(text) && !topics.has(groupOf(data, match.id));
}

/** The one of several measures that is of a topic; without any topic the one whose name it is (`named`), or null. */
export function fittingTopic(
  ids: readonly string[],
  topics: ReadonlySet<string>,
  { data }: Vocabulary,
  named: string | null,
): string | null {
  const fitting = ids.filter((id) => topics.has(groupOf(data, id)));
  if (fitting.length === 1) return fitting[0] ?? null;
  return topics.size === 0 ? named : null;
}

function topicsOf(meanings: readonly Meaning[], { data }: Vocabulary): ReadonlySet<string> {
  const known = meanings.flatMap((meaning) =>
    meaning.kind === 'figures' && meaning.place.measure
      ? [groupOf(data, meaning.place.measure)]
      : [],
  );
  return new Set(known.filter(Boolean));
}
