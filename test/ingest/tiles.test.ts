/** Places of units on a map of tiles: what cannot be meant is told with its line, and costs the place alone. */
import { describe, expect, test } from 'vitest';
import { problemText } from '../../src/text/vi/problem.ts';
import { readSmall, told } from './small.ts';

const HEAD = 'unit,name,level,parent,valid_from,valid_to,tile_row,tile_column\n';
const units = (...rows: readonly string[]) => ({
  'units.csv': `${HEAD}huyen-a,Huyện A,district,,,,,\nxa-b,Xã B,commune,huyen-a,,,0,0\n${rows.map((row) => `${row}\n`).join('')}`,
});
const tileOf = (read: Awaited<ReturnType<typeof readSmall>>, unit: string) =>
  read.opened?.dataset.units.at(unit).tile ?? null;

describe('a place on the map', () => {
  test('is a row and a column', async () => {
    const read = await readSmall(units('xa-c,Xã C,commune,huyen-a,,,2,11'));
    expect(read.problems).toEqual([]);
    expect(tileOf(read, 'xa-c')).toEqual({ row: 2, column: 11 });
    expect(tileOf(read, 'huyen-a')).toBeNull();
  });

  test.each([
    ['-1,0', 'value-range cell units.csv:4 tile_row'],
    ['0,100', 'value-range cell units.csv:4 tile_column'],
    ['1.5,0', 'value-range cell units.csv:4 tile_row'],
    ['bắc,1', 'value-number cell units.csv:4 tile_row'],
    ['3,', 'value-required cell units.csv:4 tile_column'],
    ['0,0', 'tile-taken cell units.csv:4 tile_row'],
  ])('of %s is said, and the unit stays without one', async (place, problem) => {
    const read = await readSmall(units(`xa-c,Xã C,commune,huyen-a,,,${place}`));
    expect(told(read.problems)).toEqual([problem]);
    expect(tileOf(read, 'xa-c')).toBeNull();
    expect(tileOf(read, 'xa-b')).toEqual({ row: 0, column: 0 });
    expect(read.opened?.dataset.units.has('xa-c')).toBe(true);
  });

  test('that is taken names who has it', async () => {
    const { problems } = await readSmall(units('xa-c,Xã C,commune,huyen-a,,,0,0'));
    expect(problems[0] && problemText(problems[0])).toContain('Xã B');
  });

  test('may be that of a unit that came before, or of another level', async () => {
    const read = await readSmall({
      'units.csv': `${HEAD}huyen-a,Huyện A,district,,,,0,0\nxa-b,Xã B,commune,huyen-a,,2024-06-30,0,0\nxa-c,Xã C,commune,huyen-a,2024-07-01,,0,0\n`,
    });
    expect(read.problems).toEqual([]);
    expect(tileOf(read, 'xa-c')).toEqual({ row: 0, column: 0 });
  });

  test('is not asked for', async () => {
    const read = await readSmall({});
    expect(read.problems).toEqual([]);
    expect(tileOf(read, 'xa-b')).toBeNull();
  });
});
