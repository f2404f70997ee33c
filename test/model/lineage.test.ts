import { describe, expect, it } from 'vitest';
import type { UnitChange } from '../../src/model/catalogue.ts';
import { type Lineage, lineageOf } from '../../src/model/tree/lineage.ts';
import { type UnitState, unitIndex } from '../../src/model/unit.ts';

/** "unit from to" with "-" for an open end. */
function lineage(states: readonly string[], changes: readonly string[]): Lineage {
  const open = (day: string | undefined) => (day === undefined || day === '-' ? null : day);
  const units = states.map((text): UnitState => {
    const [unit = '', from, to] = text.split(' ');
    const place = { kind: '', level: 'commune', parent: null, code: '', aliases: [] };
    return { unit, name: unit, ...place, validFrom: open(from), validTo: open(to) };
  });
  const unitChanges = changes.map((text): UnitChange => {
    const [date = '', kind = '', fromUnit = '', toUnit = '', share] = text.split(' ');
    return { date, kind, fromUnit, toUnit, share: share ? Number(share) : null, source: '' };
  });
  return lineageOf({ units: unitIndex(units), unitChanges });
}

const told = (pieces: readonly { unit: string; share: number | null }[]) =>
  pieces.map(({ unit, share }) => `${unit} ${share}`).sort();

describe('lineage', () => {
  const merged = lineage(
    ['a - 2025-06-30', 'b - 2025-06-30', 'ab 2025-07-01 -', 'c'],
    ['2025-07-01 merge a ab 1', '2025-07-01 merge b ab'],
  );

  it('takes a merged unit apart before the day, and leaves it whole after', () => {
    expect(told(merged.piecesOn(['ab'], '2025-06-30'))).toEqual(['a 1', 'b 1']);
    expect(told(merged.piecesOn(['ab'], '2025-07-01'))).toEqual(['ab 1']);
    expect(told(merged.piecesOn(['c'], '2020-01-01'))).toEqual(['c 1']);
  });

  it('leads from what has ended to what stands', () => {
    expect(merged.successors('a')).toEqual(['ab']);
    expect(merged.successors('ab')).toEqual([]);
    expect(['a', 'ab', 'c'].map(merged.isCurrent)).toEqual([false, true, true]);
  });

  it('goes back over several changes', () => {
    const { piecesOn } = lineage(
      [
        'a - 2019-12-31',
        'b - 2019-12-31',
        'ab 2020-01-01 2025-06-30',
        'c - 2025-06-30',
        'abc 2025-07-01',
      ],
      [
        '2020-01-01 merge a ab',
        '2020-01-01 merge b ab',
        '2025-07-01 merge ab abc',
        '2025-07-01 merge c abc',
      ],
    );
    expect(told(piecesOn(['abc'], '2019-06-30'))).toEqual(['a 1', 'b 1', 'c 1']);
    expect(told(piecesOn(['abc'], '2022-06-30'))).toEqual(['ab 1', 'c 1']);
  });

  it('knows that a unit which takes others in was there itself', () => {
    const { piecesOn } = lineage(['a - 2025-06-30', 'big'], ['2025-07-01 merge a big 1']);
    expect(told(piecesOn(['big'], '2024-12-31'))).toEqual(['a 1', 'big 1']);
  });

  it('never guesses the parts of a split, but knows that all of them are the whole', () => {
    const { piecesOn } = lineage(
      ['a - 2025-06-30', 'x 2025-07-01', 'y 2025-07-01'],
      ['2025-07-01 split a x', '2025-07-01 split a y'],
    );
    expect(told(piecesOn(['x'], '2025-01-01'))).toEqual(['a null']);
    expect(told(piecesOn(['x', 'y'], '2025-01-01'))).toEqual(['a 1']);
  });

  it('uses stated shares, also of a transfer, and what is left', () => {
    const { piecesOn } = lineage(['a', 'b'], ['2025-07-01 transfer a b 0.25']);
    expect(told(piecesOn(['b'], '2025-01-01'))).toEqual(['a 0.25', 'b 1']);
    expect(told(piecesOn(['a'], '2025-01-01'))).toEqual(['a 0.75']);
    expect(told(piecesOn(['a', 'b'], '2025-01-01'))).toEqual(['a 1', 'b 1']);
  });

  it('follows changes of one day one after the other', () => {
    const { piecesOn } = lineage(
      ['a - 2025-06-30', 'a2 2025-07-01', 'b - 2025-06-30', 'c 2025-07-01'],
      ['2025-07-01 rename a a2', '2025-07-01 merge a2 c', '2025-07-01 merge b c'],
    );
    expect(told(piecesOn(['c'], '2025-01-01'))).toEqual(['a 1', 'b 1']);
  });

  it('ends where changes run in a circle', () => {
    const { piecesOn, successors } = lineage(
      ['a 2025-07-01', 'b 2025-07-01'],
      ['2025-07-01 merge a b', '2025-07-01 merge b a'],
    );
    expect(piecesOn(['a'], '2025-01-01').length).toBeLessThan(3);
    expect(successors('a')).toBeInstanceOf(Array);
  });
});
