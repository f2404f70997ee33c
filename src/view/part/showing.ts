/** Which item of a briefing is being presented: the address stays the state of everything else. */
import type { Briefing } from '../../share/briefing.ts';

export interface Showing {
  readonly briefing: Briefing;
  readonly at: number;
  /** Page of the item's slides, the last one where there are fewer. */
  readonly page: number;
  /** The view itself in place of its slide. */
  readonly isLive: boolean;
}

let showing: Showing | null = null;
const listeners = new Set<() => void>();

/** The item that is on; null while nothing is presented. */
export function shownNow(): Showing | null {
  return showing;
}

/** Goes to an item, or ends with null. */
export function present(next: Showing | null): void {
  showing = next;
  for (const listener of listeners) listener();
}

/** Starts with an item; full screen where the browser allows it. */
export function startShow(briefing: Briefing, at: number): void {
  if (!briefing.items[at]) return;
  present({ briefing, at, page: 0, isLive: false });
  document.documentElement.requestFullscreen?.().catch(() => {}); // larger than before all the same
}

/** Enlargement while presenting (style/show.css), and what stands above a drawing. */
const ZOOM = 1.6;
const ABOVE = 230;

/** Height for a drawing: while presenting what is left of the screen, else the usual one. */
export function drawingHeight(usual: number): number {
  return showing ? Math.max(200, Math.min(usual, innerHeight / ZOOM - ABOVE)) : usual;
}

/** Calls back whenever another item is on. */
export function subscribeShow(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
