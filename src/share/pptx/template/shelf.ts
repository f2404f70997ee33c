/** The office's template, kept in this browser (IndexedDB) until it is removed. */
import { createStore, del, get, set } from 'idb-keyval';

export interface KeptTemplate {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const KEY = 'template';
const store = () => createStore('dan-van-template', 'template');

/** Null where there is none, or the browser keeps nothing. */
export async function keptTemplate(): Promise<KeptTemplate | null> {
  try {
    return (await get<KeptTemplate>(KEY, store())) ?? null;
  } catch {
    return null;
  }
}

/** @throws in the browser's words, where it has no room or keeps nothing */
export function keepTemplate(template: KeptTemplate): Promise<void> {
  return set(KEY, template, store());
}

/** Whatever a browser that keeps nothing says, it is gone. */
export async function removeTemplate(): Promise<void> {
  try {
    await del(KEY, store());
  } catch {
    // nothing was kept
  }
}
