/** When a control becomes one that opens: at its first touch, for a list that nobody opens only costs time. */
import { type PointerEvent, useRef, useState } from 'react';
import type { Touch } from './option.tsx';

type Lists = typeof import('./lists.tsx');

let lists: Lists | null = null;

/** Fetches what lists are made of, ahead of their first touch. */
export async function loadLists(): Promise<Lists> {
  lists ??= await import('./lists.tsx');
  return lists;
}

/** The lists once the control was touched, what was done to it until then, and what listens for that. */
export function useTouch() {
  const [own, setOwn] = useState<Lists | null>(null);
  const touch = useRef<Touch>({ hasFocus: false, isPressed: false, typed: '' });
  const come = (patch: Partial<Touch>) => {
    touch.current = { ...touch.current, ...patch };
    if (lists) setOwn(lists);
    else loadLists().then(setOwn, () => {}); // asked for again at the next touch
  };
  const listeners = {
    // a finger presses what it meets: a list in its place would miss the rest of the tap
    onPointerEnter: ({ pointerType }: PointerEvent) => pointerType !== 'touch' && come({}),
    // the list may come between the press and its end
    onPointerDown: ({ pointerType, button }: PointerEvent) =>
      pointerType !== 'touch' && button === 0 && come({ isPressed: true }),
    onFocus: () => come({ hasFocus: true }),
    onBlur: () => {
      touch.current = { ...touch.current, hasFocus: false };
    },
    onClick: () => come({ isPressed: true }),
  };
  const onType = (typed: string) => come({ typed });
  return { lists: own, touch: touch.current, listeners, onType };
}
