/** What the job makes of a raw table is what counting gives of the same records put right by hand. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { literal } from '../../src/engine/literal.ts';
import { openNativeEngine } from '../../src/engine/native.ts';
import { readPackage } from '../../src/ingest/package.ts';
import { countRecords } from '../../src/record/count.ts';
import { repositoryAccess } from '../support/load.ts';
import { definitionOf, SMALL_PROVINCE, writeBase, writeRecords } from './generate.ts';
import { duckDb, runJob } from './job.ts';

let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'aggregate-'));
  await writeBase(join(folder, 'base'), SMALL_PROVINCE);
  await writeFile(join(folder, 'definition.json'), definitionOf(SMALL_PROVINCE));
  await writeRecords(folder, 30_000, SMALL_PROVINCE, false);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Renamed and merged units, texts, days that are none, the latest row of each record: said once more, in plain SQL. */
const PUT_RIGHT = (file: string) => `CREATE TABLE clean AS SELECT row_number() OVER () AS row,
  CASE WHEN don_vi LIKE 'Xã Tên Cũ %' THEN 'xa-' || right(don_vi, 1) || '-0'
    WHEN don_vi LIKE 'Xã Đã Nhập %' THEN 'xa-' || right(don_vi, 1) || '-1'
    WHEN don_vi LIKE 'Xã Mới %' THEN 'xa-' || replace(substr(don_vi, 8), '.', '-')
    WHEN regexp_full_match(don_vi, '\\d{5}')
      THEN 'xa-' || (left(don_vi, 2)::INTEGER - 10) || '-' || right(don_vi, 3)::INTEGER END AS unit,
  CASE linh_vuc WHEN 'Hộ tịch' THEN 'ho_tich' WHEN 'Chứng thực' THEN 'chung_thuc'
    WHEN 'bao_tro_xa_hoi' THEN linh_vuc END AS field,
  CASE WHEN hinh_thuc IN ('Trực tuyến', 'Qua mạng') THEN 'online'
    WHEN hinh_thuc = 'Trực tiếp' THEN 'in_person' END AS channel,
  CASE WHEN regexp_matches(ngay_tiep_nhan, '^20\\d\\d-')
    THEN try_strptime(left(ngay_tiep_nhan, 10), '%Y-%m-%d')::DATE
      + CASE WHEN ngay_tiep_nhan LIKE '%T18:30:00Z' THEN 1 ELSE 0 END END AS received_on,
  ngay_hen_tra AS due_on, ngay_tra::DATE AS resolved_on,
  CASE WHEN so_hoa IN ('Có', 'x') THEN 'yes' WHEN so_hoa = 'Không' THEN 'no' END AS digitised,
  CASE danh_gia WHEN 'Rất hài lòng' THEN 'very_satisfied' WHEN 'satisfied' THEN danh_gia
    WHEN 'Bình thường' THEN 'neutral' END AS rating
  FROM read_parquet(${literal(file)})
  QUALIFY row_number() OVER (PARTITION BY ma_ho_so ORDER BY lan_cap_nhat DESC) = 1`;

test('the figures of the job are those of the records put right', async () => {
  await runJob(folder, 'out', duckDb(folder));
  const { dataset } = await readPackage('data/reports', repositoryAccess());
  const definition = dataset.records.get('dossier');
  if (!definition) throw new Error('no dossiers in the catalogue');
  const engine = await openNativeEngine();
  await engine.rows(PUT_RIGHT(join(folder, 'records.parquet')));
  const figures = await countRecords(engine, {
    ...{ table: 'clean', definition, hasEarlier: false },
    present: new Set(definition.columns.map(({ column }) => column)),
    coverage: { from: '2021-01', to: '2025-11' },
    temporalOf: (measure) => dataset.measures.get(measure)?.temporal ?? 'flow',
  });
  await engine.close();
  const keys = figures.map(keyOf).sort();
  expect(keys.length).toBeGreaterThan(20_000);
  expect(observations()).toEqual(keys);
});

function observations(): string[] {
  const root = join(folder, 'out/observations');
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' });
  const rows = files
    .filter((path) => path.endsWith('.csv'))
    .flatMap((path) => {
      const text = readFileSync(join(root, path), 'utf8');
      return Papa.parse<Record<(typeof COLUMNS)[number], string>>(text, {
        header: true,
        skipEmptyLines: true,
      }).data;
    });
  return rows.map(keyOf).sort();
}

const COLUMNS = ['unit', 'period', 'measure', 'breakdown', 'category', 'value'] as const;

const keyOf = (row: Readonly<Record<(typeof COLUMNS)[number], string | number>>) =>
  COLUMNS.map((column) => row[column]).join(' ');
