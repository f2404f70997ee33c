/** Answers for the next visit, kept in this browser (IndexedDB, on plain http as well). */
import { clear, createStore, delMany, get, keys, set, type UseStore } from 'idb-keyval';
import type { Dataset } from '../model/dataset.ts';
import type { Ask } from '../question/ask.ts';
import { questionKey, remembering, STORED_VERSION, type Stored } from '../stored/answers.ts';
import { type PackedDataset, packDataset, unpackDataset } from '../stored/pack.ts';

interface Head {
  readonly version: number;
  readonly tie: string;
  readonly data: PackedDataset;
}

/** Answers of one package at most, and characters of one answer. */
const MOST_ANSWERS = 400;
const MOST_LENGTH = 2_000_000;

export interface Visits {
  /** What was kept of a package under this tie; null where nothing was. */
  find(path: string, tie: string): Promise<Stored | null>;
  /** An `Ask` that keeps what it answers from now on. */
  keeping(path: string, tie: string, data: Dataset, ask: Ask): Ask;
}

/** A browser that keeps nothing is one without earlier visits. */
export function browserVisits(): Visits {
  let opened: UseStore | null = null;
  const store = () => {
    opened ??= createStore('dan-van-visits', 'answers');
    return opened;
  };
  return {
    async find(path, tie) {
      const head = await get<Head>(headKey(path), store()).catch(() => undefined);
      if (!head || head.version !== STORED_VERSION || head.tie !== tie) return null;
      return {
        data: unpackDataset(head.data),
        find: (question) => get(answerKey(path, tie, questionKey(question)), store()),
      };
    },
    keeping(path, tie, data, ask) {
      let kept = 0;
      const begun = begin(path, tie, data, store);
      return remembering(ask, (key, answer) => {
        kept += 1;
        if (kept > MOST_ANSWERS || JSON.stringify(answer).length > MOST_LENGTH) return;
        void begun.then(() => set(answerKey(path, tie, key), answer, store())).catch(() => {}); // no room: the next visit waits for the engine
      });
    },
  };
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

const headKey = (path: string) => `head\n${path}`;
const answerKey = (path: string, tie: string, key: string) => `answer\n${path}\n${tie}\n${key}`;
