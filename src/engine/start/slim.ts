/**
 * The engine's module without what only its extensions would need.
 *
 * Upstream links DuckDB so that extensions can be loaded into it: 75 011 functions and globals (7.4 of 34 MB) are
 * exported by name, and the glue enters every one of them into tables at each start, which takes longer than all else of
 * it. No extension is ever loaded here: they would come from another host.
 *
 *   bytes of a module ─ sections ─→ names it asks of itself ─→ the same bytes with a shorter export section
 */

/** Sections of a module in which names stand (WebAssembly Core Specification 2.0, 5.5.2). */
const IMPORTS = 2;
const EXPORTS = 7;
/** Kinds of imports (5.5.5). */
const FUNCTION = 0;
const TABLE = 1;
const MEMORY = 2;
const GLOBAL = 3;
/** Magic number and version. */
const HEAD = 8;

/** Where the linker looks for addresses of the module's own functions and globals. */
const OWN = /^GOT\./;

/**
 * Leaves those exports that the module's linker asks for (its imports from `GOT.*`) and those that a script names.
 *
 * @param module a WebAssembly module, as upstream ships it
 * @param script the program that starts it: whatever is not a word of it, it cannot ask for
 * @returns a module with the same code, data and order of functions
 * @throws {RangeError} for bytes that end in the middle
 */
export function withoutExports(module: Uint8Array, script: string): Uint8Array<ArrayBuffer> {
  const sections = sectionsOf(module);
  const kept = new Set(script.match(/[\w$]+/g));
  for (const { id, from } of sections) {
    if (id === IMPORTS) for (const name of ownNames(new Reader(module, from))) kept.add(name);
  }
  const parts = sections.flatMap(({ id, start, from, end }) =>
    id === EXPORTS ? exportSection(module, from, kept) : [module.subarray(start, end)],
  );
  return joined([module.subarray(0, HEAD), ...parts]);
}

interface Section {
  readonly id: number;
  /** Bytes from its head on, and from its content on. */
  readonly start: number;
  readonly from: number;
  readonly end: number;
}

function sectionsOf(module: Uint8Array): Section[] {
  const sections: Section[] = [];
  const reader = new Reader(module, HEAD);
  while (reader.at < module.length) {
    const start = reader.at;
    const id = reader.byte();
    const size = reader.number();
    const from = reader.at;
    sections.push({ id, start, from, end: reader.skip(size) });
  }
  return sections;
}

/** Names that the module imports of itself. */
function ownNames(reader: Reader): string[] {
  return Array.from({ length: reader.number() }, () => {
    const place = reader.text();
    const name = reader.text();
    skipType(reader);
    return OWN.test(place) ? name : '';
  }).filter(Boolean);
}

function skipType(reader: Reader): void {
  const kind = reader.byte();
  if (kind === TABLE) reader.byte();
  if (kind === TABLE || kind === MEMORY) skipLimits(reader);
  else if (kind === GLOBAL) reader.skip(2);
  else {
    if (kind !== FUNCTION) reader.byte(); // of a tag
    reader.number();
  }
}

function skipLimits(reader: Reader): void {
  const hasMost = (reader.byte() & 1) === 1;
  reader.number();
  if (hasMost) reader.number();
}

/** The section's parts: its head, how many exports it has, and those that are kept as they stand. */
function exportSection(
  module: Uint8Array,
  from: number,
  kept: ReadonlySet<string>,
): Uint8Array<ArrayBufferLike>[] {
  const reader = new Reader(module, from);
  const all = Array.from({ length: reader.number() }, () => {
    const start = reader.at;
    const name = reader.text();
    reader.byte();
    reader.number();
    return { name, bytes: module.subarray(start, reader.at) };
  });
  const left = all.filter(({ name }) => kept.has(name)).map(({ bytes }) => bytes);
  const content = joined([unsigned(left.length), ...left]);
  return [Uint8Array.of(EXPORTS), unsigned(content.length), content];
}

/** An unsigned LEB128 number (5.2.2). */
function unsigned(value: number): Uint8Array {
  const bytes: number[] = [];
  let left = value;
  for (; left > 127; left >>>= 7) bytes.push((left & 127) | 128);
  return Uint8Array.from([...bytes, left]);
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

const LETTERS = new TextDecoder();

/** Reads numbers and names of a module one after the other. */
class Reader {
  readonly #bytes: Uint8Array;
  at: number;

  constructor(bytes: Uint8Array, at: number) {
    this.#bytes = bytes;
    this.at = at;
  }

  byte(): number {
    const value = this.#bytes[this.at];
    if (value === undefined) throw new RangeError(`the module ends at byte ${this.at}`);
    this.at += 1;
    return value;
  }

  number(): number {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = this.byte();
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
  }

  /** @returns where the skipped bytes end */
  skip(length: number): number {
    this.at += length;
    if (this.at > this.#bytes.length) throw new RangeError('the module ends in a section');
    return this.at;
  }

  text(): string {
    const length = this.number();
    const start = this.at;
    return LETTERS.decode(this.#bytes.subarray(start, this.skip(length)));
  }
}
