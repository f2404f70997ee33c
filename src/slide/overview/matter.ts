/** An indicator that is off: who misses its target or, without one, who is behind the others. */
import type { Subject } from '../../model/catalogue.ts';
import type { Figure } from '../../model/figure.ts';

export interface Matter {
  readonly subject: Subject;
  readonly period: string;
  /** Whether it is targets that are missed; else units are behind their group beyond chance. */
  readonly isHeld: boolean;
  /** The target that all have; null where they differ, or there is none. */
  readonly target: number | null;
  /** The value of all together; null where there is none. */
  readonly overall: number | null;
  /** Those that are off, furthest first, of how many. */
  readonly units: readonly string[];
  readonly all: number;
  /** Units of the page that are not among them, for want of a number of the period. */
  readonly absent: readonly string[];
}

/** A result and the target that it is held against. */
export interface Held {
  readonly figure: Figure;
  readonly goal: Figure;
}

/** The lower, the worse. */
export const worth = ({ direction }: Subject, value: number | null) =>
  (direction === 'down' ? -1 : 1) * (value ?? 0);

/** How far a result is from its target; negative beyond it. */
export const shortOf = (subject: Subject, { figure, goal }: Held) =>
  worth(subject, goal.value) - worth(subject, figure.value);

/** The result of a unit in a period: as a whole or, where only its bodies report, that of the one furthest from its target. */
export function ofUnit<H extends Held>(
  subject: Subject,
  rows: readonly H[],
  period: string,
): H | undefined {
  const known = rows.filter(({ figure }) => figure.period === period);
  const whole = known.find(({ figure }) => figure.body === '');
  return whole ?? [...known].sort((a, b) => shortOf(subject, b) - shortOf(subject, a))[0];
}
