/** A link to a unit that has ended: what it went into, and the way there. */
import type { MovedUnit } from '../../address/resolve.ts';
import { lineageOf } from '../../model/tree/lineage.ts';
import { formatDay } from '../../model/writing/date.ts';
import { unitName } from '../../text/name.ts';
import { words } from '../../text/words.ts';
import { useDesk } from '../part/desk.ts';
import { Link } from '../part/link.tsx';

/** Screens that show figures of units. */
const SCREENS: readonly string[] = ['overview', 'compare', 'trend', 'unit', 'table', 'explain'];

export function MovedNotices({ moved }: { readonly moved: readonly MovedUnit[] }) {
  const { data, state } = useDesk();
  if (!SCREENS.includes(state.view)) return null;
  const isNow = state.basis === 'now';
  return moved.slice(0, MOST_TOLD).map(({ param, unit, into }) => {
    const date = lineageOf(data)
      .changesOf(unit)
      .find(({ fromUnit }) => fromUnit === unit)?.date;
    const names = into.map((id) => unitName(data, id)).join(', ');
    const say = isNow ? words.place.movedNow : words.place.movedThen;
    const named = param === 'under' ? { under: into[0] ?? '' } : { unit: into };
    return (
      <p
        key={`${param} ${unit}`}
        role="status"
        data-param={param}
        data-moved={unit}
        className="notice"
      >
        {say(unitName(data, unit), date ? formatDay(date) : '', names)}{' '}
        {!isNow && <Link to={{ ...named, basis: 'now' }}>{words.place.toNow}</Link>}
        {isNow && (
          <Link to={{ [param]: param === 'under' ? unit : [unit], basis: 'then' }}>
            {words.place.toThen}
          </Link>
        )}
      </p>
    );
  });
}

/** More would push the screen down. */
const MOST_TOLD = 3;
