/** Rows of a unit's standing with what calls for attention in them, and their columns. */
import type { Subject } from '../../model/catalogue.ts';
import { type Dataset, subjectOf } from '../../model/dataset.ts';
import { groupBy } from '../../model/group.ts';
import { reaches } from '../../model/statistics/reference.ts';
import type { Reason } from '../../model/visit/reason.ts';
import { urgency } from '../../model/visit/urgency.ts';
import type { StandingAnswer, StandingRow } from '../../question/standing.ts';

/** A row with what it is about and what calls for attention in it. */
export interface Standing extends StandingRow {
  readonly subject: Subject;
  readonly reasons: readonly Reason[];
  /** Against its target; null where that cannot be said. */
  readonly isMet: boolean | null;
}

/** Columns that may have nothing in them, and are then left out. */
const OPTIONAL = ['target', 'before', 'group', 'rank', 'place', 'trend'] as const;
export type OptionalColumn = (typeof OPTIONAL)[number];

const IS_USED: Readonly<Record<OptionalColumn, (row: Standing) => boolean>> = {
  target: ({ target }) => target !== null,
  before: ({ before }) => before !== null,
  group: ({ group }) => group !== null,
  rank: ({ group }) => group !== null && group.rank !== null,
  place: ({ group }) => group !== null,
  trend: ({ past }) => past.length > 2,
};

/** The columns in which some row has something. */
export function usedColumns(rows: readonly Standing[]): OptionalColumn[] {
  return OPTIONAL.filter((column) => rows.some(IS_USED[column]));
}

/** Drawings stand at the left of their column, numbers at the right. */
export function isDrawn(column: OptionalColumn): boolean {
  return column === 'place' || column === 'trend';
}

/** Groups of the catalogue, those with the strongest alarm first, and so their rows. */
export function groupsOf(data: Dataset, { rows, reasons }: StandingAnswer): [string, Standing[]][] {
  const all = rows.flatMap((row): Standing[] => {
    const subject = subjectOf(data, row.figure.subject);
    if (!subject || row.figure.value === null) return [];
    const own = reasons.filter((reason) => reason.subject === subject.id);
    return [{ ...row, subject, reasons: own, isMet: reaches(subject, row.figure, row.target) }];
  });
  const groups = [...groupBy(all, ({ subject }) => subject.group)];
  const urgencyOf = (row: Standing) => urgency(row.figure, row.reasons, row.isMet);
  const urgencies = (own: readonly Standing[]) => Math.max(...own.map(urgencyOf));
  for (const [, own] of groups) own.sort((a, b) => urgencyOf(b) - urgencyOf(a));
  return groups.sort((a, b) => urgencies(b[1]) - urgencies(a[1]));
}
