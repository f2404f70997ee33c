/** A dataset as plain JSON and back: what a view needs besides answers. */
import type { Dataset } from '../model/dataset.ts';
import { type UnitState, unitIndex } from '../model/unit.ts';

const MAPS = ['sources', 'measures', 'indicators', 'records', 'periods'] as const;

type Plain = Omit<Dataset, 'units' | 'recordFiles' | (typeof MAPS)[number]>;

export interface PackedDataset {
  readonly plain: Plain;
  readonly units: readonly UnitState[];
  readonly recordFiles: readonly string[];
  /** Entries of the maps, in their order. */
  readonly maps: Readonly<Record<(typeof MAPS)[number], readonly (readonly [string, unknown])[]>>;
}

export function packDataset(data: Dataset): PackedDataset {
  const { units, recordFiles, sources, measures, indicators, records, periods, ...plain } = data;
  const maps = { sources, measures, indicators, records, periods };
  return {
    plain,
    units: units.ids.flatMap((id) => units.states(id)),
    recordFiles: [...recordFiles],
    maps: Object.fromEntries(
      MAPS.map((name) => [name, [...maps[name]]]),
    ) as unknown as PackedDataset['maps'],
  };
}

export function unpackDataset({ plain, units, recordFiles, maps }: PackedDataset): Dataset {
  const made = Object.fromEntries(MAPS.map((name) => [name, new Map(maps[name])]));
  return {
    ...plain,
    ...(made as unknown as Pick<Dataset, (typeof MAPS)[number]>),
    units: unitIndex(units),
    recordFiles: new Set(recordFiles),
  };
}
