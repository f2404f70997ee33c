/** When nothing can be shown: what happened, in which file, and what to do. */

import type { EngineFault } from '../../engine/engine.ts';
import type { Problem } from '../../model/problem.ts';
import { cut, visible } from '../../model/writing/outside.ts';
import { words } from '../../text/words.ts';
import { useReady } from '../part/ready.ts';
import { ProblemTable } from './notices.tsx';

/** So many problems are told in sentences; more go into a table as well. */
const SPELLED_OUT = 3;

export function FailureView({
  problems,
  fault,
  message,
  file,
  status,
  onRetry,
  onDefault,
  onImport,
}: {
  readonly problems: readonly Problem[];
  readonly fault: EngineFault | null;
  readonly message: string;
  /** The software's own file that is at fault, or ''; and the server's answer for it (0: none). */
  readonly file: string;
  readonly status: number;
  readonly onRetry: () => void;
  /** Null when the default package is the one that failed. */
  readonly onDefault: (() => void) | null;
  /** To the import, which needs no package; null where it cannot work either, or is there. */
  readonly onImport: (() => void) | null;
}) {
  useReady('error');
  return (
    <section className="failure" role="alert">
      <h1>{words.failure.heading}</h1>
      {problems.length > 0 ? (
        <Problems problems={problems} />
      ) : (
        <p>
          {file && (
            <>
              <strong>{file}</strong>:{' '}
            </>
          )}
          {faultText(fault, { message, file, status })}
        </p>
      )}
      <div className="actions">
        <button type="button" className="button" onClick={onRetry}>
          {words.failure.retry}
        </button>
        {onDefault && (
          <button type="button" className="button" onClick={onDefault}>
            {words.failure.openDefault}
          </button>
        )}
        {onImport && (
          <button type="button" className="button" onClick={onImport}>
            {words.failure.importAlone}
          </button>
        )}
      </div>
    </section>
  );
}

/** The first in sentences, of many all in a table too. */
function Problems({ problems }: { readonly problems: readonly Problem[] }) {
  return (
    <>
      {problems.slice(0, SPELLED_OUT).map((problem) => (
        <p key={`${problem.code} ${problem.file} ${problem.line} ${problem.column}`}>
          <strong>{problem.file}</strong>
          {problem.line ? `, ${words.notice.line.toLowerCase()} ${problem.line}` : ''}
          {': '}
          {words.problem.what(problem)} {words.problem.remedy(problem)}
        </p>
      ))}
      {problems.length > SPELLED_OUT && <ProblemTable problems={problems} />}
    </>
  );
}

interface Fault {
  readonly message: string;
  readonly file: string;
  readonly status: number;
}

function faultText(fault: EngineFault | null, { message, file, status }: Fault): string {
  switch (fault) {
    case 'fetch':
      return fetchText(status);
    case 'script':
      return words.failure.engineScript;
    case 'not-wasm':
      return words.failure.engineNotWasm;
    case 'policy':
      return words.failure.enginePolicy(cut(visible(message), MESSAGE_LENGTH));
    case 'instantiate':
      return file ? words.failure.engineDamaged : words.failure.engineInstantiate;
    case 'timeout':
      return words.failure.engineTimeout;
    case 'dead':
      return words.failure.engineDead;
    default:
      return words.failure.query(cut(visible(message), MESSAGE_LENGTH));
  }
}

const MESSAGE_LENGTH = 500;

/** 200 is an answer as well: a page in place of the file. */
function fetchText(status: number): string {
  if (status === 401 || status === 407) return words.failure.engineLogin;
  if (status === 403) return words.failure.engineForbidden;
  if (status >= 500) return words.failure.engineServer;
  const isMissing = status === 200 || (status >= 400 && status < 500);
  return isMissing ? words.failure.engineMissing : words.failure.engineFetch;
}
