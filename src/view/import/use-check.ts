/** The fourth step: what keeping would do, and what the package's own checks find, before anything is kept. */
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Mapping } from '../../intake/answers.ts';
import type { Planned } from '../../intake/clerk.ts';
import type { FoundShown } from '../../intake/show/found.ts';
import { faultsOf, isBehind, isGivenUp, telling, type Work } from './work.ts';

export interface Result {
  readonly busy: boolean;
  readonly planned: Planned | null;
  readonly found: FoundShown | null;
  readonly faults: readonly string[];
}

/** A result, and a way to reckon it anew. */
export interface Checking extends Result {
  readonly again: () => void;
}

const NOTHING: Result = { busy: false, planned: null, found: null, faults: [] };

/** What was reckoned last, and for which work: an older result is none. */
interface Reckoned extends Result {
  readonly of: unknown;
}

export function useCheck(
  work: Work,
  change: (next: (work: Work) => Work) => void,
  keepMapping: (mapping: Mapping) => void,
): Checking {
  const [last, setLast] = useState<Reckoned | null>(null);
  const [turn, setTurn] = useState(0);
  const again = useCallback(() => setTurn((now) => now + 1), []);
  const { step, clerk, joins, title, declared, answers, fixes } = work;
  const isReady = clerk !== null && step === 'checked' && !isBehind(work);
  const wanted = useMemo(
    () => ({ clerk, said: { answers, fixes }, wanted: { joins, title, declared }, turn }),
    [clerk, answers, fixes, joins, title, declared, turn],
  );
  useEffect(() => {
    const { clerk: own, said } = wanted;
    if (!isReady || !own) return;
    const run = new AbortController();
    const { signal } = run;
    const done = (next: Result) => !signal.aborted && setLast({ ...next, of: wanted });
    const check = async () => {
      const planned = await own.plan(wanted.wanted, signal);
      const { shown } = planned;
      if (shown && !signal.aborted) change((now) => telling(now, own, { ...said, shown }));
      if (planned.unknown.length > 0) {
        if (planned.mapping) keepMapping(planned.mapping); // the answers outlive the page
        return done({ ...NOTHING, planned });
      }
      done({ ...NOTHING, planned, busy: true });
      done({ ...NOTHING, planned, found: await own.check(signal) });
    };
    check().catch((error) => done({ ...NOTHING, faults: isGivenUp(error) ? [] : faultsOf(error) }));
    return () => run.abort();
  }, [isReady, wanted, change, keepMapping]);
  if (step !== 'checked' && step !== 'kept') return { ...NOTHING, again };
  const now = last?.of === wanted ? last : { ...NOTHING, busy: step === 'checked' };
  return { ...now, again };
}
