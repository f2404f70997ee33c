/** What the texts of a table mean: units by their names, codes and ids, categories and flags by theirs. */

import { vocabularyOf } from '../intake/recognise/vocabulary.ts';
import { NO, YES } from '../intake/records/flag.ts';
import type { Dataset } from '../model/dataset.ts';
import type { RecordColumn } from '../model/record/definition.ts';
import { nameKey } from '../model/writing/fold.ts';
import type { AggregateDefinition } from './definition.ts';

/** A text of a column, and in how many records it stands. */
export interface SaidText {
  readonly text: string;
  readonly records: number;
}

export interface Meaning {
  /** Ids by text; texts that were left out on purpose are not in it. */
  readonly ids: ReadonlyMap<string, string>;
  /** Texts of which nobody has said what they mean. */
  readonly unknown: readonly SaidText[];
  /** Records that were left out on purpose. */
  readonly leftOut: number;
}

export function unitsMeant(
  said: readonly SaidText[],
  data: Dataset,
  { units }: AggregateDefinition,
): Meaning {
  const vocabulary = vocabularyOf(data);
  return meant(said, units, (text) => {
    if (data.units.has(text)) return text;
    const match = vocabulary.unit(text);
    return match.kind === 'sure' ? match.id : null;
  });
}

export function valuesMeant(
  said: readonly SaidText[],
  column: RecordColumn,
  data: Dataset,
  { values }: AggregateDefinition,
): Meaning {
  const own = values[column.column] ?? {};
  if (column.type === 'flag') return meant(said, own, flagOf);
  const known = data.categories.filter(({ breakdown }) => breakdown === column.breakdown);
  return meant(said, own, (text) => {
    const key = nameKey(text);
    const fits = known.filter(({ category, name, nameEn }) =>
      [category, name, nameEn].some((writing) => writing !== '' && nameKey(writing) === key),
    );
    return fits.length === 1 ? (fits[0]?.category ?? null) : null;
  });
}

function flagOf(text: string): string | null {
  const plain = text.trim().toLowerCase();
  return YES.includes(plain) ? 'yes' : NO.includes(plain) ? 'no' : null;
}

function meant(
  said: readonly SaidText[],
  own: Readonly<Record<string, string>>,
  find: (text: string) => string | null,
): Meaning {
  const ids = new Map<string, string>();
  const unknown: SaidText[] = [];
  let leftOut = 0;
  for (const item of said) {
    const answer = Object.hasOwn(own, item.text) ? own[item.text] : find(item.text);
    if (answer === '') leftOut += item.records;
    else if (answer == null) unknown.push(item);
    else ids.set(item.text, answer);
  }
  return { ids, unknown, leftOut };
}
