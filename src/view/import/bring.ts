/** What the import needs from its surroundings: the shelf, the package it joins, and a clerk that does the work. */
import { createContext, use } from 'react';
import type { Clerk } from '../../intake/clerk.ts';
import type { Base } from '../../intake/keep/base.ts';
import type { Shelf } from '../../intake/keep/shelf.ts';
import type { Dataset } from '../../model/dataset.ts';
import type { OnSilence } from '../../net/silence.ts';

export interface Bring {
  readonly shelf: Shelf;
  /** The package that is open, which an import may join; '' where none could be opened. */
  readonly path: string;
  /** Somebody who takes files in, away from the page's thread; to be ended. */
  readonly openClerk: (data: Dataset, onSilence: OnSilence) => Clerk;
  /** Starts the engine that the next work will need, unless it stands by already. */
  readonly startAhead: () => void;
  /** Ends the one that no work has taken. */
  readonly endAhead: () => void;
  /** The package that is open; without its figures for a package of its own. */
  readonly readBase: (withFigures: boolean) => Promise<Base>;
  /** What the package that is open is now, by its files. @throws {PackageError} */
  readonly hashNow: () => Promise<string>;
  /** The catalogue without a package. @throws {PackageError} */
  readonly readCatalogue: () => Promise<Dataset>;
  /** Tells the frame that the packages of this browser are others now. */
  readonly onShelf: () => void;
}

/** How to come by it: the same promise at every call, for its script is fetched when somebody imports. */
export const BringContext = createContext<(() => Promise<Bring>) | null>(null);

/** @throws Error outside a `BringContext` */
export function useBring(): Bring {
  const bring = use(BringContext);
  if (!bring) throw new Error('useBring needs a BringContext');
  return use(bring());
}

/** What somebody at this page made of packages, by their paths: no news to them. */
const own = new Map<string, string>();

/** After a step back, or keeping: the package that is open, as it is by that. */
export async function noteOwnChange({ path, hashNow }: Bring): Promise<void> {
  if (path !== '') own.set(path, await hashNow().catch(() => '')); // it may have been thrown away
}

/** Whether a package is as somebody at this page left it. */
export function isOwnChange({ path }: Pick<Bring, 'path'>, hash: string): boolean {
  return hash !== '' && own.get(path) === hash;
}
