/** CSV files as they come from elsewhere: no row vanishes, no digit is lost, every loss is told with its line. */
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readCsv } from '../../src/ingest/file/csv.ts';
import { problemLog } from '../../src/ingest/problems.ts';
import { problemRemedy, problemText } from '../../src/text/vi/problem.ts';
import { HEADER, ROWS, readSmall, SOURCES, told, UNITS } from './small.ts';

const B = 'xa-b,2024-Q1,dossiers_received';
const TWO = ['xa-b dossiers_received 200', 'xa-b dossiers_received_online 50'];
const BREAKS = { LF: '\n', CRLF: '\r\n', CR: '\r' };

function read(text: string, isKnownWhole = false) {
  const problems = problemLog();
  const table = readCsv('t.csv', new TextEncoder().encode(text), problems, isKnownWhole);
  const rows = Array.from({ length: table?.rowCount ?? 0 }, (_, row) =>
    table?.columns.map((column) => column.values[row]).join('|'),
  );
  const lines = rows.map((_, row) => table?.lineOf(row));
  return { rows, lines, problems: problems.list() };
}

describe('line breaks', () => {
  const pairs = Object.keys(BREAKS).flatMap((a) => Object.keys(BREAKS).map((b) => [a, b] as const));
  test.each(pairs)('%s in the header and %s behind it: every row is there', (first, rest) => {
    const [one, other] = [BREAKS[first as 'LF'], BREAKS[rest as 'LF']];
    const text = `a,b${one}1,2${other}3,4${other}5,6${one}7,8${other}`;
    const { rows, lines, problems } = read(text);
    expect(rows).toEqual(['1|2', '3|4', '5|6', '7|8']);
    expect(lines).toEqual([2, 3, 4, 5]);
    expect(problems).toEqual([]);
  });

  test.each(['\u0085', '\u2028', '\v', '\f'])(
    '%j where there is no other: every row is there',
    (mark) => {
      expect(read(`a,b${mark}1,2${mark}3,4${mark}`).rows).toEqual(['1|2', '3|4']);
    },
  );

  test('one file with all three, blank lines and a break inside quotes, which stays as it is', () => {
    const { rows, lines } = read('a,b\r\n1,"x\r\ny"\r\r3,4\n\n"5 ""q""\r","6"\r\n');
    expect(rows).toEqual(['1|x\r\ny', '3|4', '5 "q"\r|6']);
    expect(lines).toEqual([2, 5, 7]);
  });

  test('a quote inside an unquoted cell opens nothing', () => {
    const { rows } = read('a,b\r\n5" ống,2\n3,4\r\n');
    expect(rows).toEqual(['5" ống|2', '3|4']);
  });

  test('rows that an open quote has swallowed are told with the line of the quote', () => {
    const swallowed = 'a,b,c\n1,2,"x\n3,4,y\n5,6,z"\n7,8,w\n';
    const { rows, problems } = read(swallowed);
    expect(rows).toEqual(['1|2|x\n3,4,y\n5,6,z', '7|8|w']);
    expect(problems).toMatchObject([
      { code: 'cell-rows', effect: 'warning', file: 't.csv', line: 2, value: '2' },
    ]);
    expect(read('a,b,c\n1,2,"x\ny, z\n"\n').problems).toEqual([]);
  });

  test.each([
    [
      'in the middle of a row',
      'unit,period,note,measure,value',
      'xa-b,2024-Q1,"ghi chú,received,200',
      'xa-b,2024-Q1,ống 5",online,50',
    ],
    ['of a table of two columns', 'unit,name', 'xa-b,"Xã B', 'xa-c,Xã C"'],
    ['by rows shorter than the header', 'a,b,c,d', '1,2,3,"x', 'xa-c,3"'],
  ])('rows that a quote %s has swallowed are told', (_, ...rows) => {
    const { problems } = read(`${rows.join('\n')}\n`);
    const told = problems.map(({ code }) => code);
    expect(told).toContain('cell-rows');
  });

  test('a note of two lines with commas of its own is a note', () => {
    const note = '"một, hai, ba\nbốn, năm, sáu, bảy, tám, chín"';
    expect(read(`a,b,c\n1,2,${note}\n`).problems).toEqual([]);
  });

  test('text behind a closing quote is not told as an open one', () => {
    expect(read('a,b\n1,"5"x\n').problems).toMatchObject([{ code: 'quote-inside', line: 2 }]);
    expect(read('a,b\n1,2\n3,"5\n').problems).toMatchObject([{ code: 'quote-broken', line: 3 }]);
  });

  test('a header of another delimiter is told as that, a comma in a name or not', () => {
    for (const header of ['a;b;c', 'a;b (x,y);c']) {
      expect(read(`${header}\n1;2;3\n`).problems).toMatchObject([
        { code: 'file-delimiter', value: ';' },
      ]);
    }
  });

  test('rows set aside are counted in lines of the file', async () => {
    const ragged = `${HEADER}xa-b,"2024-Q1\n\n\n"\n${B},200,bc-b\n`;
    const { problems, rows } = await readSmall({ 'observations.csv': ragged });
    expect(problems).toMatchObject([{ code: 'row-fields', effect: 'row', line: 2, lines: 4 }]);
    expect(rows).toEqual(['xa-b dossiers_received 200']);
  });

  test('a row with two bad cells is told twice and counted once', async () => {
    const { problems } = await readSmall({
      'observations.csv': `${ROWS}xa-b,2024-Q9,dossiers_received,many,bc-b\n`,
    });
    expect(told(problems)).toEqual([
      'value-period row observations.csv:4 period',
      'value-number row observations.csv:4 value',
    ]);
    expect(problems.reduce((sum, problem) => sum + (problem.lines ?? 1), 0)).toBe(1);
  });
});

