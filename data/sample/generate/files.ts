/** Rows → the files of the package: CSV for what people read, Parquet for the many. */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { Column } from '../../../src/engine/engine.ts';
import { exportParquet, openNativeEngine } from '../../../src/engine/native.ts';
import { years } from './promised.ts';
import type { TextRow } from './row.ts';
import { COLUMNS, type Row } from './row.ts';
import type { Sample } from './sample.ts';

/** A package of the generator: its folder under `data`, and what it is called. */
export interface Head {
  readonly name: string;
  readonly title: string;
}

export const SAMPLE: Head = {
  name: 'sample',
  title: 'Số liệu mô phỏng: thị xã Lam Khuê, 2021–2025',
};
export const SAMPLE_2025: Head = {
  name: 'sample-2025',
  title: 'Số liệu mô phỏng: Lam Khuê sau sắp xếp đơn vị 2025',
};
const CREATED = '2026-01-31';

const HEADERS = {
  units: 'unit,name,kind,level,parent,code,valid_from,valid_to,aliases,tile_row,tile_column',
  unit_changes: 'date,kind,from_unit,to_unit,share,source',
  sources: 'source,unit,number,title,issuer,signed_on,period,cutoff,due_on,received_on,file,remark',
  findings: 'source,locator,unit,period,measure,code,note',
};

/** Writes every file into `folder`, the descriptor last. */
export async function writeSample(folder: string, of: Head, sample: Sample): Promise<void> {
  const tables = {
    units: sample.units,
    unit_changes: sample.unitChanges,
    sources: sample.sources,
    findings: sample.findings,
  };
  const resources: object[] = [];
  for (const [name, rows] of Object.entries(tables)) {
    const path = `${name}.csv`;
    writeFileSync(join(folder, path), csv(HEADERS[name as keyof typeof tables], rows));
    resources.push({ name, path, format: 'csv', ...seal(folder, path) });
  }
  const paths = await writeObservations(folder, sample.observations);
  const seals = paths.map((path) => seal(folder, path));
  const bytes = seals.map((item) => item.bytes);
  const hash = seals.map((item) => item.hash);
  resources.push({ name: 'observations', path: paths, format: 'parquet', bytes, hash });
  const head = { ...of, created: CREATED, keywords: ['synthetic'] };
  const descriptor = JSON.stringify({ ...head, resources }, null, 2);
  writeFileSync(join(folder, 'datapackage.json'), `${descriptor}\n`);
}

function csv(header: string, rows: readonly TextRow[]): string {
  const columns = header.split(',');
  const data = rows.map((row) => columns.map((name) => row[name] ?? ''));
  return `${Papa.unparse({ fields: columns, data }, { newline: '\n' })}\n`;
}

/** One file a year of the period told, of which there is anything. */
async function writeObservations(folder: string, rows: readonly Row[]): Promise<string[]> {
  const engine = await openNativeEngine();
  const paths: string[] = [];
  for (const year of years()) {
    const path = `observations-${year}.parquet`;
    const own = rows.filter((row) => row.period.startsWith(String(year)));
    if (own.length === 0) continue;
    await engine.insert('observations', columnsOf(own));
    await exportParquet(engine, 'observations', join(folder, path));
    await engine.rows('DROP TABLE observations');
    paths.push(path);
  }
  await engine.close();
  return paths;
}

function columnsOf(rows: readonly Row[]): Column[] {
  return COLUMNS.map((name) => ({
    name,
    type: name === 'value' ? 'number' : 'text',
    values: rows.map((row) => row[name]),
  }));
}

function seal(folder: string, path: string): { bytes: number; hash: string } {
  const bytes = readFileSync(join(folder, path));
  return {
    bytes: bytes.length,
    hash: `sha256:${createHash('sha256').update(bytes).digest('hex')}`,
  };
}
