/** `datapackage.json`: what a package says it consists of. */
import * as v from 'valibot';
import type { Part, Whole } from '../model/dataset.ts';
import { isBelow } from '../model/path.ts';
import { isDay } from '../model/time/period.ts';
import { cut, visible } from '../model/writing/outside.ts';
import { ALGORITHMS, type Checksum, parseChecksum } from './file/hash.ts';
import { kindOf } from './file/kind.ts';
import type { ProblemLog } from './problems.ts';
import { isResourceName, type ResourceName } from './schema.ts';

export interface FileEntry {
  /** As written in the descriptor, relative to the package. */
  readonly path: string;
  /** As told to people: with its folder where that is not the package's own. */
  readonly name: string;
  readonly format: 'csv' | 'parquet';
  readonly bytes: number | null;
  /** Null where the descriptor gives none that can be checked. */
  readonly checksum: Checksum | null;
}

/** The descriptor's own place, and what must be listed in it. */
export interface Described {
  readonly file: string;
  readonly required: readonly ResourceName[];
  /** Stands before the names of its files wherever people are told of them. */
  readonly prefix: string;
}

export interface Manifest {
  readonly name: string;
  readonly title: string;
  readonly created: string;
  readonly keywords: readonly string[];
  readonly resources: ReadonlyMap<ResourceName, readonly FileEntry[]>;
  /** Files of records by their kind ("records.dossier" → dossier): read only when somebody opens them. */
  readonly records: ReadonlyMap<string, readonly FileEntry[]>;
  readonly parts: readonly Part[];
  readonly whole: Whole | null;
}

const DESCRIPTOR = 'datapackage.json';
const oneOrMany = <T extends v.GenericSchema>(item: T) => v.union([item, v.array(item)]);

const resourceSchema = v.looseObject({
  name: v.string(),
  path: v.nullish(oneOrMany(v.string())),
  format: v.nullish(v.string()),
  bytes: v.nullish(oneOrMany(v.pipe(v.number(), v.safeInteger(), v.minValue(0)))),
  hash: v.nullish(oneOrMany(v.string())),
});

const manifestSchema = v.looseObject({
  name: v.nullish(v.string(), ''),
  title: v.nullish(v.string(), ''),
  created: v.nullish(v.string(), ''),
  keywords: v.fallback(v.nullish(v.pipe(oneOrMany(v.string()), v.transform(wordsIn)), []), []),
  resources: v.array(resourceSchema),
  parts: v.nullish(v.array(v.object({ unit: v.string(), package: v.string() })), []),
  whole: v.nullish(v.object({ package: v.string(), title: v.string() }), null),
});

/** Some tools write a list of words as one text. */
function wordsIn(keywords: string | string[]): string[] {
  return asList(keywords).flatMap((text) =>
    text.split(',').map((word) => word.trim().toLowerCase()),
  );
}

type Resource = v.InferOutput<typeof resourceSchema>;

/**
 * Reads a descriptor. `required` resources that are not listed stop the load; resources with unknown names
 * are ignored with a note.
 *
 * @returns null when the descriptor cannot be used; the reasons are in `problems`
 */
export function readManifest(
  bytes: Uint8Array,
  described: Described,
  problems: ProblemLog,
): Manifest | null {
  const { file, required } = described;
  const parsed = v.safeParse(manifestSchema, parseJson(bytes, file, problems));
  if (!parsed.success) {
    for (const found of problems.stops().length ? [] : parsed.issues.slice(0, 5)) {
      const issue = innermost(found);
      const column = [v.getDotPath(found), issue === found ? '' : v.getDotPath(issue)]
        .filter(Boolean)
        .join('.');
      const value = issue.received === 'undefined' ? '' : String(issue.received);
      problems.add({
        code: 'package-invalid',
        effect: 'stop',
        file,
        column,
        value,
        expected: `${issue.expected ?? 'safe integer'}`,
      });
    }
    return null;
  }
  const resources = readResources(parsed.output.resources, described, problems);
  for (const name of required) {
    if ((resources.resources.get(name)?.length ?? 0) === 0 && problems.stops().length === 0) {
      const expected = parsed.output.resources.map((resource) => resource.name).join(', ');
      problems.add({ code: 'resource-missing', effect: 'stop', file, value: name, expected });
    }
  }
  const { name, title, created, keywords } = parsed.output;
  const shown = cut(visible((title || name).trim()), TITLE_LENGTH);
  return {
    name: cut(visible(name), TITLE_LENGTH),
    title: shown,
    created: dayIn(created),
    keywords,
    ...resources,
    ...readPlace(parsed.output, file, problems),
  };
}

/** Packages above and below: a way out of the site would lead anywhere. */
function readPlace(
  { parts, whole }: Pick<v.InferOutput<typeof manifestSchema>, 'parts' | 'whole'>,
  file: string,
  problems: ProblemLog,
): Pick<Manifest, 'parts' | 'whole'> {
  const isFit = (column: string, path: string) => {
    if (isBelow(path)) return true;
    problems.add({ code: 'package-invalid', effect: 'stop', file, column, value: path });
    return false;
  };
  const fit = whole && isFit('whole.package', whole.package) ? whole : null;
  return {
    parts: parts.filter((part, at) => isFit(`parts.${at}.package`, part.package)),
    whole: fit && { ...fit, title: cut(visible(fit.title.trim() || fit.package), TITLE_LENGTH) },
  };
}

