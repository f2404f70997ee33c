import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = resolve(import.meta.dirname, '../src');

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((f) =>
  /\.tsx?$/.test(f),
);
const imports = files.flatMap((file) => importsOf(file.replaceAll('\\', '/')));
const layer = (file: string) => (file.includes('/') ? (file.split('/')[0] ?? '') : 'top');

/** Who may import whom (README, "The house"): every arrow goes down. */
const ALLOWED: Record<string, readonly string[]> = {
  model: ['model'],
  question: ['question', 'model'],
  text: ['text', 'model', 'address'],
  address: ['address', 'model'],
  net: ['net'],
  engine: ['engine', 'net'],
  ingest: ['ingest', 'model', 'engine', 'net'],
  record: ['record', 'model', 'engine'],
  intake: ['intake', 'ingest', 'record', 'model', 'engine'],
  aggregate: ['aggregate', 'intake', 'ingest', 'record', 'model', 'engine'],
  query: ['query', 'record', 'model', 'engine'],
  stored: ['stored', 'model', 'address'],
  style: ['style'],
  chart: ['chart', 'model', 'style'],
  slide: ['slide', 'model', 'text', 'address'],
  share: ['share', 'net', 'model', 'text', 'address', 'slide', 'style'],
  view: [
    'view',
    'net',
    'model',
    'text',
    'address',
    'chart',
    'slide',
    'share',
    'style',
    'intake',
    'record',
  ],
  site: ['site', 'model', 'net'],
  app: [
    'app',
    'site',
    'model',
    'text',
    'address',
    'engine',
    'net',
    'ingest',
    'intake',
    'query',
    'share',
    'stored',
    'view',
    'style',
  ],
};
/** Questions are types, whoever asks or answers them; slides are values of a type that others write as files. */
const TYPES_ONLY: Record<string, readonly string[]> = {
  text: ['question'],
  address: ['question'],
  query: ['question'],
  stored: ['question'],
  slide: ['question'],
  view: ['question', 'engine'],
  app: ['question'],
};

/** Packages that belong to one place; everything else in package.json may be used where it is needed. */
const OWNERS: Record<string, (file: string) => boolean> = {
  '@duckdb/duckdb-wasm': (file) => layer(file) === 'engine',
  '@duckdb/node-api': (file) => layer(file) === 'engine',
  '@uwdata/flechette': (file) => layer(file) === 'engine',
  'parquet-wasm': (file) => layer(file) === 'ingest',
  papaparse: (file) =>
    file === 'ingest/file/csv.ts' || file === 'share/csv.ts' || layer(file) === 'intake',
  'read-excel-file': (file) => layer(file) === 'intake',
  'idb-keyval': (file) =>
    ['intake/keep/shelf.ts', 'app/open/visits.ts', 'share/pptx/template/shelf.ts'].includes(file),
  fflate: (file) => layer(file) === 'intake',
  recharts: (file) => layer(file) === 'chart',
  docx: (file) => file.startsWith('share/docx/'),
  '@tanstack/react-table': (file) => layer(file) === 'view',
  'write-excel-file': (file) => layer(file) === 'share',
};

describe('layers', () => {
  it.each(Object.keys(ALLOWED))('%s imports only the layers below it', (name) => {
    const own = imports.filter((item) => layer(item.from) === name && !item.to.startsWith('pkg:'));
    const wrong = own.filter((item) => {
      const target = layer(item.to);
      const asType = item.typeOnly && TYPES_ONLY[name]?.includes(target);
      return !ALLOWED[name]?.includes(target) && !asType;
    });
    expect(wrong).toEqual([]);
  });

  it('knows every folder', () => {
    const folders = new Set(files.map((file) => layer(file)));
    expect([...folders].filter((folder) => !(folder in ALLOWED))).toEqual([]);
  });

  it('keeps each heavy package in its one place', () => {
    const wrong = imports.filter((item) => {
      const owner = Object.entries(OWNERS).find(([name]) => isPackage(item.to, name));
      return owner && !owner[1](item.from);
    });
    expect(wrong).toEqual([]);
  });

  it('keeps the model free of React, the DOM and SQL', () => {
    const model = imports.filter(
      (item) => layer(item.from) === 'model' && item.to.startsWith('pkg:'),
    );
    expect([...new Set(model.map((item) => item.to))]).toEqual(['pkg:date-fns']);
  });

  it('joins engine, ingest and query in one file, and in one under Node', () => {
    const lower = ['engine', 'ingest', 'query'];
    const joining = [...new Set(imports.map(({ from }) => from))].filter((file) => {
      const rooms = imports.filter(({ from }) => from === file).map(({ to }) => layer(to));
      return layer(file) === 'app' && lower.every((room) => rooms.includes(room));
    });
    expect(joining.sort()).toEqual(['app/open/attempt.ts', 'app/publish.ts']);
  });

  it('has no import cycle, of types neither', () => {
    expect(findCycle()).toEqual([]);
  });

  it('keeps screens apart: what two of them need stands in part, notice or card', () => {
    const room = (file: string) => /^view\/([^/]+)\//.exec(file)?.[1] ?? '';
    const shared = ['', 'part', 'card', 'notice'];
    const crossing = imports.filter(
      ({ from, to }) =>
        from.startsWith('view/') &&
        to.startsWith('view/') &&
        room(from) !== room(to) &&
        !shared.includes(room(to)),
    );
    const upward = imports.filter(
      ({ from, to }) => room(from) === 'part' && to.startsWith('view/') && room(to) !== 'part',
    );
    expect([...crossing, ...upward]).toEqual([]);
  });

  it('has no folder in which one gets lost', () => {
    const folders = new Map<string, number>();
    for (const file of files) folders.set(dirname(file), (folders.get(dirname(file)) ?? 0) + 1);
    expect([...folders].filter(([, count]) => count > 15)).toEqual([]);
  });

  it('makes slides without React', () => {
    const slides = imports.filter(({ from }) => layer(from) === 'slide');
    expect(slides.filter(({ to }) => to.startsWith('pkg:'))).toEqual([]);
  });
});

function importsOf(file: string): Import[] {
  const text = readFileSync(join(SRC, file), 'utf8');
  const statements = text.matchAll(
    /^(?:import|export)\s(type\s)?[^;]*?from\s+'([^']+)'|import\('([^']+)'\)|^import '([^']+)'/gms,
  );
  return [...statements].map((found) => {
    const target = found[2] ?? found[3] ?? found[4] ?? '';
    const to = target.startsWith('.')
      ? relative(SRC, resolve(SRC, dirname(file), target)).replaceAll('\\', '/')
      : `pkg:${target}`;
    return { from: file, to, typeOnly: found[1] !== undefined };
  });
}

function isPackage(to: string, name: string): boolean {
  return to === `pkg:${name}` || to.startsWith(`pkg:${name}/`);
}

/** One cycle as a path of files, or nothing. Types are erased and cannot form one at run time. */
function findCycle(): string[] {
  const edges = new Map<string, string[]>();
  for (const item of imports) {
    if (item.to.startsWith('pkg:')) continue;
    edges.set(item.from, [...(edges.get(item.from) ?? []), item.to]);
  }
  const done = new Set<string>();
  const walk = (file: string, path: string[]): string[] => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return [];
    for (const next of edges.get(file) ?? []) {
      const cycle = walk(next, [...path, file]);
      if (cycle.length > 0) return cycle;
    }
    done.add(file);
    return [];
  };
  for (const file of edges.keys()) {
    const cycle = walk(file, []);
    if (cycle.length > 0) return cycle;
  }
  return [];
}
