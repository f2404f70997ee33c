/**
 * Stored answers beside a package, gzipped JSON, and its prepared tables, a gzipped database, under neutral names: listed
 * in the descriptor with size and hash (`answers`), made by `npm run publish-package`. What does not fit its hash or its tie is as if it were not there.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import * as v from 'valibot';
import type { Question } from '../question/ask.ts';
import { questionKey, STORED_VERSION, type Stored } from './answers.ts';
import { type PackedDataset, unpackDataset } from './pack.ts';

/** One file for what every screen needs, one for each screen's own answers. */
export const PARTS = ['start', 'compare', 'trend', 'profile'] as const;
export type Part = (typeof PARTS)[number];

const entrySchema = v.object({
  path: v.pipe(v.string(), v.regex(/^[a-z0-9/.-]+$/)),
  bytes: v.number(),
  hash: v.string(),
});
type Entry = v.InferOutput<typeof entrySchema>;

/** In the descriptor: by part, and the tables. */
const listSchema = v.looseObject({
  answers: v.record(v.picklist([...PARTS, 'tables']), entrySchema),
});
export type AnswerList = v.InferOutput<typeof listSchema>['answers'];

interface PartContent {
  readonly version: number;
  readonly tie: string;
  readonly answers: Readonly<Record<string, unknown>>;
  /** Of the first part. */
  readonly data?: PackedDataset;
  /** Of the first part: the hash of the tables that belong to it. */
  readonly tables?: string;
}

export type ReadBytes = (path: string) => Promise<Uint8Array>;

export function partOf({ ask }: Question): Part {
  return ask === 'compare' || ask === 'trend' || ask === 'profile' ? ask : 'start';
}

/**
 * What lies beside the package with this descriptor and tie; null where nothing does, or nothing that fits.
 *
 * @param ahead the part that is going to be asked for: fetched beside the first one
 */
export async function readPublished(
  descriptor: string,
  tie: string,
  read: ReadBytes,
  ahead: Part = 'start',
): Promise<Stored | null> {
  const list = v.safeParse(listSchema, JSON.parse(descriptor));
  if (!list.success) return null;
  const parts = new Map<Part, Promise<PartContent | null>>();
  const part = (name: Part) => {
    const known = parts.get(name) ?? readPart(list.output.answers[name], tie, read);
    parts.set(name, known);
    return known;
  };
  void part(ahead);
  const start = await part('start');
  if (!start?.data) return null;
  const { tables } = list.output.answers;
  return {
    data: unpackDataset(start.data),
    find: async (question) => (await part(partOf(question)))?.answers[questionKey(question)],
    tables: async () => {
      const own = tables && tables.hash === start.tables ? await readEntry(tables, read) : null;
      return own && new Uint8Array(await inflated(own).arrayBuffer());
    },
  };
}

/** The bytes of a file that fits its hash; null for any other. */
async function readEntry({ path, hash }: Entry, read: ReadBytes): Promise<Uint8Array | null> {
  const bytes = await read(path).catch(() => null);
  return bytes && hash === hashOf(bytes) ? bytes : null;
}

async function readPart(
  entry: Entry | undefined,
  tie: string,
  read: ReadBytes,
): Promise<PartContent | null> {
  const bytes = entry ? await readEntry(entry, read) : null;
  if (!bytes) return null;
  const content = JSON.parse(await inflated(bytes).text()) as PartContent;
  return content.version === STORED_VERSION && content.tie === tie ? content : null;
}

/** A part as a file, and its entry in the descriptor. */
export async function writePart(
  name: Part,
  content: Omit<PartContent, 'version'>,
): Promise<Written> {
  return written(name, JSON.stringify({ version: STORED_VERSION, ...content }));
}

/** The tables as a file; the first part names its hash. */
export const writeTables = (database: Uint8Array): Promise<Written> => written('tables', database);

export interface Written {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** For the descriptor. */
  readonly entry: Entry;
}

async function written(name: string, content: string | Uint8Array): Promise<Written> {
  const bytes = await deflated(content);
  const entry = { path: `answers/${name}.bin`, bytes: bytes.length, hash: hashOf(bytes) };
  return { name, bytes, entry };
}

function hashOf(bytes: Uint8Array): string {
  return `sha256:${bytesToHex(sha256(bytes))}`;
}

function inflated(bytes: Uint8Array): Response {
  const stream = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream();
  return new Response(stream.pipeThrough(new DecompressionStream('gzip')));
}

async function deflated(content: string | Uint8Array): Promise<Uint8Array> {
  const blob = new Blob([content as string | Uint8Array<ArrayBuffer>]);
  const stream = blob.stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
