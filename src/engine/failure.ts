/** Tells a statement that fails from an engine that is broken. */

import { EngineError } from './engine.ts';
import { aborted } from './queue.ts';

/**
 * Names what DuckDB-WASM threw: `sql` for an error of DuckDB, `dead` for anything else.
 *
 * After a trap (`RuntimeError`), a stack overflow or failed allocation (`RangeError`), or a C++ exception that
 * nothing caught (no `Error` at all), the module's memory is in an unknown state.
 */
export function statementError(cause: unknown): EngineError {
  if (cause instanceof EngineError) return cause;
  const { name, message }: Partial<Error> = Object(cause);
  if (name === 'AbortError') return aborted(); // given up by whoever asked: the module is as it was
  if (name !== 'Error' || !message) {
    return new EngineError('dead', `engine broke: ${name ?? ''} ${message ?? cause}`, { cause });
  }
  return new EngineError('sql', readable(message), { cause });
}

/** Some errors come as JSON, some with the binding's own words in front. */
function readable(message: string): string {
  const text = message.replace(/^Unexpected StatusCode from \w+ \(\d+\).*? error as/s, '');
  try {
    const { exception_type: type, exception_message: said } = JSON.parse(text);
    return `${type} Error: ${said}`;
  } catch {
    return text;
  }
}
