import { describe, expect, it } from 'vitest';
import { type UnitState, unitIndex } from '../../src/model/unit.ts';
import { nearNames } from '../../src/model/writing/near-name.ts';

const state = (unit: string, name: string, more: Partial<UnitState> = {}): UnitState => ({
  unit,
  name,
  kind: '',
  level: 'commune',
  parent: 'town',
  code: '',
  validFrom: null,
  validTo: null,
  aliases: [],
  ...more,
});

const pairs = (...states: UnitState[]) =>
  nearNames(unitIndex(states)).map(({ unit, other }) => `${unit} ${other}`);
/** Of units named so, under one parent. */
const named = (...names: string[]) => pairs(...names.map((name, at) => state(`u-${at}`, name)));

describe('names that one slip would make the same', () => {
  it.each([
    ['a tone', 'Xã Ba Tơ', 'Xã Ba Tờ'],
    ['a vowel mark', 'Xã Ba Tơ', 'Xã Ba Tô'],
    ['the place of the tone', 'Phường Phổ Hòa', 'Phường Phổ Hoà'],
    ['the stroke of đ', 'Xã Đông Sơn', 'Xã Dông Sơn'],
    ['capitals', 'Xã Bình An', 'xã BÌNH AN'],
    ['a space', 'Xã Bình An', 'Xã Bình  An'],
    ['a space left out', 'Xã Bình An', 'Xã BìnhAn'],
    ['a hyphen', 'Xã Ê-a Bia', 'Xã Êa Bia'],
    ['a full stop', 'TT. Ba Tơ', 'TT Ba Tơ'],
    ['a doubled letter', 'Xã Tịnh Hòa', 'Xã Tịnhh Hòa'],
    ['y for i', 'Phường Phú Mỹ', 'Phường Phú Mĩ'],
    ['two letters exchanged', 'Xã Hành Đức', 'Xã Hnàh Đức'],
    ['another spelling', 'Harbour Ward', 'Harbor Ward'],
    ['composed and decomposed letters', 'Xã Hòa', 'Xã Hòa'.normalize('NFD')],
  ])('are told: %s', (_what, a, b) => {
    expect(named(a, b)).toEqual(['u-0 u-1']);
  });

  it.each([
    ['another word', ['Xã Bình An', 'Xã Bình Sơn']],
    ['another kind of unit', ['Phường Phổ Hòa', 'Xã Phổ Hòa']],
    [
      'a letter',
      [
        'Xã Nghĩa An',
        'Xã Nghĩa Ân Tây',
        'Xã Trung Sơn',
        'Xã Trường Sơn',
        'Xã Phổ Vinh',
        'Xã Phổ Văn',
      ],
    ],
    ['numbers', ['Tổ dân phố 1', 'Tổ dân phố 2', 'Tổ dân phố 11', 'Tổ dân phố 12']],
    ['doubled digits', ['Khu phố 2', 'Khu phố 22', 'Khu phố 222']],
    ['letters', ['Thôn A', 'Thôn B', 'Thôn C']],
    ['numbers behind a mark', ['Khu 1/2', 'Khu 1/3', 'Khu 1A', 'Khu 1B']],
  ])('are not told: %s', (_what, names) => {
    expect(named(...names)).toEqual([]);
  });

  it('are not told: Roman numbers', () => {
    expect(named('Khu phố I', 'Khu phố II', 'Khu phố III')).toEqual([]);
  });

  it('are told of every pair once, the smaller id first', () => {
    expect(named('Xã Hòa', 'Xã Hóa', 'Xã Hoa')).toEqual(['u-0 u-1', 'u-0 u-2', 'u-1 u-2']);
    expect(pairs(state('z', 'Xã Hòa'), state('a', 'Xã Hóa'))).toEqual(['a z']);
  });

  it('are told once of a unit that has had several names', () => {
    const found = pairs(
      state('a', 'Xã Hòa', { validTo: '2023-12-31' }),
      state('a', 'Xã Hoa', { validFrom: '2024-01-01' }),
      state('b', 'Xã Hóa'),
    );
    expect(found).toEqual(['a b']);
  });

  it('are not told of one unit that was renamed', () => {
    const found = pairs(
      state('a', 'Xã Hòa', { validTo: '2023-12-31' }),
      state('a', 'Xã Hóa', { validFrom: '2024-01-01' }),
    );
    expect(found).toEqual([]);
  });

  it('are not told under different parents, nor of units that never were at one time', () => {
    const here = state('a', 'Xã Hòa', { validTo: '2023-12-31' });
    expect(pairs(here, state('b', 'Xã Hóa', { parent: 'district' }))).toEqual([]);
    expect(pairs(here, state('b', 'Xã Hóa', { validFrom: '2024-01-01' }))).toEqual([]);
    expect(pairs(here, state('b', 'Xã Hóa', { validFrom: '2023-12-31' }))).toEqual(['a b']);
  });

  it('are told at the top as well', () => {
    const top = { parent: null };
    expect(pairs(state('a', 'Tỉnh Hòa', top), state('b', 'Tỉnh Hóa', top))).toEqual(['a b']);
  });

  it('are found among twenty thousand units', () => {
    const states = Array.from({ length: 20_000 }, (_, at) => state(`u-${at}`, `Thôn ${at}`));
    const near = [state('x', 'Thôn Đồng Hòa'), state('y', 'Thôn Đồng Hóa')];
    expect(pairs(...states.slice(0, 9000), ...near, ...states.slice(9000))).toEqual(['x y']);
  });
});
