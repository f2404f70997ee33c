/**
 * Everything that must hold in the package, in plain TypeScript without engine or queries: statements agree,
 * identities add up, percentages fit their counts, periods add up, nothing is negative or above 100%.
 */
import { groupBy } from '../../../src/model/group.ts';
import {
  decimalsOf,
  evaluate,
  type Failure,
  failure,
  type Index,
  identities,
  indicators,
  keyOf,
  plain,
  shortKey,
  shownOf,
  sizes,
} from './proof-facts.ts';
import { periodFailures, stockFailures } from './proof-periods.ts';
import type { Row } from './row.ts';
import type { Sample } from './sample.ts';

const known = new WeakMap<Sample, Failure[]>();

/** All failures of a sample, planted or not; worked out once. */
export function failuresOf(sample: Sample): Failure[] {
  const found = known.get(sample) ?? [...agreement(sample), ...checks(sample)];
  known.set(sample, found);
  return found;
}

function checks(sample: Sample): Failure[] {
  const shown = shownOf(sample);
  const all = [...shown.values()];
  const byMeasure = groupBy(
    all.map(({ row }) => row),
    (row) => row.measure,
  );
  return [
    ...identities.flatMap((identity) =>
      sumFailures(identity, byMeasure.get(identity.total ?? '') ?? [], shown),
    ),
    ...sample.observations.flatMap((row) => percentFailures(row, shown)),
    ...all.flatMap((one) => periodFailures(one, shown)),
    ...all.flatMap(({ row }) => stockFailures(row, shown)),
    ...all.flatMap(({ row }) => rangeFailures(row)),
  ];
}

/** Several statements of one key: in one source, or one after another. */
function agreement(sample: Sample): Failure[] {
  const groups = groupBy(sample.observations, (row) => `${keyOf(row)}~${row.bound}`);
  const several = [...groups.values()].filter((rows) => rows.length > 1);
  return several.flatMap((rows) => {
    const sources = [...groupBy(rows, (row) => row.source).values()];
    const decimals = Math.min(...rows.map(decimalsOf));
    const values = new Set(rows.map((row) => (row.value ?? 0).toFixed(decimals)));
    const counted = rows.some((row) => row.status === 'E');
    const one = values.size === 1 ? 'DUPLICATE_STATEMENT' : 'INTERNAL_CONFLICT';
    const code = sources.length > 1 ? 'REVISED' : counted ? 'LIST_COUNT_MISMATCH' : one;
    return [{ code, keys: rows.map(shortKey), words: '' }];
  });
}

function sumFailures(
  identity: Readonly<Record<string, string>>,
  totals: readonly Row[],
  shown: Index,
): Failure[] {
  const { parts = '', relation, breakdown = '' } = identity;
  if (breakdown) return categoryFailures(totals, breakdown, shown);
  return totals.flatMap((row) => {
    const operands = parts.split(' ').filter((word) => word !== '+' && word !== '-');
    const found = operands.map((word) => shown.get(keyOf({ ...row, measure: plain(word) }))?.row);
    if (operands.some((word, at) => !word.endsWith('?') && !found[at])) return [];
    const sum = evaluate(parts, (measure) => shown.get(keyOf({ ...row, measure }))?.row.value ?? 0);
    const fits = relation === '=' ? sum === row.value : sum <= (row.value ?? 0);
    const code = relation === '=' ? 'SUM_MISMATCH' : 'PART_EXCEEDS_TOTAL';
    return fits ? [] : [failure(code, [row, ...found], `${identity.identity}: ${sum}`)];
  });
}

function categoryFailures(rows: readonly Row[], breakdown: string, shown: Index): Failure[] {
  const split = rows.filter((row) => row.breakdown === breakdown);
  const groups = groupBy(split, (row) => keyOf({ ...row, breakdown: '', category: '' }));
  return [...groups].flatMap(([key, parts]) => {
    const total = shown.get(key)?.row;
    const sum = parts.reduce((all, part) => all + (part.value ?? 0), 0);
    if (!total || sum === total.value) return [];
    const complete = parts.length === sizes.get(breakdown);
    if (!complete && sum < (total.value ?? 0)) return [];
    const code = complete ? 'SUM_MISMATCH' : 'PART_EXCEEDS_TOTAL';
    return [failure(code, [total, ...parts], `${breakdown}: ${sum}`)];
  });
}

function percentFailures(row: Row, shown: Index): Failure[] {
  const indicator = indicators.get(row.measure);
  if (!indicator?.numerator || !indicator.denominator || row.kind !== '') return [];
  if (row.value === null || (shown.get(keyOf(row))?.row.source !== row.source && row.bound === ''))
    return [];
  const at = (measure: string) => shown.get(keyOf({ ...row, measure }))?.row;
  const words = `${indicator.numerator} ${indicator.denominator}`.split(' ').map(plain);
  const value = (measure: string) => at(measure)?.value ?? 0;
  const exact =
    (evaluate(indicator.numerator, value) * Number(indicator.scale)) /
    evaluate(indicator.denominator, value);
  const unit = 10 ** decimalsOf(row);
  const told = Math.round((row.value ?? 0) * unit);
  if (row.bound === '>' && exact > (row.value ?? 0)) return [];
  const isWhole = row.value === 0 || row.value === 100;
  const rounds = Math.floor(exact * unit + 0.5 + 1e-9) === told;
  if (isWhole ? Math.abs(exact - (row.value ?? 0)) < 1e-9 : rounds) return [];
  const cut = Math.floor(exact * unit + 1e-9) === told && !isWhole;
  const code = cut ? 'PCT_TRUNCATED' : 'PCT_MISMATCH';
  return [failure(code, [row, ...words.map(at)], `${exact}`)];
}

function rangeFailures(row: Row): Failure[] {
  const value = row.value ?? 0;
  if (value < 0) return [failure('NEGATIVE', [row], '')];
  const isPercent = indicators.get(row.measure)?.scale === '100';
  return isPercent && value > 100 ? [failure('OVER_100', [row], '')] : [];
}
