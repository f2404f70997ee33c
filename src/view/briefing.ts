/** The briefing of this computer, kept in the browser's storage for each package. */
import { useSyncExternalStore } from 'react';
import { type Briefing, briefingFile, EMPTY, newId, parseBriefing } from '../share/briefing.ts';
import { useDesk } from './desk.ts';

const listeners = new Set<() => void>();
const kept = new Map<string, Briefing>();
let storageWorks = true;

export interface BriefingStore {
  readonly briefing: Briefing;
  /** False where the browser keeps nothing. */
  readonly kept: boolean;
  set(briefing: Briefing): void;
  add(query: string, title: string): void;
}

export function useBriefing(): BriefingStore {
  const { data } = useDesk();
  const key = `briefing ${data.path}`;
  const briefing = useSyncExternalStore(subscribe, () => read(key));
  return {
    briefing,
    kept: storageWorks,
    set: (next) => write(key, next),
    add(query, title) {
      const now = read(key);
      const item = { id: newId(), query, title, name: '', note: '' };
      write(key, { ...now, items: [...now.items, item] });
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

function read(key: string): Briefing {
  const known = kept.get(key);
  if (known) return known;
  let text: string | null = null;
  try {
    text = localStorage.getItem(key);
  } catch {
    storageWorks = false;
  }
  const briefing = parseBriefing(text) ?? EMPTY;
  kept.set(key, briefing);
  return briefing;
}

function write(key: string, briefing: Briefing): void {
  kept.set(key, briefing);
  try {
    localStorage.setItem(key, briefingFile(briefing));
  } catch {
    storageWorks = false;
  }
  for (const listener of listeners) listener();
}
