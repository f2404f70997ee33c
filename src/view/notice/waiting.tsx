/** What stands where a chart will be: what is being waited for, or what went wrong. */

import { createContext, useContext, useEffect, useState } from 'react';
import type { Progress } from '../../model/progress.ts';
import { formatPercent } from '../../model/writing/number.ts';
import { listenFor } from '../../net/silence.ts';
import { words } from '../../text/words.ts';
import { SilenceNotice } from './notices.tsx';

/** What the whole app waits for; screens show it instead of a bare "computing". */
export const ProgressContext = createContext<Progress | null>(null);

export function Waiting() {
  const progress = useContext(ProgressContext);
  const total = progress?.total ?? 0;
  return (
    <div className="progress" role="status" aria-live="polite">
      <p>{progressText(progress)}</p>
      {progress && (
        <progress
          aria-label={progressText(progress)}
          {...(total > 0 ? { value: progress.bytes, max: total } : {})}
        />
      )}
    </div>
  );
}

/** For the script of a screen: that nothing comes of it is told as of any other file. */
export function WaitingForScript() {
  const [isSilent, setSilent] = useState(false);
  useEffect(() => {
    const listening = listenFor(SCRIPTS, (_, silent) => setSilent(silent));
    return () => listening.end();
  }, []);
  return (
    <>
      <SilenceNotice files={isSilent ? [SCRIPTS] : []} />
      <p role="status" className="progress">
        {words.loading.screen}
      </p>
    </>
  );
}

const SCRIPTS = 'assets/*.js';

export function Failed({ error }: { readonly error: Error }) {
  return (
    <p role="alert" className="notice error">
      {words.failure.query(error.message)}
    </p>
  );
}

function progressText(progress: Progress | null): string {
  if (!progress) return words.loading.answer;
  const percent =
    progress.total > 0 ? formatPercent((100 * progress.bytes) / progress.total, 0) : '';
  switch (progress.stage) {
    case 'engine':
      return words.loading.engine(percent);
    case 'package':
      return words.loading.package(percent);
    case 'starting':
      return words.loading.starting;
    default:
      return words.loading.preparing;
  }
}
