/** Answers for the next visit, kept in this browser (IndexedDB, on plain http as well). */
import { clear, createStore, delMany, get, getMany, keys, set, type UseStore } from 'idb-keyval';
import type { Dataset } from '../../model/dataset.ts';
import type { Ask } from '../../question/ask.ts';
import { questionKey, remembering, STORED_VERSION, type Stored } from '../../stored/answers.ts';
import { type PackedDataset, packDataset, unpackDataset } from '../../stored/pack.ts';

interface Head {
  readonly version: number;
  readonly tie: string;
  readonly data: PackedDataset;
}

/** Answers of one package at most, and values in one answer: a comparison of 760 communes over two years has 0.4 million. */
const MOST_ANSWERS = 400;
const MOST_VALUES = 2_000_000;

/** Questions of one address, of which the answers are read together. */
const MOST_ASKED = 12;

export interface Visits {
  /** What was kept of a package under this tie; null where nothing was. What the address asked for then is there at once. */
  find(path: string, tie: string, address: string): Promise<Stored | null>;
  /** An `Ask` that keeps what it answers from now on, and what each address asked for. */
  keeping(kept: Kept): Ask;
}

interface Kept {
  readonly path: string;
  readonly tie: string;
  readonly data: Dataset;
  readonly ask: Ask;
  /** The address that is shown. */
  readonly now: () => string;
}

/** A browser that keeps nothing is one without earlier visits. */
export function browserVisits(): Visits {
  let opened: UseStore | null = null;
  const store = () => {
    opened ??= createStore('dan-van-visits', 'answers');
    return opened;
  };
  return {
    async find(path, tie, address) {
      const ofAddress = answerKey(path, tie, addressKey(address));
      const [head, asked] = (await getMany([headKey(path), ofAddress], store()).catch(
        () => [],
      )) as [Head?, string[]?];
      if (!head || head.version !== STORED_VERSION || head.tie !== tie) return null;
      const names = asked ?? [];
      const answers = await getMany(
        names.map((name) => answerKey(path, tie, name)),
        store(),
      );
      const come = new Map(names.map((name, at) => [name, answers[at] as unknown]));
      return {
        data: unpackDataset(head.data),
        known: (question) => come.get(questionKey(question)),
        find: async (question) => {
          const name = questionKey(question);
          return come.get(name) ?? (await get(answerKey(path, tie, name), store()));
        },
      };
    },
    keeping({ path, tie, data, ask, now }) {
      let kept = 0;
      const begun = begin(path, tie, data, store);
      const keep = (name: string, value: unknown) =>
        begun.then(() => set(answerKey(path, tie, name), value, store())).catch(() => {}); // no room: the next visit waits for the engine
      const noted = addresses((address, asked) => void keep(addressKey(address), asked));
      return remembering(ask, (name, answer) => {
        const address = now();
        whenIdle(() => {
          kept += 1;
          if (kept > MOST_ANSWERS || valuesIn(answer, MOST_VALUES) > MOST_VALUES) return;
          noted(address, name);
          void keep(name, answer);
        });
      });
    },
  };
}

/** Values of an answer, lists and objects opened; no more are counted than asked for. */
function valuesIn(answer: unknown, most: number): number {
  const open: unknown[] = [answer];
  let count = 0;
  for (let value = open.pop(); value !== undefined && count <= most; value = open.pop()) {
    if (typeof value !== 'object' || value === null) continue;
    const inside = Object.values(value).filter((one) => one !== undefined);
    count += inside.length;
    for (const one of inside) if (typeof one === 'object') open.push(one);
  }
  return count;
}

/** Which questions an address asked, told with each one more. */
function addresses(tell: (address: string, asked: readonly string[]) => void) {
  const asked = new Map<string, readonly string[]>();
  return (address: string, name: string) => {
    const before = asked.get(address) ?? [];
    if (before.includes(name) || before.length >= MOST_ASKED) return;
    const names = [...before, name];
    asked.set(address, names);
    tell(address, names);
  };
}

/** What nobody waits for does not stand between a click and its picture. */
function whenIdle(act: () => void): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(act, { timeout: 1000 });
  else setTimeout(act);
}

/** What an earlier state of the package left behind goes; all of it where that cannot be told. */
async function begin(
  path: string,
  tie: string,
  data: Dataset,
  store: () => UseStore,
): Promise<void> {
  const own = answerKey(path, tie, '');
  const all = await keys<string>(store());
  const ofPath = `answer\n${path}\n`;
  const stale = all.filter((key) => key.startsWith(ofPath) && !key.startsWith(own));
  await delMany(stale, store()).catch(() => clear(store()));
  await set(headKey(path), { version: STORED_VERSION, tie, data: packDataset(data) }, store());
}

const addressKey = (address: string) => `address ${address}`;
const headKey = (path: string) => `head\n${path}`;
const answerKey = (path: string, tie: string, key: string) => `answer\n${path}\n${tie}\n${key}`;
