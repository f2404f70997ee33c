/** Texts beside each other in one line, each as near to its place as the others and the line's ends let it. */

interface Wanted {
  /** Where it belongs. */
  readonly at: number;
  readonly width: number;
}

/**
 * @param texts by their place, from left to right
 * @returns the middle of each, its place always under it; null of one for which there is no such room
 */
export function textMiddles(
  texts: readonly Wanted[],
  { from, to }: { readonly from: number; readonly to: number },
): (number | null)[] {
  let most = to;
  const pushed = [...texts].reverse().map(({ at, width }) => {
    const middle = Math.min(most - width / 2, Math.max(from + width / 2, at));
    const isUnder = middle + width / 2 >= at;
    if (isUnder) most = middle - width / 2 - GAP;
    return isUnder ? middle : null;
  });
  let taken = from;
  return pushed.reverse().map((middle, index) => {
    const half = (texts[index]?.width ?? 0) / 2;
    if (middle === null || middle - half < taken) return null;
    taken = middle + half + GAP;
    return middle;
  });
}

/** Between two texts. */
const GAP = 6;