describe('the first lines', () => {
  test.each([
    ['a blank line', '\n'],
    ['empty cells', ',,,,\n'],
    ['spaces', '   \n\n'],
  ])('%s above the header cost nothing, and lines are counted with them', async (_, above) => {
    const breaks = above.split('\n').length - 1;
    const { problems, rows } = await readSmall({
      'observations.csv': `${above}${ROWS.replace('200', 'x')}`,
    });
    expect(told(problems)).toEqual([`value-number row observations.csv:${2 + breaks} value`]);
    expect(rows).toEqual([TWO[1]]);
  });

  test.each([
    [
      'a column named with other marks',
      ROWS.replace('value', 'value,ghi chú (a;b;c;d;e;f)').replaceAll(',bc-b', ',,bc-b'),
      'column-unknown note',
    ],
    ['a title with semicolons', `Báo cáo; quý I; năm 2024\n${ROWS}`, 'column-missing stop'],
    ['a tab, as Excel says it', `sep=\t\n${ROWS.replaceAll(',', '\t')}`, 'file-delimiter stop'],
  ])('%s is told as what it is', async (_, text, expected) => {
    const { problems } = await readSmall({ 'observations.csv': text });
    expect(told(problems)[0]).toContain(expected);
    expect(told(problems).join()).not.toContain(
      expected.startsWith('file') ? 'column' : 'delimiter',
    );
  });
});

describe('a file that may have been cut', () => {
  test.each([
    ['inside its last number', ROWS.slice(0, ROWS.indexOf('50,bc-b') + 1), 'row-fields'],
    ['before its last cell', ROWS.slice(0, -6), 'row-fields'],
    ['inside its last cell', ROWS.slice(0, -1), ''],
  ])('%s is warned of with its last line', async (_, text, further) => {
    const { problems } = await readSmall({ 'observations.csv': text });
    const lines = told(problems);
    expect(lines).toContain('file-unended warning observations.csv:3');
    if (further) expect(lines).toContain(`${further} row observations.csv:3`);
  });

  test('in the last column: the shorter number is not taken without a word', async () => {
    const header = 'unit,period,measure,source,value\n';
    const text = `${header}xa-b,2024-Q1,dossiers_received,bc-b,1100\n`.slice(0, -3);
    const { rows, problems } = await readSmall({ 'observations.csv': text });
    expect(rows).toEqual(['xa-b dossiers_received 11']);
    expect(problems).toMatchObject([{ code: 'file-unended', effect: 'warning' }]);
    expect(problems[0] && problemText(problems[0])).toContain('dossiers_received,bc-b,11”');
  });

  test('is whole where the descriptor states its size', async () => {
    const text = ROWS.trimEnd();
    const { problems, rows } = await readSmall(
      { 'observations.csv': text },
      { bytes: text.length },
    );
    expect(problems).toEqual([]);
    expect(rows).toEqual(TWO);
  });

  test('only a header without an end is warned of as well', () => {
    expect(told(read('a,b').problems)).toEqual(['file-unended warning t.csv:1']);
  });
});

