/** Files that are none, too much, or broken: refused with the cause, before anything is unpacked or kept. */
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readParquetNode } from '../../src/ingest/parquet/node.ts';
import { readDropped } from '../../src/intake/read/read.ts';
import { type Dropped, Refusal } from '../../src/intake/sheet.ts';
import { droppedFile, told } from './corpus.ts';

const text = (name: string, content: string): Dropped => ({
  name,
  bytes: new TextEncoder().encode(content),
});
const refusal = async (files: readonly Dropped[]) => {
  const error = await readDropped(files, { readParquet: readParquetNode }).catch(
    (cause: unknown) => cause,
  );
  return error instanceof Refusal ? `${error.code} ${error.file}` : error;
};
const zip = (name: string, files: Record<string, Uint8Array>): Dropped => ({
  name,
  bytes: zipSync(files),
});
const bytes = (content: string) => new TextEncoder().encode(content);

test('a workbook that unpacks to a thousand times its size is not unpacked', async () => {
  const bomb = zip('bom.xlsx', {
    '[Content_Types].xml': bytes('<Types/>'),
    'xl/workbook.xml': bytes('<workbook/>'),
    'xl/worksheets/sheet1.xml': new Uint8Array(60_000_000),
  });
  expect(bomb.bytes.length).toBeLessThan(100_000);
  expect(await refusal([bomb])).toBe('bomb bom.xlsx');
});

test('a million columns are refused by their number', async () => {
  expect(await refusal([text('rong.csv', `${'a,'.repeat(1_000_000)}\n1\n`)])).toBe(
    'too-many-columns rong.csv',
  );
});

const GOOD = text('a.csv', 'Đơn vị;Hộ nghèo\nPhường Phổ Hòa;3\n');

test.each<[string, readonly Dropped[], string]>([
  ['the same file twice', [GOOD, { ...GOOD, name: 'b.csv' }], 'same-twice b.csv'],
  ['an empty file', [text('trong.csv', ''), GOOD], 'empty trong.csv'],
  ['a damaged one', [GOOD, droppedFile('cut.xlsx')], 'broken-archive cut.xlsx'],
])('%s beside a good one is told by its name, and the good one is taken', async (_, files, why) => {
  const { sheets, refused } = await readDropped(files, { readParquet: readParquetNode });
  expect(sheets.map(({ file }) => file)).toEqual(['a.csv']);
  expect(refused.map(({ code, file }) => `${code} ${file}`)).toEqual([why]);
});

test('where no file can be read, the first one says why', async () => {
  expect(await refusal([droppedFile('cut.xlsx'), text('trong.csv', '')])).toBe(
    'broken-archive cut.xlsx',
  );
});

test('what is too large is not even read', async () => {
  expect(await refusal([{ name: 'lon.csv', bytes: new Uint8Array(), size: 3e9 }])).toBe(
    'too-large lon.csv',
  );
});

test('a damaged Parquet file is refused as such', async () => {
  const broken = { name: 'x.parquet', bytes: bytes(`PAR1${'x'.repeat(100)}PAR1`) };
  expect(await refusal([broken])).toBe('broken-parquet x.parquet');
});

test('paths that lead out of an archive lead nowhere', async () => {
  const { packages } = await readDropped(
    [
      zip('goi.zip', {
        'goi/datapackage.json': bytes('{}'),
        '../../etc/passwd': bytes('x'),
        'goi/units.csv': bytes('u'),
      }),
    ],
    { readParquet: readParquetNode },
  );
  expect([...(packages[0]?.files.keys() ?? [])].sort()).toEqual(['datapackage.json', 'units.csv']);
});

test('a folder with a descriptor is a package, whatever lies beside it', async () => {
  const { packages, sheets } = await readDropped(
    [text('goi/datapackage.json', '{}'), text('goi/units.csv', 'unit\n'), text('khac.txt', 'x')],
    { readParquet: readParquetNode },
  );
  expect(sheets).toEqual([]);
  expect([...(packages[0]?.files.keys() ?? [])]).toEqual(['datapackage.json', 'units.csv']);
});

test('names with quotes, markup and paths are names', async () => {
  const name = `../"<img src=x onerror=alert(1)>'.csv`;
  expect(await told([text(name, 'Quý I/2024\nĐơn vị;Hộ nghèo\nPhường Phổ Hòa;3\n')])).toContain(
    'phuong-pho-hoa 2024-Q1 households_poor = 3 (B3 “3”)',
  );
});

test('a Parquet table of an officer is read as any other', async () => {
  const { writeParquetFile } = await import('./parquet.ts');
  const file = await writeParquetFile(
    'SELECT * FROM (VALUES (\'Phường Phổ Hòa\',\'Quý I/2024\',302::BIGINT,20.9::DOUBLE)) t("Đơn vị","Kỳ báo cáo","Hồ sơ tiếp nhận","Tỷ lệ hồ sơ trực tuyến")',
  );
  expect((await told([{ name: 'bang.parquet', bytes: file }])).slice(1)).toEqual([
    'phuong-pho-hoa 2024-Q1 dossiers_received = 302 (C2)',
    'phuong-pho-hoa 2024-Q1 dossiers_online_rate = 20.9 (D2)',
  ]);
});

describe('a workbook that leaves out the addresses of its cells', () => {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const cell = (content: string | number, own = '') =>
    typeof content === 'string'
      ? `<c${own} t="inlineStr"><is><t>${content}</t></is></c>`
      : `<c${own}><v>${content}</v></c>`;
  const workbook = (rows: string) =>
    zip('khong-dia-chi.xlsx', {
      '[Content_Types].xml': bytes('<Types/>'),
      'xl/workbook.xml': bytes(
        `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Bang" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      ),
      'xl/_rels/workbook.xml.rels': bytes(
        `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
      ),
      'xl/worksheets/sheet1.xml': bytes(
        `<worksheet xmlns="${main}"><cols><col min="1" max="1" width="9"/></cols><sheetData>${rows}</sheetData></worksheet>`,
      ),
    });

  test('is read by their order', async () => {
    const head = `<row>${cell('Đơn vị')}${cell('Hộ nghèo')}<c/></row>`;
    const body = `<row>${cell('Phường Phổ Hòa')}${cell(30)}</row><row>${cell('Xã Phổ An')}${cell(12)}</row>`;
    const title = `<row>${cell('Quý I/2024')}</row>`;
    expect((await told([workbook(title + head + body)])).slice(1)).toEqual([
      'phuong-pho-hoa 2024-Q1 households_poor = 30 (Bang!B3)',
      'xa-pho-an 2024-Q1 households_poor = 12 (Bang!B4)',
    ]);
  });

  test('and by those that stand there: what follows is counted on from them', async () => {
    const rows = [
      `<row r="2">${cell('Quý I/2024', ' r="B2"')}</row>`,
      `<row r="4">${cell('Đơn vị', ' r="B4"')}${cell('Hộ nghèo')}</row>`,
      `<row>${cell('Phường Phổ Hòa', ' r="B5"')}${cell(30)}</row>`,
    ];
    expect((await told([workbook(rows.join(''))])).slice(1)).toEqual([
      'phuong-pho-hoa 2024-Q1 households_poor = 30 (Bang!C5)',
    ]);
  });
});
