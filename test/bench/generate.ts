/** Writes a synthetic package: provinces, districts and communes that report every quarter. */
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Column } from '../../src/engine/engine.ts';
import { exportParquet, openNativeEngine } from '../../src/engine/native.ts';
import { seededRandom } from './random.ts';
import { newOffice, quarterRows, type Row, targetRow } from './report.ts';

export interface Plan {
  readonly name: string;
  readonly title: string;
  readonly districts: number;
  readonly communes: number;
  readonly format: 'csv' | 'parquet';
  /** More measures in every report. */
  readonly wide: boolean;
  /** Whether the app shows the package before it has checked it (session.ts). */
  readonly checksFollow: boolean;
}

export const FIVE_THOUSAND: Plan = {
  name: 'bench-5k',
  title: '5 thousand generated observations',
  districts: 1,
  communes: 15,
  format: 'csv',
  wide: false,
  checksFollow: false,
};

export const ONE_MILLION: Plan = {
  name: 'bench-1m',
  title: '1 million generated observations',
  districts: 150,
  communes: 15,
  format: 'parquet',
  wide: true,
  checksFollow: true,
};

const SEED = 20_231_205;
export const YEARS = [2020, 2021, 2022, 2023, 2024] as const;
const QUARTERS = [1, 2, 3, 4] as const;
const SYLLABLES = ['An', 'Bình', 'Châu', 'Đức', 'Hòa', 'Khê', 'Long', 'Mỹ', 'Nghĩa', 'Phú', 'Sơn'];
const LAST_DAYS = ['03-31', '06-30', '09-30', '12-31'];

export function districtId(at: number): string {
  return `huyen-${String(at + 1).padStart(3, '0')}`;
}

export function communeId(district: number, at: number): string {
  return `xa-${String(district + 1).padStart(3, '0')}-${String(at + 1).padStart(2, '0')}`;
}

/** Writes the package into `folder` and returns how many observations it has. */
export async function writePackage(plan: Plan, folder: string): Promise<number> {
  await mkdir(folder, { recursive: true });
  const { years, sources } = makeRows(plan);
  await writeFile(join(folder, 'units.csv'), csv(unitRows(plan)));
  await writeFile(join(folder, 'sources.csv'), csv(sources));
  const files =
    plan.format === 'csv' ? await writeCsv(folder, years) : await writeParquet(folder, years);
  await writeDescriptor(plan, folder, files);
  return years.reduce((count, rows) => count + rows.length, 0);
}

type Source = Readonly<Record<string, string>>;

/** Rows by year (a file each), and the reports they come from. */
function makeRows(plan: Plan): { years: Row[][]; sources: Source[] } {
  const random = seededRandom(SEED);
  const years: Row[][] = YEARS.map(() => []);
  const sources: Source[] = [];
  for (const unit of communes(plan)) {
    const office = newOffice(unit, random);
    for (const [at, year] of YEARS.entries()) {
      const rows = years[at] ?? [];
      for (const quarter of QUARTERS) {
        const period = `${year}-Q${quarter}`;
        const source = `bc-${unit}-${year}-q${quarter}`;
        const stated = quarterRows(office, period, source, plan.wide, random);
        sources.push(sourceOf(source, unit, period, year, quarter, stated.length > 0));
        rows.push(...stated);
        if (quarter === 1) rows.push(targetRow(unit, year, source, random));
      }
    }
  }
  return { years, sources };
}

function sourceOf(
  source: string,
  unit: string,
  period: string,
  year: number,
  quarter: number,
  received: boolean,
): Source {
  const next =
    quarter === 4 ? `${year + 1}-01` : `${year}-${String(quarter * 3 + 1).padStart(2, '0')}`;
  return {
    source,
    unit,
    number: `${quarter}-BC/ĐU`,
    title: `Báo cáo công tác dân vận ${period}`,
    signed_on: received ? `${next}-05` : '',
    period,
    due_on: `${year}-${LAST_DAYS[quarter - 1]}`,
    received_on: received ? `${next}-08` : '',
  };
}

function communes(plan: Plan): string[] {
  return Array.from({ length: plan.districts }, (_, district) =>
    Array.from({ length: plan.communes }, (_, at) => communeId(district, at)),
  ).flat();
}

function unitRows(plan: Plan): Record<string, string>[] {
  const place = (at: number) =>
    `${SYLLABLES[at % 11]} ${SYLLABLES[Math.floor(at / 11 + at) % 11]} ${at + 1}`;
  const unit = (id: string, name: string, kind: string, level: string, parent: string) => ({
    unit: id,
    name: `${kind} ${name}`,
    kind: kind.toLowerCase(),
    level,
    parent,
  });
  const districts = Array.from({ length: plan.districts }, (_, at) => at);
  return [
    unit('tinh', 'Thử Nghiệm', 'Tỉnh', 'province', ''),
    ...districts.map((at) => unit(districtId(at), place(at), 'Huyện', 'district', 'tinh')),
    ...districts.flatMap((district) =>
      Array.from({ length: plan.communes }, (_, at) => {
        const name = place(district * plan.communes + at);
        return unit(communeId(district, at), name, 'Xã', 'commune', districtId(district));
      }),
    ),
  ];
}

async function writeCsv(folder: string, years: readonly Row[][]): Promise<string[]> {
  const name = 'observations.csv';
  await writeFile(join(folder, name), csv(years.flat()));
  return [name];
}

/** One file a year, as a province would export them. */
async function writeParquet(folder: string, years: readonly Row[][]): Promise<string[]> {
  const engine = await openNativeEngine();
  const names: string[] = [];
  for (const [at, rows] of years.entries()) {
    const name = `observations-${YEARS[at]}.parquet`;
    await engine.insert('observations', columnsOf(rows));
    await exportParquet(engine, 'observations', join(folder, name));
    await engine.rows('DROP TABLE observations');
    names.push(name);
  }
  await engine.close();
  return names;
}

function columnsOf(rows: readonly Row[]): Column[] {
  const names = Object.keys(rows[0] ?? {}) as (keyof Row)[];
  return names.map((name) => ({
    name,
    type: name === 'value' ? 'number' : 'text',
    values: rows.map((row) => row[name]),
  }));
}

/** No generated text holds a comma or a quote, except printed percentages. */
function csv(rows: readonly object[]): string {
  const cell = (value: unknown) => (/[",]/.test(String(value)) ? `"${value}"` : String(value));
  const lines = rows.map((row) => Object.values(row).map(cell).join(','));
  return [Object.keys(rows[0] ?? {}).join(','), ...lines, ''].join('\n');
}

async function writeDescriptor(plan: Plan, folder: string, files: readonly string[]) {
  const resource = async (name: string, paths: readonly string[], format: string) => {
    const contents = await Promise.all(paths.map((path) => readFile(join(folder, path))));
    const bytes = contents.map((content) => content.length);
    const hash = contents.map((c) => `sha256:${createHash('sha256').update(c).digest('hex')}`);
    return { name, path: paths, format, bytes, hash };
  };
  const resources = [
    await resource('units', ['units.csv'], 'csv'),
    await resource('sources', ['sources.csv'], 'csv'),
    await resource('observations', files, plan.format),
  ];
  const { name, title } = plan;
  const descriptor = { name, title, created: '2025-01-15', keywords: ['synthetic'], resources };
  await writeFile(join(folder, 'datapackage.json'), JSON.stringify(descriptor, null, 2));
}
