/** Why a file could not be had: said by whoever fetches it. */

/** Why a file could not be had. */
export type FileFaultCode =
  | 'file-not-found'
  | 'file-page'
  | 'file-login'
  | 'file-forbidden'
  | 'file-server'
  | 'file-size'
  | 'file-network';

/** A file that could not be had: it is not there, may not be read, or the network failed. */
export class FileFault extends Error {
  readonly code: FileFaultCode;

  constructor(code: FileFaultCode, message: string) {
    super(message);
    this.name = 'FileFault';
    this.code = code;
  }
}
