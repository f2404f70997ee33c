/** Packages of the walk as files: made by SQL from a seed, once, and kept beside the other caches. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Engine } from '../../../src/engine/engine.ts';
import { literal } from '../../../src/engine/literal.ts';
import { exportParquet, openNativeEngine } from '../../../src/engine/native.ts';
import { districtId } from '../generate.ts';
import type { Shown } from '../pages/shown.ts';
import { monthsOf, shownIn, type WalkPlan } from './plan.ts';

export const CACHE = resolve(import.meta.dirname, '../../../node_modules/.cache/bench');

/** Folder of the package, and what bare pages are given. */
export interface WalkData {
  readonly folder: string;
  readonly observations: number;
  /** One Parquet file of all observations with the district of each unit. */
  readonly parquet: string;
  /** Of the first district: name and id of each unit, and its value of each indicator in each month. */
  readonly rows: string;
}

/** The package of a plan, made where it is not there yet. */
export async function walkData(plan: WalkPlan): Promise<WalkData> {
  const version = createHash('sha256').update(readFileSync(import.meta.filename));
  const folder = join(CACHE, `walk-${plan.name}-${version.digest('hex').slice(0, 8)}`);
  if (!existsSync(folder)) {
    const draft = `${folder}.${process.pid}`;
    await rm(draft, { recursive: true, force: true });
    await mkdir(join(draft, 'package'), { recursive: true });
    await write(plan, draft);
    await rename(draft, folder);
  }
  const { observations } = JSON.parse(await readFile(join(folder, 'about.json'), 'utf8'));
  return {
    ...{ observations, folder: join(folder, 'package') },
    parquet: join(folder, 'all.parquet'),
    rows: await readFile(join(folder, 'rows.json'), 'utf8'),
  };
}

async function write(plan: WalkPlan, folder: string): Promise<void> {
  const engine = await openNativeEngine();
  try {
    await engine.rows(reportsSql(plan));
    await engine.rows(observationsSql(plan));
    const [counted] = await engine.rows('SELECT count(*) AS observations FROM observations');
    await writeFile(join(folder, 'about.json'), JSON.stringify(counted));
    await writePackage(engine, plan, join(folder, 'package'));
    await writeFile(join(folder, 'rows.json'), JSON.stringify(await districtRows(engine, plan)));
    await engine.rows(`CREATE TABLE every AS SELECT district, unit, period, measure, breakdown, value
      FROM observations JOIN commune USING (unit) ORDER BY district, period, measure`);
    await exportParquet(engine, 'every', join(folder, 'all.parquet'));
  } finally {
    await engine.close();
  }
}

const FIELDS = ['ho_tich', 'chung_thuc', 'bao_tro_xa_hoi', 'dat_dai', 'xay_dung'];
/** Those that the catalogue does not know. */
const CATEGORIES = `breakdown,category,name,name_en,position
procedure_field,dat_dai,Đất đai,Land,4
procedure_field,xay_dung,Xây dựng,Construction,5
`;
const BY_FIELD = [
  'dossiers_received',
  'dossiers_received_online',
  'dossiers_resolved',
  'dossiers_resolved_on_time',
  'dossiers_resolved_late',
];

/** Numbers at random by unit, month and a name: `among(n, 'x')` is below n. */
const among = (most: string | number, name: string) =>
  `CAST(hash(13, unit, period, '${name}') % CAST(${most} AS UBIGINT) AS INTEGER)`;
const steady = (most: number, name: string) =>
  `CAST(hash(13, unit, '${name}') % ${most} AS INTEGER)`;

/** One row a unit and month; stocks stand still, so that every sum and every opening is right. */
function reportsSql({ communes, districts, years, wide }: WalkPlan): string {
  const measures: Readonly<Record<string, string>> = {
    dossiers_received: `40 + ${among(300, 'received')}`,
    dossiers_received_online: `5 + ${among('dossiers_received - 4', 'online')}`,
    dossiers_resolved: 'dossiers_received',
    dossiers_resolved_late: among(20, 'late'),
    dossiers_resolved_on_time: 'dossiers_resolved - dossiers_resolved_late',
    dossiers_in_progress: `5 + ${steady(60, 'open')}`,
    dossiers_carried_over: 'dossiers_in_progress',
    dossiers_digitized: `3 + ${among('dossiers_received - 2', 'digitized')}`,
    survey_ballots: `30 + ${among(60, 'ballots')}`,
    survey_ballots_returned: `survey_ballots - ${among(20, 'returned')}`,
    survey_satisfied: `survey_ballots_returned - ${among(9, 'satisfied')}`,
    petitions_new: among(40, 'petitions'),
    households: `900 + ${steady(4000, 'households')}`,
    households_poor: `20 + ${steady(80, 'poor')}`,
    ...(wide ? more : {}),
  };
  return `
    CREATE TABLE commune AS SELECT format('xa-{:04d}', i + 1) AS unit,
      format('huyen-{:03d}', CAST(i * ${districts} // ${communes} AS INTEGER) + 1) AS district
      FROM range(${communes}) AS all_units(i);
    CREATE TABLE month AS SELECT unnest([${monthsOf({ years }).map(literal).join(', ')}]) AS period;
    CREATE TABLE report AS SELECT unit, period, ${Object.entries(measures)
      .map(([name, sql]) => `CAST(${sql} AS INTEGER) AS ${name}`)
      .join(', ')} FROM commune, month ORDER BY unit, period`;
}

