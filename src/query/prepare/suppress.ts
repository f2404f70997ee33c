/**
 * `min_count`: counts 1…n−1 of neighbourhoods, and of levels a package adds, are shown as "fewer than n"
 * everywhere; what would give them away is hidden with them. Runs before rates, so that nothing built on a
 * hidden count comes to life; statements and issues lose their numbers too.
 */
import type { Engine } from '../../engine/engine.ts';
import type { Measure } from '../../model/catalogue.ts';
import type { Dataset } from '../../model/dataset.ts';
import { groupBy } from '../../model/group.ts';
import {
  type Equation,
  hiddenCells,
  type SuppressibleCell,
} from '../../model/statistics/suppression.ts';
import { tilings } from '../../model/time/tilings.ts';
import { LEVELS } from '../../model/unit.ts';

type Row = {
  readonly cell: number;
  readonly unit: string;
  readonly body: string;
  readonly period: string;
  readonly measure: string;
  readonly breakdown: string;
  readonly category: string;
  readonly kind: string;
  readonly value: number;
};

/** Levels whose counts are always published. */
const PUBLISHED: readonly string[] = LEVELS.slice(0, 3);

/** Hides small counts; a package without such measures or such units costs nothing. */
export async function suppressSmallCounts(
  engine: Engine,
  data: Dataset,
  signal?: AbortSignal,
): Promise<void> {
  const measures = [...data.measures.values()].filter((m) => (m.minCount ?? 0) > 1);
  const small = data.units.ids.filter((unit) => isSmallPlace(data, unit));
  if (measures.length === 0 || small.length === 0) return;
  const rows = await selectCells(engine, tiedMeasures(data, measures), small, data, signal);
  const cells = rows.map((row) => suppressible(data, row));
  const hidden = hiddenCells(cells, equationsOf(data, rows));
  if (hidden.size === 0) return;
  const limits = new Map(cells.map((cell) => [cell.id, cell]));
  await hide(
    engine,
    [...hidden].map((id) => ({ id, below: belowLimit(limits.get(id)) })),
    signal,
  );
}

function isSmallPlace(data: Dataset, unit: string): boolean {
  return data.units.states(unit).some((state) => !PUBLISHED.includes(state.level));
}

function suppressible(data: Dataset, row: Row): SuppressibleCell {
  const limit = data.measures.get(row.measure)?.minCount ?? null;
  return { id: row.cell, value: row.value, limit, hideable: isSmallPlace(data, row.unit) };
}

/** The limit that a small count stays under; null for a cell hidden for another's sake. */
function belowLimit(cell: SuppressibleCell | undefined): number | null {
  const { limit = null, value = 0, hideable = false } = cell ?? {};
  return hideable && limit !== null && value > 0 && value < limit ? limit : null;
}

/** Measures with a limit, and those that an identity ties to one of them. */
function tiedMeasures(data: Dataset, limited: readonly Measure[]): string[] {
  const tied = new Set(limited.map((measure) => measure.measure));
  const groups = data.identities.map((item) =>
    [...item.total, ...item.parts].map((o) => o.measure),
  );
  for (let size = -1; size !== tied.size; ) {
    size = tied.size;
    for (const group of groups) {
      if (group.some((measure) => tied.has(measure)))
        for (const measure of group) tied.add(measure);
    }
  }
  return [...tied];
}

/** Counts of the small places and of their parents, of the measures concerned and of those tied to them. */
async function selectCells(
  engine: Engine,
  measures: readonly string[],
  small: readonly string[],
  data: Dataset,
  signal?: AbortSignal,
): Promise<Row[]> {
  const parents = small.flatMap((unit) => data.units.states(unit).flatMap((s) => s.parent ?? []));
  const units = [...new Set([...small, ...parents])];
  await engine.insert('small_unit', [{ name: 'unit', type: 'text', values: units }]);
  const rows = await engine.rows<Row>(
    `SELECT c.cell, c.unit::VARCHAR AS unit, c.body::VARCHAR AS body, c.period::VARCHAR AS period,
       c.measure::VARCHAR AS measure, c.breakdown::VARCHAR AS breakdown, c.category::VARCHAR AS category,
       c.kind::VARCHAR AS kind, c.value
     FROM cell c JOIN small_unit u ON u.unit = c.unit::VARCHAR
     WHERE c.value IS NOT NULL AND c.measure::VARCHAR IN (${measures.map(() => '?').join(', ')})
     ORDER BY c.unit, c.body, c.period, c.measure, c.breakdown, c.category, c.kind`,
    measures,
    signal,
  );
  await engine.rows('DROP TABLE small_unit', [], signal);
  return rows;
}

