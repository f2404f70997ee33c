/** What figures name and a package does not have: their rows would be set aside when it is opened. */
import type { ResourceName } from '../../ingest/schema.ts';
import type { Declared, Row } from '../answers.ts';
import type { Draft } from '../shape/draft.ts';
import { type Base, rowsIn } from './base.ts';

/** Ids of units, measures and indicators, each once. */
export function unknownIn(
  drafts: readonly Pick<Draft, 'unit' | 'measure'>[],
  base: Pick<Base, 'tables' | 'catalogue'>,
  declared: Declared,
): readonly string[] {
  const units = idsOf(base, 'units', 'unit', declared.units);
  const subjects = new Set([
    ...idsOf(base, 'measures', 'measure', declared.measures),
    ...idsOf(base, 'indicators', 'indicator', declared.indicators),
  ]);
  const named = drafts.flatMap(({ unit, measure }) => [
    ...(units.has(unit) ? [] : [unit]),
    ...(subjects.has(measure) ? [] : [measure]),
  ]);
  return [...new Set(named)];
}

function idsOf(
  { tables, catalogue }: Pick<Base, 'tables' | 'catalogue'>,
  name: ResourceName,
  column: string,
  declared: readonly Row[],
): ReadonlySet<string> {
  const rows = [catalogue, tables].flatMap((all) => rowsIn(all.get(name), [column]));
  return new Set([...rows, ...declared].map((row) => String(row[column])));
}
