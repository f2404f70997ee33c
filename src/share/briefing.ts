/**
 * A briefing: views chosen for a meeting, in order. It holds addresses, never figures, so it shows what the
 * package says on the day; a small file carries it from one computer to another.
 */
import * as v from 'valibot';
import type { BriefingItem } from '../address/briefing-item.ts';

export interface Briefing {
  readonly title: string;
  readonly items: readonly BriefingItem[];
}

export const EMPTY: Briefing = { title: '', items: [] };

/** What is longer is cut: a briefing is read aloud in an hour. */
const MOST_ITEMS = 200;
const MOST_CHARACTERS = 20_000;

const text = v.pipe(
  v.string(),
  v.transform((value) => value.slice(0, MOST_CHARACTERS)),
);
const schema = v.object({
  format: v.literal('dan-van-briefing'),
  title: text,
  items: v.pipe(
    v.array(
      v.object({
        query: v.pipe(text, v.regex(/^(\?[^\n]*)?$/)),
        name: text,
        title: text,
        note: text,
      }),
    ),
    v.transform((items) => items.slice(0, MOST_ITEMS)),
  ),
});

/** The briefing as a file. */
export function briefingFile({ title, items }: Briefing): string {
  const plain = items.map(({ query, name, title, note }) => ({ query, name, title, note }));
  return `${JSON.stringify({ format: 'dan-van-briefing', title, items: plain }, null, 2)}\n`;
}

/** Reads a file or what the browser has kept; null for anything else. */
export function parseBriefing(content: string | null): Briefing | null {
  try {
    const { title, items } = v.parse(schema, JSON.parse(content ?? ''));
    return { title, items: items.map((item) => ({ ...item, id: newId() })) };
  } catch {
    return null;
  }
}

let count = 0;

/** An id that this page has not used. */
export function newId(): string {
  count += 1;
  return `item-${count}`;
}

/** The briefing with the item at `from` moved to `to`; places outside leave it as it is. */
export function moved(briefing: Briefing, from: number, to: number): Briefing {
  const items = [...briefing.items];
  if (to < 0 || to >= items.length) return briefing;
  const [item] = items.splice(from, 1);
  if (item) items.splice(to, 0, item);
  return { ...briefing, items };
}
