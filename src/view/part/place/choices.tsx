/** Which units are compared: of which level, and on whose boundaries. Nothing to choose from is not shown. */

import { levelsOf } from '../../../model/tree/levels.ts';
import { type Basis, lineageOf } from '../../../model/tree/lineage.ts';
import { levelName } from '../../../text/name.ts';
import { words } from '../../../text/words.ts';
import { useDesk } from '../desk.ts';
import { Choice } from '../fields.tsx';

interface Sized {
  readonly size?: 'bare';
}

export function PlaceChoices({ size }: Sized) {
  const { data, state, change } = useDesk();
  const common = size ? { size } : {};
  const levels = levelsOf(data.units).map((level) => ({ id: level, name: levelName(level) }));
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
      <BasisChoice {...common} />
    </>
  );
}

/** Nothing where no unit went into another one. */
export function BasisChoice({ size }: Sized) {
  const { data, state, change } = useDesk();
  if (!lineageOf(data).hasChanges) return null;
  return (
    <Choice
      {...(size ? { size } : {})}
      label={words.place.basis}
      value={state.basis}
      options={[
        { id: 'then', name: words.place.atTheTime },
        { id: 'now', name: words.place.today },
      ]}
      onChange={(basis) => change({ basis: basis as Basis })}
    />
  );
}
