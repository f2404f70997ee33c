/** Files that came one by one in one quarter are known when they come together, and the other way round. */
import { expect, test } from 'vitest';
import { knownMapping, type Mapping } from '../../src/intake/answers.ts';

const mapping = (layout: string, answers: Mapping['answers'], units: readonly string[] = []) => ({
  ...{ version: 1 as const, name: layout, layout, answers },
  declared: { units: units.map((unit) => ({ unit })), measures: [], indicators: [] },
});

const A = 'Xã | Nhận';
const B = 'Đơn vị | Đơn thư';
const together = mapping(`${A} || ${B}`, { 'column Nhận': 'dossiers_received' }, ['xa-moi']);
const alone = mapping(A, { 'column Nhận': 'ignore' }, ['xa-moi', 'xa-khac']);

test('of one table that came with another, and of several that came one by one', () => {
  expect(knownMapping([together], A)?.answers).toEqual(together.answers);
  const both = knownMapping([mapping(B, { 'name Hoà': 'phuong-hoa' }), alone], together.layout);
  expect(both?.answers).toEqual({ 'name Hoà': 'phuong-hoa', 'column Nhận': 'ignore' });
});

test('exactly these tables before any other, and nothing where none is known', () => {
  expect(knownMapping([together, alone], A)?.answers).toEqual(alone.answers);
  expect(knownMapping([together, alone], 'Thôn | Hộ')).toBeNull();
  expect(knownMapping([mapping('', {})], '')?.answers).toEqual({});
  expect(knownMapping([mapping('', {})], A)).toBeNull();
});

test('what was declared twice is declared once', () => {
  const known = knownMapping([together, alone], `${A} || Thôn | Hộ`);
  expect(known?.declared.units.map(({ unit }) => unit)).toEqual(['xa-moi', 'xa-khac']);
});
