/** What `npm run publish-package` writes beside a package: the answers of its landing views and its tables, tied to it. */
import type { Dataset } from '../model/dataset.ts';
import type { Ask, Question } from '../question/ask.ts';
import { questionKey } from './answers.ts';
import { toColumns } from './columns.ts';
import { landingQuestions } from './landing.ts';
import { packDataset } from './pack.ts';
import { type About, fileOf, PARTS, type Part } from './place.ts';
import {
  type AnswerList,
  type Answers,
  partOf,
  type Written,
  writePart,
  writeTables,
} from './published.ts';

/**
 * Characters of one part before it is packed. After the first answer that does not fit, questions of its kind wait for
 * the engine: the others are as long, and in a large package asking takes the most time.
 */
const MOST_LENGTH = 40_000_000;

/** Characters of one file of a part, some 20 to 80 kB when packed: a screen waits for one of them. */
const FILE_LENGTH = 600_000;

export interface Published {
  readonly files: readonly { readonly path: string; readonly bytes: Uint8Array }[];
  /** For the descriptor. */
  readonly answers: AnswerList;
  /** Questions answered, of those that are asked first. */
  readonly count: number;
}

/**
 * Asks everything that is asked first, and packs it.
 *
 * @param database what `prepareFigures` made of the package, as a database file
 */
export async function publishAnswers(
  data: Dataset,
  ask: Ask,
  tie: string,
  database: Uint8Array,
): Promise<Published> {
  const questions = landingQuestions(data, await ask({ ask: 'subjects' }));
  const parts = new Map(PARTS.map((name) => [name, { answers: new Map() as Answers, length: 0 }]));
  const full = new Set<Question['ask']>();
  let count = 0;
  for (const question of questions) {
    const part = parts.get(partOf(question));
    if (!part || full.has(question.ask)) continue;
    const answer = await ask(question);
    const text = JSON.stringify(toColumns(answer));
    if (part.length + text.length > MOST_LENGTH) {
      full.add(question.ask);
      continue;
    }
    part.answers.set(questionKey(question), new TextEncoder().encode(text));
    part.length += text.length;
    count += 1;
  }
  const tables = await writeTables(database);
  const own = { start: { data: toColumns(packDataset(data)), tables: tables.entry.hash } };
  const more = own as Record<string, object>;
  const written: Written[] = [];
  for (const [part, { answers, length }] of parts) {
    for (const [name, inIt] of filesOf(part, answers, length))
      written.push(await writePart(name, { tie, ...more[name] }, inIt));
  }
  written.push(tables);
  return {
    files: written.map(({ entry, bytes }) => ({ path: entry.path, bytes })),
    answers: Object.fromEntries(written.map(({ name, entry }) => [name, entry])),
    count,
  };
}

/** A screen's answers by the file they go into; what every screen needs stays in one. */
function filesOf(part: Part, answers: Answers, length: number): [string, Answers][] {
  const isOne = part === 'start' || part === 'overview';
  const count = isOne ? 1 : Math.ceil(length / FILE_LENGTH);
  if (count < 2) return [[part, answers]];
  const files = new Map<string, Answers>(
    Array.from({ length: count }, (_, at) => [`${part}-${at + 1}`, new Map()]),
  );
  for (const [key, answer] of answers)
    files.get(fileOf(part, JSON.parse(key) as About, count))?.set(key, answer);
  return [...files];
}
