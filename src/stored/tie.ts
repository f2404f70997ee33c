/**
 * What stored answers are tied to: the package as its descriptor states it, the catalogue, and the code that made them.
 * Files are tied through the hashes in their descriptors; a package without them has no tie, and no stored answers.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import * as v from 'valibot';

const listed = v.looseObject({
  name: v.string(),
  path: v.union([v.string(), v.array(v.string())]),
  hash: v.union([v.string(), v.array(v.string())]),
});
const descriptorSchema = v.looseObject({ resources: v.array(listed) });

/** The properties that make a package what it is; `answers` is not one of them. */
const ABOUT = ['name', 'title', 'created', 'keywords', 'parts', 'whole'] as const;

/**
 * @param descriptor text of the package's `datapackage.json`
 * @param catalogue text of the default catalogue's
 * @param code the version of the code that answers
 * @returns null where a file has no hash
 */
export function tieOf(descriptor: string, catalogue: string, code: string): string | null {
  const own = statedBy(descriptor);
  const shared = statedBy(catalogue);
  if (own === null || shared === null) return null;
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify([code, own, shared]))));
}

function statedBy(text: string): unknown {
  const read = v.safeParse(descriptorSchema, parsed(text));
  if (!read.success) return null;
  const { resources, ...rest } = read.output;
  const about = ABOUT.map((name) => (rest as Record<string, unknown>)[name] ?? null);
  return [about, resources.map(({ name, path, hash }) => [name, path, hash])];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
