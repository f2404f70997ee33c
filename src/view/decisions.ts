/** Decisions of this computer, over those of the package. */
import { useMemo } from 'react';
import type { Decision } from '../model/catalogue.ts';
import { mergeDecisions, parseDecisions } from '../share/decisions.ts';
import { useDesk } from './desk.ts';
import { keptStore } from './kept.ts';

const useKept = keptStore<readonly Decision[]>('decisions', parseDecisions, (list) =>
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
  const { value, kept, change } = useKept(data.path);
  const byIssue = useMemo(() => mergeDecisions(data.decisions, value), [data.decisions, value]);
  return {
    byIssue,
    kept,
    decide: (decision) =>
      change((now) => [...now.filter((item) => item.issue !== decision.issue), decision]),
  };
}
