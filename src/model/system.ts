/** What a computer, a server and a package are like, as far as it matters whether the site can work. */

export type CheckName =
  | 'browser'
  | 'wasm'
  | 'worker'
  | 'gunzip'
  | 'storage'
  | 'clipboard'
  | 'memory'
  | 'engine'
  | 'script'
  | 'policy'
  | 'config'
  | 'descriptor'
  | 'file';

/** One line of the system screen. */
export interface SystemCheck {
  readonly name: CheckName;
  /** `note`: works, with something less. */
  readonly state: 'ok' | 'note' | 'bad';
  /** What was looked at: a file, a number, a version. */
  readonly about: string;
  readonly found: string;
}
