/** Names of units in sentences, as the decree on documents spells them. */
import { afterEach, expect, test } from 'vitest';
import { spelt } from '../../src/slide/spelt.ts';
import { chooseWords } from '../../src/text/words.ts';
import { loadPackage } from '../support/load.ts';

const { data } = await loadPackage('data/sample');

afterEach(() => chooseWords('vi'));

test.each([
  ['Thấp nhất: Xã Đông Nhạn, Phường Cẩm Lư', 'Thấp nhất: xã Đông Nhạn, phường Cẩm Lư'],
  ['Phường Cẩm Lư (2) và Thị xã Lam Khuê', 'Phường Cẩm Lư (2) và thị xã Lam Khuê'],
  [
    'Nhiều nhất (Phường\u00a0Bích\u00a0Trạch: 182)',
    'Nhiều nhất (phường\u00a0Bích\u00a0Trạch: 182)',
  ],
  ['Đã hết. Xã Ninh Hạc tăng', 'Đã hết. Xã Ninh Hạc tăng'],
  ['1. Xã Ninh Hạc', '1. Xã Ninh Hạc'],
  ['Hộ nghèo · Thị xã Lam Khuê · Năm 2025', 'Hộ nghèo · Thị xã Lam Khuê · Năm 2025'],
  ['⚑ Phường Cẩm Lư: cần kiểm tra', '⚑ Phường Cẩm Lư: cần kiểm tra'],
  ['sinh hoạt tại Phường 1', 'sinh hoạt tại Phường 1'],
  ['làm việc với Xã hội học', 'làm việc với Xã hội học'],
])('%s', (text, as) => {
  expect(spelt(data, { rows: [[{ text }]] })).toEqual({ rows: [[{ text: as }]] });
});

test('what an officer wrote, addresses and figures stay', () => {
  const kept = { note: 'gặp Xã Đông Nhạn', query: '?q=a Xã Đông', figures: ['tại Xã Đông Nhạn'] };
  expect(spelt(data, kept)).toEqual(kept);
});

test('in English names keep their capitals', async () => {
  await chooseWords('en');
  expect(spelt(data, 'lowest: Xã Đông Nhạn')).toBe('lowest: Xã Đông Nhạn');
});
