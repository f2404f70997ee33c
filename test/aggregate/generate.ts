/**
 * A province and its dossiers, as a warehouse has them: codes, names and old names of units, days that are none, moments
 * in UTC that are the next day in Vietnam, rows that stand twice. The same file goes to every engine.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { literal } from '../../src/engine/literal.ts';
import { exportParquet, openNativeEngine } from '../../src/engine/native.ts';

export interface Province {
  readonly districts: number;
  /** In each district. */
  readonly communes: number;
}

export const SMALL_PROVINCE: Province = { districts: 3, communes: 5 };

const code = (district: number, commune: number) =>
  `${String(district + 10)}${String(commune).padStart(3, '0')}`;

/** A package of units only; the first commune of each district was renamed, the second took another one in. */
export async function writeBase(folder: string, province: Province): Promise<void> {
  const { districts, communes } = province;
  const units = ['unit,name,kind,level,parent,code,valid_from,valid_to,aliases'];
  units.push('tinh-mau,Tỉnh Mẫu,tỉnh,province,,10,,,');
  for (let d = 0; d < districts; d += 1) {
    units.push(`huyen-${d},Huyện Số ${d},huyện,district,tinh-mau,${d + 10},,,`);
    for (let c = 0; c < communes; c += 1) {
      const alias = c === 0 ? `Xã Tên Cũ ${d}` : '';
      units.push(`xa-${d}-${c},Xã Mới ${d}.${c},xã,commune,huyen-${d},${code(d, c)},,,${alias}`);
    }
  }
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'units.csv'), `${units.join('\n')}\n`);
  await writeFile(join(folder, 'observations.csv'), 'unit,period,measure,value\n');
  const resources = ['units', 'observations'].map((name) => ({
    ...{ name, path: `${name}.csv`, format: 'csv' },
  }));
  const described = { name: 'goc', title: 'Tỉnh Mẫu', resources };
  await writeFile(join(folder, 'datapackage.json'), JSON.stringify(described));
}

/** What the columns and texts of the table mean. */
export function definitionOf({ districts }: Province): string {
  const merged = Array.from({ length: districts }, (_, d) => [`Xã Đã Nhập ${d}`, `xa-${d}-1`]);
  return JSON.stringify({
    record: 'dossier',
    name: 'tinh-mau',
    title: 'Tỉnh Mẫu, hồ sơ một cửa',
    keywords: ['synthetic'],
    version: 'lan_cap_nhat',
    columns: {
      id: 'ma_ho_so',
      unit: 'don_vi',
      field: 'linh_vuc',
      channel: 'hinh_thuc',
      received_on: 'ngay_tiep_nhan',
      due_on: 'ngay_hen_tra',
      resolved_on: 'ngay_tra',
      digitised: 'so_hoa',
      rating: 'danh_gia',
    },
    units: { ...Object.fromEntries(merged), '(không rõ)': '' },
    values: { channel: { 'Qua mạng': 'online' }, field: { "Đất đai 'cũ'\\": '' } },
  });
}

/** Columns of the table as ClickHouse has them; DuckDB's are those of the Parquet file. */
export const CLICKHOUSE_COLUMNS = `ma_ho_so String, don_vi String, linh_vuc Nullable(String), hinh_thuc String,
  ngay_tiep_nhan Nullable(String), ngay_hen_tra Nullable(Date), ngay_tra Nullable(DateTime), so_hoa String,
  danh_gia Nullable(String), lan_cap_nhat UInt32`;

/** A number from 0 to below `most`, by row and place. */
const roll = (place: number, most: number) => `(hash(j, ${place}) % ${most})::INTEGER`;

function choose(place: number, values: readonly (string | null)[]): string {
  const list = values.map((value) => (value === null ? 'NULL' : literal(value)));
  return `[${list.join(', ')}][${roll(place, values.length)} + 1]`;
}