test('a file that ends within a letter was cut, and is not called another encoding', async () => {
  const whole = Buffer.from(`${UNITS}xa-c,Xã`);
  const cut = whole.subarray(0, whole.length - 1);
  const { problems } = await readSmall({ 'units.csv': new Uint8Array(cut) });
  expect(told(problems)).toContain('file-unended warning units.csv:4');
});

describe('a file of another kind under a .csv name', () => {
  test.each([
    ['gzip', gzipSync(ROWS), 'file-kind', 'gzip'],
    ['Parquet', Buffer.from('PAR1\u0015\u0004PAR1'), 'file-kind', 'Parquet'],
    ['XLSX', Buffer.from('PK\u0003\u0004\u0014\0\u0006'), 'file-kind', 'XLSX/ZIP'],
    ['XLS', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'file-kind', 'XLS'],
    ['UTF-16 with a mark', Buffer.from(`\ufeff${ROWS}`, 'utf16le'), 'file-encoding', 'UTF-16'],
    ['UTF-16 without one', Buffer.from(ROWS, 'utf16le'), 'file-encoding', 'UTF-16'],
    [
      'UTF-32',
      Buffer.concat([Buffer.from([0xff, 0xfe, 0, 0]), Buffer.from(ROWS, 'utf16le')]),
      'file-encoding',
      'UTF-32',
    ],
    ['windows-1258', Buffer.from(UNITS.replace('ệ', 'ê'), 'latin1'), 'file-encoding', 'UTF-8'],
    ['JSON', '[{"unit": "xa-b"}]', 'file-kind', 'JSON'],
    ['bzip2', Buffer.from('BZh91AY&SY'), 'file-kind', 'bzip2'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), 'file-kind', 'PNG'],
    ['zeros', new Uint8Array(300), 'file-kind', 'binary'],
    ['nothing at all', new Uint8Array(), 'file-empty', 'không có nội dung'],
    ['line breaks only', '\r\n\r\n', 'file-empty', 'không có nội dung'],
  ])('%s is told as what it is', async (_, content, code, word) => {
    const { problems } = await readSmall({ 'units.csv': content });
    const line = word === 'UTF-8' ? ':2' : ''; // of the first letter that is none
    expect(told(problems)).toEqual([`${code} stop units.csv${line}`]);
    expect(problems[0] && problemText(problems[0])).toContain(word);
    expect(problems[0] && problemRemedy(problems[0])).not.toBe('');
  });
});

