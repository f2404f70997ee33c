/** A dataset as plain JSON and back: what a view needs besides answers. */
import type { Dataset } from '../model/dataset.ts';
import { type UnitState, unitIndex } from '../model/unit.ts';

/** Maps, and the field of their items that is the key. */
const MAPS = {
  sources: 'source',
  measures: 'measure',
  indicators: 'indicator',
  records: 'record',
  periods: 'code',
} as const;

type MapName = keyof typeof MAPS;
type Plain = Omit<Dataset, 'units' | 'recordFiles' | MapName>;

export interface PackedDataset {
  readonly plain: Plain;
  readonly units: readonly UnitState[];
  readonly recordFiles: readonly string[];
  /** Items of the maps, in their order. */
  readonly maps: Readonly<Record<MapName, readonly unknown[]>>;
}

export function packDataset(data: Dataset): PackedDataset {
  const { units, recordFiles, sources, measures, indicators, records, periods, ...plain } = data;
  return {
    plain,
    units: units.ids.flatMap((id) => units.states(id)),
    recordFiles: [...recordFiles],
    maps: {
      sources: [...sources.values()],
      measures: [...measures.values()],
      indicators: [...indicators.values()],
      records: [...records.values()],
      periods: [...periods.values()],
    },
  };
}

export function unpackDataset({ plain, units, recordFiles, maps }: PackedDataset): Dataset {
  const made = Object.entries(MAPS).map(([name, key]) => {
    const items = maps[name as MapName] as readonly Readonly<Record<string, unknown>>[];
    return [name, new Map(items.map((item) => [item[key], item]))];
  });
  return {
    ...plain,
    ...(Object.fromEntries(made) as Pick<Dataset, MapName>),
    units: unitIndex(units),
    recordFiles: new Set(recordFiles),
  };
}
