/** Which units are compared: of which level, and on whose boundaries. Nothing to choose from is not shown. */

import { levelsOf } from '../../../model/tree/levels.ts';
import { type Basis, lineageOf } from '../../../model/tree/lineage.ts';
import { levelName } from '../../../text/name.ts';
import { words } from '../../../text/words.ts';
import { useDesk } from '../desk.ts';
import { Choice } from '../fields.tsx';

export function PlaceChoices({ size }: { readonly size?: 'bare' }) {
  const { data, state, change } = useDesk();
  const common = size ? { size } : {};
  const levels = levelsOf(data.units).map((level) => ({ id: level, name: levelName(level) }));
  const bases = [
    { id: 'then', name: words.place.atTheTime },
    { id: 'now', name: words.place.today },
  ];
  return (
    <>
      {levels.length > 1 && (
        <Choice
          {...common}
          label={words.place.level}
          value={state.level}
          options={[{ id: '', name: words.place.asReported }, ...levels]}
          onChange={(level) => change({ level })}
        />
      )}
      {lineageOf(data).hasChanges && (
        <Choice
          {...common}
          label={words.place.basis}
          value={state.basis}
          options={bases}
          onChange={(basis) => change({ basis: basis as Basis })}
        />
      )}
    </>
  );
}
