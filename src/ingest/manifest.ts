/** `datapackage.json`: what a package says it consists of. */
import * as v from 'valibot';
import type { ProblemLog } from './problems.ts';
import { isResourceName, type ResourceName } from './schema.ts';

export interface FileEntry {
  /** As written in the descriptor, relative to the package. */
  readonly path: string;
  readonly format: 'csv' | 'parquet';
  readonly bytes: number | null;
  /** Lower-case hexadecimal SHA-256, or null where the descriptor gives none. */
  readonly sha256: string | null;
}

export interface Manifest {
  readonly name: string;
  readonly title: string;
  readonly created: string;
  readonly keywords: readonly string[];
  readonly resources: ReadonlyMap<ResourceName, readonly FileEntry[]>;
}

const DESCRIPTOR = 'datapackage.json';
const oneOrMany = <T extends v.GenericSchema>(item: T) => v.union([item, v.array(item)]);

const resourceSchema = v.looseObject({
  name: v.string(),
  path: oneOrMany(v.string()),
  format: v.nullish(v.string()),
  bytes: v.nullish(oneOrMany(v.number())),
  hash: v.nullish(oneOrMany(v.string())),
});

const manifestSchema = v.looseObject({
  name: v.nullish(v.string(), ''),
  title: v.nullish(v.string(), ''),
  created: v.nullish(v.string(), ''),
  keywords: v.nullish(v.array(v.string()), []),
  resources: v.array(resourceSchema),
});

type Resource = v.InferOutput<typeof resourceSchema>;

/**
 * Reads a descriptor. `required` resources that are not listed stop the load; resources with unknown names
 * are ignored with a note.
 *
 * @returns null when the descriptor cannot be used; the reasons are in `problems`
 */
export function readManifest(
  bytes: Uint8Array,
  file: string,
  required: readonly ResourceName[],
  problems: ProblemLog,
): Manifest | null {
  const parsed = v.safeParse(manifestSchema, parseJson(bytes, file, problems));
  if (!parsed.success) {
    for (const issue of problems.stops().length ? [] : parsed.issues.slice(0, 5)) {
      const column = v.getDotPath(issue) ?? '';
      const value = String(issue.received);
      problems.add({
        code: 'package-invalid',
        effect: 'stop',
        file,
        column,
        value,
        expected: `${issue.expected}`,
      });
    }
    return null;
  }
  const resources = readResources(parsed.output.resources, file, problems);
  for (const name of required) {
    if ((resources.get(name)?.length ?? 0) === 0 && problems.stops().length === 0) {
      problems.add({ code: 'resource-missing', effect: 'stop', file, value: name });
    }
  }
  const { name, title, created, keywords } = parsed.output;
  return { name, title: title || name, created, keywords, resources };
}

/** Whether a path stays inside its folder: relative, no scheme, no "..", no backslash. */
export function isInside(path: string): boolean {
  const parts = path.split('/');
  const plain = !/^[a-z][a-z0-9+.-]*:/i.test(path) && !path.includes('\\') && !path.includes('?');
  return plain && !path.startsWith('/') && !parts.includes('..') && path !== '';
}

function parseJson(bytes: Uint8Array, file: string, problems: ProblemLog): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
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
  file: string,
  problems: ProblemLog,
): Map<ResourceName, FileEntry[]> {
  const resources = new Map<ResourceName, FileEntry[]>();
  for (const resource of list) {
    const { name } = resource;
    if (!isResourceName(name)) {
      problems.add({ code: 'resource-unknown', effect: 'note', file, value: name });
    } else if (resources.has(name)) {
      problems.add({ code: 'duplicate-id', effect: 'stop', file, column: 'name', value: name });
    } else {
      resources.set(name, filesOf(resource, file, problems));
    }
  }
  return resources;
}

function filesOf(resource: Resource, file: string, problems: ProblemLog): FileEntry[] {
  const paths = asList(resource.path);
  const sizes = asList(resource.bytes ?? []);
  const hashes = asList(resource.hash ?? []);
  const lengths: [string, number][] = [
    ['bytes', sizes.length],
    ['hash', hashes.length],
  ];
  for (const [column, length] of lengths) {
    if (length === 0 || length === paths.length) continue;
    const expected = String(paths.length);
    const value = String(length);
    problems.add({
      code: 'package-invalid',
      effect: 'stop',
      file,
      column: `${resource.name}.${column}`,
      value,
      expected,
    });
  }
  return paths.flatMap((path, at) => {
    const format = formatOf(resource.format ?? path.split('.').at(-1) ?? '');
    if (!isInside(path)) {
      problems.add({
        code: 'package-invalid',
        effect: 'stop',
        file,
        column: `${resource.name}.path`,
        value: path,
      });
      return [];
    }
    if (!format) {
      const value = resource.format ?? path;
      problems.add({ code: 'resource-format', effect: 'stop', file, column: resource.name, value });
      return [];
    }
    const sha256 = /^sha256:([0-9a-f]{64})$/i.exec(hashes[at] ?? '')?.[1]?.toLowerCase() ?? null;
    if (hashes[at] && !sha256) {
      const column = `${resource.name}.hash`;
      problems.add({
        code: 'package-invalid',
        effect: 'note',
        file,
        column,
        value: hashes[at],
        expected: 'sha256:…',
      });
    }
    return [{ path, format, bytes: sizes[at] ?? null, sha256 }];
  });
}

function formatOf(format: string): 'csv' | 'parquet' | null {
  const name = format.toLowerCase();
  return name === 'csv' || name === 'parquet' ? name : null;
}

function asList<T>(value: T | T[]): T[] {
  return Array.isArray(value) ? value : [value];
}

export { DESCRIPTOR };
