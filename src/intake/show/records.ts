/** What the screens show of a file of records: what each column is, and what it came to. */
import type { Dataset } from '../../model/dataset.ts';
import type { RecordDefinition } from '../../model/record/definition.ts';
import { cut } from '../../model/writing/outside.ts';
import type { Coverage } from '../../record/coverage.ts';
import type { Answers, Row } from '../answers.ts';
import { newCategories } from '../records/ask.ts';
import type { RecordHeading } from '../records/match.ts';
import type { Reckoned } from '../records/reckon.ts';
import { type Sheet, textOf } from '../sheet.ts';
import type { UnderstoodRecords } from '../understand.ts';

export interface RecordsShown {
  readonly at: number;
  readonly sheet: Pick<Sheet, 'file' | 'name' | 'encoding' | 'delimiter'>;
  readonly rows: number;
  readonly isMonthFirst: boolean;
  readonly definition: RecordDefinition;
  /** The line of the header. */
  readonly header: number;
  readonly columns: readonly (RecordHeading & { readonly example: string })[];
  /** Categories that it brings along. */
  readonly brought: readonly Row[];
  /** Null before they are counted. */
  readonly reckoned: ReckonedShown | null;
}

export interface ReckonedShown {
  readonly records: number;
  readonly figures: number;
  readonly coverage: Coverage | null;
  readonly span: Coverage | null;
  readonly hasEarlier: boolean;
}

const CELL = 200;

export function showRecords(
  found: UnderstoodRecords,
  reckoned: Reckoned | undefined,
  answers: Answers,
  data: Dataset,
): RecordsShown {
  const { at, reading, layout } = found;
  const { file, name, encoding, delimiter, rows } = reading.file.sheet;
  const below = rows.slice(layout.header + 1, layout.header + 1 + LOOK);
  const exampleIn = (column: number) =>
    below.map((row) => textOf(row[column])).find((text) => text !== '') ?? '';
  return {
    at,
    sheet: { file, name, encoding, delimiter },
    rows: reading.profile.rows,
    isMonthFirst: found.isMonthFirst,
    definition: layout.definition,
    header: layout.header + 1,
    columns: layout.columns.map((heading) => ({
      ...heading,
      example: cut(exampleIn(heading.at), CELL),
    })),
    brought: newCategories(found, answers, data),
    reckoned: reckoned ? showReckoned(reckoned) : null,
  };
}

/** Rows looked at for an example. */
const LOOK = 1000;

function showReckoned({ records, drafts, coverage, span, hasEarlier }: Reckoned): ReckonedShown {
  return { records, figures: drafts.length, coverage, span, hasEarlier };
}
