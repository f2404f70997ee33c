/** What was done about issues: those of the package, and those made on this computer since. */
import type { Decision } from '../model/catalogue.ts';
import { csvText } from './csv.ts';

export const DECISIONS = ['sent', 'corrected', 'accepted'] as const;
export type DecisionKind = (typeof DECISIONS)[number];

/** By issue id; what was decided here stands over what the package says, '' takes it back. */
export function mergeDecisions(
  packaged: readonly Decision[],
  here: readonly Decision[],
): ReadonlyMap<string, Decision> {
  const all = new Map([...packaged, ...here].map((item) => [item.issue, item]));
  return new Map([...all].filter(([, item]) => item.decision !== ''));
}

/** The resource `decisions` of a package (docs/package.md). */
export function decisionsCsv(decisions: Iterable<Decision>): string {
  const rows = [...decisions].map(({ issue, decision, on, note }) => ({
    issue,
    decision,
    on,
    note,
  }));
  return csvText(['issue', 'decision', 'on', 'note'], rows);
}

/** Reads what was kept on this computer; anything else than a list of decisions is nothing. */
export function parseDecisions(text: string | null): Decision[] {
  try {
    const list: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(list) ? list.filter(isDecision) : [];
  } catch {
    return [];
  }
}

function isDecision(item: unknown): item is Decision {
  const fields = ['issue', 'decision', 'on', 'note'] as const;
  return (
    typeof item === 'object' &&
    item !== null &&
    fields.every((field) => typeof (item as Record<string, unknown>)[field] === 'string')
  );
}
