/** How much memory the parts of a run take. */
import type { ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** Watches the WebAssembly memories that this process makes from now on. */
export function watchWasmMemory(): { bytes(): number; end(): void } {
  const Memory = WebAssembly.Memory;
  const memories: WebAssembly.Memory[] = [];
  WebAssembly.Memory = class extends Memory {
    constructor(descriptor: WebAssembly.MemoryDescriptor) {
      super(descriptor);
      memories.push(this);
    }
  };
  return {
    /** A WebAssembly memory never shrinks: this is the most there ever was. */
    bytes: () => Math.max(0, ...memories.map(({ buffer }) => buffer.byteLength)),
    end() {
      WebAssembly.Memory = Memory;
    },
  };
}

/** The most that a process has held, by the last look at it. */
export function watchPeak({ pid }: ChildProcess): () => number {
  let peak = 0;
  const timer = setInterval(() => {
    try {
      const status = readFileSync(`/proc/${pid}/status`, 'utf8');
      const held = Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) * 1024;
      peak = Math.max(peak, held);
    } catch {
      // it has ended
    }
  }, 100);
  return () => {
    clearInterval(timer);
    return peak;
  };
}

/** Most memory ever resident in one renderer started by this process; null where /proc does not tell. */
export function rendererPeakBytes(): number | null {
  return mostOf('VmHWM');
}

/** Memory resident now in the largest renderer started by this process. */
export function rendererBytes(): number | null {
  return mostOf('VmRSS');
}

function mostOf(name: string): number | null {
  try {
    const processes = readdirSync('/proc').filter((entry) => /^\d+$/.test(entry));
    const ours = processes.filter(
      (pid) => commandLine(pid).includes('--type=renderer') && isOurs(pid),
    );
    return Math.max(0, ...ours.map((pid) => kilobytes(pid, name) * 1024)) || null;
  } catch {
    return null;
  }
}

function isOurs(pid: string): boolean {
  for (let at = pid; at !== '0' && at !== ''; at = parentOf(at)) {
    if (at === String(process.pid)) return true;
  }
  return false;
}

function parentOf(pid: string): string {
  return field(pid, 'PPid') || '0';
}

function kilobytes(pid: string, name: string): number {
  return Number(field(pid, name).replace(/\D+$/, ''));
}

function field(pid: string, name: string): string {
  return new RegExp(`^${name}:\\s*(.*)$`, 'm').exec(read(`/proc/${pid}/status`))?.[1] ?? '';
}

function commandLine(pid: string): string {
  return read(`/proc/${pid}/cmdline`);
}

/** A process may end while it is looked at. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
