/** Calls between a page and its worker, both ways: each is answered or refused, and can be given up. */

/** A worker, or the scope inside of one. */
export interface Port {
  postMessage(message: unknown, options: { readonly transfer: Transferable[] }): void;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
}

/** Answers a call of the other side; `Moved` hands a buffer over instead of copying it. */
export type Serve = (name: string, args: readonly unknown[], signal: AbortSignal) => unknown;

export interface Calls {
  call<T>(name: string, args: readonly unknown[], how?: CallOptions): Promise<T>;
  /** Rejects all that is pending and all that comes. */
  end(error: unknown): void;
}

export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
  /** Given up, it is over only when the other side has stopped and says so. */
  readonly isStoppedThere?: boolean;
  /** Buffers among the arguments that move to the other side. */
  readonly give?: Transferable[];
}

/** Errors as plain values and back: classes do not cross. */
export interface Faults {
  pack(error: unknown): unknown;
  unpack(fault: unknown): unknown;
}

/** Bytes that nobody needs on this side any more. */
export class Moved {
  readonly value: Uint8Array | readonly Uint8Array[] | null;

  constructor(value: Moved['value']) {
    this.value = value;
  }

  get buffers(): Transferable[] {
    const parts = [this.value ?? []].flat() as Uint8Array[];
    return parts.map(({ buffer }) => buffer as ArrayBuffer);
  }
}

type Message =
  | { readonly call: number; readonly name: string; readonly args: readonly unknown[] }
  | { readonly stop: number }
  | { readonly answer: number; readonly value: unknown }
  | { readonly answer: number; readonly fault: unknown };

interface Pending {
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

const NONE = { transfer: [] };

/** Opens both directions over a port. */
export function openCalls(port: Port, serve: Serve, faults: Faults): Calls {
  const pending = new Map<number, Pending>();
  const running = new Map<number, AbortController>();
  let ended: { readonly error: unknown } | null = null;
  let lastId = 0;
  const answer = async (id: number, name: string, args: readonly unknown[]) => {
    const run = new AbortController();
    running.set(id, run);
    try {
      const found = await serve(name, args, run.signal);
      const value = found instanceof Moved ? found.value : found;
      const give = found instanceof Moved ? found.buffers : [];
      port.postMessage({ answer: id, value } satisfies Message, { transfer: give });
    } catch (error) {
      port.postMessage({ answer: id, fault: faults.pack(error) } satisfies Message, NONE);
    } finally {
      running.delete(id);
    }
  };
  const settle = (message: Extract<Message, { answer: number }>) => {
    const asked = pending.get(message.answer);
    pending.delete(message.answer);
    if ('fault' in message) asked?.reject(faults.unpack(message.fault));
    else asked?.resolve(message.value);
  };
  port.addEventListener('message', ({ data }: MessageEvent<Message>) => {
    if ('call' in data) void answer(data.call, data.name, data.args);
    else if ('stop' in data) running.get(data.stop)?.abort();
    else settle(data);
  });
  return {
    call<T>(name: string, args: readonly unknown[], how: CallOptions = {}) {
      const { signal, isStoppedThere = false, give = [] } = how;
      if (ended) return Promise.reject(ended.error);
      if (signal?.aborted) return Promise.reject(signal.reason);
      const id = ++lastId;
      const stop = () => {
        port.postMessage({ stop: id } satisfies Message, NONE);
        if (isStoppedThere) return;
        pending.get(id)?.reject(signal?.reason);
        pending.delete(id);
      };
      signal?.addEventListener('abort', stop, { once: true });
      const found = new Promise<unknown>((resolve, reject) => {
        pending.set(id, { resolve, reject });
        port.postMessage({ call: id, name, args } satisfies Message, { transfer: give });
      });
      return found.finally(() => signal?.removeEventListener('abort', stop)) as Promise<T>;
    },
    end(error) {
      ended ??= { error };
      for (const { reject } of pending.values()) reject(error);
      pending.clear();
    },
  };
}
