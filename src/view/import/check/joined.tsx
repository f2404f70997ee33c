/** What is to be said of the package that is joined: that it is another one now, or cannot be joined. */
import { subjectOf } from '../../../model/dataset.ts';
import { unitName } from '../../../text/name.ts';
import { words } from '../../../text/words.ts';
import { type Desk, useDesk } from '../../part/desk.ts';
import { isOwnChange, useBring } from '../bring.ts';
import type { Import } from '../use-import.ts';

export function JoinedNotes({ state }: { readonly state: Import }) {
  const { data } = useDesk();
  const { planned, faults, again, work } = state;
  const bring = useBring();
  const isNews = planned?.isNewer === true && !isOwnChange(bring, planned.hash);
  const unknown = planned?.unknown.map((id) => nameOf(data, id)) ?? [];
  return (
    <>
      {isNews && (
        <p role="status" className="notice" data-base-newer>
          {words.import.joined.newer(work.joins ? planned.title : data.title)}
        </p>
      )}
      {unknown.length > 0 && (
        <p role="alert" className="notice error" data-problem="base-unknown">
          {words.import.joined.unknown(unknown.join(', '))}
        </p>
      )}
      {faults.map((fault) => (
        <p key={fault} role="alert" className="notice error" data-problem="package-broken">
          {words.import.refusal['package-broken'](fault)}
        </p>
      ))}
      {faults.length > 0 && (
        <p className="notice">
          {words.import.joined.nothingLost}{' '}
          <button type="button" className="button" data-import-again onClick={again}>
            {words.failure.retry}
          </button>
        </p>
      )}
    </>
  );
}

/** As the open package names it, which may be older; an id where nobody knows it. */
function nameOf(data: Desk['data'], id: string): string {
  if (data.units.has(id)) return unitName(data, id);
  return subjectOf(data, id)?.name ?? id;
}
