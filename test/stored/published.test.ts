/** Stored answers beside a package say what the engine says, and are nothing once anything they stand on is another. */
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Question } from '../../src/question/ask.ts';
import { landingQuestions } from '../../src/stored/landing.ts';
import { packDataset, unpackDataset } from '../../src/stored/pack.ts';
import { readPublished } from '../../src/stored/published.ts';
import { tieOf } from '../../src/stored/tie.ts';
import { type Loaded, loadPackage } from '../support/load.ts';
import { publishedPackage } from '../support/published.ts';

const { descriptor, catalogue, code: CODE, read } = publishedPackage('data/reports');

let loaded: Loaded;
let questions: readonly Question[];

beforeAll(async () => {
  loaded = await loadPackage('data/reports');
  questions = landingQuestions(loaded.data, await loaded.ask({ ask: 'subjects' }));
});
afterAll(() => loaded.engine.close());

const tieNow = () => tieOf(descriptor, catalogue, CODE) ?? '';
const reader = (spoil: (path: string, bytes: Uint8Array) => Uint8Array = (_, bytes) => bytes) => {
  return async (path: string) => spoil(path, await read(path));
};

test('every stored answer is the engine’s, and nothing that is asked first is missing', async () => {
  const stored = await readPublished(descriptor, tieNow(), reader());
  expect(questions.length).toBeGreaterThan(200);
  for (const question of questions) {
    const answer = JSON.parse(JSON.stringify(await loaded.ask(question)));
    expect(await stored?.find(question), JSON.stringify(question)).toEqual(answer);
  }
});

test('a question with its fields in another order is the same question', async () => {
  const stored = await readPublished(descriptor, tieNow(), reader());
  const [question] = questions.filter(({ ask }) => ask === 'compare');
  const turned = Object.fromEntries(
    Object.entries(question ?? {}).reverse(),
  ) as unknown as Question;
  expect(await stored?.find(turned)).toEqual(await stored?.find(question as Question));
  const other = { ...question, units: ['xa-ba-bich'] } as unknown as Question;
  expect(await stored?.find(other)).toBeUndefined();
});

test('the dataset comes back whole', () => {
  const back = unpackDataset(JSON.parse(JSON.stringify(packDataset(loaded.data))));
  const { units, ...rest } = loaded.data;
  const { units: sameUnits, ...sameRest } = back;
  expect(sameRest).toEqual(rest);
  expect(sameUnits.ids).toEqual(units.ids);
  for (const id of units.ids) expect(sameUnits.states(id)).toEqual(units.states(id));
});

describe('is nothing', () => {
  test.each(['answers/start.bin', 'answers/compare.bin'])(
    'with one byte of %s spoilt',
    async (name) => {
      const flip = (path: string, bytes: Uint8Array) => {
        if (path === name) bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
        return bytes;
      };
      const stored = await readPublished(descriptor, tieNow(), reader(flip));
      const compare = questions.find(({ ask }) => ask === 'compare') as Question;
      expect(stored === null || (await stored.find(compare)) === undefined).toBe(true);
    },
  );

  test('for a package in which one row is another', async () => {
    const changed = JSON.parse(descriptor);
    const resource = changed.resources.find(
      ({ name }: { name: string }) => name === 'observations',
    );
    resource.hash = resource.hash.replace(/.$/, (last: string) => (last === '0' ? '1' : '0'));
    const now = JSON.stringify(changed);
    expect(await readPublished(now, tieOf(now, catalogue, CODE) ?? '', reader())).toBeNull();
  });

  test('for a catalogue in which one entry is another', async () => {
    const changed = JSON.parse(catalogue);
    changed.resources[0].hash = changed.resources[0].hash.replace(/.$/, 'x');
    const tie = tieOf(descriptor, JSON.stringify(changed), CODE) ?? '';
    expect(await readPublished(descriptor, tie, reader())).toBeNull();
  });

  test('for another version of the code, and beside a package without answers', async () => {
    const tie = tieOf(descriptor, catalogue, 'later') ?? '';
    expect(await readPublished(descriptor, tie, reader())).toBeNull();
    const plain = await readFile('data/reports/datapackage.json', 'utf8');
    expect(await readPublished(plain, tieNow(), reader())).toBeNull();
  });

  test('where a file has no hash: nothing ties it', () => {
    const { resources, ...rest } = JSON.parse(descriptor);
    const loose = resources.map((resource: object) => ({ ...resource, hash: undefined }));
    expect(tieOf(JSON.stringify({ ...rest, resources: loose }), catalogue, CODE)).toBeNull();
    expect(tieOf('{', catalogue, CODE)).toBeNull();
  });
});
