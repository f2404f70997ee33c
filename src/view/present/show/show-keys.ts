/** What the keys of a keyboard or a clicker do while a briefing is presented. */
import { useEffect } from 'react';
import { shownNow } from '../../part/showing.ts';

export type Command =
  | 'next'
  | 'previous'
  | 'unit-next'
  | 'unit-previous'
  | 'live'
  | 'back'
  | 'agenda'
  | 'exit';

const KEYS: Record<string, Command> = {
  ArrowRight: 'next',
  PageDown: 'next',
  ' ': 'next',
  ArrowLeft: 'previous',
  PageUp: 'previous',
  ArrowDown: 'unit-next',
  ArrowUp: 'unit-previous',
  Enter: 'live',
  r: 'back',
  R: 'back',
  Backspace: 'back',
  a: 'agenda',
  A: 'agenda',
  Escape: 'exit',
};

/** Keys while the show is on; leaving the full screen ends it. */
export function useShowKeys(isOn: boolean, run: Readonly<Record<Command, () => void>>): void {
  useEffect(() => {
    if (!isOn) return;
    const onKey = (event: KeyboardEvent) => {
      const command = commandOf(event);
      if (!command) return;
      event.preventDefault();
      run[command]();
    };
    const onScreen = () => {
      if (!document.fullscreenElement && shownNow()) run.exit();
    };
    addEventListener('keydown', onKey);
    document.addEventListener('fullscreenchange', onScreen);
    return () => {
      removeEventListener('keydown', onKey);
      document.removeEventListener('fullscreenchange', onScreen);
    };
  }, [isOn, run]);
}

/** What a key means here; null where something is typed or pressed, or another key is held. */
function commandOf({ key, target, ctrlKey, altKey, metaKey }: KeyboardEvent): Command | null {
  const within = (what: string) => target instanceof Element && target.closest(what) !== null;
  const command = KEYS[key];
  if (!command || ctrlKey || altKey || metaKey || within('input')) return null;
  if (command === 'live' && within('button, a')) return null;
  return within('[role=dialog]') && command !== 'back' ? null : command;
}
