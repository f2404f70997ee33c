/** The answers of a mapping that was kept, as far as they mean something in the package that is open now. */
import { type Dataset, subjectOf } from '../model/dataset.ts';
import { type Answers, IGNORE, type Mapping } from './answers.ts';
import { isRole } from './recognise/meaning.ts';
import { KEEP } from './records/match.ts';

/** What names a unit, measure or column that is neither there nor declared is asked again. */
export function answersKnown({ answers, declared }: Mapping, data: Dataset): Answers {
  const units = new Set(declared.units.map(({ unit }) => unit));
  const subjects = new Set([
    ...declared.measures.map(({ measure }) => measure),
    ...declared.indicators.map(({ indicator }) => indicator),
  ]);
  const isSubject = (id: string) => subjects.has(id) || subjectOf(data, id) !== null;
  const columns = new Set(
    [...data.records.values()].flatMap((record) => record.columns.map(({ column }) => column)),
  );
  const isColumn = (id: string) => isSubject(id) || isRole(id) || columns.has(id) || id === KEEP;
  const isUnit = (id: string) => units.has(id) || data.units.has(id);
  const known: Record<string, (id: string) => boolean> = {
    ...{ name: isUnit, subject: isSubject, column: isColumn },
  };
  return Object.fromEntries(
    Object.entries(answers).filter(([key, id]) => {
      const [kind = ''] = key.split(' ');
      return id === IGNORE || (known[kind]?.(id) ?? true);
    }),
  );
}
