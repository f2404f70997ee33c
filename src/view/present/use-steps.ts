/** The ways through a briefing that is presented; the address stays the state of everything but the place in it. */
import { useMemo } from 'react';
import { DEFAULTS, parseUrl, type UrlState } from '../../address/url.ts';
import type { Desk } from '../part/desk.ts';
import { present, shownNow } from '../part/showing.ts';
import type { Command } from './show/show-keys.ts';

export interface Steps {
  /** Shows the item at a place, from its first page or its last; nothing where there is none. */
  readonly go: (at: number, page?: number) => void;
  readonly run: Readonly<Record<Command, () => void>>;
}

/** @param pages of the item that is on; null while they are made */
export function useSteps(desk: Desk, pages: number | null, toggleAgenda: () => void): Steps {
  return useMemo(() => {
    const go: Steps['go'] = (at, page = 0) => {
      const showing = shownNow();
      const item = showing?.briefing.items[at];
      if (!item || !showing) return;
      present({ ...showing, at, page, isLive: false });
      desk.change(itemState(desk, item.query));
    };
    const turn = (by: 1 | -1) => {
      const showing = shownNow();
      if (!showing) return;
      const page = Math.min(showing.page, (pages ?? 1) - 1) + by;
      const isInside = !showing.isLive && page >= 0 && page < (pages ?? 1);
      if (isInside) present({ ...showing, page });
      else go(showing.at + by, by > 0 ? 0 : Number.MAX_SAFE_INTEGER);
    };
    const exit = () => {
      present(null);
      if (document.fullscreenElement) void document.exitFullscreen();
      const { package: path, size, theme } = desk.state;
      desk.change({ ...DEFAULTS, package: path, size, theme, view: 'present' });
    };
    return {
      go,
      run: {
        next: () => turn(1),
        previous: () => turn(-1),
        'unit-next': () => stepUnit(desk, 1),
        'unit-previous': () => stepUnit(desk, -1),
        live: () => {
          const showing = shownNow();
          if (showing) present({ ...showing, isLive: true });
        },
        back: () => go(shownNow()?.at ?? 0, shownNow()?.page),
        agenda: toggleAgenda,
        exit,
      },
    };
  }, [desk, pages, toggleAgenda]);
}

/** Everything an item's address says, and defaults for what it does not; always of the package that is open. */
export function itemState({ state }: Desk, query: string): UrlState {
  const { package: path, size, theme } = state;
  return { ...parseUrl(query).state, package: path, size, theme };
}

/** The unit after or before the shown one, among those of its parent; the first where none is shown. */
function stepUnit(desk: Desk, by: 1 | -1): void {
  const { data, state } = desk;
  const [unit] = state.unit;
  const parent = unit ? data.units.at(unit).parent : state.under || null;
  const siblings = parent ? data.units.children(parent) : data.units.roots();
  if (siblings.length === 0) return;
  const at = unit ? siblings.indexOf(unit) + by : by > 0 ? 0 : siblings.length - 1;
  const next = siblings[(at + siblings.length) % siblings.length];
  if (next) desk.change({ unit: [next] }, 'replace');
}
