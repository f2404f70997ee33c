/** Changes of units that cannot be meant: told at the door with their line, and never drawn as a line. */
import { describe, expect, test } from 'vitest';
import { readPackage } from '../../src/ingest/package.ts';
import { lineageOf } from '../../src/model/tree/lineage.ts';
import { type CountedPackage, countedFiles } from '../packages/counted.ts';
import { memoryAccess } from '../packages/load.ts';

const commune = (unit: string, from = '', to = '') => ({ unit, level: 'commune', from, to });

async function read(content: Partial<CountedPackage>) {
  const files = countedFiles({ units: [], counts: [], ...content });
  const { dataset } = await readPackage('pkg', memoryAccess(files));
  const told = dataset.problems.map(({ code, effect, line, value }) =>
    [code, effect, line ?? '-', value ?? ''].join(' '),
  );
  return { dataset, told };
}

const OLD = [commune('a', '', '2025-06-30'), commune('b', '', '2025-06-30')];
const NEW = commune('ab', '2025-07-01');
const count = (unit: string, period: string) => ({ unit, period, online: 1, received: 2 });

describe('changes of units', () => {
  test('that fit are taken without a word', async () => {
    const { told, dataset } = await read({
      units: [...OLD, NEW],
      changes: ['2025-07-01 merge a ab 1', '2025-07-01 merge b ab '],
      counts: [count('a', '2024'), count('ab', '2026')],
    });
    expect(told).toEqual([]);
    expect(dataset.unitChanges.length).toBe(2);
  });

  test('in a circle are set aside where they close it', async () => {
    const { told, dataset } = await read({
      units: [...OLD, NEW],
      changes: ['2025-07-01 merge a ab 1', '2025-07-01 merge b ab 1', '2026-01-01 merge ab a 1'],
      counts: [count('a', '2024')],
    });
    expect(told).toContain('change-cycle row 4 a');
    expect(dataset.unitChanges.length).toBe(2);
  });

  test('with shares that do not add up to one give no number at all', async () => {
    const { told, dataset } = await read({
      units: [OLD[0] ?? NEW, commune('x', '2025-07-01'), commune('y', '2025-07-01')],
      changes: ['2025-07-01 split a x 0.5', '2025-07-01 split a y 0.6'],
      counts: [count('a', '2024')],
    });
    expect(told).toEqual(['change-share cell 2 1.1', 'change-share cell 3 1.1']);
    expect(lineageOf(dataset).piecesOn(['x'], '2024-12-31')).toEqual([{ unit: 'a', share: null }]);
  });

  test('by which one unit goes whole into two are not believed', async () => {
    const { told } = await read({
      units: [...OLD, NEW, commune('other', '2025-07-01')],
      changes: ['2025-07-01 merge a ab 1', '2025-07-01 merge a other 1'],
      counts: [count('a', '2024')],
    });
    expect(told).toEqual(['change-share cell 2 2', 'change-share cell 3 2']);
  });

  test('told twice count once', async () => {
    const { told, dataset } = await read({
      units: [...OLD, NEW],
      changes: ['2025-07-01 merge a ab 1', '2025-07-01 merge a ab 1', '2025-07-01 merge b ab 1'],
      counts: [count('a', '2024')],
    });
    expect(told).toEqual(['duplicate-id row 3 2025-07-01 merge a ab']);
    expect(lineageOf(dataset).piecesOn(['ab'], '2024-12-31')).toEqual([
      { unit: 'a', share: 1 },
      { unit: 'b', share: 1 },
    ]);
  });

  test('after which the old unit still stands, or still reports, are told', async () => {
    const overlap = await read({
      units: [commune('a'), NEW],
      changes: ['2025-07-01 merge a ab 1'],
      counts: [count('a', '2024')],
    });
    expect(overlap.told).toEqual(['change-overlap warning 2 a']);
    expect(lineageOf(overlap.dataset).successors('a')).toEqual(['ab']);
    const late = await read({
      units: [...OLD, NEW],
      changes: ['2025-07-01 merge a ab 1', '2025-07-01 merge b ab 1'],
      counts: [count('a', '2025-Q2'), count('a', '2025-Q4'), count('ab', '2025-Q4')],
    });
    expect(late.told).toEqual(['unit-ended warning 4 a 2025-Q4']);
  });

  test('into a unit whose past nobody tells are a note', async () => {
    const { told } = await read({
      units: [...OLD, NEW],
      changes: ['2025-07-01 merge a ab 1', '2025-07-01 merge b ab 1'],
      counts: [count('ab', '2026')],
    });
    expect(told).toEqual(['change-alone note - ab']);
  });
});
