/**
 * Which figures mean something else once a unit changes status: poverty is measured by an income line of its own in
 * towns (phường, thị trấn), so a xã that becomes a phường is measured anew.
 */

const BY_INCOME_LINE = [
  'households_poor',
  'households_near_poor',
  'poor_household_rate',
  'near_poor_household_rate',
];

const URBAN = ['phường', 'thị trấn'];

/** Whether figures of a subject from before and after a change of kind are of two definitions. */
export function definitionMoves(subject: string, kindBefore: string, kindAfter: string): boolean {
  if (!BY_INCOME_LINE.includes(subject) || !kindBefore || !kindAfter) return false;
  return isUrban(kindBefore) !== isUrban(kindAfter);
}

function isUrban(kind: string): boolean {
  return URBAN.includes(kind.normalize('NFC').toLowerCase());
}
