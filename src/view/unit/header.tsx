/** Where a unit stands: its line of parents, its states over time, what it came from and went into. */

import { withPart } from '../../address/reset.ts';
import { packageBelow } from '../../model/dataset.ts';
import { ownOf } from '../../model/group.ts';
import { childrenOf } from '../../model/tree/children.ts';
import { formatDay } from '../../model/writing/date.ts';
import { formatCount } from '../../model/writing/number.ts';
import { unitName } from '../../text/name.ts';
import { words } from '../../text/words.ts';
import { useDesk } from '../part/desk.ts';
import { Link } from '../part/link.tsx';

export function UnitHeader({ unit }: { readonly unit: string }) {
  const desk = useDesk();
  const { data } = desk;
  const state = data.units.at(unit);
  const line = [...data.units.ancestors(unit)].reverse();
  const part = packageBelow(data, unit);
  return (
    <div className="small">
      <p className="crumbs">
        {line.map((id) => (
          <span key={id}>
            <Link to={{ unit: [id] }}>{unitName(data, id)}</Link> ›
          </span>
        ))}
        <span>{ownOf(words.level, state.level) ?? state.level}</span>
        {state.code && <span>· {words.unit.code(state.code)}</span>}
        {state.aliases.length > 0 && <span>· {words.unit.aliases(state.aliases.join(', '))}</span>}
      </p>
      <Changes unit={unit} />
      {part !== null && (
        <p>
          <Link to={withPart(desk.state, part)}>{words.place.partOf(unitName(data, unit))}</Link>
        </p>
      )}
      <Children unit={unit} />
    </div>
  );
}

function Changes({ unit }: { readonly unit: string }) {
  const { data } = useDesk();
  const changes = data.unitChanges.filter(
    (change) => change.fromUnit === unit || change.toUnit === unit,
  );
  if (changes.length === 0) return null;
  /** As it was called then: on the day before a change, or from that day on. */
  const nameOf = (id: string, isThen: (from: string) => boolean): string => {
    const states = data.units.has(id) ? data.units.states(id) : [];
    const then = states.filter(({ validFrom }) => isThen(validFrom ?? '')).at(-1);
    return then?.name ?? states[0]?.name ?? id;
  };
  return (
    <details>
      <summary>{words.unit.history}</summary>
      <ul>
        {changes.map((change) => (
          <li key={`${change.date}~${change.fromUnit}~${change.toUnit}`}>
            {words.unit.changeLine(
              formatDay(change.date),
              ownOf(words.unit.changes, change.kind) ?? change.kind,
              nameOf(change.fromUnit, (from) => from < change.date),
              change.toUnit ? nameOf(change.toUnit, (from) => from <= change.date) : '',
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Children({ unit }: { readonly unit: string }) {
  const { data } = useDesk();
  const { standing, gone } = childrenOf(data, unit);
  if (standing.length + gone.length === 0) return null;
  return (
    <details>
      <summary>
        {words.unit.children} ({formatCount(standing.length)})
      </summary>
      <p>
        <Link to={{ view: 'compare', under: unit, unit: [] }}>{words.unit.compareChildren}</Link>
      </p>
      <UnitLinks units={standing} />
      {gone.length > 0 && (
        <>
          <p>{words.unit.childrenGone(gone.length)}</p>
          <UnitLinks units={gone} />
        </>
      )}
    </details>
  );
}

function UnitLinks({ units }: { readonly units: readonly string[] }) {
  const { data } = useDesk();
  return (
    <ul className="crumbs">
      {units.map((id) => (
        <li key={id}>
          <Link to={{ unit: [id] }}>{unitName(data, id)}</Link>
        </li>
      ))}
    </ul>
  );
}
