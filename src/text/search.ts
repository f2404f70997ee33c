/** What a reader searches for in a comparison. */
import type { Dataset } from '../model/dataset.ts';
import { matchesSearch } from '../model/writing/fold.ts';
import type { CompareGroup, CompareRow } from '../question/compare.ts';

/** Groups whose units match, by name, alias or code; a group without rows goes. */
export function searchGroups(
  data: Dataset,
  groups: readonly CompareGroup[],
  query: string,
): CompareGroup[] {
  if (!query) return [...groups];
  const found = ({ figure }: CompareRow) => {
    const { name, aliases, code } = data.units.at(figure.unit);
    return matchesSearch(query, [name, ...aliases, code]);
  };
  return groups
    .map((group) => ({ ...group, rows: group.rows.filter(found) }))
    .filter((group) => group.rows.length > 0);
}
