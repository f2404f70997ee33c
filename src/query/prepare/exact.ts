/** Which cells may be added up: conditions that numbers and checks share. */

/** A number that is known exactly and agreed: no bound ("hơn 21"), no two statements that differ. */
export function exact(alias: string): string {
  return `${alias}.value IS NOT NULL AND ${alias}.bound = '' AND NOT ${alias}.conflict`;
}

/** An exact number that stands in a document, not one that follows from others. */
export function exactlyStated(alias: string): string {
  return `${exact(alias)} AND NOT ${alias}.derived`;
}

/** Flows `c` of results with their period `p`. */
export const RESULT_FLOWS = `cell c
JOIN period p ON p.period = c.period
JOIN measure m ON m.measure = c.measure AND m.temporal = 'flow' AND c.kind = ''`;
