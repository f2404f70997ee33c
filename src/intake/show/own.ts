/** The package's own entry forms: every row names its measure by name and id, so nothing is to be mapped. */
import type { Dataset } from '../../model/dataset.ts';
import { textOf } from '../sheet.ts';
import type { Understood } from '../understand.ts';

/** Whether a table has one column of values, one of ids, and one of the names that go with them. */
export function isOwnForm({ sheet, layout, meanings }: Understood, data: Dataset): boolean {
  const columns = (role: string) =>
    layout.columns.filter(({ at }) => {
      const meaning = meanings.get(at);
      return meaning?.kind === 'labels' && meaning.role === role;
    });
  const [subject] = columns('subject');
  if (!subject || columns('value').length !== 1) return false;
  const rows = sheet.rows
    .slice(layout.body.first, layout.body.last + 1)
    .filter((row) => textOf(row[subject.at]) !== '');
  const isNamed = (at: number) =>
    rows.every((row) => namesOf(data, textOf(row[subject.at])).includes(textOf(row[at])));
  return columns('ignored').some(({ at }) => isNamed(at));
}

/** In both languages; none of what is no id. */
function namesOf({ measures, indicators }: Dataset, id: string): readonly string[] {
  const { name, nameEn } = measures.get(id) ?? indicators.get(id) ?? { name: '', nameEn: '' };
  return [name, nameEn].filter(Boolean);
}
