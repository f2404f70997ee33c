/** Which figures a unit is asked for: those it, or its peers, have reported before; with the sums that must hold. */
import { type Dataset, subjectOf } from '../model/dataset.ts';
import type { Form, FormLine } from '../model/intake/form.ts';
import { comparePeriods, type Period, parsePeriod, periodToCome } from '../model/time/period.ts';
import { type Base, rowsIn } from './keep/base.ts';

interface Stated {
  readonly unit: string;
  readonly period: Period;
  readonly measure: string;
  readonly value: number;
}

/**
 * The form of a unit for a period, from what the package holds; measures in the catalogue's order. Beside a quarter
 * stands the quarter before it; what is counted at one day stands until it is counted again.
 */
export function formOf(base: Base, data: Dataset, unit: string, period: string): Form {
  const stated = statedIn(base);
  const own = stated.filter((row) => row.unit === unit);
  const level = data.units.at(unit).level;
  const peers = stated.filter(
    (row) => data.units.has(row.unit) && data.units.at(row.unit).level === level,
  );
  const [first] = [own, peers, stated].filter((rows) => rows.length > 0);
  const asked = new Set((first ?? []).map(({ measure }) => measure));
  const ids = [...data.measures.keys(), ...data.indicators.keys()].filter((id) => asked.has(id));
  const lines = ids.map((measure) => lineOf(data, measure, ids, own, parsePeriod(period)));
  return { unit, period, lines };
}

/** The period that a unit is asked for next: the one after its latest, of the length it reports most; null for none. */
export function nextPeriod(base: Base, unit: string): Period | null {
  const periods = statedIn(base).flatMap((row) => (row.unit === unit ? row.period : []));
  const counts = new Map<string, number>();
  for (const { grain } of periods) counts.set(grain, (counts.get(grain) ?? 0) + 1);
  const followed = periods.filter((period) => periodToCome(period, '') !== null);
  const [latest] = followed.sort(
    (a, b) => b.end.localeCompare(a.end) || (counts.get(b.grain) ?? 0) - (counts.get(a.grain) ?? 0),
  );
  return latest ? periodToCome(latest, '') : null;
}

/** Figures of whole units as they were stated: no part, no target. */
function statedIn(base: Base): Stated[] {
  const columns = ['unit', 'period', 'measure', 'value', 'breakdown', 'kind', 'body'];
  return rowsIn(base.tables.get('observations'), columns).flatMap((row) =>
    typeof row.value === 'number' && !row.breakdown && !row.kind && !row.body
      ? [
          {
            unit: String(row.unit),
            period: parsePeriod(String(row.period)),
            measure: String(row.measure),
            value: row.value,
          },
        ]
      : [],
  );
}

function lineOf(
  data: Dataset,
  measure: string,
  ids: readonly string[],
  own: readonly Stated[],
  period: Period,
): FormLine {
  const subject = subjectOf(data, measure);
  const isStock = data.measures.get(measure)?.temporal === 'stock';
  const earlier = own.filter(
    (row) =>
      row.measure === measure &&
      row.period.end < period.end &&
      (isStock || row.period.grain === period.grain),
  );
  const latest = earlier.sort((a, b) => comparePeriods(a.period, b.period)).at(-1);
  return {
    measure,
    name: subject?.name ?? measure,
    unitLabel: subject?.unitLabel ?? '',
    group: subject?.group ?? '',
    most: subject?.isRatio && subject.scale === 100 ? 100 : null,
    before: latest?.value ?? null,
    periodBefore: latest?.period.code ?? '',
    sum: sumFor(data, measure, ids),
  };
}

/** The first rule whose total is this measure alone and whose parts all stand in the form. */
function sumFor(data: Dataset, measure: string, ids: readonly string[]): FormLine['sum'] {
  for (const { total, relation, parts, breakdown } of data.identities) {
    const isTotal = total.length === 1 && total[0]?.measure === measure && total[0].sign === 1;
    if (!isTotal || relation !== '=' || breakdown !== '') continue;
    const needed = parts.filter((part) => !part.optional || ids.includes(part.measure));
    if (needed.length > 1 && needed.every((part) => ids.includes(part.measure))) {
      return needed.map((part) => ({ line: ids.indexOf(part.measure), sign: part.sign }));
    }
  }
  return [];
}
