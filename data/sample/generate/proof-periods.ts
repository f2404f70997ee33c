/** Checks over time: parts of a year against the whole, stocks and openings, cumulative figures. */
import {
  type Failure,
  failure,
  type Index,
  keyOf,
  measures,
  type Shown,
  temporalOf,
} from './proof-facts.ts';
import type { Row } from './row.ts';

const TILINGS: Readonly<Record<string, readonly string[][]>> = {
  Y: [
    ['Q1', 'Q2', 'Q3', 'Q4'],
    ['S1', 'S2'],
    ['9M', 'Q4'],
    ['S1', 'Q3', 'Q4'],
  ],
  '9M': [
    ['Q1', 'Q2', 'Q3'],
    ['S1', 'Q3'],
  ],
  S1: [['Q1', 'Q2']],
  Q1: [['M01', 'M02', 'M03']],
  Q2: [['M04', 'M05', 'M06']],
  Q3: [['M07', 'M08', 'M09']],
  Q4: [['M10', 'M11', 'M12']],
};
const LONGER: Readonly<Record<string, readonly string[]>> = {
  Q1: ['S1', '9M', 'Y'],
  S1: ['9M', 'Y'],
  '9M': ['Y'],
};

/** Flows: stated parts against the stated whole, and nothing cumulative falls, under one cut-off. */
export function periodFailures({ row, cutoff }: Shown, shown: Index): Failure[] {
  if (temporalOf(row) !== 'flow' || row.kind !== '' || row.status === 'U') return [];
  const [year, part] = partOf(row.period);
  const at = (other: string) => {
    const found = shown.get(keyOf({ ...row, period: codeOf(year, other) }));
    return found?.cutoff === cutoff && found.row.status !== 'U' ? found.row : undefined;
  };
  const sums = (TILINGS[part] ?? []).flatMap((tiling) => {
    const parts = tiling.map(at);
    const sum = parts.reduce((all, piece) => all + (piece?.value ?? 0), 0);
    if (parts.includes(undefined) || sum === row.value) return [];
    return [failure('SUM_MISMATCH', [row, ...parts], `${tiling}: ${sum}`)];
  });
  const falls = (LONGER[part] ?? []).flatMap((longer) => {
    const whole = at(longer);
    if (!whole || (whole.value ?? 0) >= (row.value ?? 0)) return [];
    return [failure('CUMULATIVE_FALLS', [row, whole], '')];
  });
  return [...sums, ...falls];
}

/** One stock at one day, however the period is called; an opening is the closing before it. */
export function stockFailures(row: Row, shown: Index): Failure[] {
  const temporal = temporalOf(row);
  if (row.kind !== '' || (temporal !== 'stock' && temporal !== 'opening')) return [];
  const [year, part] = partOf(row.period);
  const same: Record<string, string> = { S1: 'Q2', '9M': 'Q3', Y: 'Q4' };
  const before: Record<string, [number, string]> = { Q2: [0, 'Q1'], Q3: [0, 'S1'], Q4: [0, '9M'] };
  const [back, closing] = before[part] ?? [-1, 'Y'];
  const other =
    temporal === 'stock'
      ? shown.get(keyOf({ ...row, period: codeOf(year, same[part] ?? part) }))?.row
      : shown.get(
          keyOf({
            ...row,
            measure: measures.get(row.measure)?.opens ?? '',
            period: codeOf(year + back, closing),
          }),
        )?.row;
  if (!other || other.value === row.value) return [];
  const code = temporal === 'stock' ? 'INTERNAL_CONFLICT' : 'OPENING_MISMATCH';
  return [failure(code, [row, other], '')];
}

/** "2024-01-01/P9M" → 2024, "9M". */
function partOf(period: string): [number, string] {
  const rest = period.slice(5);
  return [Number(period.slice(0, 4)), rest === '' ? 'Y' : rest === '01-01/P9M' ? '9M' : rest];
}

function codeOf(year: number, part: string): string {
  if (part === 'Y') return `${year}`;
  return part === '9M' ? `${year}-01-01/P9M` : `${year}-${part}`;
}
