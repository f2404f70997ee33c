/** Packages kept in this browser (IndexedDB, on plain http as well), and the mappings by which they were made. */
import { createStore, del, entries, get, set, type UseStore } from 'idb-keyval';
import { type FileAccess, FileFault } from '../../ingest/file/files.ts';
import type { Mapping } from '../answers.ts';
import type { PackageFiles } from '../read/read.ts';

/** Where packages of this browser stand in an address: `local`, or `local/NAME`. */
export const LOCAL = 'local';

export interface Shelved {
  readonly name: string;
  readonly title: string;
  /** When it was kept, in milliseconds: the latest is what `local` opens. */
  readonly at: number;
  readonly files: PackageFiles;
  /** What it was before the last import; null where there is nothing to go back to. */
  readonly before: PackageFiles | null;
}

export interface Shelf {
  /** The latest first. */
  list(): Promise<Shelved[]>;
  keep(item: Pick<Shelved, 'name' | 'title' | 'files'>): Promise<void>;
  /** One step back; where there is none, the package goes. */
  back(name: string): Promise<void>;
  remove(name: string): Promise<void>;
  mappings(): Promise<Mapping[]>;
  keepMapping(mapping: Mapping): Promise<void>;
}

/** The browser's own shelf. Whatever it cannot do (no room, no storage) rejects with the browser's words. */
export function browserShelf(): Shelf {
  let packages: UseStore | null = null;
  let mappings: UseStore | null = null;
  const packageStore = () => (packages ??= createStore('dan-van-packages', 'packages'));
  const mappingStore = () => (mappings ??= createStore('dan-van-mappings', 'mappings'));
  const find = (name: string) => get<Shelved>(name, packageStore());
  return {
    async list() {
      const all = await entries<string, Shelved>(packageStore());
      return all.map(([, item]) => item).sort((a, b) => b.at - a.at);
    },
    async keep({ name, title, files }) {
      const before = (await find(name))?.files ?? null;
      await set(name, { name, title, files, before, at: Date.now() }, packageStore());
    },
    async back(name) {
      const now = await find(name);
      if (!now?.before) return del(name, packageStore());
      await set(name, { ...now, files: now.before, before: null, at: Date.now() }, packageStore());
    },
    remove: (name) => del(name, packageStore()),
    async mappings() {
      return (await entries<string, Mapping>(mappingStore())).map(([, mapping]) => mapping);
    },
    keepMapping: (mapping) => set(mapping.layout, mapping, mappingStore()),
  };
}

/** Access to a site that also finds what lies on the shelf, under `local` (the latest) and `local/NAME`. */
export function withShelf(access: FileAccess, shelf: Pick<Shelf, 'list'>): FileAccess {
  let known: readonly Shelved[] = [];
  return {
    ...access,
    async read(path, signal, most) {
      if (!isLocal(path)) return access.read(path, signal, most);
      if (path.endsWith('/datapackage.json')) known = await listOf(shelf);
      const rest = path.slice(LOCAL.length + 1);
      const named = known.find(({ name }) => rest.startsWith(`${name}/`));
      const bytes = named
        ? named.files.get(rest.slice(named.name.length + 1))
        : known[0]?.files.get(rest);
      if (!bytes) throw new FileFault('file-not-found', path);
      return bytes;
    },
  };
}

async function listOf(shelf: Pick<Shelf, 'list'>): Promise<Shelved[]> {
  return shelf.list().catch((error: Error) => {
    throw new FileFault('file-forbidden', error.message);
  });
}

export function isLocal(path: string): boolean {
  return path === LOCAL || path.startsWith(`${LOCAL}/`);
}
