/** A package of some units only, cut out of another one: their figures, documents and remarks, and nothing else. */

import { type ResourceName, SCHEMAS } from '../../ingest/schema.ts';
import type { Dataset } from '../../model/dataset.ts';
import { NOTHING_DECLARED } from '../answers.ts';
import type { PackageFiles } from '../read/read.ts';
import { type Base, rowsIn } from './base.ts';
import { type Cells, packageCsv } from './csv.ts';
import { packageFiles } from './package.ts';
import { placeCut } from './place.ts';

/** A unit and all below it, in any of their states. */
export function unitsUnder({ units }: Dataset, unit: string): ReadonlySet<string> {
  const found = new Set([unit]);
  for (const id of found) for (const child of units.children(id)) found.add(child);
  return found;
}

/** What a cut package is called. */
export interface CutAbout {
  readonly name: string;
  readonly title: string;
  readonly created: string;
}

/**
 * The files of a package with what is about `unit` and the units below it. Units above them, and those they came from
 * or went into, stay by name; documents stay that are theirs or that a row names; decisions where their issue names one
 * of the units. What is lost of its place among other packages, `placeCut` says.
 */
export function cutOut(base: Base, data: Dataset, unit: string, about: CutAbout): PackageFiles {
  const inside = unitsUnder(data, unit);
  const has = (row: Cells, ...columns: string[]) =>
    columns.some((column) => inside.has(String(row[column])));
  const tables = {
    observations: rowsOf(base, 'observations').filter((row) => has(row, 'unit')),
    findings: rowsOf(base, 'findings').filter((row) => has(row, 'unit')),
    unit_changes: rowsOf(base, 'unit_changes').filter((row) => has(row, 'from_unit', 'to_unit')),
    decisions: rowsOf(base, 'decisions').filter((row) =>
      String(row.issue)
        .split('~')
        .some((part) => inside.has(part)),
    ),
  };
  const others = tables.unit_changes.flatMap((row) => [String(row.from_unit), String(row.to_unit)]);
  const near = [...inside, ...others.filter(data.units.has)];
  const named = new Set([...near, ...near.flatMap((id) => data.units.ancestors(id))]);
  const cited = new Set(Object.values(tables).flatMap((rows) => rows.map((row) => row.source)));
  const all = {
    units: rowsOf(base, 'units').filter((row) => named.has(String(row.unit))),
    sources: rowsOf(base, 'sources').filter((row) => has(row, 'unit') || cited.has(row.source)),
    ...tables,
  };
  const files = new Map(base.files);
  for (const [name, rows] of Object.entries(all) as [keyof typeof all, Cells[]][]) {
    if (!base.tables.has(name)) continue;
    const bytes = packageCsv(columnsIn(base, name), rows);
    files.set(name, [{ path: `${name}.csv`, bytes }]);
  }
  const nothing = {
    sources: [],
    drafts: [],
    declared: NOTHING_DECLARED,
    mappings: [],
    records: [], // of other units as well: whoever needs them asks for them
  };
  const place = placeCut(base.place, data, inside);
  return packageFiles({
    ...about,
    ...nothing,
    place,
    base: { ...base, files, records: new Map() },
  });
}

const columnsIn = ({ tables }: Base, name: ResourceName) =>
  Object.keys(SCHEMAS[name]).filter((column) => tables.get(name)?.has(column));

const rowsOf = (base: Base, name: ResourceName): Cells[] =>
  rowsIn(base.tables.get(name), columnsIn(base, name)) as Cells[];
