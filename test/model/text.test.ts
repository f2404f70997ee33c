import { describe, expect, it } from 'vitest';
import { parseFormula } from '../../src/model/formula.ts';
import { compareNames, foldForSearch, matchesSearch } from '../../src/model/writing/fold.ts';

describe('Vietnamese names', () => {
  it('sort by letters and tones, not by code points', () => {
    const names = ['Đông Sơn', 'Ba Tơ', 'Phố Hòa', 'Ba Tô', 'Dung Quất', 'Phổ Hòa', 'Ba To'];
    expect(names.sort(compareNames)).toEqual([
      'Ba To',
      'Ba Tô',
      'Ba Tơ',
      'Dung Quất',
      'Đông Sơn',
      'Phổ Hòa',
      'Phố Hòa',
    ]);
  });

  it('are found without diacritics, in either placement of the tone, composed or not', () => {
    for (const spelling of ['Phổ Hòa', 'Phổ Hoà', 'Phổ Hòa'.normalize('NFD')]) {
      expect(foldForSearch(spelling)).toBe('pho hoa');
    }
    expect(matchesSearch('pho hoa', ['Phường Phổ Hòa'])).toBe(true);
    expect(matchesSearch('hoa pho', ['Phường Phổ Hòa'])).toBe(true);
    expect(matchesSearch('duc pho', ['Phường Phổ Hòa'])).toBe(false);
    expect(foldForSearch('ĐỨC')).toBe('duc');
  });
});

describe('formulas', () => {
  it('join measures by plus and minus, optional ones with a question mark', () => {
    expect(parseFormula('a + b? - c_2')).toEqual([
      { measure: 'a', sign: 1, optional: false },
      { measure: 'b', sign: 1, optional: true },
      { measure: 'c_2', sign: -1, optional: false },
    ]);
    expect(parseFormula('')).toEqual([]);
  });

  it.each(['a+b', 'a * b', 'a +', '+ a', 'A', 'a b', 'a ? b', '1a'])(
    'refuse "%s" and quote it',
    (text) => {
      expect(() => parseFormula(text)).toThrow(
        new SyntaxError(`invalid formula: ${JSON.stringify(text)}`),
      );
    },
  );
});
