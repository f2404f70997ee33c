/** Where in the tree the reader is, and the ways back up. */
import { levelBelow, levelsOf } from '../../../model/tree/levels.ts';
import { unitName } from '../../../text/name.ts';
import { words } from '../../../text/words.ts';
import { useDesk } from '../desk.ts';
import { Link } from '../link.tsx';

/** From everywhere down to the unit whose children are shown; nothing where the reader is not below anything. */
export function Crumbs() {
  const { data, state } = useDesk();
  const { under, level } = state;
  if (!under) return null;
  const line = [...data.units.ancestors(under)].reverse();
  const down = (unit: string) => (level ? { level: levelBelow(data.units, unit) } : {});
  const top = level ? { level: topLevel(line[0] ?? under) } : {};
  return (
    <nav className="crumbs" aria-label={words.place.path}>
      <span className="visually-hidden">{words.control.under(unitName(data, under))}</span>
      <Link to={{ under: '', unit: [], ...top }}>{words.place.all}</Link>
      {line.map((unit) => (
        <span key={unit}>
          › <Link to={{ under: unit, unit: [], ...down(unit) }}>{unitName(data, unit)}</Link>
        </span>
      ))}
      <span aria-current="location">› {unitName(data, under)}</span>
    </nav>
  );

  function topLevel(root: string): string {
    const own = data.units.at(root).level;
    return levelsOf(data.units).includes(own) ? own : '';
  }
}
