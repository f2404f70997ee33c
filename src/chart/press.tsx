/** A part of a drawing that can be pressed: by mouse, by touch, by Enter and Space. */
import type { KeyboardEvent, ReactNode } from 'react';
import { STRIP, touching } from './marking.ts';

export function Press({
  label,
  onPress,
  name,
  unit,
  value,
  tabIndex = 0,
  children,
}: {
  readonly label: string;
  /** By which it is found again after the drawing was made anew (`data-open`). */
  readonly name: string;
  readonly onPress: (() => void) | null;
  /** Of a figure: whose, and what it is; it is then told while it is pointed at. */
  readonly unit?: string;
  readonly value?: number | null;
  readonly tabIndex?: 0 | -1;
  readonly children: ReactNode;
}) {
  if (!onPress) return <g>{children}</g>;
  const touch = unit === undefined ? null : touching({ unit, open: name }, onPress);
  const behaviour = {
    role: 'button',
    tabIndex,
    'aria-label': label,
    'data-open': name,
    onClick: onPress,
    ...touch,
    ...(touch ? { ...markData(name, unit ?? '', value ?? null), 'aria-describedby': STRIP } : {}),
    onKeyDown(event: KeyboardEvent) {
      touch?.onKeyDown(event);
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      onPress();
    },
  };
  return <g {...behaviour}>{children}</g>;
}

/** The attributes by which scripts find a mark, as they find a cell of a table. */
export function markData(open: string, unit: string, value: number | null) {
  return {
    'data-unit': unit,
    'data-period': open.split('~')[1] ?? '',
    ...(value === null ? {} : { 'data-value': value }),
  };
}