/** Everything of which a reader could subtract the rest from the whole. */
function equationsOf(data: Dataset, rows: readonly Row[]): Equation[] {
  const key = (row: Row, ...left: (keyof Row)[]) =>
    (['unit', 'body', 'period', 'measure', 'breakdown', 'category', 'kind'] as const)
      .map((name) => (left.includes(name) ? '' : row[name]))
      .join('~');
  const exact = new Map(rows.map((row) => [key(row), row]));
  const at = (row: Row, change: Partial<Row>) => exact.get(key({ ...row, ...change } as Row))?.cell;
  return [
    ...categoryEquations(rows, key, at),
    ...timeEquations(data, rows, at),
    ...identityEquations(data, rows, at),
    ...parentEquations(data, rows, at),
  ];
}

type At = (row: Row, change: Partial<Row>) => number | undefined;

function categoryEquations(
  rows: readonly Row[],
  key: (row: Row, ...left: (keyof Row)[]) => string,
  at: At,
): Equation[] {
  const split = rows.filter((row) => row.breakdown !== '');
  return [...groupBy(split, (row) => `${key(row, 'category')}`).values()].flatMap((members) => {
    const total = members[0] && at(members[0], { breakdown: '', category: '' });
    return total === undefined ? [] : [[total, ...members.map((row) => row.cell)]];
  });
}

function timeEquations(data: Dataset, rows: readonly Row[], at: At): Equation[] {
  const series = groupBy(
    rows.filter((row) => data.measures.get(row.measure)?.temporal === 'flow'),
    (row) => [row.unit, row.body, row.measure, row.breakdown, row.category, row.kind].join('~'),
  );
  return [...series.values()].flatMap((members) => {
    const periods = members.flatMap((row) => data.periods.get(row.period) ?? []);
    return tilings(periods).flatMap(({ whole, parts }) => {
      const total = members.find((row) => row.period === whole);
      return total
        ? complete(
            total,
            parts.map((part) => at(total, { period: part })),
          )
        : [];
    });
  });
}

function identityEquations(data: Dataset, rows: readonly Row[], at: At): Equation[] {
  const exact = data.identities.filter(
    (item) => item.relation === '=' && item.breakdown === '' && item.total.length === 1,
  );
  const byTotal = groupBy(exact, (item) => item.total[0]?.measure ?? '');
  return rows.flatMap((row) =>
    (byTotal.get(row.measure) ?? []).flatMap((item) => {
      const required = item.parts.filter((part) => !part.optional);
      const optional = item.parts
        .filter((part) => part.optional)
        .flatMap((part) => at(row, { measure: part.measure }) ?? []);
      return complete(row, [
        ...required.map((part) => at(row, { measure: part.measure })),
        ...optional,
      ]);
    }),
  );
}

/** Children of one level make up their parent; another level under it counts the same people once more. */
function parentEquations(data: Dataset, rows: readonly Row[], at: At): Equation[] {
  return rows.flatMap((row) => {
    const when = data.periods.get(row.period);
    const children = data.units
      .children(row.unit, when)
      .filter((unit) => !when || data.units.existed(unit, when));
    const levels = groupBy(children, (unit) => data.units.at(unit, when).level);
    return [...levels.values()].flatMap((units) =>
      complete(
        row,
        units.map((unit) => at(row, { unit })),
      ),
    );
  });
}

/** An equation only where every part is known: with a part missing nothing follows. */
function complete(total: Row, parts: readonly (number | undefined)[]): Equation[] {
  const known = parts.filter((part) => part !== undefined);
  return known.length === parts.length && known.length > 0 ? [[total.cell, ...known]] : [];
}

/** Takes the numbers out of cells, of reported rates beside them, of statements and of issues. */
async function hide(
  engine: Engine,
  hidden: readonly { id: number; below: number | null }[],
  signal?: AbortSignal,
): Promise<void> {
  await engine.insert('hidden', [
    { name: 'cell', type: 'integer', values: hidden.map((item) => item.id) },
    { name: 'below', type: 'number', values: hidden.map((item) => item.below) },
  ]);
  await engine.run(HIDE, signal);
}

const HIDE: readonly string[] = [
  `INSERT INTO hidden
   SELECT DISTINCT r.cell, NULL::DOUBLE FROM hidden h JOIN cell c USING (cell)
   JOIN operand o ON o.measure = c.measure
   JOIN cell r ON r.measure = o.indicator AND r.unit = c.unit AND r.body = c.body AND r.period = c.period
     AND r.breakdown = c.breakdown AND r.category = c.category AND r.kind = c.kind`,
  `UPDATE cell SET value = NULL, high = h.below, bound = '', status = 'Q' FROM hidden h WHERE h.cell = cell.cell`,
  `UPDATE issue SET expected = NULL, found = NULL, note = '' WHERE id IN (
     SELECT p.id FROM issue_part p JOIN statement s USING (row) JOIN hidden h USING (cell))`,
  `UPDATE statement SET value = NULL, printed = '', note = '', bound = '', status = 'Q'
   WHERE cell IN (SELECT cell FROM hidden)`,
  'DROP TABLE hidden',
];
