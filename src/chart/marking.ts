/**
 * What is pointed at, focused or tapped: one thing on the whole page, known to every drawing and list. Kept outside
 * React, so that of a thousand rows only the two are drawn anew that change.
 */
import {
  type FocusEvent,
  type KeyboardEvent,
  type PointerEvent,
  useCallback,
  useSyncExternalStore,
} from 'react';

export interface Mark {
  /** Units are marked wherever they stand. */
  readonly unit: string;
  /** Key of the figure that is told. */
  readonly open: string;
}

/** Id of the strip that tells the marked figure. */
export const STRIP = 'marked-figure';

let marked: Mark | null = null;
const listeners = new Set<() => void>();

export function setMark(next: Mark | null): void {
  if (marked?.open === next?.open && marked?.unit === next?.unit) return;
  marked = next;
  for (const listener of listeners) listener();
}

export function useMark(): Mark | null {
  return useSyncExternalStore(subscribe, markNow);
}

/** Whether a unit is marked, here or elsewhere. */
export function useIsMarked(unit: string): boolean {
  return useSyncExternalStore(
    subscribe,
    useCallback(() => unit !== '' && marked?.unit === unit, [unit]),
  );
}

/** What an element does that can be marked and, with `onPress`, opened: by mouse, touch and keyboard. */
export function touching(mark: Mark, onPress: (() => void) | null) {
  return {
    onPointerEnter(event: PointerEvent) {
      if (event.pointerType !== 'touch') setMark(mark);
    },
    onPointerLeave(event: PointerEvent) {
      if (event.pointerType !== 'touch') setMark(null);
    },
    onPointerDown(event: PointerEvent) {
      isFirstTap = event.pointerType === 'touch' && marked?.open !== mark.open;
    },
    onClick() {
      if (isFirstTap) setMark(mark);
      else onPress?.();
      isFirstTap = false;
    },
    onFocus: () => setMark(mark),
    onBlur(event: FocusEvent) {
      if (event.relatedTarget) setMark(null); // a window that is left keeps what it shows
    },
    onKeyDown(event: KeyboardEvent) {
      if (event.key === 'Escape') setMark(null);
    },
  };
}

/** A finger has no way to point: the first tap tells, the second opens. */
let isFirstTap = false;

function markNow(): Mark | null {
  return marked;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
