/**
 * Long lists of like records by columns, as plain JSON: a figure has twenty fields, most say the same in every row, and
 * others say one of a few things, begin as the one before, or follow from two others. Fewer bytes, less to read, and
 * what is the same is one value in memory.
 */

/** Marks what a list was turned into; no record has a field of these names. */
const ROWS = '\u0000rows';
const TEXTS = '\u0000texts';
const LISTS = '\u0000lists';

/**
 * A column that says the same in every row; one that repeats some values (`at` counts in `of`, or `by` from row to row);
 * one that is null in some rows; numbers that are `times` × one field by another, but for some; or one value a row.
 */
type Column = Plain | Quotient;
type Plain =
  | { readonly same: unknown }
  | { readonly of: unknown; readonly at: readonly number[] }
  | { readonly of: unknown; readonly by: readonly number[] }
  | { readonly some: Plain; readonly isThere: readonly (0 | 1)[] }
  | { readonly each: unknown };

interface Quotient {
  readonly quotient: readonly [string, string];
  readonly times: Plain;
  /** Rows that are something else, and what. */
  readonly but: readonly (readonly [number, unknown])[];
}

/** Records; those of several kinds say of which they are (`at` counts in `kinds`), and columns hold what there is. */
interface Columns {
  readonly [ROWS]: number;
  readonly kinds: readonly (readonly string[])[];
  readonly at?: readonly number[];
  readonly fields: Readonly<Record<string, Column>>;
}

/** Texts: how many letters each has in common with the one before, and its others. */
interface Texts {
  readonly [TEXTS]: readonly number[];
  readonly rest: readonly string[];
}

/** Lists behind one another, which are one long list. */
interface Lists {
  readonly [LISTS]: readonly number[];
  readonly all: unknown;
}

/** Shorter lists stay as they are; records of more kinds too. */
const FEW = 8;
const MOST_KINDS = 4;

type Fields = Readonly<Record<string, unknown>>;

/** The same value with long lists by columns, at any depth. */
export function toColumns(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (!Array.isArray(value)) return changed(value as Fields, toColumns);
  if (value.length < FEW) return value.map(toColumns);
  if (value.every((item) => typeof item === 'string')) return toTexts(value);
  if (value.every((item): item is unknown[] => Array.isArray(item))) return toLists(value);
  return value.every(isRecord) ? toRows(value) : value.map(toColumns);
}

/** What `toColumns` was given; values that are the same are one. */
export function fromColumns(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(fromColumns);
  if (ROWS in value) return records(value as Columns);
  if (TEXTS in value) return texts(value as Texts);
  return LISTS in value ? lists(value as Lists) : changed(value as Fields, fromColumns);
}

function changed(record: Fields, change: (value: unknown) => unknown): Fields {
  return Object.fromEntries(Object.entries(record).map(([name, item]) => [name, change(item)]));
}

const isRecord = (item: unknown): item is Fields =>
  item !== null && typeof item === 'object' && !Array.isArray(item);

function toTexts(list: readonly string[]): Texts {
  const shared = list.map((text, at) => sharedLength(list[at - 1] ?? '', text));
  return { [TEXTS]: shared, rest: list.map((text, at) => text.slice(shared[at])) };
}

function sharedLength(before: string, text: string): number {
  const most = Math.min(before.length, text.length);
  let length = 0;
  while (length < most && before.charCodeAt(length) === text.charCodeAt(length)) length++;
  return length;
}

function texts({ [TEXTS]: shared, rest }: Texts): string[] {
  let before = '';
  return rest.map((text, at) => {
    before = before.slice(0, shared[at]) + text;
    return before;
  });
}

function toLists(list: readonly (readonly unknown[])[]): Lists {
  return { [LISTS]: list.map(({ length }) => length), all: toColumns(list.flat(1)) };
}

function lists({ [LISTS]: lengths, all }: Lists): unknown[][] {
  const items = fromColumns(all) as readonly unknown[];
  let from = 0;
  return lengths.map((length) => {
    from += length;
    return items.slice(from - length, from);
  });
}

/** Records of a few kinds: the same fields in the same order. */
function toRows(list: readonly Fields[]): unknown {
  const kinds = new Map<string, number>();
  const at = list.map((record) => {
    const kind = JSON.stringify(Object.keys(record));
    const place = kinds.get(kind) ?? kinds.size;
    kinds.set(kind, place);
    return place;
  });
  const named = [...kinds.keys()].map((kind) => JSON.parse(kind) as string[]);
  const names = [...new Set(named.flat(1))];
  if (names.length === 0 || named.length > MOST_KINDS) return list.map(toColumns);
  const fields = names.map((name) => [name, columnOf(list, name)]);
  return {
    ...{ [ROWS]: list.length, kinds: named },
    ...(named.length > 1 ? { at } : {}),
    fields: Object.fromEntries(fields),
  } satisfies Columns;
}

/** Of the records that have the field. */
function columnOf(list: readonly Fields[], name: string): Column {
  const having = list.filter((record) => Object.hasOwn(record, name));
  const values = having.map((record) => record[name]);
  return (name === VALUE ? quotientOf(having, values) : null) ?? column(values);
}

