/**
 * The import from end to end, away from the screen: it holds sheets, records and figures, and hands out what is shown
 * of them.
 *
 *   take ─→ say (answers, fixes) ─→ plan ─→ check ─→ files
 */
import type { Engine } from '../engine/engine.ts';
import { SerialQueue } from '../engine/queue.ts';
import type { FileAccess } from '../ingest/file/files.ts';
import type { Dataset } from '../model/dataset.ts';
import { today } from '../model/time/today.ts';
import type { Declared, Mapping } from './answers.ts';
import { type Base, isStill, readBase } from './keep/base.ts';
import type { PlaceLost } from './keep/place.ts';
import { signedKeys } from './keep/signed.ts';
import { slug } from './keep/slug.ts';
import { retitled, titleIn, titleOver, yearsIn } from './keep/title.ts';
import { planOf } from './plan.ts';
import type { ReadChoices } from './read/delimited.ts';
import { LIMITS } from './read/limits.ts';
import { type PackageFiles, readDropped, type Taken } from './read/read.ts';
import { openRecords, type RecordReading } from './records/reading.ts';
import { type Reckoned, reckonAll } from './records/reckon-all.ts';
import type { Dropped, Refusal } from './sheet.ts';
import { type ChangesShown, showChanges } from './show/changes.ts';
import { type Found, type FoundShown, showFound } from './show/found.ts';
import { type LeftOut, leftOut, openProblems, problemKey } from './show/problems.ts';
import { type SaidOf, type Shown, show } from './show/show.ts';
import {
  mappingOf,
  type Said,
  type Understanding,
  understand,
  withReckoned,
} from './understand.ts';

export interface ClerkSources {
  /** The package that is open: its units, measures and indicators are what words may mean. */
  readonly data: Dataset;
  /** Where it lies; an import may join it. */
  readonly path: string;
  readonly access: FileAccess;
  /** Starts an empty engine. */
  readonly boot: () => Promise<Engine>;
  /**
   * Opens files as a package, in an engine of its own that is gone afterwards: what its checks find about these
   * documents (null: all).
   * @throws {PackageError} when they cannot be shown
   */
  readonly check: (
    files: PackageFiles,
    sources: readonly string[] | null,
    signal: AbortSignal | undefined,
  ) => Promise<Found>;
}

/** A file as it is handed over: its bytes are read by whoever takes it in. */
export interface Handed {
  readonly name: string;
  readonly file: Blob;
}

/** What was taken in: tables, or a package as it is. */
export interface TakenIn {
  readonly shown: Shown | null;
  readonly package: { readonly name: string; readonly title: string } | null;
  /** Files that were not taken beside those that were, each with its reason. */
  readonly refused: readonly RefusedFile[];
}

/** A refusal as plain words, for it crosses from a worker to the page. */
export type RefusedFile = Pick<Refusal, 'code' | 'file' | 'value'>;

/** Under which name and with which new rows figures are kept. */
export interface Wanted {
  /** Into the open package, or by themselves. */
  readonly joins: boolean;
  /** For a package of their own. */
  readonly title: string;
  readonly declared: Declared;
}

/** What keeping would do. */
export interface Planned {
  readonly shown: Shown | null;
  readonly changes: ChangesShown | null;
  /** That of the package that is joined, made true of the years that join it. */
  readonly title: string;
  /** What is true no longer of where the package stands among others. */
  readonly lost: readonly PlaceLost[];
  /** The package is not the one that was opened any more: what changes is told beside the one that is there now. */
  readonly isNewer: boolean;
  /** Of the package that is joined, as it was planned with; '' for none. */
  readonly hash: string;
  /** Ids that the figures name and the package does not have: it cannot be kept so. */
  readonly unknown: readonly string[];
  /** Every figure stands in the package already, as it is. */
  readonly isNothingNew: boolean;
  /** To be kept for the next file of this layout; null where a package is taken as it is. */
  readonly mapping: Mapping | null;
}

