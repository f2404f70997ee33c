/** Decisions of this computer, over those of the package. */
import { useMemo } from 'react';
import type { Decision } from '../../model/catalogue.ts';
import type { Dataset } from '../../model/dataset.ts';
import { mergeDecisions, parseDecisions } from '../../share/decisions.ts';
import { useDesk } from './desk.ts';
import { keptStore } from './kept.ts';

const store = keptStore<readonly Decision[]>('decisions', parseDecisions, (list) =>
  JSON.stringify(list),
);

export interface Decisions {
  readonly byIssue: ReadonlyMap<string, Decision>;
  /** False where the browser keeps nothing: decisions last as long as the page. */
  readonly kept: boolean;
  decide(decision: Decision): void;
}

export function useDecisions(): Decisions {
  const { data } = useDesk();
  const { value, kept, change } = store.useKept(data.path);
  const byIssue = useMemo(() => mergeDecisions(data.decisions, value), [data.decisions, value]);
  return {
    byIssue,
    kept,
    decide: (decision) =>
      change((now) => [...now.filter((item) => item.issue !== decision.issue), decision]),
  };
}

/** Issues that nobody needs to look at any more: corrected, or accepted as they are. What was sent is still open. */
export function settledIssues(data: Dataset): string[] {
  const all = mergeDecisions(data.decisions, store.peek(data.path));
  return [...all.values()].filter(isSettled).map((item) => item.issue);
}

/** The same while the reader decides, for questions that leave them out. */
export function useSettled(): readonly string[] {
  const { byIssue } = useDecisions();
  return useMemo(() => {
    const settled = [...byIssue.values()].filter(isSettled);
    return settled.map(({ issue }) => issue).sort();
  }, [byIssue]);
}

export function isSettled(decision: Decision | undefined): boolean {
  return decision?.decision === 'corrected' || decision?.decision === 'accepted';
}
