/** An indicator that is off: who misses its target or, without one, who is behind the others. */
import type { Subject } from '../../model/catalogue.ts';

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
