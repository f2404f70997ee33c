/** What an attempt to open a package stands on, and what it tells. */
import type { Engine, EngineFault } from '../../engine/engine.ts';
import type { FileAccess } from '../../ingest/file/files.ts';
import type { Limits } from '../../ingest/limit.ts';
import type { Dataset } from '../../model/dataset.ts';
import type { Focus } from '../../model/identity/needs.ts';
import type { Problem } from '../../model/problem.ts';
import type { Progress } from '../../model/progress.ts';
import type { Ask } from '../../question/ask.ts';
import type { Stored } from '../../stored/answers.ts';

export interface Failure {
  readonly problems: readonly Problem[];
  readonly fault: EngineFault | null;
  readonly message: string;
  /** The software's own file that is at fault, and the server's answer (0: none). */
  readonly file: string;
  readonly status: number;
}

/** A package whose figures may still be computing: `ask` waits for them. */
export interface Opened {
  readonly data: Dataset;
  readonly ask: Ask;
  /** Counts the loads of this page. */
  readonly generation: number;
  /** False while its checks still run: figures are there, their flags follow. */
  readonly checked: boolean;
  /** Only what the address asks about is there yet; the whole package takes over. */
  readonly isExcerpt?: true;
}

/** What is waited for and what is there; null for what is not. */
export interface Stand {
  readonly progress: Progress | null;
  readonly opened: Opened | null;
  readonly failure: Failure | null;
}

export interface FirstFocus extends Focus {
  /** Statements of a package from which on it comes before the rest; default: where all take longer than one waits. */
  readonly least?: number;
}

export interface First {
  /** What the address draws. */
  readonly focus: FirstFocus;
  /** Starts a second engine, for the whole package. */
  readonly another: () => Promise<Engine>;
  /** The first engine is not needed for the whole package: it may die. */
  readonly onUsed: () => void;
}

/** What an attempt stands on; `engine` may still be starting. */
export interface Ground {
  readonly path: string;
  readonly access: FileAccess;
  readonly limits: Limits | undefined;
  readonly engine: Promise<Engine>;
  /** What of a large package comes first; null: nothing does. */
  readonly first: First | null;
  /** What is stored of this package; its tables, where there are any, need not be made. */
  readonly stored: Stored | null;
  /** A number of its own for every state of the answers. */
  readonly nextGeneration: () => number;
  readonly tell: (patch: Partial<Stand>) => void;
}
