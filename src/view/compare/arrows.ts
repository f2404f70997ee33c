/** What the arrow keys do while the focus is in a drawing: ↑ ↓ another unit, ← → another period. */
import { useEffect } from 'react';
import { shownNow } from '../part/showing.ts';

export function useArrows(onStep: (step: -1 | 1) => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { key, target, altKey, ctrlKey, metaKey } = event;
      const drawing = target instanceof Element ? target.closest('.compare-drawing') : null;
      if (!drawing || altKey || ctrlKey || metaKey || shownNow()) return;
      const step = STEPS[key];
      if (!step) return;
      event.preventDefault();
      if (step.over === 'periods') onStep(step.by);
      else focusNext(drawing, target as Element, step.by);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  });
}

const STEPS: Readonly<Record<string, { over: 'periods' | 'units'; by: -1 | 1 }>> = {
  ArrowLeft: { over: 'periods', by: -1 },
  ArrowRight: { over: 'periods', by: 1 },
  ArrowUp: { over: 'units', by: -1 },
  ArrowDown: { over: 'units', by: 1 },
};

/** Names, boxes and numbers of a row each lead to their like in the next. */
function focusNext(drawing: Element, from: Element, by: -1 | 1): void {
  const kind = from.getAttribute('role');
  const all = [...drawing.querySelectorAll<SVGElement>(kind ? `[role=${kind}]` : 'a')];
  const at = all.indexOf(from as SVGElement);
  all[at + by]?.focus();
}
