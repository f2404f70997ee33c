/** Every count that is put into a text is written as people write counts: "3.000/3.000", in English "3,000/3,000". */
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseAst } from 'vite';
import { afterAll, expect, test } from 'vitest';
import { chooseWords, words } from '../../src/text/words.ts';

const TEXT = resolve(import.meta.dirname, '../../src/text');
/** Numbers that are no counts: months, years and rows of a file are written without a sign. */
const NO_COUNTS = /^(year|month|row|lastRow|line)$/;

interface Node {
  readonly type: string;
  readonly start: number;
  readonly [key: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value;

/** Functions of a file of words, by their place in its objects. */
function functionsOf(file: string): Map<string, Node> {
  const found = new Map<string, Node>();
  const walk = (value: unknown, path: readonly string[]): void => {
    if (Array.isArray(value)) {
      for (const item of value) walk(item, path);
      return;
    }
    if (!isNode(value)) return;
    const isFunction = /^(ArrowFunctionExpression|FunctionDeclaration)$/.test(value.type);
    if (isFunction) found.set(path.join('.') || `at ${value.start}`, value);
    const key = value.type === 'Property' ? (value.key as Node) : null;
    const name = key?.name ?? key?.value;
    const own = name === undefined ? path : [...path, String(name)];
    for (const item of Object.values(value)) walk(item, own);
  };
  walk(parseAst(readFileSync(resolve(TEXT, file), 'utf8'), { lang: 'ts' }), []);
  return found;
}

/** Positions of the parameters that are numbers. */
function numbersIn(fun: Node): number[] {
  const typeOf = (param: Node) => (param.typeAnnotation as Node | null)?.typeAnnotation as Node;
  return (fun.params as Node[]).flatMap((param, at) =>
    typeOf(param)?.type === 'TSNumberKeyword' ? [at] : [],
  );
}

/** Where names are put into texts as they are, not by a function that writes them. */
function bare(node: unknown, names: ReadonlySet<string>, isText = false): Node[] {
  if (Array.isArray(node)) return node.flatMap((item) => bare(item, names, isText));
  if (!isNode(node)) return [];
  if (node.type === 'Identifier') return isText && names.has(String(node.name)) ? [node] : [];
  if (node.type === 'TemplateLiteral') return bare(node.expressions, names, true);
  if (node.type === 'ConditionalExpression') {
    const { test: condition, consequent, alternate } = node;
    return [...bare(condition, names), ...bare([consequent, alternate], names, isText)];
  }
  return Object.values(node).flatMap((item) => bare(item, names));
}

const FILES = readdirSync(resolve(TEXT, 'vi'), { recursive: true, encoding: 'utf8' }).filter(
  (name) => name.endsWith('.ts'),
);

const KINDS = new Map(
  FILES.flatMap((file) =>
    [...functionsOf(`vi/${file}`)].map(
      ([path, fun]) => [`${file} ${path}`, numbersIn(fun)] as const,
    ),
  ),
);

test.each(['vi', 'en'])('no text in %s has a count as it is', (language) => {
  const wrong = FILES.flatMap((file) =>
    [...functionsOf(`${language}/${file}`)].flatMap(([path, fun]) => {
      const params = fun.params as Node[];
      const kinds = [...numbersIn(fun), ...(KINDS.get(`${file} ${path}`) ?? [])];
      const counts = kinds.map((at) => String(params[at]?.name));
      const names = new Set(counts.filter((name) => !NO_COUNTS.test(name)));
      return bare(fun.body, names).map((node) => `${file} ${path}: ${node.name} @${node.start}`);
    }),
  );
  expect(wrong).toEqual([]);
});

test('nor what puts words together', () => {
  const files = readdirSync(TEXT, { recursive: true, encoding: 'utf8' }).filter(
    (name) => /\.ts$/.test(name) && !/^(vi|en)\//.test(name),
  );
  expect(files.length).toBeGreaterThan(20);
  const wrong = files.flatMap((file) =>
    [...functionsOf(file).values()].flatMap((fun) => {
      const names = numbersIn(fun).map((at) => String((fun.params as Node[])[at]?.name));
      const counts = new Set(names.filter((name) => !NO_COUNTS.test(name)));
      return bare(fun.body, counts).map((node) => `${file}: ${node.name} @${node.start}`);
    }),
  );
  expect(wrong).toEqual([]);
});

test('counts of many units are read in either language', async () => {
  const told = () => [
    words.place.counted(3000, 3000),
    words.comparing.map.behind(1200, 3000),
    words.comparing.rank(1200, 1300),
  ];
  expect(told().join(' ')).toMatch(/3\.000\/3\.000.*1\.200\/3\.000.*1\.200–1\.300/);
  await chooseWords('en');
  expect(told().join(' ')).toMatch(/3,000\/3,000.*1,200\/3,000.*1,200–1,300/);
});
afterAll(() => chooseWords('vi'));
