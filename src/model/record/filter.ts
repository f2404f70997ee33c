/** The grammar of filters of records: conditions joined by ` & `. */
import type { Condition, ConditionTest } from './definition.ts';

/**
 * Reads `channel = online & resolved_on <= due_on & rating = good|very_good & due_on given`.
 *
 * @throws SyntaxError `invalid filter: "…"`
 */
export function parseFilter(text: string): Condition[] {
  const parts = text.split('&').map((part) => part.trim());
  if (parts.length === 1 && parts[0] === '') return [];
  return parts.map((part) => {
    const found =
      /^([a-z][a-z0-9_]*)\s*(?:(<>|<=|>=|=|<|>)\s*([a-z][a-z0-9_]*(?:\|[a-z][a-z0-9_]*)*)|\s(given|missing))$/.exec(
        part,
      );
    if (!found) throw new SyntaxError(`invalid filter: ${JSON.stringify(text)}`);
    const [, column = '', test, to = '', alone] = found;
    return {
      column,
      test: (test ?? alone) as ConditionTest,
      to: to === '' ? [] : to.split('|'),
    };
  });
}
