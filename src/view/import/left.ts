/** Work that was left by the menu or the browser's "back": kept while the page lives, for whoever comes back. */
import type { Dataset } from '../../model/dataset.ts';
import { IDLE, type Work } from './work.ts';

interface Left {
  readonly path: string;
  readonly hash: string;
  readonly work: Work;
}

let left: Left | null = null;

/** Keeps what was taken in and said; work that is done, or has not begun, is ended. */
export function leave(path: string, { hash }: Dataset, work: Work): void {
  const isUnderWay = work.told !== null && work.step !== 'kept' && work.step !== 'refused';
  if (isUnderWay) left = { path, hash, work };
  else work.clerk?.end();
}

/** The work that was left in this package; what was left in another one is given up. */
export function comeBack(path: string, { hash }: Dataset): Work {
  if (left === null) return IDLE;
  const { work, ...of } = left;
  if (of.path === path && of.hash === hash) return work;
  work.clerk?.end();
  left = null;
  return IDLE;
}

/** It is on the screen again. */
export function resumed(): void {
  left = null;
}
