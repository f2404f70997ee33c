/** The fourth step: cells that cannot be read, what would change, what does not add up; nothing is kept yet. */
import { formatCount } from '../../../model/writing/number.ts';
import { words } from '../../../text/words.ts';
import { useDesk } from '../../part/desk.ts';
import { TextField } from '../../part/fields.tsx';
import { useBring } from '../bring.ts';
import { PlaceLostNotes } from '../place-lost.tsx';
import type { Import } from '../use-import.ts';
import { Changes } from './changes.tsx';
import { KeptFigures } from './figures.tsx';
import { Found } from './found.tsx';
import { JoinedNotes } from './joined.tsx';
import { Problems } from './problems.tsx';
import { RecordsFound } from './records.tsx';
import { PassedSums } from './sums.tsx';

export function CheckedStep({ state }: { readonly state: Import }) {
  const { work, found, busy, planned, storeFault } = state;
  return (
    <>
      <h2>{words.import.checks}</h2>
      {found && work.whole ? (
        <p>
          {words.import.packageFound(found.data.title, formatCount(found.data.observationCount))}
        </p>
      ) : (
        <Destination state={state} />
      )}
      {planned && <PlaceLostNotes lost={planned.lost} />}
      <RecordsFound state={state} />
      <Problems state={state} />
      {state.shown && <PassedSums shown={state.shown} state={state} />}
      <JoinedNotes state={state} />
      {storeFault && (
        <p role="alert" className="notice error" data-problem="store">
          {words.import.shelfFailed(storeFault)}
        </p>
      )}
      {busy && <p role="status">{words.import.checking}</p>}
      {found && <Found {...{ found, state }} />}
      {planned?.changes && work.joins && (
        <Changes changes={planned.changes} found={found} state={state} />
      )}
      {state.shown && <KeptFigures shown={state.shown} />}
    </>
  );
}

/** Whether the figures join the open package, and under which title they are kept. */
function Destination({ state }: { readonly state: Import }) {
  const { data } = useDesk();
  const { path } = useBring();
  const { work, planned } = state;
  const { joins, typed } = work;
  const title = joins ? (planned?.title ?? data.title) : work.title;
  const choose = (joinsNow: boolean) =>
    state.change((now) => ({ ...now, joins: joinsNow, typed: null }));
  return (
    <fieldset className="import-destination">
      <legend>{words.import.destination}</legend>
      {path !== '' && (
        <label>
          <input type="radio" name="destination" checked={joins} onChange={() => choose(true)} />{' '}
          {words.import.joins(data.title)}
        </label>
      )}
      <label>
        <input type="radio" name="destination" checked={!joins} onChange={() => choose(false)} />{' '}
        {words.import.alone}
      </label>
      <TextField
        label={words.import.packageTitle}
        value={typed ?? title}
        onChange={(text) => state.change((now) => ({ ...now, typed: text }))}
      />
      {joins && typed === null && title !== data.title && (
        <p className="small muted" data-title-over>
          {words.import.titleOver(data.title)}
        </p>
      )}
    </fieldset>
  );
}
