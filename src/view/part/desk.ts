/** What every screen is handed: the package, the state from the URL, and the one way to ask for data. */
import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import type { UrlState } from '../../address/url.ts';
import type { Dataset } from '../../model/dataset.ts';
import type { AnswerOf, Ask, Question } from '../../question/ask.ts';

export interface Desk {
  readonly data: Dataset;
  readonly ask: Ask;
  /** Grows with every load: answers of an earlier load are never shown for a later one. */
  readonly generation: number;
  /** False while the checks of a large package still run. */
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
 * An answer; while the next one is computed the last one stays (`isPlaceholderData`). What is not asked is not
 * answered: whatever was known before may still stand there.
 */
export function useAnswer<Q extends Question>(
  question: Q,
  isAsked = true,
): UseQueryResult<AnswerOf<Q>> {
  const { generation, ask } = useDesk();
  return useQuery({
    queryKey: [generation, question],
    queryFn: ({ signal }) => ask(question, signal),
    placeholderData: keepPreviousData,
    enabled: isAsked,
  }) as UseQueryResult<AnswerOf<Q>>;
}
