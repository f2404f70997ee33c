/** Something of this computer that outlasts the page: kept in the browser's storage for each package. */
import { useSyncExternalStore } from 'react';

export interface Kept<T> {
  readonly value: T;
  /** False where the browser keeps nothing: it lasts as long as the page. */
  readonly kept: boolean;
  /** Changes what is kept now, which another tab may have written. */
  change(how: (now: T) => T): void;
}

export interface KeptStore<T> {
  /** A hook: what is kept for a package, and how to change it. */
  readonly useKept: (path: string) => Kept<T>;
  /** What is kept now. */
  readonly peek: (path: string) => T;
}

/** What is kept under one name, by package; `parse` makes something of anything. */
export function keptStore<T>(
  name: string,
  parse: (text: string | null) => T,
  format: (value: T) => string,
): KeptStore<T> {
  const listeners = new Set<() => void>();
  const values = new Map<string, T>();
  let works = true;
  let listening = false;

  function read(key: string): T {
    listen();
    const known = values.get(key);
    if (known !== undefined) return known;
    let text: string | null = null;
    try {
      text = localStorage.getItem(key);
    } catch {
      works = false;
    }
    const value = parse(text);
    values.set(key, value);
    return value;
  }

  function write(key: string, value: T): void {
    values.set(key, value);
    try {
      localStorage.setItem(key, format(value));
    } catch {
      works = false;
    }
    for (const listener of listeners) listener();
  }

  /** Another tab has written: what is kept there is read again. */
  function onStorage({ key }: StorageEvent): void {
    if (key === null) values.clear();
    else if (!values.delete(key)) return;
    for (const listener of listeners) listener();
  }

  /** From the first read on: what was read once must not outlive what another tab writes. */
  function listen(): void {
    if (listening) return;
    listening = true;
    addEventListener('storage', onStorage);
  }

  function subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  const keyOf = (path: string) => `${name} ${path}`;
  function useKept(path: string): Kept<T> {
    const key = keyOf(path);
    const value = useSyncExternalStore(subscribe, () => read(key));
    return { value, kept: works, change: (how) => write(key, how(read(key))) };
  }
  return { useKept, peek: (path) => read(keyOf(path)) };
}
