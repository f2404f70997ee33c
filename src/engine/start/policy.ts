/** What a server's Content-Security-Policy forbids: it shows nowhere but in an event of the page. */
import { EngineError } from '../engine.ts';

/** Rules without which nothing can start. */
const NEEDED = ['worker-src', 'connect-src', 'script-src'];

export interface PolicyWatch {
  /** The rule that was broken since, as an error; null where none was. */
  broken(): EngineError | null;
  end(): void;
}

/** Watches from now on; outside of a page nothing is forbidden. */
export function watchPolicy(): PolicyWatch {
  let error: EngineError | null = null;
  const onViolation = ({ effectiveDirective, blockedURI }: SecurityPolicyViolationEvent) => {
    const rule = NEEDED.find((name) => effectiveDirective.startsWith(name));
    const isOurs = /engine\/|assets\/|^blob/.test(blockedURI);
    if (rule && isOurs) error ??= new EngineError('policy', rule, { file: fileIn(blockedURI) });
  };
  globalThis.document?.addEventListener('securitypolicyviolation', onViolation);
  return {
    broken: () => error,
    end: () => globalThis.document?.removeEventListener('securitypolicyviolation', onViolation),
  };
}

/** "engine/duckdb.worker.js", without the site's own address. */
function fileIn(uri: string): string {
  return /(?:engine|assets)\/[^?#]+/.exec(uri)?.[0] ?? '';
}
