/** How far loading has come. */
export interface Progress {
  readonly stage: 'engine' | 'package' | 'starting' | 'preparing';
  readonly bytes: number;
  /** 0 when not known. */
  readonly total: number;
}

export function stage(name: Progress['stage'], bytes = 0, total = 0): Progress {
  return { stage: name, bytes, total };
}
