/** A bad row costs that row or that cell, and is told with its place; everything else counts. */
import { describe, expect, test } from 'vitest';
import { ROWS, readSmall, told, UNITS } from './small.ts';

const GOOD = ['xa-b dossiers_received 200', 'xa-b dossiers_received_online 50'];

describe('an observation', () => {
  test.each([
    ['with an unknown unit', 'xa-x,2024-Q1,dossiers_received,1,', 'reference-unknown', ' unit'],
    ['with an unknown measure', 'xa-b,2024-Q1,nonsense,1,', 'reference-unknown', ' measure'],
    ['with an impossible period', 'xa-b,2024-Q5,dossiers_received,1,', 'value-period', ' period'],
    [
      'with a text for a number',
      'xa-b,2024-S1,dossiers_received,"1.626,57",',
      'value-number',
      ' value',
    ],
    ['with no value', 'xa-b,2024-S1,dossiers_received,,', 'value-absent', ' value'],
    ['with too many cells', 'xa-b,2024-S1,dossiers_received,1,,,,', 'row-fields', ''],
    ['with too few cells', 'xa-b,2024-S1', 'row-fields', ''],
  ])('%s is set aside with its place, the others count', async (_, line, code, column) => {
    const { rows, problems } = await readSmall({ 'observations.csv': `${ROWS}${line}\n` });
    expect(told(problems)).toEqual([`${code} row observations.csv:4${column}`]);
    expect(rows).toEqual(GOOD);
  });
});

describe('units', () => {
  test.each([
    ['with one twice', `${UNITS}xa-b,Xã B,commune,huyen-a\n`, 'duplicate-id row', 4, 'unit'],
    ['in a cycle', UNITS.replace('district,', 'district,xa-b'), 'parent-cycle cell', 2, 'parent'],
    [
      'with a stray parent',
      UNITS.replace('district,', 'district,x'),
      'parent-unknown cell',
      2,
      'parent',
    ],
    ['with an unknown column', UNITS.replace('parent', 'mayor'), 'column-unknown note', 1, 'mayor'],
  ])('%s are told with their place, and the others count', async (_, units, code, line, column) => {
    const { rows, problems, opened } = await readSmall({ 'units.csv': units });
    expect(told(problems)).toEqual([`${code} units.csv:${line} ${column}`]);
    expect(rows).toEqual(GOOD);
    expect(opened?.dataset.units.ids).toEqual(['huyen-a', 'xa-b']);
  });
});
