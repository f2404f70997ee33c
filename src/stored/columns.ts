/**
 * Long lists of like records by columns, as plain JSON: a figure has twenty fields, most say the same in every row, and
 * others say one of a few things. Fewer bytes, less to read, and what is the same is one value in memory.
 */

/** Marks a list that was turned into columns; no record has a field of this name. */
const ROWS = '\u0000rows';

/**
 * A column that says the same in every row; one that repeats some values (`at` counts in `of`); lists behind one another
 * (`lengths`), which are one long list of like records; or one value a row.
 */
type Column =
  | { readonly same: unknown }
  | { readonly of: unknown; readonly at: readonly number[] }
  | { readonly all: unknown; readonly lengths: readonly number[] }
  | { readonly each: unknown };

interface Columns {
  readonly [ROWS]: number;
  readonly fields: Readonly<Record<string, Column>>;
}

/** Shorter lists stay as they are. */
const FEW = 8;

type Fields = Readonly<Record<string, unknown>>;

/** The same value with long lists of like records by columns, at any depth. */
export function toColumns(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (!Array.isArray(value)) return changed(value as Fields, toColumns);
  if (value.length < FEW || !areAlike(value)) return value.map(toColumns);
  const names = Object.keys(value[0] as Fields);
  const fields = names.map((name) => [name, column(value.map((item) => (item as Fields)[name]))]);
  return { [ROWS]: value.length, fields: Object.fromEntries(fields) };
}

/** What `toColumns` was given; values that are the same are one. */
export function fromColumns(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(fromColumns);
  return ROWS in value ? records(value as Columns) : changed(value as Fields, fromColumns);
}

function changed(record: Fields, change: (value: unknown) => unknown): Fields {
  return Object.fromEntries(Object.entries(record).map(([name, item]) => [name, change(item)]));
}

/** Records of the same fields in the same order. */
function areAlike(list: readonly unknown[]): boolean {
  const names = (item: unknown) =>
    item === null || typeof item !== 'object' || Array.isArray(item)
      ? ''
      : Object.keys(item).join('\n');
  const first = names(list[0]);
  return first !== '' && list.every((item) => names(item) === first);
}

function column(values: readonly unknown[]): Column {
  if (values.every((value) => typeof value === 'number')) {
    return values.every((value) => value === values[0]) ? { same: values[0] } : { each: values };
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
  if (of.length * 2 <= values.length) return { of: toColumns(of), at };
  if (!values.every((value): value is unknown[] => Array.isArray(value)))
    return { each: toColumns(values) };
  return { all: toColumns(values.flat(1)), lengths: values.map(({ length }) => length) };
}

function records({ [ROWS]: count, fields }: Columns): Fields[] {
  const columns = Object.entries(fields).map(([name, own]) => ({ name, at: valueAt(own) }));
  return Array.from({ length: count }, (_, row) => {
    const record: Record<string, unknown> = {};
    for (const { name, at } of columns) record[name] = at(row);
    return record;
  });
}

function valueAt(own: Column): (row: number) => unknown {
  if ('same' in own) {
    const same = fromColumns(own.same);
    return () => same;
  }
  if ('of' in own) {
    const of = fromColumns(own.of) as readonly unknown[];
    return (row) => of[own.at[row] as number];
  }
  const each = fromColumns('all' in own ? own.all : own.each) as readonly unknown[];
  if (!('all' in own)) return (row) => each[row];
  let from = 0;
  const ends = own.lengths.map((length) => {
    from += length;
    return from;
  });
  return (row) => each.slice(ends[row - 1] ?? 0, ends[row]);
}
