/** The file of an address is told by the script that runs first as by whoever reads it: from the names alone. */
import { expect, test } from 'vitest';
import { aheadOf, fileOf, filesAhead } from '../../src/stored/place.ts';

const SEVERAL = [
  'start',
  'overview',
  'tables',
  ...[1, 2, 3].map((at) => `compare-${at}`),
  'profile',
];

test('an address asks for the start and for the one file of what it names', () => {
  const ahead = aheadOf('compare', 'dossiers_online_rate', undefined);
  const own = fileOf('compare', { subject: 'dossiers_online_rate' }, 3);
  expect(filesAhead(ahead, SEVERAL)).toEqual(['start', own]);
  expect(SEVERAL).toContain(own);
});

test('without an indicator it is not known yet which of several', () => {
  expect(filesAhead(aheadOf('compare', undefined, undefined), SEVERAL)).toEqual(['start']);
  expect(filesAhead(aheadOf('overview', undefined, undefined), SEVERAL)).toEqual([
    'start',
    'overview',
  ]);
});

test('a profile lies under its unit, whatever indicator the address names; other screens ask for the start alone', () => {
  expect(aheadOf('unit', 'poverty_rate', 'phuong-a')).toEqual({
    part: 'profile',
    unit: 'phuong-a',
  });
  expect(filesAhead(aheadOf('unit', 'poverty_rate', 'phuong-a'), SEVERAL)).toEqual([
    'start',
    'profile',
  ]);
  expect(filesAhead(aheadOf('import', undefined, undefined), SEVERAL)).toEqual(['start']);
});

test('a thousand units spread over ten files: none has more than twice its share', () => {
  const counts = new Map<string, number>();
  for (let at = 0; at < 1000; at++) {
    const name = fileOf('profile', { unit: `xa-${at}` }, 10);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  expect(counts.size).toBe(10);
  expect(Math.max(...counts.values())).toBeLessThan(200);
});
