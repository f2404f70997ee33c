/** Groups items by a key, in order of first appearance (`Map.groupBy` needs Chrome 117; we support 109). */
export function groupBy<Item, Key>(
  items: Iterable<Item>,
  key: (item: Item) => Key,
): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const id = key(item);
    const group = groups.get(id);
    if (group) group.push(item);
    else groups.set(id, [item]);
  }
  return groups;
}

/** The same list with another item at one place (`Array.prototype.with` needs Chrome 110). */
export function replaced<Item>(list: readonly Item[], at: number, item: Item): Item[] {
  const copy = [...list];
  copy[at] = item;
  return copy;
}

/** What a record has of its own under a name from outside: "__proto__" and "constructor" are names like others. */
export function ownOf<T>(record: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

/** The code that occurs most often; '' of none. */
export function mostCommon(codes: readonly string[]): string {
  const groups = [...groupBy(codes, (code) => code)];
  return groups.sort(([, a], [, b]) => b.length - a.length)[0]?.[0] ?? '';
}