describe('files that are a little odd are read', () => {
  test.each([
    ['a byte-order mark', `\ufeff${ROWS}`],
    ['spaces around names and cells', ROWS.replace('unit,period', ' unit , period ')],
    ['quoted names', ROWS.replace('unit,period', '"unit","period"')],
    ['CR only', ROWS.replaceAll('\n', '\r')],
    ['blank lines at the end', `${ROWS}\n\r\n\n`],
    ["Excel's line about the delimiter", `sep=,\r\n${ROWS}`],
    ['rows of a sheet that hold nothing', `${ROWS.replace('\n', '\n,,,,\n')},,,,\n, ,,,\n`],
    ['a mark in the middle, of two files joined', ROWS.replace(/\nxa-b/, '\n\ufeffxa-b')],
  ])('%s', async (_, text) => {
    const { rows, problems } = await readSmall({ 'observations.csv': text });
    expect(rows).toEqual(TWO);
    expect(problems).toEqual([]);
  });

  test("lines are counted with Excel's first one, and another delimiter in it is told", async () => {
    const { problems } = await readSmall({
      'observations.csv': `sep=,\n${ROWS.replace('200', 'x')}`,
    });
    expect(told(problems)).toEqual(['value-number row observations.csv:3 value']);
    const other = await readSmall({ 'observations.csv': `sep=;\n${ROWS.replaceAll(',', ';')}` });
    expect(told(other.problems)).toEqual(['file-delimiter stop observations.csv']);
    expect(other.problems[0]?.value).toBe(';');
  });

  test('an empty last column of header and rows is noted once', async () => {
    const text = ROWS.replaceAll('\n', ',\n');
    const { rows, problems } = await readSmall({ 'observations.csv': text });
    expect(rows).toEqual(TWO);
    expect(told(problems)).toEqual(['column-unknown note observations.csv:1']);
  });

  test('only a header: a package without figures opens', async () => {
    const { opened, problems } = await readSmall({ 'observations.csv': HEADER });
    expect(opened?.dataset.observationCount).toBe(0);
    expect(problems).toEqual([]);
  });

  test('a header twice, of two files joined, costs that line alone', async () => {
    const { rows, problems } = await readSmall({ 'observations.csv': ROWS + ROWS });
    expect(rows).toEqual([...TWO, ...TWO]);
    expect(new Set(problems.map(({ line }) => line))).toEqual(new Set([4]));
  });
});

describe('a fault is told of the file that has it', () => {
  test.each([
    ['without a row', 'unit,name\n', ['units-none stop units.csv']],
    [
      'without a usable row',
      'unit,name\nXÃ B,Xã B\n',
      ['units-none stop units.csv', 'value-id row units.csv:2 unit'],
    ],
  ])('units %s, and the observations are not blamed', async (_, units, expected) => {
    const { problems } = await readSmall({ 'units.csv': units });
    expect(told(problems)).toEqual(expected);
  });

  test.each([
    ['an unreadable file', 'data/catalogue/indicators.csv', 'indicator;name\n', 'stop'],
    [
      'a bad row',
      'data/catalogue/identities.csv',
      'identity,total,breakdown\nx,nothing,a\n',
      'row',
    ],
  ])('%s of the catalogue with its folder', async (_, path, text, effect) => {
    const descriptor = JSON.stringify({
      resources: [{ name: /(\w+)\.csv/.exec(path)?.[1], path: path.split('/').at(-1) }],
    });
    const { problems } = await readSmall({
      'data/catalogue/datapackage.json': descriptor,
      [path]: text,
      'observations.csv': HEADER,
    });
    expect(problems).toMatchObject([{ file: path, effect }]);
  });
});

test('a header of millions of names is one kind of note, cut to a readable length', async () => {
  const many = Array.from({ length: 100_000 }, (_, at) => `x${at}${'y'.repeat(100)}`).join(',');
  const text = `${HEADER.trimEnd()},${many}\n`;
  const { problems } = await readSmall({ 'observations.csv': text });
  expect(problems.length).toBe(201);
  expect(problems.at(-1)).toMatchObject({ code: 'column-unknown', count: 99_800 });
  const longest = Math.max(...problems.map((problem) => JSON.stringify(problem).length));
  expect(longest).toBeLessThan(1000);
});

test('a header without a delimiter quotes a readable piece of what is there', async () => {
  const { problems } = await readSmall({ 'observations.csv': `${'x'.repeat(1_000_000)}\n` });
  const longest = Math.max(...problems.map((problem) => problemText(problem).length));
  expect(longest).toBeLessThan(600);
});

test('marks that turn the direction of writing are shown in names, titles and problems', async () => {
  const { opened, problems } = await readSmall({
    'units.csv': UNITS.replace('Xã B', 'Xã \u202eB\u2066'),
    'sources.csv': `${SOURCES}bc\u200f,xa-b,T,,\n`,
  });
  expect(opened?.dataset.units.at('xa-b').name).toBe('Xã [U+202E]B[U+2066]');
  expect(problems.find(({ code }) => code === 'value-id')?.value).toBe('bc[U+200F]');
  expect(told(problems)).toContain('text-control note units.csv:3 name');
});
