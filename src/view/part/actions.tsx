/** What can be done here, as records: drawn as buttons, run by a click or a key alike. */
import { type RefObject, useEffect } from 'react';

export interface Action {
  readonly id: string;
  readonly label: string;
  readonly run: () => void;
  /** Left out where it does not apply. */
  readonly when?: boolean;
  /** Cannot be run now. */
  readonly off?: boolean;
  /** The letter that runs it with Alt and Shift while the focus is inside. */
  readonly key?: string;
  /** On or off, or with something folded out below. */
  readonly state?: { readonly pressed: boolean } | { readonly expanded: boolean };
  /** The one that most readers come for. */
  readonly main?: boolean;
}

export function Actions({ actions }: { readonly actions: readonly Action[] }) {
  return actions.filter(applies).map((action) => (
    <button
      key={action.id}
      type="button"
      className={action.main ? 'button primary' : 'button'}
      disabled={action.off}
      onClick={action.run}
      {...(action.key ? { 'aria-keyshortcuts': `Alt+Shift+${action.key}` } : {})}
      {...stateOf(action)}
    >
      {action.label}
    </button>
  ));
}

/** Runs actions by their keys while the focus is inside an element. */
export function useActionKeys(
  inside: RefObject<HTMLElement | null>,
  actions: readonly Action[],
): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const here = event.target instanceof Node && inside.current?.contains(event.target);
      if (!here || !event.altKey || !event.shiftKey) return;
      const action = actions.find(({ key }) => key && event.code === `Key${key}`);
      if (!action || action.off || !applies(action)) return;
      event.preventDefault();
      action.run();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  });
}

function applies({ when = true }: Action): boolean {
  return when;
}

function stateOf({ state }: Action) {
  if (!state) return {};
  return 'pressed' in state
    ? { 'aria-pressed': state.pressed }
    : { 'aria-expanded': state.expanded };
}
