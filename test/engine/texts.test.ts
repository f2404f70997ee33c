import { columnFromArray, tableFromColumns, tableToIPC, utf8 } from '@uwdata/flechette';
import { expect, test } from 'vitest';
import { decodeColumns } from '../../src/engine/arrow.ts';

const decoded = (texts: readonly (string | null)[]) => {
  const table = tableFromColumns([['text', columnFromArray([...texts], utf8())]]);
  const [column] = decodeColumns(tableToIPC(table, { format: 'stream' }) as Uint8Array);
  return column?.values;
};

test('texts under one hash, of one length, stay apart however they alternate', () => {
  const alike = ['Aa', 'BB', 'Aa', 'BB', 'AaAa', 'BBBB', 'AaBB', 'BBAa', 'AaAa', 'BBBB']; // 31 · "A" + "a" = 31 · "B" + "B"
  expect(decoded(alike)).toEqual(alike);
});

test('absent, empty, long and Vietnamese texts come as they were written', () => {
  const long = 'Phường Quảng Minh, thị xã Việt Yên; '.repeat(9);
  const texts = ['', null, 'Xã Đông Nhạn', long, '', null, long, 'Xã Đông Nhạn', '𠀀', 'xã', null];
  expect(decoded(texts)).toEqual(texts);
});

test('many different texts push each other out of the table and are right all the same', () => {
  const texts = Array.from({ length: 60_000 }, (_, at) => `mục ${(at * 7919) % 20_011}`);
  expect(decoded(texts)).toEqual(texts);
});
