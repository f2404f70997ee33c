/** Tables that say everything in the package's own words, as its entry forms do: nothing in them is to be mapped. */
import { type Dataset, subjectOf } from '../../model/dataset.ts';
import { textOf } from '../sheet.ts';
import type { Understood } from '../understand.ts';

/** Whether every row names its measure by its id, beside one column of values. */
export function isOwn({ sheet, layout, meanings }: Understood, data: Dataset): boolean {
  const columns = (role: string) =>
    layout.columns.filter(({ at }) => {
      const meaning = meanings.get(at);
      return meaning?.kind === 'labels' && meaning.role === role;
    });
  const [subject] = columns('subject');
  if (!subject || columns('value').length !== 1) return false;
  const rows = sheet.rows.slice(layout.body.first, layout.body.last + 1);
  return rows
    .map((row) => textOf(row[subject.at]))
    .every((text) => text === '' || subjectOf(data, text) !== null);
}
