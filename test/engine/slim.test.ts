import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { withoutExports } from '../../src/engine/start/slim.ts';

/** Names as a module has them: their length before them. */
const name = (text: string) => [text.length, ...Buffer.from(text)];
const section = (id: number, ...content: number[]) => [id, content.length, ...content];
const HEAD = [0, 97, 115, 109, 1, 0, 0, 0];

/** A module that imports one of everything, asks itself for `lone`, and exports three functions. */
const PARTS = [
  HEAD,
  section(1, 1, 0x60, 0, 1, 0x7f), // () -> i32
  section(
    2,
    ...[5, ...name('env'), ...name('given'), 0, 0],
    ...[...name('env'), ...name('table'), 1, 0x70, 1, 1, 9],
    ...[...name('env'), ...name('memory'), 2, 0, 1],
    ...[...name('env'), ...name('base'), 3, 0x7f, 0],
    ...[...name('GOT.func'), ...name('lone'), 3, 0x7f, 1],
  ),
  section(3, 3, 0, 0, 0),
  section(
    7,
    ...[3, ...name('asked'), 0, 1],
    ...[...name('lone'), 0, 2],
    ...[...name('_ZN6duckdb5other'), 0, 3],
  ),
  section(10, 3, 4, 0, 0x41, 11, 0x0b, 4, 0, 0x41, 22, 0x0b, 4, 0, 0x41, 33, 0x0b),
];
const SMALL = Uint8Array.from(PARTS.flat());

const IMPORTS = {
  env: {
    given: () => 0,
    table: new WebAssembly.Table({ initial: 1, maximum: 9, element: 'anyfunc' }),
    memory: new WebAssembly.Memory({ initial: 1 }),
    base: new WebAssembly.Global({ value: 'i32' }),
  },
  'GOT.func': { lone: new WebAssembly.Global({ value: 'i32', mutable: true }) },
};

test('what the script names and what the module asks of itself stays, and does what it did', () => {
  const module = new WebAssembly.Module(withoutExports(SMALL, 'start(); wasm["asked"]()'));
  expect(WebAssembly.Module.exports(module).map((one) => one.name)).toEqual(['asked', 'lone']);
  const { exports } = new WebAssembly.Instance(module, IMPORTS);
  const call = (of: string) => (exports[of] as () => number)();
  expect([call('asked'), call('lone')]).toEqual([11, 22]);
});

test('a module that ends inside a section is refused, wherever that is', () => {
  const ends = PARTS.map((_, at) => PARTS.slice(0, at + 1).flat().length);
  const cuts = Array.from(SMALL.keys()).filter((at) => at > HEAD.length && !ends.includes(at));
  for (const cut of cuts) {
    expect(() => withoutExports(SMALL.subarray(0, cut), 'asked')).toThrow(RangeError);
  }
  expect(cuts.length).toBe(SMALL.length - HEAD.length - PARTS.length + 1);
});

test('of the engine nothing is left out that its script or its linker can ask for', () => {
  const folder = dirname(
    createRequire(import.meta.url).resolve('@duckdb/duckdb-wasm/dist/duckdb-eh.wasm'),
  );
  const bytes = readFileSync(join(folder, 'duckdb-eh.wasm'));
  const script = readFileSync(join(folder, 'duckdb-browser-eh.worker.js'), 'utf8');
  const slim = new WebAssembly.Module(withoutExports(bytes, script));
  const left = WebAssembly.Module.exports(slim).map((one) => one.name);
  const asked = [...script.matchAll(/wasmExports(?:\.([\w$]+)|\["([^"]+)"\])/g)].map(
    ([, plain, quoted]) => plain ?? quoted ?? '',
  );
  const called = script.match(/\bduckdb_web_\w+/g) ?? [];
  expect(called.length).toBeGreaterThan(30);
  const before = WebAssembly.Module.exports(new WebAssembly.Module(bytes)).map((one) => one.name);
  const own = WebAssembly.Module.imports(slim).filter((one) => one.module.startsWith('GOT.'));
  const needed = [...asked, ...called, ...own.map((one) => one.name)].filter((one) =>
    before.includes(one),
  );
  expect(needed.filter((one) => !left.includes(one))).toEqual([]);
  expect(left.length).toBeLessThan(before.length / 100);
});
