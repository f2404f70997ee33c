/** Small packages of counted dossiers, written as lists: who existed when, under whom, and what each reported. */
import { descriptor } from './fixture.ts';

export interface CountedUnit {
  readonly unit: string;
  readonly level: string;
  readonly parent?: string;
  readonly kind?: string;
  readonly name?: string;
  readonly from?: string;
  readonly to?: string;
}

/** Dossiers received of which so many online; a status or a document's cut-off where it matters. */
export interface Counted {
  readonly unit: string;
  readonly period: string;
  readonly online: number;
  readonly received: number;
  readonly status?: string;
  readonly source?: string;
}

export interface CountedPackage {
  readonly units: readonly CountedUnit[];
  /** "date kind from to share" */
  readonly changes?: readonly string[];
  /** "source unit period cutoff" */
  readonly sources?: readonly string[];
  readonly counts: readonly Counted[];
  /** Further rows: "unit period measure value". */
  readonly more?: readonly string[];
}

/** The folder as a publisher delivers it. */
export function countedFiles({
  units,
  changes = [],
  sources = [],
  counts,
  more = [],
}: CountedPackage) {
  const csv = (header: string, rows: readonly string[]) => `${[header, ...rows].join('\n')}\n`;
  const commas = (text: string) => text.split(' ').join(',');
  const statement = (row: Counted, measure: string, value: number) =>
    [row.unit, row.period, measure, value, row.status ?? '', row.source ?? ''].join(',');
  return {
    'datapackage.json': descriptor('counted', 'Đếm hồ sơ', [
      { name: 'units', path: 'units.csv' },
      { name: 'unit_changes', path: 'unit_changes.csv' },
      { name: 'sources', path: 'sources.csv' },
      { name: 'observations', path: 'observations.csv' },
    ]),
    'units.csv': csv(
      'unit,name,kind,level,parent,valid_from,valid_to',
      units.map((u) =>
        [
          u.unit,
          u.name ?? u.unit,
          u.kind ?? '',
          u.level,
          u.parent ?? '',
          u.from ?? '',
          u.to ?? '',
        ].join(','),
      ),
    ),
    'unit_changes.csv': csv('date,kind,from_unit,to_unit,share', changes.map(commas)),
    'sources.csv': csv('source,unit,period,cutoff', sources.map(commas)),
    'observations.csv': csv('unit,period,measure,value,status,source', [
      ...counts.flatMap((row) => [
        statement(row, 'dossiers_received_online', row.online),
        statement(row, 'dossiers_received', row.received),
      ]),
      ...more.map((row) => `${commas(row)},,`),
    ]),
  };
}
