/** What leaves the page waits for the checks: no count in it is of unfinished work. */
import { useCallback, useEffect, useRef } from 'react';
import { type Desk, useDesk } from './desk.ts';

/** Resolves with the desk as soon as its package is checked; at once where it is. */
export function useCheckedDesk(): () => Promise<Desk> {
  const desk = useDesk();
  const latest = useRef(desk);
  const waiting = useRef<((desk: Desk) => void)[]>([]);
  useEffect(() => {
    latest.current = desk;
    if (!desk.checked) return;
    for (const goOn of waiting.current.splice(0)) goOn(desk);
  }, [desk]);
  return useCallback(
    () =>
      latest.current.checked
        ? Promise.resolve(latest.current)
        : new Promise((resolve) => waiting.current.push(resolve)),
    [],
  );
}
