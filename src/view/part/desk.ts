/** What every screen is handed: the package, the state from the URL, and the one way to ask for data. */
import {
  keepPreviousData,
  type QueryClient,
  type QueryKey,
  type UseQueryResult,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { createContext, useContext, useEffect } from 'react';
import type { UrlState } from '../../address/url.ts';
import type { Dataset } from '../../model/dataset.ts';
import type { AnswerOf, Ask, Question } from '../../question/ask.ts';

export interface Desk {
  readonly data: Dataset;
  readonly ask: Ask;
  /** Grows with every load: answers of an earlier load are never shown for a later one. */
  readonly generation: number;
  /** False while the package's checks still run. */
  readonly checked: boolean;
  /** Who runs this site; '' where it is not said. */
  readonly organisation: string;
  readonly state: UrlState;
  readonly change: (patch: Partial<UrlState>, how?: 'push' | 'replace') => void;
  readonly href: (patch: Partial<UrlState>) => string;
}

export const DeskContext = createContext<Desk | null>(null);

/** @throws Error outside a `DeskContext` */
export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('useDesk needs a DeskContext');
  return desk;
}

/**
 * An answer; what is known already is there at once. While the next one is computed the last one stays
 * (`isPlaceholderData`). What is not asked is not answered: whatever was known before may still stand there.
 */
export function useAnswer<Q extends Question>(
  question: Q,
  isAsked = true,
): UseQueryResult<AnswerOf<Q>> {
  const { generation, ask } = useDesk();
  return useQuery({
    queryKey: [generation, question],
    queryFn: ({ signal }) => ask(question, signal),
    initialData: () => (isAsked ? ask.known?.(question) : undefined),
    placeholderData: keepPreviousData,
    enabled: isAsked,
  }) as UseQueryResult<AnswerOf<Q>>;
}

/** A picture stands so long before anything is asked ahead. */
const AHEAD_MS = 250;

/** What may well be wanted, of which nobody waits. */
export interface Ahead {
  /** The steps from here: asked one by one where they cannot be brought. */
  readonly next: readonly Question[];
  /** What else stands on the same screen: brought with its like, or not at all. */
  readonly like: readonly Question[];
}

/**
 * Asks ahead, one question after the other, while nothing else is asked; who is wanted in earnest meanwhile finds it
 * under way, and what is not wanted any more is taken back.
 *
 * @param ahead the same function for the same picture; null while there is none
 */
export function useAhead(ahead: (() => Ahead) | null): void {
  const { generation, ask, checked } = useDesk();
  const client = useQueryClient();
  useEffect(() => {
    if (!ahead || !checked) return;
    let isWanted = true;
    let keys: QueryKey[] = [];
    const bring = async (question: Question) => {
      await new Promise((resolve) => setTimeout(resolve)); // clicks come in between
      return !isWanted || ((await ask.bring?.(question).catch(() => false)) ?? false);
    };
    const timer = setTimeout(async () => {
      const { next, like } = ahead();
      for (const question of next) {
        if (await bring(question)) continue;
        const queryKey = [generation, question];
        keys = [...keys, queryKey];
        await client.prefetchQuery({ queryKey, queryFn: ({ signal }) => ask(question, signal) });
      }
      for (const question of like) await bring(question);
    }, AHEAD_MS);
    return () => {
      isWanted = false;
      clearTimeout(timer);
      setTimeout(() => takeBack(client, keys)); // by then it is known who waits
    };
  }, [ahead, generation, checked, ask, client]);
}

/** Stops what is under way and of which nobody waits. */
function takeBack(client: QueryClient, keys: readonly QueryKey[]): void {
  for (const queryKey of keys) {
    void client.cancelQueries({
      ...{ queryKey, exact: true },
      predicate: (query) => query.getObserversCount() === 0,
    });
  }
}