/** One import. Whatever runs can be given up by ending the whole. */
export interface Clerk {
  /** @throws {Refusal} where no file can be taken in */
  take(
    handed: readonly Handed[],
    choices: ReadonlyMap<string, ReadChoices>,
    onShare: (share: number) => void,
  ): Promise<TakenIn>;
  say(said: Said): Promise<Shown | null>;
  /** Leaves cells out knowingly, by the keys of their problems; null: all that are open. */
  skip(keys: readonly string[] | null): Promise<Shown | null>;
  unskip(): Promise<Shown | null>;
  /** @throws {PackageError} when the package to be joined cannot be read */
  plan(wanted: Wanted, signal?: AbortSignal): Promise<Planned>;
  /** What the package's own checks find in what was planned. @throws {PackageError} */
  check(signal?: AbortSignal): Promise<FoundShown>;
  /** Whether the package that was planned with is still as it was then. @throws {PackageError} when it cannot be read */
  isStill(signal?: AbortSignal): Promise<boolean>;
  /** The files that were planned, to be kept; under another title where one is given. */
  files(title?: string): Promise<PackageFiles>;
  leftOut(): Promise<readonly LeftOut[]>;
  end(): void;
}

/** What it holds; nothing of it leaves but through `Shown`. */
interface Held {
  readonly taken: Taken;
  readonly readings: readonly RecordReading[];
  readonly said: SaidOf;
  readonly understanding: Understanding | null;
  readonly reckoned: readonly Reckoned[];
  readonly files: PackageFiles;
  /** Ids of the documents that the planned files bring; null where they are a package of somebody's. */
  readonly sources: readonly string[] | null;
  /** What the planned files join. */
  readonly base: Pick<Base, 'path' | 'hash'>;
}

const NOTHING: Held = {
  taken: { sheets: [], records: [], packages: [], refused: [] },
  readings: [],
  said: { answers: {}, fixes: new Map(), skipped: new Set() },
  understanding: null,
  reckoned: [],
  files: new Map(),
  sources: null,
  base: { path: '', hash: '' },
};

