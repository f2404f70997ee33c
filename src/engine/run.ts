/** Statements one after the other, each in pieces of some milliseconds: in Node, and beside the module in its worker. */

/** DuckDB-WASM's calls for one statement. Results are Arrow IPC messages. */
export interface Pieces {
  /** Begins a statement; null while it has no result yet. */
  start(sql: string): Promise<Uint8Array | null>;
  /** Works on it for some milliseconds (`openOptions`); null while it has no result yet. */
  poll(): Promise<Uint8Array | null>;
  /** Gives up the statement begun. */
  cancel(): Promise<unknown>;
  /** The next batch; null to ask again, empty at the end. */
  fetch(): Promise<Uint8Array | null>;
  /** Lets in what waits meanwhile: messages, timers. */
  turn(): Promise<unknown>;
  /** Nobody waits for the results any more. */
  isStopped(): boolean;
}

/** How long statements may follow one another before whatever waits is let in. */
const STRETCH_MS = 8;

/**
 * @returns the messages of the last statement's result, its header first; null where it was stopped
 * @throws what the module throws, at the first statement that fails; those behind it are not begun
 */
export async function runStatements(
  pieces: Pieces,
  statements: readonly string[],
): Promise<Uint8Array[] | null> {
  let messages: Uint8Array[] = [];
  let since = performance.now();
  for (const sql of statements) {
    if (performance.now() - since > STRETCH_MS) {
      await pieces.turn();
      since = performance.now();
    }
    const own = pieces.isStopped() ? null : await runStatement(pieces, sql);
    if (!own) return null;
    messages = own;
  }
  return messages;
}

async function runStatement(pieces: Pieces, sql: string): Promise<Uint8Array[] | null> {
  let header = await pieces.start(sql);
  while (header === null) {
    await pieces.turn();
    if (pieces.isStopped()) {
      await pieces.cancel();
      return null;
    }
    header = await pieces.poll();
  }
  const messages = [header];
  for (let batch = await pieces.fetch(); batch?.length !== 0; batch = await pieces.fetch()) {
    if (batch) messages.push(batch);
    else await pieces.turn();
    if (pieces.isStopped()) return null; // the next statement replaces what is left of this one
  }
  return messages;
}
