/** A unit's name as the way into it. */
import { packageBelow } from '../../../model/dataset.ts';
import { unitName } from '../../../text/name.ts';
import { useDesk } from '../desk.ts';
import { Link } from '../link.tsx';
import { intoUnit } from './into.ts';

interface UnitProps {
  readonly unit: string;
  readonly period?: string;
}

export function UnitLink({ unit, period }: UnitProps) {
  const desk = useDesk();
  return <Link to={intoUnit(desk, unit, period)}>{unitName(desk.data, unit, period)}</Link>;
}

/** In lists whose rows have no link of their own: a link only where it leads further down. */
export function UnitOfLevel({ unit, period }: UnitProps) {
  const { data, state } = useDesk();
  if (!state.level && packageBelow(data, unit) === null) return unitName(data, unit, period);
  return period === undefined ? <UnitLink unit={unit} /> : <UnitLink unit={unit} period={period} />;
}
