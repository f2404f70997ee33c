/** `<html data-ready>`: "true" once everything on the screen is drawn, "error" when something cannot be. */
import { useId, useLayoutEffect } from 'react';

type Readiness = 'waiting' | 'true' | 'error';

const parts = new Map<string, Readiness>();

/**
 * Registers a part of the screen for as long as it is mounted; told with the frame that draws it, not after.
 *
 * @param readiness null: nothing of its own to draw, and nothing that the screen waits for
 */
export function useReady(readiness: Readiness | null): void {
  const id = useId();
  useLayoutEffect(() => {
    if (!readiness) return;
    parts.set(id, readiness);
    publish();
    return () => {
      parts.delete(id);
      publish();
    };
  }, [id, readiness]);
}

/** Stands in for what still comes and has nothing to show meanwhile: the screen is not drawn without it. */
export function NotYet(): null {
  useReady('waiting');
  return null;
}

/** The readiness of a query's part: an answer to an earlier question does not count. */
export function readinessOf(query: {
  isError: boolean;
  isSuccess: boolean;
  isPlaceholderData: boolean;
}): Readiness {
  if (query.isError) return 'error';
  return query.isSuccess && !query.isPlaceholderData ? 'true' : 'waiting';
}

function publish(): void {
  const states = [...parts.values()];
  const root = document.documentElement;
  if (states.includes('error')) root.dataset.ready = 'error';
  else if (states.length > 0 && states.every((state) => state === 'true'))
    root.dataset.ready = 'true';
  else delete root.dataset.ready;
}
