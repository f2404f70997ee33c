/** A part of a drawing that can be pressed: by mouse, by touch, by Enter and Space. */
import type { KeyboardEvent, ReactNode } from 'react';

export function Press({
  label,
  onPress,
  name,
  children,
}: {
  readonly label: string;
  /** By which it is found again after the drawing was made anew (`data-open`). */
  readonly name: string;
  readonly onPress: (() => void) | null;
  readonly children: ReactNode;
}) {
  if (!onPress) return <g>{children}</g>;
  const behaviour = {
    role: 'button',
    tabIndex: 0,
    'aria-label': label,
    'data-open': name,
    onClick: onPress,
    onKeyDown(event: KeyboardEvent) {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      onPress();
    },
  };
  return <g {...behaviour}>{children}</g>;
}
