/** An engine started ahead of need: whoever chooses a file takes longer than it does. */
import type { Connection } from '../../engine/connection.ts';

export interface Spare {
  /** Starts one, unless there is one. */
  make(): void;
  /** The one that was started, or another. */
  take(): Promise<Connection>;
  /** Ends the one that nobody took. */
  drop(): void;
}

/** @param connect starts an empty engine */
export function spareOf(connect: () => Promise<Connection>): Spare {
  let spare: Promise<Connection> | null = null;
  return {
    make() {
      spare ??= connect();
      spare.catch(() => {}); // told by the one that is started in its place
    },
    take() {
      const own = spare?.catch(connect) ?? connect();
      spare = null;
      return own;
    },
    drop() {
      spare?.then((open) => open.close()).catch(() => {});
      spare = null;
    },
  };
}
