/** A template of an office's own: what of a PowerPoint file a deck can take, and why one cannot be taken. */
import type JSZip from 'jszip';

export type TemplateFault = 'large' | 'encrypted' | 'foreign' | 'layouts' | 'shape';

/** A file that is no template for a deck. */
export class BadTemplate extends Error {
  readonly fault: TemplateFault;
  constructor(fault: TemplateFault) {
    super(fault);
    this.fault = fault;
  }
}

/** A template as it was opened: its first master, with everything that it needs. */
export interface Template {
  readonly zip: JSZip;
  /** Path of the master, and those of its layouts with their types. */
  readonly master: string;
  readonly layouts: readonly { readonly path: string; readonly type: string }[];
  /** How many times as large as a deck's pages its own are. */
  readonly scale: number;
}

/** Bytes of a file, and of what it unpacks to: more is a film, or made to do harm. */
export const MOST_BYTES = 40_000_000;
const MOST_UNPACKED = 400_000_000;

/** Width of a deck's pages, and height for width. */
const WIDTH = 12_192_000;
const SHAPE = 9 / 16;

/** Opens a template. @throws BadTemplate */
export async function openTemplate(Zip: typeof JSZip, bytes: Uint8Array): Promise<Template> {
  if (bytes.length > MOST_BYTES) throw new BadTemplate('large');
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) throw new BadTemplate('encrypted'); // a container of older Office
  const zip = await Zip.loadAsync(bytes).catch(() => null);
  const main = zip && (await partOf(zip, 'ppt/presentation.xml'));
  if (!zip || !main) throw new BadTemplate('foreign');
  if (unpacked(zip) > MOST_UNPACKED) throw new BadTemplate('large');
  const [, cx = '', cy = ''] = /<p:sldSz\b[^>]*\bcx="(\d+)"[^>]*\bcy="(\d+)"/.exec(main) ?? [];
  const [master] = await targets(zip, 'ppt/presentation.xml', 'slideMaster');
  const layouts = master ? await targets(zip, master, 'slideLayout') : [];
  if (!master || layouts.length === 0) throw new BadTemplate('layouts');
  if (Math.abs(Number(cy) / Number(cx) / SHAPE - 1) > 0.02) throw new BadTemplate('shape');
  const typed = layouts.map(async (path) => ({ path, type: await typeOf(zip, path) }));
  return { zip, master, layouts: await Promise.all(typed), scale: Number(cx) / WIDTH };
}

/** The layout of the cover and of every other page. */
export function layoutFor({ layouts }: Template, isCover: boolean): string {
  const wanted = isCover ? ['title', 'titleOnly'] : ['titleOnly', 'obj', 'tx'];
  const found = wanted.flatMap((type) => layouts.find((layout) => layout.type === type) ?? []);
  return (found[0] ?? layouts[0])?.path ?? '';
}

export interface Relation {
  readonly id: string;
  /** Last word of what it is, and that in full. */
  readonly type: string;
  readonly uri: string;
  /** Path in the file, or the address of what is outside of it. */
  readonly target: string;
  readonly isOutside: boolean;
}

/** What a part refers to. */
export async function relationsOf(zip: JSZip, path: string): Promise<Relation[]> {
  const xml = (await partOf(zip, relationsPath(path))) ?? '';
  return [...xml.matchAll(/<Relationship\b[^>]*>/g)].map(([tag]) => {
    const attribute = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
    const isOutside = attribute('TargetMode') === 'External';
    const target = attribute('Target');
    return {
      id: attribute('Id'),
      type: attribute('Type').split('/').at(-1) ?? '',
      uri: attribute('Type'),
      target: isOutside ? target : resolved(path, target),
      isOutside,
    };
  });
}

/** "ppt/slides/slide1.xml" → "ppt/slides/_rels/slide1.xml.rels". */
export function relationsPath(path: string): string {
  return path.replace(/([^/]+)$/, '_rels/$1.rels');
}

async function targets(zip: JSZip, path: string, type: string): Promise<string[]> {
  const found = await relationsOf(zip, path);
  return found.filter((one) => one.type === type && zip.file(one.target)).map((one) => one.target);
}

async function typeOf(zip: JSZip, path: string): Promise<string> {
  const xml = (await partOf(zip, path)) ?? '';
  return /<p:sldLayout\b[^>]*\btype="(\w+)"/.exec(xml)?.[1] ?? '';
}

async function partOf(zip: JSZip, path: string): Promise<string | null> {
  return (await zip.file(path)?.async('string')) ?? null;
}

/** A path as its part means it. */
function resolved(from: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const parts = from.split('/').slice(0, -1);
  for (const part of target.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}

/** What the file says of the sizes of its parts; JSZip keeps them where no type tells. */
function unpacked(zip: JSZip): number {
  return Object.values(zip.files).reduce((sum, file) => {
    const { _data: data } = file as unknown as { _data?: { uncompressedSize?: number } };
    return sum + (data?.uncompressedSize ?? 0);
  }, 0);
}
