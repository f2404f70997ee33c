/** What stops an aggregation: told in one sentence with what to do, and nothing half made looks finished. */

export type FaultKind =
  | 'options'
  | 'definition'
  | 'away'
  | 'slow'
  | 'login'
  | 'cut'
  | 'server'
  | 'memory'
  | 'table'
  | 'column'
  | 'unknown'
  | 'twice'
  | 'changed'
  | 'locked'
  | 'disk'
  | 'stopped';

export class AggregationError extends Error {
  readonly kind: FaultKind;

  constructor(kind: FaultKind, message: string, options: ErrorOptions = {}) {
    super(message, options);
    this.name = 'AggregationError';
    this.kind = kind;
  }
}

const FULL: readonly string[] = ['ENOSPC', 'EDQUOT', 'EFBIG'];

/** Work on files, whose faults are told by what they mean. */
export async function onDisk<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof AggregationError) throw cause;
    const { code = '', message } = cause as NodeJS.ErrnoException;
    const why = FULL.includes(code) ? 'the disk is full; make room and run again' : message;
    throw new AggregationError('disk', `${path}: ${why}`, { cause });
  }
}
