/** What servers answer in place of a file, over real http: each with its own cause and remedy. */
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { siteAccess } from '../../src/ingest/file/access.ts';
import { readPackage } from '../../src/ingest/package.ts';
import { PackageError } from '../../src/model/problem.ts';
import { problemRemedy, problemText } from '../../src/text/vi/problem.ts';
import { type CannedResponse, serveFolder } from '../support/server.ts';
import { ROWS, SOURCES, UNITS } from './small.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const html = { 'content-type': 'text/html' };
const login = '<html><form><input name=u><input type="password" name=p></form></html>';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'served-'));
  await cp(join(ROOT, 'data/catalogue'), join(folder, 'data/catalogue'), { recursive: true });
  const names = ['units', 'sources', 'observations'];
  const resources = names.map((name) => ({ name, path: `${name}.csv` }));
  await cp(join(ROOT, 'data/reports'), join(folder, 'data/small'), { recursive: true });
  const write = (name: string, text: string) => writeFile(join(folder, 'data/small', name), text);
  await write('datapackage.json', JSON.stringify({ resources }));
  await write('units.csv', UNITS);
  await write('sources.csv', SOURCES);
  await write('observations.csv', ROWS);
});
afterAll(() => rm(folder, { recursive: true }));

/** What is said where the address that holds `part` is answered so; '' where the package opens. */
async function said(part: string, canned: CannedResponse): Promise<string> {
  const override = (url: string) => (url.includes(part) ? canned : undefined);
  const server = await serveFolder(folder, { override });
  try {
    await readPackage('data/small', siteAccess(server.url));
    return '';
  } catch (error) {
    if (!(error instanceof PackageError)) throw error;
    return error.problems
      .map((problem) => `${problem.file}: ${problemText(problem)} ${problemRemedy(problem)}`)
      .join('\n');
  } finally {
    await server.close();
  }
}

test('a package that is there opens', async () => {
  expect(await said('nothing', {})).toBe('');
});

describe('for a table', () => {
  test.each<[string, CannedResponse, string, string]>([
    ['401', { status: 401 }, 'yêu cầu đăng nhập', 'Đăng nhập'],
    ['403', { status: 403 }, 'không cho phép đọc', 'quyền đọc'],
    ['404', { status: 404 }, 'không có trên máy chủ', 'Chép lại'],
    ['a login page', { headers: html, body: login }, 'yêu cầu đăng nhập', 'Đăng nhập'],
    ['a page', { headers: html, body: '<!-- x --><HTML><body>Start' }, 'HTML', 'Chép lại'],
    ['a piece of a page', { headers: html, body: '<div>Access denied</div>' }, 'HTML', 'Chép lại'],
    ['a part', { status: 206, body: ROWS }, 'HTTP 206', 'mạng'],
    ['no content', { status: 204 }, 'HTTP 204', 'mạng'],
    ['500', { status: 500 }, 'HTTP 500', 'nhật ký lỗi'],
    ['451', { status: 451 }, 'HTTP 451', 'nhật ký lỗi'],
    ['410', { status: 410 }, 'không có trên máy chủ', 'Chép lại'],
    ['an empty body', {}, 'không có nội dung', 'Xuất lại'],
    ['gzip', { body: gzipSync(ROWS) }, 'gzip', 'Xuất lại'],
  ])('%s', async (_, canned, cause, remedy) => {
    const words = await said('small/observations.csv', canned);
    for (const expected of ['observations.csv: ', cause, remedy]) expect(words).toContain(expected);
  });
});

describe('for a descriptor', () => {
  test.each([
    [401, 'data/small/datapackage.json: ', 'Đăng nhập'],
    [403, 'data/small/datapackage.json: ', 'quyền đọc'],
    [404, 'data/small: ', 'config.json'],
  ])('%i', async (status, file, remedy) => {
    const words = await said('small/datapackage', { status });
    for (const expected of [file, remedy]) expect(words).toContain(expected);
  });

  test.each([
    ['404', { status: 404 }],
    ['a page', { headers: html, body: '<html></html>' }],
  ])("of the software's own catalogue: %s", async (_, canned) => {
    const words = await said('catalogue/datapackage', canned);
    expect(words).toContain('data/catalogue: ');
    expect(words).toContain('thư mục phần mềm');
  });
});
