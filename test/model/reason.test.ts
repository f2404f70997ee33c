/** How units with reasons are ordered, and what a title says a document is. */
import { describe, expect, it, test } from 'vitest';
import { MOST_POINTS, rankVisits } from '../../src/model/visit/ranking.ts';
import type { Reason } from '../../src/model/visit/reason.ts';
import { documentKind } from '../../src/model/writing/document.ts';

const reason = (unit: string, points: number, more: Partial<Reason> = {}): Reason => ({
  ...{ kind: 'level', unit, points, subject: 'a', matter: 'a', periods: [], figure: null },
  ...{ against: null, count: 0, of: 0 },
  ...more,
});

describe('units with reasons', () => {
  it('come by their points, and one reason never outweighs several by its size alone', () => {
    const reasons = [
      reason('x', 40),
      reason('y', 4),
      reason('y', 3, { subject: 'b', matter: 'b' }),
    ];
    const visits = rankVisits(reasons, 'all');
    expect(visits.map(({ unit, points }) => [unit, points])).toEqual([
      ['y', 7],
      ['x', MOST_POINTS],
    ]);
  });

  it('count once what says nearly the same, by the indicator that says it most clearly', () => {
    const late = { subject: 'late', matter: 'on_time' };
    const [visit] = rankVisits(
      [
        reason('x', 2, { subject: 'on_time', matter: 'on_time' }),
        reason('x', 3, late),
        reason('x', 1, { ...late, kind: 'change' }),
      ],
      'all',
    );
    expect(visit?.points).toBe(3);
    expect(visit?.matters.map((own) => own.map(({ kind, subject }) => [kind, subject]))).toEqual([
      [
        ['level', 'late'],
        ['change', 'late'],
      ],
    ]);
  });

  it('are ordered by what the reader asks for', () => {
    const reasons = [
      reason('x', 5),
      reason('y', 1, { kind: 'change' }),
      reason('z', 2, { kind: 'reports', subject: '', matter: 'reports' }),
    ];
    const first = (weight: Parameters<typeof rankVisits>[1]) =>
      rankVisits(reasons, weight).map(({ unit }) => unit);
    expect(first('all')).toEqual(['x', 'z', 'y']);
    expect(first('level')).toEqual(['x']);
    expect(first('change')).toEqual(['y']);
    expect(first('reports')).toEqual(['z']);
  });
});

test.each([
  ['Báo cáo kết quả công tác dân vận 6 tháng đầu năm', 'Báo cáo'],
  ['KẾT LUẬN của Ban Thường vụ Thị ủy', 'Kết luận'],
  ['Số liệu nhập ngày 02/3/2024', ''],
])('%s is “%s”', (title, kind) => {
  expect(documentKind(title)).toBe(kind);
});
