/** What holds for a whole sheet: answered, or said by its title, its name, the text below, the file's name. */
import { isPartOfYear, readPartOfYear, readSaidPeriod } from '../../model/time/said-period.ts';
import { nameKey } from '../../model/writing/fold.ts';
import { type Place, yearIn } from '../recognise/meaning.ts';
import type { Vocabulary } from '../recognise/vocabulary.ts';
import { type Reading, sheetKey } from './work.ts';

/** What holds for the whole sheet: answered, or said by title, sheet name or file name. */
export function givenFor({ sheet, layout, vocabulary, answers }: Reading): Place {
  const texts = [...layout.title, sheet.name, ...layout.foot, sheet.file.replace(/\.\w+$/, '')];
  const period =
    answers[`period ${sheetKey(sheet)}`] ??
    firstOf(texts, (text) => readSaidPeriod(text) ?? partIn(text, texts));
  const unit = answers[`unit ${sheetKey(sheet)}`] ?? unitIn(texts, vocabulary);
  const measure = firstOf([...layout.title, sheet.name], (text) => {
    const found = vocabulary.subject(text);
    return found.kind === 'sure' ? found.id : null;
  });
  return {
    ...(period ? { period } : {}),
    ...(unit ? { unit } : {}),
    ...(measure ? { measure } : {}),
  };
}

function partIn(text: string, texts: readonly string[]): string | null {
  const year = yearIn(texts);
  return year && isPartOfYear(text) ? readPartOfYear(text, year) : null;
}

function firstOf<T>(texts: readonly string[], read: (text: string) => T | null): T | null {
  for (const text of texts) {
    const found = read(text);
    if (found) return found;
  }
  return null;
}

/** The one unit whose whole name, with the word for its kind, stands in a title; the lowest where one is inside another. */
export function unitIn(texts: readonly string[], { data }: Vocabulary): string | null {
  const names = data.units.ids.flatMap((id) =>
    data.units.states(id).map((state) => [` ${nameKey(state.name)} `, id] as const),
  );
  for (const text of texts) {
    const padded = ` ${nameKey(text)} `;
    const found = new Set(names.filter(([name]) => padded.includes(name)).map(([, id]) => id));
    const lowest = [...found].filter(
      (id) => ![...found].some((other) => data.units.ancestors(other).includes(id)),
    );
    if (lowest.length === 1) return lowest[0] ?? null;
  }
  return null;
}