/** One row in a hundred is a later state of another, one in a thousand stands there twice. */
function rowsSql(records: number, { districts, communes }: Province): string {
  const again = Math.floor(records / 100);
  const twice = Math.floor(records / 1000);
  const d = roll(1, districts);
  const c = roll(2, communes);
  const unit = `CASE WHEN ${roll(3, 2000)} = 0 THEN '(không rõ)'
    WHEN ${roll(3, 2000)} = 1 THEN ''
    WHEN ${c} = 0 AND ${roll(4, 3)} = 0 THEN 'Xã Tên Cũ ' || ${d}
    WHEN ${c} = 1 AND ${roll(4, 3)} = 0 THEN 'Xã Đã Nhập ' || ${d}
    WHEN ${roll(4, 50)} = 1 THEN 'Xã Mới ' || ${d} || '.' || ${c}
    ELSE (${d} + 10)::VARCHAR || lpad(${c}::VARCHAR, 3, '0') END`;
  const came = `DATE '2021-01-05' + ${roll(5, 1780)}`;
  const due = `${came} + 3 + ${roll(6, 20)}`;
  const broken = choose(8, [
    '2024-02-30',
    '0000-00-00',
    '',
    null,
    '2202-01-01',
    '31/12/2023',
    '1024-01-01',
  ]);
  return `SELECT 'H' || lpad((CASE WHEN i < ${records + again} AND i >= ${records} THEN (i * 37) % ${records} ELSE j END)::VARCHAR, 10, '0') AS ma_ho_so,
      ${unit} AS don_vi,
      ${choose(7, ['Hộ tịch', 'Chứng thực', 'bao_tro_xa_hoi', null, "Đất đai 'cũ'\\"])} AS linh_vuc,
      ${choose(9, ['Trực tuyến', 'Qua mạng', 'Trực tiếp', ''])} AS hinh_thuc,
      CASE WHEN ${roll(10, 200)} = 0 THEN ${broken} WHEN ${roll(11, 3)} = 0 THEN (${came})::VARCHAR
        WHEN ${roll(11, 3)} = 1 THEN (${came} - 1)::VARCHAR || 'T18:30:00Z'
        ELSE (${came})::VARCHAR || ' 16:45:00' END AS ngay_tiep_nhan,
      CASE WHEN ${roll(12, 30)} > 0 THEN ${due} END AS ngay_hen_tra,
      CASE WHEN ${roll(13, 12)} > 0 THEN (${due} - 6 + ${roll(14, 14)})::TIMESTAMP + INTERVAL 9 HOUR END AS ngay_tra,
      ${choose(15, ['Có', 'Không', '', 'x'])} AS so_hoa,
      ${choose(16, ['Rất hài lòng', 'satisfied', 'Bình thường', null, null])} AS danh_gia,
      CASE WHEN i < ${records + again} AND i >= ${records} THEN 10 ELSE 9 END::INTEGER AS lan_cap_nhat
    FROM (SELECT i, CASE WHEN i >= ${records + again} THEN i - ${records + again} ELSE i END AS j
      FROM (SELECT range AS i FROM range(${records + again + twice})))`;
}

/** Writes `records.parquet`, and `records.tsv` for ClickHouse where it is wanted. */
export async function writeRecords(
  folder: string,
  records: number,
  province: Province,
  withText: boolean,
): Promise<void> {
  const engine = await openNativeEngine();
  try {
    await engine.rows(`CREATE VIEW made AS ${rowsSql(records, province)}`);
    await exportParquet(engine, 'made', join(folder, 'records.parquet'));
    if (!withText) return;
    const tsv = literal(join(folder, 'records.tsv'));
    // backslashes are escapes in what ClickHouse reads
    await engine.rows(
      `COPY (SELECT * REPLACE (replace(linh_vuc, chr(92), chr(92) || chr(92)) AS linh_vuc,
         strftime(ngay_tra, '%Y-%m-%d %H:%M:%S') AS ngay_tra) FROM read_parquet(${literal(join(folder, 'records.parquet'))}))
       TO ${tsv} (FORMAT csv, DELIMITER '\t', NULLSTR '\\N', HEADER false, QUOTE '', ESCAPE '')`,
    );
  } finally {
    await engine.close();
  }
}