function column(values: readonly unknown[]): Plain {
  if (values.every((value) => typeof value === 'number')) {
    return values.every((value) => Object.is(value, values[0]))
      ? { same: values[0] }
      : { each: values };
  }
  const known = new Map<string, number>();
  const of: unknown[] = [];
  const at = values.map((value) => {
    const text = JSON.stringify(value);
    const place = known.get(text) ?? of.push(value) - 1;
    known.set(text, place);
    return place;
  });
  if (of.length === 1) return { same: toColumns(of[0]) };
  const there = values.filter((value) => value !== null);
  if (there.length < values.length && there.every((value) => typeof value === 'object'))
    return { some: column(there), isThere: values.map((value) => (value === null ? 0 : 1)) };
  return of.length * 2 <= values.length
    ? { of: toColumns(of), ...shorter(at) }
    : { each: toColumns(values) };
}

/** Places, or how far it is from one to the next: neighbours are often near. */
function shorter(at: number[]): { at: number[] } | { by: number[] } {
  const by = at.map((place, row) => place - (at[row - 1] ?? 0));
  return by.join().length < at.join().length ? { by } : { at };
}

/** A rate and its counts, and what it may be of a hundred or a thousand of; of no number none. */
const VALUE = 'value';
const COUNTS = ['numerator', 'denominator'] as const;
const SCALES = [100, 1, 1000, 10_000, 100_000];
const NONE = 0;
/** One row in so many may be something else. */
const FEW_OTHERS = 4;

/** Null where most values do not follow from their counts to the last digit. */
function quotientOf(having: readonly Fields[], values: readonly unknown[]): Quotient | null {
  const [of, by] = COUNTS;
  const times = values.map((value, at) => timesOf(value, having[at]?.[of], having[at]?.[by]));
  const but = values.flatMap((value, at) => (times[at] === null ? [[at, value] as const] : []));
  if (but.length * FEW_OTHERS > values.length) return null;
  return { quotient: COUNTS, times: column(times.map((one) => one ?? NONE)), but };
}

function timesOf(value: unknown, of: unknown, by: unknown): number | null {
  if (value === null) return NONE;
  return SCALES.find((scale) => Object.is(quotient(of, by, scale), value)) ?? null;
}

const quotient = (of: unknown, by: unknown, times: number) =>
  times !== NONE && typeof of === 'number' && typeof by === 'number' ? (of * times) / by : null;

/**
 * Each row begins as a copy of what all of its kind say; then one column after the other is written. Both keep to what
 * engines of JavaScript are quick at: ten thousand figures stand between an address and its picture.
 */
function records(columns: Columns): Fields[] {
  const { [ROWS]: count, kinds, at, fields } = columns;
  const plain = kinds.map((names) => changed(pick(fields, names), sameOf));
  const made: Record<string, unknown>[] = [];
  for (let row = 0; row < count; row++) made.push({ ...plain[at?.[row] ?? 0] });
  for (const [name, own] of Object.entries(fields)) {
    if ('same' in own || 'quotient' in own) continue;
    const next = nextOf(own);
    for (const record of rowsWith(name, columns, made)) record[name] = next();
  }
  const rate = fields[VALUE];
  if (rate && 'quotient' in rate) addQuotients(rowsWith(VALUE, columns, made), rate);
  return made;
}

const pick = (fields: Columns['fields'], names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, fields[name]]));

const sameOf = (own: unknown) =>
  own !== undefined && 'same' in (own as Column)
    ? fromColumns((own as { same: unknown }).same)
    : null;

function rowsWith<T>(name: string, { kinds, at }: Columns, made: readonly T[]): readonly T[] {
  const has = kinds.map((names) => names.includes(name));
  return has.every(Boolean) ? made : made.filter((_, row) => has[at?.[row] ?? 0]);
}

/** Counts of a rate may stand behind it: its values are added last, in their places. */
function addQuotients(made: readonly Record<string, unknown>[], rate: Quotient): void {
  const [of, by] = rate.quotient;
  const times = nextOf(rate.times);
  const but = new Map(rate.but);
  for (const [at, record] of made.entries()) {
    const value = quotient(record[of], record[by], times() as number);
    record[VALUE] = but.has(at) ? but.get(at) : value;
  }
}

/** One value after the other. */
function nextOf(own: Plain): () => unknown {
  let row = 0;
  if ('same' in own) {
    const same = fromColumns(own.same);
    return () => same;
  }
  if ('of' in own) {
    const of = fromColumns(own.of) as readonly unknown[];
    if ('at' in own) return () => of[own.at[row++] as number];
    let at = 0;
    return () => {
      at += own.by[row++] as number;
      return of[at];
    };
  }
  if ('some' in own) {
    const next = nextOf(own.some);
    return () => (own.isThere[row++] ? next() : null);
  }
  const each = (fromColumns(own.each) ?? []) as readonly unknown[];
  return () => each[row++];
}
