/**
 * Writes a nation as packages: one of all provinces, and one of the communes of each province, partitioned by year. The
 * figures of a province are the sums of its communes'; the same seed gives the same packages.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Engine } from '../../src/engine/engine.ts';
import { literal } from '../../src/engine/literal.ts';
import { exportParquet, openNativeEngine } from '../../src/engine/native.ts';

export interface Nation {
  readonly provinces: number;
  /** In all provinces together. */
  readonly communes: number;
  readonly firstYear: number;
  readonly years: number;
  /** Rates, each of two measures of its own. */
  readonly indicators: number;
}

/** After the reorganisation of 2025, near enough. */
export const NATION: Nation = {
  ...{ provinces: 34, communes: 3300 },
  ...{ firstYear: 2015, years: 10, indicators: 100 },
};

export const SMALL_NATION: Nation = {
  ...{ provinces: 3, communes: 13 },
  ...{ firstYear: 2023, years: 2, indicators: 2 },
};

export const WHOLE = 'data/ca-nuoc';
export const provincePackage = (province: number) => `data/${provinceId(province)}`;
export const provinceId = (province: number) => `tinh-${padded(province + 1, 2)}`;
export const indicatorId = (at: number) => `ty_le_${padded(at + 1, 3)}`;

const padded = (number: number, digits: number) => String(number).padStart(digits, '0');

/** Provinces differ by one commune at the most. */
export function communesOf({ communes, provinces }: Nation, province: number): number {
  return Math.floor(communes / provinces) + (province < communes % provinces ? 1 : 0);
}

/** The package of all provinces; returns how many observations it has. */
export async function writeWhole(nation: Nation, folder: string): Promise<number> {
  const provinces = Array.from({ length: nation.provinces }, (_, at) => at);
  const units = provinces.map((at) => [provinceId(at), provinceName(at), 'tỉnh', 'province', '']);
  const sums = provinces.map((at) => sumSql(nation, at)).join('\nUNION ALL ');
  return writePackage(nation, folder, {
    ...{ name: 'ca-nuoc', title: 'Cả nước (số liệu mô phỏng)', units, figures: sums },
    parts: provinces.map((at) => ({ unit: provinceId(at), package: provincePackage(at) })),
  });
}

/** The package of one province; returns how many observations it has. */
export async function writeProvince(
  nation: Nation,
  province: number,
  folder: string,
): Promise<number> {
  const id = provinceId(province);
  const communes = Array.from({ length: communesOf(nation, province) }, (_, at) => [
    ...[`xa-${padded(province + 1, 2)}-${padded(at + 1, 3)}`, `Xã Mẫu ${province + 1}.${at + 1}`],
    ...['xã', 'commune', id],
  ]);
  return writePackage(nation, folder, {
    ...{ name: id, title: provinceName(province), figures: communeSql(nation, province) },
    units: [[id, provinceName(province), 'tỉnh', 'province', ''], ...communes],
    whole: { package: WHOLE, title: 'Cả nước' },
  });
}

const provinceName = (province: number) => `Tỉnh Mẫu ${province + 1}`;

interface Content {
  readonly name: string;
  readonly title: string;
  readonly units: readonly (readonly string[])[];
  /** unit, month since the first, measure, value */
  readonly figures: string;
  readonly parts?: readonly { readonly unit: string; readonly package: string }[];
  readonly whole?: { readonly package: string; readonly title: string };
}

async function writePackage(nation: Nation, folder: string, content: Content): Promise<number> {
  await mkdir(join(folder, 'observations'), { recursive: true });
  const { units, figures, ...about } = content;
  await writeFile(join(folder, 'units.csv'), csv('unit,name,kind,level,parent', units));
  await writeFile(join(folder, 'sources.csv'), `source,title\n${SOURCE},Số liệu mô phỏng\n`);
  const all = Array.from({ length: nation.indicators }, (_, at) => at);
  await writeFile(
    join(folder, 'measures.csv'),
    csv('measure,name,temporal,unit_label,group', all.flatMap(measureRows)),
  );
  const heading =
    'indicator,group,name,short_name,numerator,denominator,scale,decimals,direction,definition';
  await writeFile(join(folder, 'indicators.csv'), csv(heading, all.map(indicatorRow)));
  const engine = await openNativeEngine();
  try {
    await engine.rows(`CREATE TABLE figures AS ${figures}`);
    const paths = await writeYears(engine, nation, folder);
    const small = ['units', 'sources', 'measures', 'indicators'].map((name) => ({
      ...{ name, path: `${name}.csv`, format: 'csv' },
    }));
    const observations = { name: 'observations', path: paths, format: 'parquet' };
    const resources = [...small, observations];
    const described = { ...about, created: '2025-01-15', keywords: ['synthetic'], resources };
    await writeFile(join(folder, 'datapackage.json'), JSON.stringify(described, null, 2));
    const [counted] = await engine.rows<{ n: number }>('SELECT count(*) AS n FROM figures');
    return counted?.n ?? 0;
  } finally {
    await engine.close();
  }
}

