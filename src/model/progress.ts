/** How far loading has come. */
export interface Progress {
  readonly stage: 'engine' | 'package' | 'starting' | 'preparing';
  readonly bytes: number;
  /** 0 when not known. */
  readonly total: number;
}