/** Of a list where one or many are taken, the element at fault rather than the list. */
function innermost(issue: v.BaseIssue<unknown>): v.BaseIssue<unknown> {
  const inner = issue.issues?.find((candidate) => candidate.path !== undefined);
  return inner ? innermost(inner) : issue;
}

/** The day of making; '' where what stands there is none. */
function dayIn(created: string): string {
  const day = created.trim().slice(0, 10);
  return isDay(day) ? day : '';
}

/** A title stands in the head of every screen, slide and file. */
const TITLE_LENGTH = 300;

/** "./a.csv" and "a.csv" are one file. */
function plainPath(path: string): string {
  return path
    .split('/')
    .filter((part) => part !== '.')
    .join('/');
}

function parseJson(bytes: Uint8Array, file: string, problems: ProblemLog): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    const kind = kindOf(bytes, 'csv');
    if (error instanceof TypeError || (kind !== null && kind !== 'JSON')) {
      const value = kind === null ? {} : { value: kind };
      problems.add({ code: 'file-encoding', effect: 'stop', file, ...value });
      return null;
    }
    problems.add({
      code: 'package-not-json',
      effect: 'stop',
      file,
      value: (error as Error).message,
    });
    return null;
  }
}

function readResources(
  list: readonly Resource[],
  described: Described,
  problems: ProblemLog,
): Pick<Manifest, 'resources' | 'records'> {
  const { file } = described;
  const resources = new Map<ResourceName, FileEntry[]>();
  const records = new Map<string, FileEntry[]>();
  for (const resource of list) {
    const { name } = resource;
    const record = /^records\.([a-z][a-z0-9_]*)$/.exec(name)?.[1];
    if (record !== undefined && !records.has(record)) {
      records.set(record, filesOf(resource, described, problems));
    } else if (!isResourceName(name) && record === undefined) {
      problems.add({ code: 'resource-unknown', effect: 'note', file, value: name });
    } else if (!isResourceName(name) || resources.has(name)) {
      problems.add({ code: 'duplicate-id', effect: 'stop', file, column: 'name', value: name });
    } else {
      resources.set(name, filesOf(resource, described, problems));
    }
  }
  return { resources, records };
}

function filesOf(
  resource: Resource,
  { file, prefix }: Described,
  problems: ProblemLog,
): FileEntry[] {
  const invalid = (column: string, value: string, expected?: string) =>
    problems.add({
      code: 'package-invalid',
      effect: 'stop',
      file,
      column: `${resource.name}.${column}`,
      value,
      ...(expected === undefined ? {} : { expected }),
    });
  if (resource.path == null) {
    invalid('path', '', 'path');
    return [];
  }
  const paths = asList(resource.path);
  if (paths.length === 0) invalid('path', '[]', 'path');
  const sizes = asList(resource.bytes ?? []);
  const hashes = asList(resource.hash ?? []);
  for (const [column, { length }] of [
    ['bytes', sizes],
    ['hash', hashes],
  ] as const) {
    if (length !== 0 && length !== paths.length) {
      invalid(column, String(length), String(paths.length));
    }
  }
  return paths.flatMap((path, at) => {
    if (paths.findIndex((other) => plainPath(other) === plainPath(path)) !== at) {
      const column = resource.name;
      problems.add({ code: 'path-twice', effect: 'warning', file, column, value: path });
      return [];
    }
    if (!isBelow(path) || path.includes('?')) {
      invalid('path', path);
      return [];
    }
    const format = formatOf(resource.format ?? path.split('.').at(-1) ?? '');
    if (!format) {
      const value = resource.format ?? path;
      problems.add({ code: 'resource-format', effect: 'stop', file, column: resource.name, value });
      return [];
    }
    const checksum = hashes[at] ? parseChecksum(hashes[at]) : null;
    if (hashes[at] !== undefined && !checksum)
      addUnknownHash(file, resource.name, hashes[at], problems);
    return [{ path, name: prefix + path, format, bytes: sizes[at] ?? null, checksum }];
  });
}

/** What cannot be checked may be damaged: said where everybody sees it. */
function addUnknownHash(file: string, name: string, value: string, problems: ProblemLog): void {
  const column = `${name}.hash`;
  const expected = ALGORITHMS.join(', ');
  problems.add({ code: 'hash-unknown', effect: 'warning', file, column, value, expected });
}

function formatOf(format: string): 'csv' | 'parquet' | null {
  const name = format.toLowerCase();
  return name === 'csv' || name === 'parquet' ? name : null;
}

function asList<T>(value: T | T[]): T[] {
  return Array.isArray(value) ? value : [value];
}

export { DESCRIPTOR };
