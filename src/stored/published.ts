/**
 * Stored answers beside a package, gzipped JSON, and its prepared tables, a gzipped database, under neutral names: listed
 * in the descriptor with size and hash (`answers`), made by `npm run publish-package`. What does not fit its hash or its tie is as if it were not there.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import * as v from 'valibot';
import type { Question } from '../question/ask.ts';
import { questionKey, STORED_VERSION, type Stored } from './answers.ts';
import { fromColumns } from './columns.ts';
import { type PackedDataset, unpackDataset } from './pack.ts';
import { type About, type Ahead, fileOf, filesAhead, PARTS, type Part } from './place.ts';

const FILE = new RegExp(`^((${PARTS.join('|')})(-[1-9][0-9]{0,3})?|tables)$`);

const entrySchema = v.object({
  path: v.pipe(v.string(), v.regex(/^[a-z0-9/.-]+$/)),
  bytes: v.number(),
  hash: v.string(),
});
type Entry = v.InferOutput<typeof entrySchema>;

/** In the descriptor: by the names of the files, and the tables. */
const listSchema = v.looseObject({
  answers: v.record(v.pipe(v.string(), v.regex(FILE)), entrySchema),
});
export type AnswerList = v.InferOutput<typeof listSchema>['answers'];

/** Answers and data stand by columns (columns.ts). */
interface PartContent {
  readonly version: number;
  readonly tie: string;
  readonly answers: Readonly<Record<string, unknown>>;
  /** Of the first part. */
  readonly data?: unknown;
  /** Of the first part: the hash of the tables that belong to it. */
  readonly tables?: string | undefined;
}

/** A part that has come. */
interface ReadPart extends Pick<PartContent, 'data' | 'tables'> {
  /** Taken apart when it is asked for the first time; undefined where it is not stored. */
  answer(question: Question): unknown;
}

export type ReadBytes = (path: string) => Promise<Uint8Array>;

export function partOf({ ask }: Question): Part {
  if (ask === 'standing') return 'profile'; // the same screen
  if (ask === 'overview' || ask === 'visits') return 'overview';
  return ask === 'compare' || ask === 'trend' || ask === 'profile' ? ask : 'start';
}

/**
 * What lies beside the package with this descriptor and tie; null where nothing does, or nothing that fits.
 *
 * @param ahead what is going to be asked for: fetched beside the first one
 */
export async function readPublished(
  descriptor: string,
  tie: string,
  read: ReadBytes,
  ahead: Ahead = { part: 'start' },
): Promise<Stored | null> {
  const list = v.safeParse(listSchema, JSON.parse(descriptor));
  if (!list.success) return null;
  const { answers } = list.output;
  const files = new Map<string, Promise<ReadPart | null>>();
  const come = new Map<string, ReadPart>();
  const file = (name: string) => {
    const known = files.get(name) ?? readPart(answers[name], tie, read);
    if (!files.has(name)) void known.then((part) => part && come.set(name, part));
    files.set(name, known);
    return known;
  };
  const counts = new Map(PARTS.map((part) => [part, countFiles(answers, part)]));
  const fileFor = (question: Question) => {
    const part = partOf(question);
    return fileOf(part, question as About, counts.get(part) ?? 1);
  };
  const [start] = await Promise.all(filesAhead(ahead, Object.keys(answers)).map(file));
  if (!start?.data) return null;
  const { tables } = answers;
  return {
    data: unpackDataset(fromColumns(start.data) as PackedDataset),
    find: async (question) => (await file(fileFor(question)))?.answer(question),
    known: (question) => come.get(fileFor(question))?.answer(question),
    tables: async () => {
      const own = tables && tables.hash === start.tables ? await readEntry(tables, read) : null;
      return own && new Uint8Array(await inflated(own).arrayBuffer());
    },
  };
}

const countFiles = (answers: AnswerList, part: Part) =>
  Object.keys(answers).filter((name) => name.startsWith(`${part}-`)).length;

/** The bytes of a file that fits its hash; null for any other. */
async function readEntry({ path, hash }: Entry, read: ReadBytes): Promise<Uint8Array | null> {
  const bytes = await read(path).catch(() => null);
  return bytes && hash === (await hashOf(bytes)) ? bytes : null;
}

async function readPart(
  entry: Entry | undefined,
  tie: string,
  read: ReadBytes,
): Promise<ReadPart | null> {
  const bytes = entry ? await readEntry(entry, read) : null;
  if (!bytes) return null;
  const content = JSON.parse(await inflated(bytes).text()) as PartContent;
  if (content.version !== STORED_VERSION || content.tie !== tie) return null;
  const { answers, data, tables } = content;
  const known = new Map<string, unknown>();
  return {
    ...{ data, tables },
    answer(question) {
      const key = questionKey(question);
      if (!known.has(key)) known.set(key, fromColumns(answers[key]));
      return known.get(key);
    },
  };
}

/** Answers as JSON in UTF-8, by the key of their question: as objects those of a province take gigabytes. */
export type Answers = Map<string, Uint8Array<ArrayBuffer>>;

/** A part, or one of its files, and its entry in the descriptor. */
export async function writePart(
  name: string,
  content: Omit<PartContent, 'version' | 'answers'>,
  answers: Answers,
): Promise<Written> {
  const about = JSON.stringify({ version: STORED_VERSION, ...content }).slice(0, -1);
  const each = [...answers].flatMap(([key, answer], at) => [
    `${at === 0 ? '' : ','}${JSON.stringify(key)}:`,
    answer,
  ]);
  return written(name, new Blob([`${about},"answers":{`, ...each, '}}']));
}

/** The tables as a file; the first part names its hash. */
export const writeTables = (database: Uint8Array): Promise<Written> =>
  written('tables', new Blob([database as Uint8Array<ArrayBuffer>]));

export interface Written {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** For the descriptor. */
  readonly entry: Entry;
}

async function written(name: string, content: Blob): Promise<Written> {
  const bytes = await deflated(content);
  const entry = { path: `answers/${name}.bin`, bytes: bytes.length, hash: await hashOf(bytes) };
  return { name, bytes, entry };
}

/** By the browser beside the page's own work; on plain http, where it may not, in the page. */
async function hashOf(bytes: Uint8Array): Promise<string> {
  const { subtle } = globalThis.crypto ?? {};
  const hash = subtle
    ? new Uint8Array(await subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>))
    : sha256(bytes);
  return `sha256:${bytesToHex(hash)}`;
}

function inflated(bytes: Uint8Array): Response {
  const stream = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream();
  return new Response(stream.pipeThrough(new DecompressionStream('gzip')));
}

async function deflated(blob: Blob): Promise<Uint8Array> {
  const stream = blob.stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