export function createClerk(sources: ClerkSources): Clerk {
  const { data, path, access, check } = sources;
  let held = NOTHING;
  /** Plans and checks one after the other: those that were given up stop before the next begins. */
  const turns = new SerialQueue();
  const shown = () => {
    const { understanding, reckoned, said } = held;
    return understanding && show(understanding, reckoned, said, data);
  };
  const saying = (said: SaidOf) => {
    const { taken, readings } = held;
    const isEmpty = taken.sheets.length + readings.length === 0;
    const understanding = isEmpty ? null : understand(taken.sheets, data, said, readings);
    held = { ...held, said, understanding, reckoned: [] };
    return shown();
  };
  const skipping = (skipped: ReadonlySet<string>) => {
    held = { ...held, said: { ...held.said, skipped } };
    return shown();
  };
  const plan: Clerk['plan'] = async (wanted, signal) => {
    const { understanding, taken, said } = held;
    const [whole] = taken.packages;
    if (!understanding) {
      held = { ...held, files: whole?.files ?? new Map(), sources: null, base: NOTHING.base };
      return { ...UNPLANNED, title: whole ? titleIn(whole.files) || whole.name : '' };
    }
    const day = today();
    const records = await reckonAll(understanding, { data, said, today: day }, access, signal);
    const base = await readBase(path, access, wanted.joins);
    const reckoned = records.map((item) => item.reckoned);
    const years = yearsIn(withReckoned(understanding, reckoned));
    const title = titleOver(base.title, years) || wanted.title;
    const mapping = mappingOf(title, understanding, said.answers, wanted.declared);
    const { declared } = wanted;
    const named = { name: slug(title, 'goi'), title, today: day };
    const plan = planOf(understanding, base, {
      ...{ ...named, declared, records, mappings: [mapping], fixes: said.fixes },
      answers: said.answers,
    });
    signal?.throwIfAborted();
    const sources = plan.sources.map(({ source }) => source);
    held = { ...held, reckoned, files: plan.files, sources, base };
    return {
      ...{ isNewer: base.hash !== data.hash, hash: base.hash, unknown: plan.unknown },
      shown: shown(),
      changes: showChanges(plan.changes, plan.sources, signedKeys(understanding.sheets, sources)),
      isNothingNew:
        wanted.joins &&
        plan.changes.length > 0 &&
        plan.changes.every((change) => change.kind === 'unchanged' && !change.isRestated),
      title,
      mapping,
      lost: plan.lost,
    };
  };
  const checking: Clerk['check'] = async (signal) => {
    const { files, sources, understanding, reckoned, said } = held;
    const found = await check(files, sources, signal);
    if (!understanding || !sources) return showFound(found, null);
    const { drafts } = withReckoned(understanding, reckoned);
    return showFound(found, { understanding, drafts, sources, fixes: said.fixes });
  };
  return {
    async take(handed, choices, onShare) {
      const dropped = await Promise.all(handed.map(droppedOf));
      const definitions = [...data.records.values()];
      const { readParquet } = access;
      const taken = await readDropped(dropped, { readParquet, definitions, choices });
      held = { ...NOTHING, taken, readings: await openAll(taken, sources, onShare) };
      const refused = taken.refused.map(({ code, file, value }) => ({ code, file, value }));
      return { shown: saying(held.said), package: wholeIn(taken), refused };
    },
    say: async (said) => saying({ ...said, skipped: held.said.skipped }),
    async skip(keys) {
      const { understanding, said } = held;
      const all = () => openProblems(understanding ?? NONE, said.skipped).map(problemKey);
      return skipping(new Set([...said.skipped, ...(keys ?? all())]));
    },
    unskip: async () => skipping(new Set()),
    plan: (wanted, signal) => turns.add(() => plan(wanted, signal), signal),
    isStill: (signal) => isStill(held.base, access, signal),
    check: (signal) => turns.add(() => checking(signal), signal),
    files: async (title = '') => retitled(held.files, title),
    leftOut: async () => (held.understanding ? leftOut(held.understanding, held.said.skipped) : []),
    end() {
      letGo(held.readings);
      held = NOTHING;
    },
  };
}

const NONE: Understanding = {
  ...{ sheets: [], records: [], empty: [], drafts: [], questions: [], problems: [] },
};
const UNPLANNED = {
  shown: null,
  changes: null,
  mapping: null,
  lost: [],
  unknown: [],
  isNewer: false,
  hash: '',
  isNothingNew: false,
};

/** What is too large is not read: its size says enough. */
async function droppedOf({ name, file }: Handed): Promise<Dropped> {
  const isTooLarge = file.size > LIMITS.bytes;
  const bytes = isTooLarge ? new Uint8Array() : new Uint8Array(await file.arrayBuffer());
  return { name, bytes, size: file.size };
}

/** Records are read one file after the other: each has an engine, and memory is short. */
async function openAll(
  { records }: Taken,
  { boot }: ClerkSources,
  onShare: (share: number) => void,
): Promise<RecordReading[]> {
  const readings: RecordReading[] = [];
  try {
    for (const [at, file] of records.entries()) {
      const part = (share: number) => onShare((at + share) / records.length);
      const engine = await boot();
      const reading = openRecords(engine, file, part);
      reading.catch(() => engine.close()); // an engine that cannot take the records is let go
      readings.push(await reading);
    }
    return readings;
  } catch (error) {
    letGo(readings);
    throw error;
  }
}

function letGo(readings: readonly RecordReading[]): void {
  for (const { engine } of readings) void engine.close();
}

function wholeIn({ packages }: Taken): TakenIn['package'] {
  const [whole] = packages;
  return whole ? { name: whole.name, title: titleIn(whole.files) || whole.name } : null;
}
