/** Periods under a line chart: all readable, none slanting, whatever their number. */
import { describe, expect, test } from 'vitest';
import { panelFrames } from '../../src/slide/page/panels.ts';
import { timeLabels } from '../../src/slide/page/times.ts';

const quarters = (years: number) =>
  Array.from({ length: years * 4 }, (_, at) => {
    return `Q.${['I', 'II', 'III', 'IV'][at % 4]}/${2021 + Math.floor(at / 4)}`;
  });
const months = (count: number) =>
  Array.from({ length: count }, (_, at) => `T${(at % 12) + 1}/${2021 + Math.floor(at / 12)}`);

describe('names of periods', () => {
  test('of twenty quarters are numbers over their years, what they share said once', () => {
    const { parts, years, lead } = timeLabels(quarters(5), 86);
    expect(lead).toBe('Q.');
    expect(parts.map(({ text }) => text).slice(0, 5)).toEqual(['I', 'II', 'III', 'IV', 'I']);
    expect(years).toEqual(
      [2021, 2022, 2023, 2024, 2025].map((year, at) => ({
        ...{ text: `${year}`, from: at * 4, to: at * 4 + 3 },
      })),
    );
  });

  test('of few quarters stand in full over the year', () => {
    const { parts, lead } = timeLabels(quarters(2), 86);
    expect([parts[1]?.text, lead]).toEqual(['Q.II', '']);
  });

  test('of sixty months are their years alone', () => {
    const { parts, years } = timeLabels(months(60), 86);
    expect(parts).toEqual([]);
    expect(years.map(({ text }) => text)).toEqual(['2021', '2022', '2023', '2024', '2025']);
  });

  test('that are no parts of years are named as far as there is room, the last one always', () => {
    const years = Array.from({ length: 40 }, (_, at) => `${1986 + at}`);
    const { parts } = timeLabels(years, 60);
    expect(parts.at(-1)?.text).toBe('2025');
    expect(parts.length * 6).toBeLessThanOrEqual(60 + 6);
    expect(timeLabels([], 60).parts).toEqual([]);
  });
});

test.each([1, 3, 8, 15])('%s small charts lie inside their room, none over another', (count) => {
  const room = { x: 1, y: 2, w: 12, h: 5 };
  const frames = panelFrames(count, room, { x: 0.1, y: 0.1 });
  expect(frames).toHaveLength(count);
  for (const [at, a] of frames.entries()) {
    expect(a.x + a.w).toBeLessThanOrEqual(room.x + room.w + 1e-9);
    expect(a.y + a.h).toBeLessThanOrEqual(room.y + room.h + 1e-9);
    for (const b of frames.slice(at + 1)) {
      const isApart = a.x + a.w <= b.x || b.x + b.w <= a.x || a.y + a.h <= b.y || b.y + b.h <= a.y;
      expect(isApart).toBe(true);
    }
  }
});
