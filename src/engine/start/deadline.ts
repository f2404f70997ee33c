/** Deadlines of the engine's start: too late and stopped are errors of the engine. */
import type { DeadlineErrors } from '../../net/deadline.ts';
import { EngineError } from '../engine.ts';
import { aborted } from '../queue.ts';

/** `what` was waited for. */
export function engineErrors(what: string): DeadlineErrors {
  return { late: (ms) => new EngineError('timeout', `${what} after ${ms} ms`), aborted };
}
