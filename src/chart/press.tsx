/** A part of a drawing that can be pressed: by mouse, by touch, by Enter and Space. */
import type { KeyboardEvent, ReactNode } from 'react';

export function Press({
  label,
  onPress,
  children,
}: {
  readonly label: string;
  readonly onPress: (() => void) | null;
  readonly children: ReactNode;
}) {
  if (!onPress) return <g>{children}</g>;
  const behaviour = {
    role: 'button',
    tabIndex: 0,
    'aria-label': label,
    onClick: onPress,
    onKeyDown(event: KeyboardEvent) {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      onPress();
    },
  };
  return <g {...behaviour}>{children}</g>;
}
