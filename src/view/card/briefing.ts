/** The briefing of this computer. */
import { type Briefing, briefingFile, EMPTY, newId, parseBriefing } from '../../share/briefing.ts';
import { useDesk } from '../part/desk.ts';
import { keptStore } from '../part/kept.ts';

const store = keptStore<Briefing>('briefing', (text) => parseBriefing(text) ?? EMPTY, briefingFile);

export interface BriefingStore {
  readonly briefing: Briefing;
  /** False where the browser keeps nothing. */
  readonly kept: boolean;
  set(briefing: Briefing): void;
  add(query: string, title: string): void;
}

export function useBriefing(): BriefingStore {
  const { value, kept, change } = store.useKept(useDesk().data.path);
  return {
    briefing: value,
    kept,
    set: (next) => change(() => next),
    add: (query, title) =>
      change((now) => {
        if (now.items.at(-1)?.query === query) return now; // clicked twice
        const item = { id: newId(), query, title, name: '', note: '' };
        return { ...now, items: [...now.items, item] };
      }),
  };
}