const SOURCE = 'mo-phong';

/** One file a year, in an order that packs well. */
async function writeYears(engine: Engine, nation: Nation, folder: string): Promise<string[]> {
  const paths: string[] = [];
  for (let year = nation.firstYear; year < nation.firstYear + nation.years; year += 1) {
    const first = (year - nation.firstYear) * 12;
    await engine.rows(
      `CREATE OR REPLACE VIEW year_of AS SELECT unit, measure, value, ${literal(SOURCE)} AS source,
         '${year}-' || lpad((month - ${first} + 1)::VARCHAR, 2, '0') AS period
       FROM figures WHERE month BETWEEN ${first} AND ${first + 11} ORDER BY measure, unit, period`,
    );
    const path = `observations/${year}.parquet`;
    await exportParquet(engine, 'year_of', join(folder, path));
    paths.push(path);
  }
  return paths;
}

/** What came in and what was done of it, by commune, month and indicator. */
function countsSql(nation: Nation, province: number): string {
  const { indicators, years } = nation;
  return `SELECT commune, month, indicator, 5 + (hash(${province}, commune, month, indicator) % 60)::INTEGER AS came,
      0.55 + (hash(${province}, commune, indicator) % 400)::DOUBLE / 1000
        + (hash(${province}, month, indicator) % 50)::DOUBLE / 1000 AS share
    FROM range(${communesOf(nation, province)}) AS c (commune), range(${years * 12}) AS m (month),
      range(${indicators}) AS k (indicator)`;
}

/** Two rows for each: `came`, and `done`, which never exceeds it. */
function rowsSql(unit: string, counts: string): string {
  const measure = (what: string) => `'${what}_' || lpad((indicator + 1)::VARCHAR, 3, '0')`;
  return `SELECT ${unit} AS unit, month, unnest([${measure('nhan')}, ${measure('xong')}]) AS measure,
      unnest([came, done])::DOUBLE AS value FROM (${counts})`;
}

function communeSql(nation: Nation, province: number): string {
  const id = `'xa-${padded(province + 1, 2)}-' || lpad((commune + 1)::VARCHAR, 3, '0')`;
  return rowsSql(id, `SELECT *, floor(came * share) AS done FROM (${countsSql(nation, province)})`);
}

function sumSql(nation: Nation, province: number): string {
  const sums = `SELECT month, indicator, sum(came) AS came, sum(floor(came * share)) AS done
    FROM (${countsSql(nation, province)}) GROUP BY month, indicator`;
  return rowsSql(literal(provinceId(province)), sums);
}

const GROUPS = 10;
const groupOf = (at: number) => `Nhóm ${(at % GROUPS) + 1}`;

function measureRows(at: number): string[][] {
  const [id, name] = [padded(at + 1, 3), `việc mẫu ${at + 1}`];
  return [
    [`nhan_${id}`, `Tiếp nhận ${name}`, 'flow', 'việc', groupOf(at)],
    [`xong_${id}`, `Hoàn thành ${name}`, 'flow', 'việc', groupOf(at)],
  ];
}

function indicatorRow(at: number): string[] {
  const id = padded(at + 1, 3);
  return [
    ...[indicatorId(at), groupOf(at), `Tỷ lệ hoàn thành việc mẫu ${at + 1}`, `Việc mẫu ${at + 1}`],
    ...[`xong_${id}`, `nhan_${id}`, '100', '1', 'up'],
    'Số việc hoàn thành trên số việc tiếp nhận trong kỳ (mô phỏng)',
  ];
}

/** No generated text holds a comma, a quote or a line break. */
function csv(heading: string, rows: readonly (readonly string[])[]): string {
  return [heading, ...rows.map((row) => row.join(',')), ''].join('\n');
}
