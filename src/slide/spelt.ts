/** Names of units inside a sentence, as Nghị định 30/2020/NĐ-CP (phụ lục II) spells them: "phường Phổ Hòa". */
import type { Dataset } from '../model/dataset.ts';
import { language } from '../model/writing/language.ts';
import { lowerFirst, upperFirst } from '../text/letter-case.ts';

/** What is no text of ours: figures, addresses, what an officer wrote; and what begins with a name where it has one. */
const KEPT = new Set([
  'figures',
  'beside',
  'query',
  'fields',
  'organisation',
  'note',
  'categories',
  'documents',
  'source',
]);

/** Kinds that the decree speaks of; a package may have offices and others. */
const KINDS = new Set(
  'Tỉnh|Thành phố|Thị xã|Huyện|Quận|Xã|Phường|Thị trấn|Thôn|Ấp|Bản|Làng|Khu phố|Tổ dân phố'.split(
    '|',
  ),
);

/** Keeps its capital: named so by the decree. */
const CAPITAL = 'Thành phố Hồ Chí Minh';

/**
 * The same with the word for the kind of a unit in small letters, but where a text, a sentence or a part of a heading
 * begins. English has it in capitals. Units named after people or events, whose kind the decree writes in capitals, are
 * not told from others.
 */
export function spelt<T>(data: Dataset, value: T): T {
  const states = data.units.ids.flatMap((unit) => data.units.states(unit));
  const kinds = [...new Set(states.map(({ kind }) => upperFirst(kind)))]
    .filter((kind) => KINDS.has(kind))
    .sort((a, b) => b.length - a.length);
  if (kinds.length === 0 || language() !== 'vi') return value;
  const before = '(?<=[\\p{L}\\p{N},;:)%*]\\s|\\()'; // a sentence goes on
  const inside = new RegExp(`${before}(${kinds.join('|')})(?=[ \\u00a0]\\p{Lu})`, 'gu');
  return mapTexts(value, KEPT, (text) =>
    text.replace(inside, (kind, _, at: number) =>
      text.startsWith(CAPITAL, at) ? kind : lowerFirst(kind),
    ),
  );
}

/** Every text that is read, at any depth; functions, maps and the fields that are kept as they are. */
export function mapTexts<T>(
  value: T,
  kept: ReadonlySet<string>,
  change: (text: string) => string,
): T {
  if (typeof value === 'string') return change(value) as T;
  if (Array.isArray(value)) return value.map((one) => mapTexts(one, kept, change)) as T;
  if (value === null || typeof value !== 'object' || isOther(value)) return value;
  const entries = Object.entries(value).map(([key, own]) => [
    key,
    kept.has(key) ? own : mapTexts(own, kept, change),
  ]);
  return Object.fromEntries(entries) as T;
}

const isOther = (value: object) => value instanceof Map || value instanceof Set;