const more: Readonly<Record<string, string>> = {
  petitions_pending: steady(12, 'pending'),
  petitions_carried_over: 'petitions_pending',
  petitions_received: 'petitions_new + petitions_carried_over',
  petitions_resolved: 'petitions_new',
  mediation_cases_received: `4 + ${among(20, 'mediation')}`,
  mediation_cases_successful: `2 + ${among('mediation_cases_received - 1', 'settled')}`,
  mediation_cases_unsuccessful: 'mediation_cases_received - mediation_cases_successful',
  tasks_on_time: `10 + ${among(70, 'tasks')}`,
  tasks_late: among(9, 'late tasks'),
  tasks_in_progress: steady(9, 'open tasks'),
  tasks_assigned: 'tasks_on_time + tasks_late + tasks_in_progress',
  dialogue_issues: `5 + ${among(20, 'issues')}`,
  dialogue_issues_answered: `1 + ${among('dialogue_issues', 'answered')}`,
  dialogue_issues_pending: 'dialogue_issues - dialogue_issues_answered',
  reception_turns: among(80, 'turns'),
  vneid_activations: among(120, 'vneid'),
};

function observationsSql({ wide }: WalkPlan): string {
  const fields = `SELECT unit, period, measure, 'procedure_field' AS breakdown, category,
      value // 5 + CASE category WHEN '${FIELDS[0]}' THEN value % 5 ELSE 0 END AS value
    FROM (UNPIVOT (SELECT unit, period, ${BY_FIELD.join(', ')} FROM report)
      ON ${BY_FIELD.join(', ')} INTO NAME measure VALUE value),
      (SELECT unnest([${FIELDS.map(literal).join(', ')}]) AS category)`;
  return `CREATE TABLE observations AS
    SELECT unit, period, measure, breakdown, category, CAST(value AS DOUBLE) AS value, 'A' AS status,
      'bc-' || unit || '-' || period AS source, 'II.1' AS locator
    FROM (SELECT unit, period, measure, '' AS breakdown, '' AS category, value
        FROM (UNPIVOT report ON COLUMNS(* EXCLUDE (unit, period)) INTO NAME measure VALUE value)
      ${wide ? `UNION ALL BY NAME ${fields}` : ''})
    ORDER BY period, unit, measure, breakdown, category`;
}

/** One Parquet file; where there are more than two years, one a year. */
async function writePackage(engine: Engine, plan: WalkPlan, folder: string): Promise<void> {
  await writeFile(join(folder, 'units.csv'), await unitsCsv(engine, plan));
  await writeFile(join(folder, 'categories.csv'), CATEGORIES);
  const title = `'Báo cáo tháng ' || period`;
  await engine.rows(`COPY (SELECT 'bc-' || unit || '-' || period AS source, unit, ${title} AS title,
      CAST(last_day(CAST(period || '-01' AS DATE)) AS VARCHAR) AS signed_on, period
    FROM report) TO ${literal(join(folder, 'sources.csv'))} (HEADER)`);
  const parts = plan.years.length > 2 ? plan.years.map(String) : [''];
  const files: string[] = [];
  for (const part of parts) {
    const file = `observations${part && `-${part}`}.parquet`;
    await engine.rows(
      `CREATE OR REPLACE TABLE part AS FROM observations WHERE period LIKE '${part}%'`,
    );
    await exportParquet(engine, 'part', join(folder, file));
    files.push(file);
  }
  const resources = await Promise.all([
    resource(folder, 'units', ['units.csv'], 'csv'),
    resource(folder, 'sources', ['sources.csv'], 'csv'),
    resource(folder, 'categories', ['categories.csv'], 'csv'),
    resource(folder, 'observations', files, 'parquet'),
  ]);
  const about = { name: `walk-${plan.name}`, title: `Đo ${plan.name}`, created: '2025-01-15' };
  const descriptor = { ...about, keywords: ['synthetic'], resources };
  await writeFile(join(folder, 'datapackage.json'), JSON.stringify(descriptor, null, 2));
}

async function unitsCsv(engine: Engine, { districts }: WalkPlan): Promise<string> {
  const communes = await engine.rows('FROM commune ORDER BY unit');
  const lines = [
    'unit,name,kind,level,parent',
    'tinh,Tỉnh Thử Nghiệm,tỉnh,province,',
    ...Array.from(
      { length: districts },
      (_, at) => `${districtId(at)},Huyện ${at + 1},huyện,district,tinh`,
    ),
    ...communes.map(
      ({ unit, district }) => `${unit},${nameOf(String(unit))},xã,commune,${district}`,
    ),
  ];
  return `${lines.join('\n')}\n`;
}

const nameOf = (unit: string) => `Xã Phú ${Number(unit.slice(3))}`;

async function resource(folder: string, name: string, paths: readonly string[], format: string) {
  const contents = await Promise.all(paths.map((path) => readFile(join(folder, path))));
  const hash = contents.map((c) => `sha256:${createHash('sha256').update(c).digest('hex')}`);
  return { name, path: paths, format, bytes: contents.map(({ length }) => length), hash };
}

async function districtRows(engine: Engine, plan: WalkPlan) {
  const values = shownIn(plan).map((shown) => `${valueSql(shown)} AS "${shown.id}"`);
  const rows = await engine.rows(`SELECT unit, period, ${values.join(', ')} FROM report
    JOIN commune USING (unit) WHERE district = '${districtId(0)}' ORDER BY unit, period`);
  return rows.map((row) => ({ ...row, name: nameOf(String(row.unit)) }));
}

function valueSql({ numerator, denominator }: Shown): string {
  return denominator ? `100.0 * (${numerator}) / (${denominator})` : `CAST(${numerator} AS DOUBLE)`;
}
