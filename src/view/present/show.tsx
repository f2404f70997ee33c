/**
 * Presenting: the briefing's views one after the other, live, in large type, without controls. The address stays
 * the state; this holds only which item is on.
 */

import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { BriefingItem } from '../../address/briefing-item.ts';
import { DEFAULTS, parseUrl, type UrlState } from '../../address/url.ts';
import { words } from '../../text/words.ts';
import { type Desk, useDesk } from '../part/desk.ts';
import { present, shownNow, subscribeShow } from '../part/showing.ts';

/** What the keys of a keyboard or a clicker do. */
type Command = 'next' | 'previous' | 'unit-next' | 'unit-previous' | 'back' | 'agenda' | 'exit';
const KEYS: Record<string, Command> = {
  ArrowRight: 'next',
  PageDown: 'next',
  ' ': 'next',
  ArrowLeft: 'previous',
  PageUp: 'previous',
  ArrowDown: 'unit-next',
  ArrowUp: 'unit-previous',
  r: 'back',
  R: 'back',
  Backspace: 'back',
  a: 'agenda',
  A: 'agenda',
  Escape: 'exit',
};

export function Show() {
  const desk = useDesk();
  const now = useSyncExternalStore(subscribeShow, shownNow);
  const [agenda, setAgenda] = useState(false);
  const steps = useSteps(desk);
  const { go } = steps;
  const isOn = now !== null;
  useEffect(() => {
    document.documentElement.classList.toggle('showing', isOn);
    return () => document.documentElement.classList.remove('showing');
  }, [isOn]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the show begins
  useEffect(() => {
    if (isOn) go(now.at);
  }, [isOn]);
  useKeys(isOn, desk, steps, setAgenda);
  if (!now) return null;
  const { items } = now.briefing;
  const item = items[now.at];
  const choose = (at: number) => {
    setAgenda(false);
    go(at);
  };
  return (
    <aside className="show">
      {item?.note && <p className="show-note">{item.note}</p>}
      {agenda && <Agenda items={items} at={now.at} onChoose={choose} onExit={steps.exit} />}
      <button
        type="button"
        className="show-position"
        aria-expanded={agenda}
        title={words.show.help}
        onClick={() => setAgenda(!agenda)}
      >
        {words.show.position(now.at + 1, items.length)}
      </button>
    </aside>
  );
}

interface Steps {
  /** Shows the item at a place; nothing where there is none. */
  readonly go: (at: number) => void;
  readonly exit: () => void;
}

function useSteps(desk: Desk): Steps {
  const go = useCallback(
    (at: number) => {
      const showing = shownNow();
      const item = showing?.briefing.items[at];
      if (!item || !showing) return;
      present({ ...showing, at });
      desk.change(itemState(desk, item.query));
    },
    [desk],
  );
  const exit = useCallback(() => {
    present(null);
    if (document.fullscreenElement) void document.exitFullscreen();
    const { package: path, size, theme } = desk.state;
    desk.change({ ...DEFAULTS, package: path, size, theme, view: 'present' });
  }, [desk]);
  return useMemo(() => ({ go, exit }), [go, exit]);
}

/** Keys while the show is on; leaving the full screen ends it. */
function useKeys(
  isOn: boolean,
  desk: Desk,
  { go, exit }: Steps,
  setAgenda: (how: (open: boolean) => boolean) => void,
): void {
  useEffect(() => {
    if (!isOn) return;
    const run: Record<Command, () => void> = {
      next: () => go((shownNow()?.at ?? 0) + 1),
      previous: () => go((shownNow()?.at ?? 0) - 1),
      'unit-next': () => stepUnit(desk, 1),
      'unit-previous': () => stepUnit(desk, -1),
      back: () => go(shownNow()?.at ?? 0),
      agenda: () => setAgenda((open) => !open),
      exit,
    };
    const onKey = (event: KeyboardEvent) => {
      const command = commandOf(event);
      if (!command) return;
      event.preventDefault();
      run[command]();
    };
    const onScreen = () => {
      if (!document.fullscreenElement && shownNow()) exit();
    };
    addEventListener('keydown', onKey);
    document.addEventListener('fullscreenchange', onScreen);
    return () => {
      removeEventListener('keydown', onKey);
      document.removeEventListener('fullscreenchange', onScreen);
    };
  }, [isOn, desk, go, exit, setAgenda]);
}

/** What a key means here; null where something is typed or another key is held. */
function commandOf({ key, target, ctrlKey, altKey, metaKey }: KeyboardEvent): Command | null {
  const within = (what: string) => target instanceof Element && target.closest(what) !== null;
  const command = KEYS[key];
  if (!command || ctrlKey || altKey || metaKey || within('input')) return null;
  return within('[role=dialog]') && command !== 'back' ? null : command;
}

function Agenda({
  items,
  at,
  onChoose,
  onExit,
}: {
  readonly items: readonly BriefingItem[];
  readonly at: number;
  readonly onChoose: (at: number) => void;
  readonly onExit: () => void;
}) {
  return (
    <nav aria-label={words.show.agenda} className="show-agenda">
      <ol>
        {items.map((entry, place) => (
          <li key={entry.id}>
            <button
              type="button"
              className="plain-button"
              aria-current={place === at}
              onClick={() => onChoose(place)}
            >
              {entry.name || entry.title}
            </button>
          </li>
        ))}
      </ol>
      <p className="small">{words.show.help}</p>
      <button type="button" className="button" onClick={onExit}>
        {words.show.exit}
      </button>
    </nav>
  );
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
