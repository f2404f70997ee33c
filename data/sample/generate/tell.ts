/** Books → the statements of a report, in the order of its headings. */
import { type Book, keyOf, over } from './book.ts';
import { drawFor } from './draw.ts';
import { isTold, LINES, type Line, RATES, type Rate, TOLD_RATES } from './plan.ts';
import type { Report } from './report.ts';
import { percent, printedCount, printedPercent, type Row, rounded, row } from './row.ts';

/** All that a report states about the unit whose books these are. */
export function tell(report: Report, unit: string, books: readonly Book[]): Row[] {
  if (report.receivedOn === '') return [];
  const counts = LINES.filter((line) => belongs(report, line)).flatMap((line) =>
    keysOf(books, line, report).flatMap((key) => countRow(report, unit, books, line, key)),
  );
  if (unit !== report.place.unit) return counts;
  const rates = RATES.filter((rate) => belongs(report, rate)).flatMap((rate) =>
    rateRows(report, counts, rate),
  );
  return [...counts, ...rates, ...toldRates(report)];
}

function belongs(report: Report, { when, petitions }: Line | Rate): boolean {
  const apart = report.place.day14?.(report.year, report.part) ?? false;
  const about = apart && petitions ? 'petitions' : 'all';
  return report.about === about && isTold(when, report.part);
}

/** The total, its breakdowns, and what offices report by themselves, as the place is used to. */
function keysOf(books: readonly Book[], line: Line, { place: { bodies }, part }: Report): string[] {
  const known = keyIndex(books).get(line.measure) ?? [];
  const dialogue = line.measure.startsWith('dialogue_');
  return known.filter((text) => {
    const { breakdown, body } = keyOf(text);
    const detail = breakdown !== '' && breakdown !== 'procedure_field';
    if (detail && !isTold('half', part)) return false;
    if (breakdown !== '') return line.breakdowns.includes(breakdown);
    if (bodies === 'only' && dialogue) return body !== '';
    return body === '' || (bodies === 'beside' && !dialogue);
  });
}

const indexes = new WeakMap<readonly Book[], Map<string, string[]>>();

/** Keys of all quarters by measure, in the order in which they were first noted. */
function keyIndex(books: readonly Book[]): Map<string, string[]> {
  const found = indexes.get(books);
  if (found) return found;
  const index = new Map<string, string[]>();
  for (const key of new Set(books.flatMap((book) => [...book.keys()]))) {
    const { measure } = keyOf(key);
    index.set(measure, [...(index.get(measure) ?? []), key]);
  }
  indexes.set(books, index);
  return index;
}

function countRow(
  report: Report,
  unit: string,
  books: readonly Book[],
  line: Line,
  key: string,
): Row[] {
  const told = over(books, key, report.from, report.to);
  if (told === null) return [];
  const value = rounded(told, 2);
  const { measure, breakdown, category, body } = keyOf(key);
  return [
    row({
      ...frame(report),
      unit,
      body,
      measure,
      breakdown,
      category,
      value,
      locator: line.locator,
      printed: printedCount(value),
    }),
  ];
}

function frame({ period, source, asOf, place }: Report) {
  return { unit: place.unit, period, source, as_of: asOf };
}

/** Printed percentages, for the unit or for each office that reports by itself; none over nothing. */
function rateRows(report: Report, counts: readonly Row[], rate: Rate): Row[] {
  const bodies = [...new Set(counts.filter((count) => count.breakdown === '').map((c) => c.body))];
  return bodies.flatMap((body) => {
    const values = new Map(
      counts.filter((c) => c.body === body && c.breakdown === '').map((c) => [c.measure, c.value]),
    );
    const numerator = evaluate(rate.numerator, values);
    const denominator = evaluate(rate.denominator, values);
    if (numerator === null || !denominator) return [];
    const { indicator: measure, locator, decimals } = rate;
    return [
      row({
        ...frame(report),
        body,
        measure,
        locator,
        ...percent(numerator, denominator, decimals),
      }),
    ];
  });
}

/** "a + b - c" over the values told; null where one is missing. */
function evaluate(formula: string, values: ReadonlyMap<string, number | null>): number | null {
  let sign = 1;
  let total = 0;
  for (const word of formula.split(' ')) {
    if (word === '+' || word === '-') sign = word === '+' ? 1 : -1;
    else {
      const value = values.get(word) ?? null;
      if (value === null) return null;
      total += sign * value;
    }
  }
  return total;
}

function toldRates(report: Report): Row[] {
  if (report.about === 'petitions') return [];
  const told = TOLD_RATES.filter(([, , when]) => isTold(when, report.part));
  return told.map(([measure, locator, , low, high]) => {
    const draw = drawFor(report.source, measure);
    const value = Math.min(100, rounded(low + (high + 1 - low) * draw.next(), 1));
    return row({ ...frame(report), measure, locator, value, printed: printedPercent(value, 1) });
  });
}
