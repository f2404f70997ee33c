/** Packages kept in this browser, as the head of the page lists them. */
import { useCallback, useEffect, useState } from 'react';
import { LOCAL, type Shelf } from '../intake/keep/shelf.ts';

/** Titles by address (`local/NAME`); read again when the import says so, or another tab has the focus no longer. */
export function useShelf(shelf: Pick<Shelf, 'list'>) {
  const [kept, setKept] = useState<ReadonlyMap<string, string>>(new Map());
  const reread = useCallback(() => {
    const named = shelf
      .list()
      .then((items) => items.map(({ name, title }) => [`${LOCAL}/${name}`, title] as const));
    named.then((pairs) => setKept(new Map(pairs))).catch(() => {}); // without a store nothing is kept
  }, [shelf]);
  useEffect(() => {
    reread();
    addEventListener('focus', reread);
    return () => removeEventListener('focus', reread);
  }, [reread]);
  return { kept, reread };
}
