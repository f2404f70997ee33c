/** Packages kept in this browser (IndexedDB, on plain http as well), and the mappings by which they were made. */
import { createStore, del, entries, get, set, type UseStore } from 'idb-keyval';
import { FileFault } from '../../ingest/file/fault.ts';
import type { FileAccess } from '../../ingest/file/files.ts';
import type { Mapping } from '../answers.ts';
import type { PackageFiles } from '../read/read.ts';
import { type StepBack, stepBack } from './step-back.ts';
import { titleIn } from './title.ts';
import { hasRecords } from './zip.ts';

/** Where packages of this browser stand in an address: `local`, or `local/NAME`. */
export const LOCAL = 'local';

export interface Shelved {
  readonly name: string;
  readonly title: string;
  /** When it was kept, in milliseconds: the latest is what `local` opens. */
  readonly at: number;
  /** Whether there is a version before the last import to go back to. */
  readonly hasBefore: boolean;
  /** Whether a step back was taken that can be undone. */
  readonly hasAfter?: boolean;
  /** Whether lists of records are in it. */
  readonly hasRecords?: boolean;
}

export interface Shelf {
  /** The latest first; without their files, which may be large. */
  list(): Promise<Shelved[]>;
  /** The files of a package; null where it is not there. */
  files(name: string): Promise<PackageFiles | null>;
  keep(item: { name: string; title: string; files: PackageFiles }): Promise<void>;
  /** What a step back would change; null where there is none. */
  stepBack(name: string): Promise<StepBack | null>;
  /** One step back; where there is none, the package goes. */
  back(name: string): Promise<void>;
  /** Takes a step back again, as long as nothing else was kept. */
  forward(name: string): Promise<void>;
  remove(name: string): Promise<void>;
  mappings(): Promise<Mapping[]>;
  keepMapping(mapping: Mapping): Promise<void>;
}

/** A package's files, those of the version before, and those of the one from which a step back was taken. */
interface Versions {
  readonly now: PackageFiles;
  readonly before: PackageFiles | null;
  readonly after?: PackageFiles | null;
}

/** The browser's own shelf. Whatever it cannot do (no room, no storage) rejects with the browser's words. */
export function browserShelf(): Shelf {
  const list = lazily(() => createStore('dan-van-list', 'list'));
  const versions = lazily(() => createStore('dan-van-packages', 'packages'));
  const mappings = lazily(() => createStore('dan-van-mappings', 'mappings'));
  /** The files first: what is listed is there. */
  const put = async (item: Shelved, files: Versions) => {
    await set(item.name, files, versions());
    await set(item.name, item, list());
  };
  /** Another version of the same package, with the title that it has. */
  const replace = async (name: string, files: Versions) => {
    const { now, before, after = null } = files;
    const item = await get<Shelved>(name, list());
    const title = titleIn(now) || item?.title || name;
    const has = {
      hasBefore: before !== null,
      hasAfter: after !== null,
      hasRecords: hasRecords(now),
    };
    await put({ name, title, at: Date.now(), ...has }, files);
  };
  const remove = async (name: string) => {
    await del(name, list());
    await del(name, versions());
  };
  return {
    async list() {
      const all = await entries<string, Shelved>(list());
      return all.map(([, item]) => item).sort((a, b) => b.at - a.at);
    },
    files: async (name) => (await get<Versions>(name, versions()))?.now ?? null,
    async keep({ name, title, files }) {
      const before = (await get<Versions>(name, versions()))?.now ?? null;
      const at = Date.now();
      const item = { name, title, at, hasBefore: before !== null, hasRecords: hasRecords(files) };
      await put(item, { now: files, before });
    },
    async stepBack(name) {
      const known = await get<Versions>(name, versions());
      return known?.before ? stepBack(known.now, known.before) : null;
    },
    async back(name) {
      const known = await get<Versions>(name, versions());
      if (!known?.before) return remove(name);
      await replace(name, { now: known.before, before: null, after: known.now });
    },
    async forward(name) {
      const known = await get<Versions>(name, versions());
      if (known?.after) await replace(name, { now: known.after, before: known.now, after: null });
    },
    remove,
    async mappings() {
      return (await entries<string, Mapping>(mappings())).map(([, mapping]) => mapping);
    },
    keepMapping: (mapping) => set(mapping.layout, mapping, mappings()),
  };
}

/** A store is opened when it is first needed: a browser without any fails then, not before. */
function lazily(open: () => UseStore): () => UseStore {
  let store: UseStore | null = null;
  return () => {
    store ??= open();
    return store;
  };
}

/** Access to a site that also finds what lies on the shelf, under `local` (the latest) and `local/NAME`. */
export function withShelf<A extends FileAccess>(
  access: A,
  shelf: Pick<Shelf, 'list' | 'files'>,
): A {
  let opened: { readonly folder: string; readonly files: PackageFiles | null } | null = null;
  return {
    ...access,
    async read(path, signal, most) {
      if (!isLocal(path)) return access.read(path, signal, most);
      if (path.endsWith('/datapackage.json')) opened = await openedAt(path, shelf);
      const bytes =
        opened && path.startsWith(`${opened.folder}/`)
          ? opened.files?.get(path.slice(opened.folder.length + 1))
          : undefined;
      if (!bytes) throw new FileFault('file-not-found', path);
      return bytes;
    },
  };
}

async function openedAt(path: string, shelf: Pick<Shelf, 'list' | 'files'>) {
  const folder = path.slice(0, -'/datapackage.json'.length);
  const known = await shelf.list().catch(refuse);
  const wanted = folder === LOCAL ? known[0]?.name : folder.slice(LOCAL.length + 1);
  const files = wanted === undefined ? null : await shelf.files(wanted).catch(refuse);
  return { folder, files };
}

function refuse(error: Error): never {
  throw new FileFault('file-forbidden', error.message);
}

export function isLocal(path: string): boolean {
  return path === LOCAL || path.startsWith(`${LOCAL}/`);
}
