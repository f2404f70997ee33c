/** The last step: the package lies in this browser, and can be carried elsewhere. */
import { words } from '../../text/words.ts';
import { PassedSums } from './check/sums.tsx';
import type { Import } from './use-import.ts';

export function KeptStep({ state }: { readonly state: Import }) {
  return (
    <div role="status" className="import-done">
      <p>
        <strong>{words.import.keptTitle(state.work.title)}</strong>
      </p>
      <p>{words.import.keptLead}</p>
      {state.shown && <PassedSums shown={state.shown} />}
    </div>
  );
}
