/**
 * Small counts of small places: counts below a limit are not published, and neither is enough of what stands
 * beside them for a reader to work them out (primary and complementary cell suppression, as in statistical
 * disclosure control).
 */

export interface SuppressibleCell {
  readonly id: number;
  readonly value: number;
  /** Counts 1…limit−1 are hidden; null = no limit of its own. */
  readonly limit: number | null;
  /** False for what is always published: it cannot be hidden for another's sake. */
  readonly hideable: boolean;
}

/** Cells of which one follows from the others: a total and its parts, in any order. */
export type Equation = readonly number[];

/**
 * Ids to hide: those below their limit, then, as long as some equation has exactly one hidden member, the
 * smallest other member that can be hidden (zero last: it says least about the rest).
 */
export function hiddenCells(
  cells: readonly SuppressibleCell[],
  equations: readonly Equation[],
): ReadonlySet<number> {
  const byId = new Map(cells.map((cell) => [cell.id, cell]));
  const hidden = new Set(cells.filter(isSmall).map((cell) => cell.id));
  for (let grew = hidden.size > 0; grew; ) {
    grew = false;
    for (const equation of equations) {
      const open = equation.filter((id) => !hidden.has(id));
      if (open.length !== equation.length - 1) continue;
      const next = open
        .flatMap((id) => byId.get(id) ?? [])
        .filter((cell) => cell.hideable)
        .sort((a, b) => Number(a.value === 0) - Number(b.value === 0) || a.value - b.value)[0];
      if (!next) continue;
      hidden.add(next.id);
      grew = true;
    }
  }
  return hidden;
}

function isSmall({ value, limit, hideable }: SuppressibleCell): boolean {
  return hideable && limit !== null && value > 0 && value < limit;
}
