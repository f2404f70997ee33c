/**
 * Stored answers beside a package: gzipped JSON under neutral names, listed in the descriptor with size and hash
 * (`answers`), made by `npm run publish-package`. What does not fit its hash or its tie is as if it were not there.
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

/** In the descriptor, by part. */
const listSchema = v.looseObject({
  answers: v.record(
    v.picklist(PARTS),
    v.object({
      path: v.pipe(v.string(), v.regex(/^[a-z0-9/.-]+$/)),
      bytes: v.number(),
      hash: v.string(),
    }),
  ),
});
export type AnswerList = v.InferOutput<typeof listSchema>['answers'];

interface PartContent {
  readonly version: number;
  readonly tie: string;
  readonly answers: Readonly<Record<string, unknown>>;
  /** Of the first part. */
  readonly data?: PackedDataset;
}

export type ReadBytes = (path: string) => Promise<Uint8Array>;

export function partOf({ ask }: Question): Part {
  return ask === 'compare' || ask === 'trend' || ask === 'profile' ? ask : 'start';
}

/** What lies beside the package with this descriptor and tie; null where nothing does, or nothing that fits. */
export async function readPublished(
  descriptor: string,
  tie: string,
  read: ReadBytes,
): Promise<Stored | null> {
  const list = v.safeParse(listSchema, JSON.parse(descriptor));
  if (!list.success) return null;
  const parts = new Map<Part, Promise<PartContent | null>>();
  const part = (name: Part) => {
    const known = parts.get(name) ?? readPart(list.output.answers[name], tie, read);
    parts.set(name, known);
    return known;
  };
  const start = await part('start');
  if (!start?.data) return null;
  return {
    data: unpackDataset(start.data),
    find: async (question) => (await part(partOf(question)))?.answers[questionKey(question)],
  };
}

async function readPart(
  entry: AnswerList[Part] | undefined,
  tie: string,
  read: ReadBytes,
): Promise<PartContent | null> {
  if (!entry) return null;
  const bytes = await read(entry.path).catch(() => null);
  if (!bytes || entry.hash !== hashOf(bytes)) return null;
  const content = JSON.parse(await inflated(bytes)) as PartContent;
  return content.version === STORED_VERSION && content.tie === tie ? content : null;
}

/** A part as a file, and its entry in the descriptor. */
export async function writePart(
  name: Part,
  content: Omit<PartContent, 'version'>,
): Promise<{ path: string; bytes: Uint8Array; entry: NonNullable<AnswerList[Part]> }> {
  const bytes = await deflated(JSON.stringify({ version: STORED_VERSION, ...content }));
  const path = `answers/${name}.bin`;
  return { path, bytes, entry: { path, bytes: bytes.length, hash: hashOf(bytes) } };
}

function hashOf(bytes: Uint8Array): string {
  return `sha256:${bytesToHex(sha256(bytes))}`;
}

async function inflated(bytes: Uint8Array): Promise<string> {
  const stream = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream();
  return new Response(stream.pipeThrough(new DecompressionStream('gzip'))).text();
}

async function deflated(text: string): Promise<Uint8Array> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
