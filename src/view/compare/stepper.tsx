/** From period to period: by buttons, by ← → while the drawing has the focus, or played slowly. */
import { useEffect, useRef, useState } from 'react';
import { onePeriod } from '../../address/period-choice.ts';
import type { SubjectUse } from '../../question/subjects.ts';
import { periodName } from '../../text/name.ts';
import { words } from '../../text/words.ts';
import { useDesk } from '../part/desk.ts';
import { useArrows } from './arrows.ts';
import { besidePeriods, likePeriods } from './neighbours.ts';

/** Milliseconds a period stands while they are played: long enough to read the worst. */
const STAY = 2500;

interface StepperProps {
  /** The period that is drawn. */
  readonly period: string;
  readonly use: SubjectUse | undefined;
  /** The picture of this period is there. */
  readonly isDrawn: boolean;
}

export function Stepper({ period, use, isDrawn }: StepperProps) {
  const { data, change } = useDesk();
  const periods = likePeriods(data, use, period);
  const at = periods.indexOf(period);
  const go = (code: string | undefined, how: 'push' | 'replace' = 'push') => {
    if (code) change({ period: onePeriod(code) }, how);
  };
  const { before, after } = besidePeriods(data, use, period);
  useArrows((step) => go(step < 0 ? before : after, 'replace'));
  const { isPlaying, toggle } = usePlay(isDrawn, periods[at + 1], (code) => go(code, 'replace'));
  if (at < 0 || !(before || after)) return null;
  const { comparing } = words;
  const start = () => {
    if (!isPlaying && !periods[at + 1]) go(periods[0], 'replace');
    toggle();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a row of buttons is no form
    <span className="stepper" role="group" aria-label={words.control.period}>
      <Step
        to={before}
        sign="‹"
        label={before ? comparing.earlier(periodName(data, before)) : comparing.noEarlier}
        onStep={go}
      />
      <output className="stepper-now">{periodName(data, period)}</output>
      <Step
        to={after}
        sign="›"
        label={after ? comparing.later(periodName(data, after)) : comparing.noLater}
        onStep={go}
      />
      {periods.length > 1 && !wantsStillness() && (
        <button type="button" className="button" data-play aria-pressed={isPlaying} onClick={start}>
          {isPlaying ? comparing.stop : comparing.play}
        </button>
      )}
    </span>
  );
}

function Step({
  to,
  sign,
  label,
  onStep,
}: {
  readonly to: string | undefined;
  readonly sign: string;
  readonly label: string;
  readonly onStep: (code: string | undefined) => void;
}) {
  return (
    <button
      type="button"
      className="button"
      aria-label={label}
      title={label}
      aria-disabled={to === undefined}
      onClick={() => onStep(to)}
    >
      {sign}
    </button>
  );
}

/** Steps on by itself once each picture has stood long enough; ends with the last, or with anything one does. */
function usePlay(isDrawn: boolean, next: string | undefined, go: (code: string) => void) {
  const [isPlaying, setPlaying] = useState(false);
  const latest = useRef(go);
  latest.current = go;
  useEffect(() => {
    if (!isPlaying || !isDrawn) return;
    const timer = setTimeout(() => (next ? latest.current(next) : setPlaying(false)), STAY);
    return () => clearTimeout(timer);
  }, [isPlaying, isDrawn, next]);
  useEffect(() => {
    if (!isPlaying) return;
    const stop = ({ target }: Event) => {
      if (!(target instanceof Element && target.closest('[data-play]'))) setPlaying(false);
    };
    const events = ['pointerdown', 'keydown', 'wheel', 'popstate'] as const;
    for (const event of events) addEventListener(event, stop, true);
    return () => {
      for (const event of events) removeEventListener(event, stop, true);
    };
  }, [isPlaying]);
  return { isPlaying, toggle: () => setPlaying(!isPlaying) };
}

/** Who asks for little motion steps by hand. */
function wantsStillness(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
