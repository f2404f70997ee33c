/** Which units are compared: as they report, or those of one level by what the units below them add up to. */
import { levelsOf } from '../../../model/tree/levels.ts';
import { levelName } from '../../../text/name.ts';
import { words } from '../../../text/words.ts';
import { useDesk } from '../desk.ts';
import { Choice } from '../fields.tsx';

export function LevelChoice({ size }: { readonly size?: 'bare' }) {
  const { data, state, change } = useDesk();
  const levels = levelsOf(data.units);
  if (levels.length < 2) return null;
  const options = levels.map((level) => ({ id: level, name: levelName(level) }));
  return (
    <Choice
      {...(size ? { size } : {})}
      label={words.place.level}
      value={state.level}
      options={[{ id: '', name: words.place.asReported }, ...options]}
      onChange={(level) => change({ level })}
    />
  );
}
