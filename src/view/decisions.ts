/** Decisions of this computer, kept in the browser's storage for each package. */
import { useMemo, useSyncExternalStore } from 'react';
import type { Decision } from '../model/catalogue.ts';
import { mergeDecisions, parseDecisions } from '../share/decisions.ts';
import { useDesk } from './desk.ts';

const listeners = new Set<() => void>();
const kept = new Map<string, readonly Decision[]>();
let storageWorks = true;

export interface Decisions {
  readonly byIssue: ReadonlyMap<string, Decision>;
  /** False where the browser keeps nothing: decisions last as long as the page. */
  readonly kept: boolean;
  decide(decision: Decision): void;
}

export function useDecisions(): Decisions {
  const { data } = useDesk();
  const key = `decisions ${data.path}`;
  const here = useSyncExternalStore(subscribe, () => read(key));
  const byIssue = useMemo(() => mergeDecisions(data.decisions, here), [data.decisions, here]);
  return {
    byIssue,
    kept: storageWorks,
    decide(decision) {
      const others = read(key).filter((item) => item.issue !== decision.issue);
      write(key, [...others, decision]);
    },
  };
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  addEventListener('storage', onStorage);
  return () => listeners.delete(listener);
}

/** Another tab has written: what is kept there is read again. */
function onStorage({ key }: StorageEvent): void {
  if (key !== null && !kept.has(key)) return;
  if (key === null) kept.clear();
  else kept.delete(key);
  for (const listener of listeners) listener();
}

function read(key: string): readonly Decision[] {
  const known = kept.get(key);
  if (known) return known;
  let text: string | null = null;
  try {
    text = localStorage.getItem(key);
  } catch {
    storageWorks = false;
  }
  const list = parseDecisions(text);
  kept.set(key, list);
  return list;
}

function write(key: string, list: readonly Decision[]): void {
  kept.set(key, list);
  try {
    localStorage.setItem(key, JSON.stringify(list));
  } catch {
    storageWorks = false;
  }
  for (const listener of listeners) listener();
}
