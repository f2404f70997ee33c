/** The fourth step: what keeping would do, and what the package's own checks find, before anything is kept. */
import { useEffect, useMemo, useState } from 'react';
import type { Planned } from '../../intake/clerk.ts';
import type { FoundShown } from '../../intake/show/found.ts';
import { faultsOf, isBehind, telling, type Work } from './work.ts';

export interface Result {
  readonly busy: boolean;
  readonly planned: Planned | null;
  readonly found: FoundShown | null;
  readonly faults: readonly string[];
}

const NOTHING: Result = { busy: false, planned: null, found: null, faults: [] };

/** What was reckoned last, and for which work: an older result is none. */
interface Reckoned extends Result {
  readonly of: unknown;
}

export function useCheck(work: Work, change: (next: (work: Work) => Work) => void): Result {
  const [last, setLast] = useState<Reckoned | null>(null);
  const { step, clerk, joins, title, declared, answers, fixes } = work;
  const isReady = clerk !== null && step === 'checked' && !isBehind(work);
  const wanted = useMemo(
    () => ({ clerk, said: { answers, fixes }, wanted: { joins, title, declared } }),
    [clerk, answers, fixes, joins, title, declared],
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
      done({ ...NOTHING, planned, busy: true });
      done({ ...NOTHING, planned, found: await own.check(signal) });
    };
    check().catch((error) => done({ ...NOTHING, faults: faultsOf(error) }));
    return () => run.abort();
  }, [isReady, wanted, change]);
  if (step !== 'checked' && step !== 'kept') return NOTHING;
  return last?.of === wanted ? last : { ...NOTHING, busy: step === 'checked' };
}
