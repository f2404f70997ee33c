/**
 * The definition of an aggregation, a JSON file: where the columns of a kind of records stand in a table, and what its
 * texts mean. What is counted stands in the catalogue, or in the base package (docs/package.md, "Records").
 */
import * as v from 'valibot';
import { PATTERNS } from '../ingest/schema.ts';
import { isBelow } from '../model/path.ts';
import { AggregationError } from './fault.ts';

const texts = v.record(v.string(), v.string());
const name = v.pipe(v.string(), v.nonEmpty());
const path = v.pipe(v.string(), v.check(isBelow, 'a path below the site, "data/tinh-a"'));

const schema = v.strictObject({
  /** The kind of records: `dossier`. */
  record: v.pipe(v.string(), v.regex(PATTERNS.id)),
  /** Name and title of the package; keywords of its descriptor (`synthetic`). */
  name: v.optional(v.pipe(v.string(), v.regex(PATTERNS.code)), 'tong-hop'),
  title: name,
  keywords: v.optional(v.array(v.string()), []),
  /** Packages below and above this one, as its descriptor names them (docs/package.md, "Parts of a whole"). */
  parts: v.optional(v.array(v.strictObject({ unit: name, package: path })), []),
  whole: v.optional(v.nullable(v.strictObject({ package: path, title: name })), null),
  /** The table's column for a column of the definition, where it has another name; null where it has none. */
  columns: v.optional(v.record(v.string(), v.nullable(name)), {}),
  /** The column whose greatest value is the latest state of a record that stands twice, and tells what has changed. */
  version: v.optional(v.nullable(name), null),
  /** The table is known to hold each record once: nobody looks for the same twice. */
  unique: v.optional(v.boolean(), false),
  /** Units by their texts in the table, beside names, aliases, codes and ids of the base; '' leaves records out. */
  units: v.optional(texts, {}),
  /** Ids of categories and flags by their texts, by column; '' is as if nothing stood there. */
  values: v.optional(v.record(v.string(), texts), {}),
  /** The months that are counted, "2015-01/2024-12"; from the first record to the last whole month, if not said. */
  months: v.optional(v.nullable(v.pipe(v.string(), v.regex(/^\d{4}-\d{2}\/\d{4}-\d{2}$/))), null),
});

export type AggregateDefinition = v.InferOutput<typeof schema>;

/** @throws {AggregationError} `definition` with the place in the file */
export function readDefinition(file: string, text: string): AggregateDefinition {
  const parsed = v.safeParse(schema, json(file, text));
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  const place = v.getDotPath(issue) ?? '';
  throw new AggregationError('definition', `${file}: ${place || 'the file'}: ${issue.message}`);
}

function json(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const { message } = cause as Error;
    throw new AggregationError('definition', `${file} is no JSON: ${message}`, { cause });
  }
}
