/** What a person decided about a file, by what stands in it: the next quarter's file asks no more. */
import * as v from 'valibot';

/**
 * Keys: `period SHEET`, `unit SHEET`, `header SHEET`, `column LABEL`, `decimal LABEL`, `scale LABEL`, `name TEXT` (a unit's
 * name in a cell), `subject TEXT` (a measure's name in a cell),
 * `total LABEL` (`data`: such rows are figures, no totals); `signed FILE` (the day of a document); of records `category COLUMN TEXT` `coverage SHEET` and `days SHEET`.
 * Values: ids, codes, `ignore`.
 */
export type Answers = Readonly<Record<string, string>>;

export const IGNORE = 'ignore';

/** What a person declared on the spot, as rows of their tables. */
export interface Declared {
  readonly units: readonly Row[];
  readonly measures: readonly Row[];
  readonly indicators: readonly Row[];
  /** Categories that a file of records brings along. */
  readonly categories?: readonly Row[];
}
export type Row = Readonly<Record<string, string>>;

export const NOTHING_DECLARED: Declared = { units: [], measures: [], indicators: [] };

/** A mapping as it is kept and handed on: everything but what changes from period to period. */
export interface Mapping {
  readonly version: 1;
  readonly name: string;
  /** The headings of the tables for which it was made. */
  readonly layout: string;
  readonly answers: Answers;
  readonly declared: Declared;
}

const rows = v.array(v.record(v.string(), v.string()));
const mappingSchema = v.object({
  version: v.literal(1),
  name: v.string(),
  layout: v.string(),
  answers: v.record(v.string(), v.string()),
  declared: v.object({ units: rows, measures: rows, indicators: rows }),
});

/** @returns null for what is no mapping */
export function readMapping(text: string): Mapping | null {
  try {
    const parsed = v.safeParse(mappingSchema, JSON.parse(text));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}

const PASSING = /^(period|unit|header|coverage|days|signed) /;

/** The answers that will hold for the next file of this layout. */
export function lasting(answers: Answers): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([key]) => !PASSING.test(key)));
}

/** Between the headings of one table and of the next, in the layout of several. */
export const TABLES_APART = ' || ';

/**
 * What is known of tables from earlier ones: the mapping of exactly these, or those of tables among them put together.
 * Files come one by one in one quarter and all at once in the next.
 *
 * @returns null where none of the tables was mapped before
 */
export function knownMapping(kept: readonly Mapping[], layout: string): Mapping | null {
  const exact = kept.find((mapping) => mapping.layout === layout);
  if (exact) return exact;
  const tables = new Set(layout.split(TABLES_APART));
  const fitting = kept.filter((mapping) =>
    mapping.layout.split(TABLES_APART).some((table) => table !== '' && tables.has(table)),
  );
  const [first] = fitting;
  if (!first) return null;
  return {
    ...first,
    layout,
    answers: Object.assign({}, ...fitting.map(({ answers }) => answers)),
    declared: {
      units: onceEach(fitting, 'units', 'unit'),
      measures: onceEach(fitting, 'measures', 'measure'),
      indicators: onceEach(fitting, 'indicators', 'indicator'),
    },
  };
}

function onceEach(
  mappings: readonly Mapping[],
  table: 'units' | 'measures' | 'indicators',
  id: string,
): Row[] {
  const all = mappings.flatMap(({ declared }) => declared[table]);
  return [...new Map(all.map((row) => [row[id], row])).values()];
}
