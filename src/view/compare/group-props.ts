/** What a group of a comparison is drawn from. */
import type { ReactNode } from 'react';
import type { Subject } from '../../model/catalogue.ts';
import type { Figure } from '../../model/figure.ts';
import type { Standing } from '../../model/statistics/standing.ts';
import type { CompareGroup } from '../../question/compare.ts';
import type { Desk } from '../part/desk.ts';

export interface DrawnGroup {
  readonly desk: Desk;
  readonly subject: Subject;
  readonly group: CompareGroup;
  readonly standings: ReadonlyMap<Figure, Standing>;
  readonly first: CompareGroup;
  readonly apart: boolean;
  readonly domain: readonly [number, number];
  /** Units that report nothing themselves although units below them do. */
  readonly below: readonly string[];
  /** Units chosen for a trend; null while none are being chosen. */
  readonly chosen: ReadonlySet<string> | null;
  readonly onChoose: (unit: string) => void;
}

export interface GroupProps extends DrawnGroup {
  /** Beside the heading. */
  readonly tools: ReactNode;
  /** Begins below what a screen holds: its heading stands there, the rest comes when it is near. */
  readonly isFar: boolean;
}
