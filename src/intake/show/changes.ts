/** What the screens show of what an import does to the package: how many of each kind, by document and by measure. */
import { groupBy } from '../../model/group.ts';
import type { Change, ChangeKind } from '../keep/merge.ts';
import type { NewSource } from '../keep/package.ts';

export type ChangeCounts = Readonly<Record<ChangeKind, number>>;

export interface ChangesShown {
  readonly counts: ChangeCounts;
  /** Those that replace or take away figures first. */
  readonly documents: readonly DocumentChanges[];
  /** Documents that are not shown. */
  readonly moreDocuments: number;
  /** What the new documents are called, by their ids. */
  readonly names: ReadonlyMap<string, string>;
  /** The answers by which somebody says when they were signed; none of what was counted from records. */
  readonly signedKeys: ReadonlyMap<string, string>;
}

export interface DocumentChanges {
  readonly source: string;
  readonly counts: ChangeCounts;
  readonly measures: readonly MeasureChanges[];
}

export interface MeasureChanges {
  readonly measure: string;
  readonly counts: ChangeCounts;
  /** The first of them, without what stays as it is; how many there are. */
  readonly told: readonly Change[];
  readonly toldCount: number;
}

const DOCUMENTS = 40;
const TOLD = 30;

export function showChanges(
  changes: readonly Change[],
  sources: readonly Pick<NewSource, 'source' | 'file'>[],
  signedKeys: ChangesShown['signedKeys'] = new Map(),
): ChangesShown {
  const documents = [...groupBy(changes, documentOf)].map(
    ([source, own]): DocumentChanges => ({
      ...{ source, counts: countsOf(own) },
      measures: byWeight([...groupBy(own, ({ measure }) => measure)].map(measureChanges)),
    }),
  );
  return {
    counts: countsOf(changes),
    documents: byWeight(documents).slice(0, DOCUMENTS),
    moreDocuments: Math.max(0, documents.length - DOCUMENTS),
    signedKeys,
    names: new Map(sources.map(({ source, file }) => [source, file])),
  };
}

/** The one that says it now; of what is withdrawn the one that said it. */
function documentOf({ sourceAfter, sourceBefore }: Change): string {
  return sourceAfter || sourceBefore;
}

function measureChanges([measure, changes]: [string, readonly Change[]]): MeasureChanges {
  const told = changes.filter(({ kind }) => kind !== 'unchanged');
  const ordered = [...told].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
  return {
    ...{ measure, counts: countsOf(changes) },
    told: ordered.slice(0, TOLD),
    toldCount: told.length,
  };
}

function countsOf(changes: readonly Change[]): ChangeCounts {
  const counts = { added: 0, changed: 0, unchanged: 0, withdrawn: 0 };
  for (const { kind } of changes) counts[kind] += 1;
  return counts;
}

const ORDER: readonly ChangeKind[] = ['withdrawn', 'changed', 'added', 'unchanged'];

/** What is lost or replaced is looked at first; else the order of the files stays. */
function byWeight<T extends { readonly counts: ChangeCounts }>(items: readonly T[]): T[] {
  const lost = ({ counts }: T) => counts.withdrawn + counts.changed;
  return [...items].sort((a, b) => Number(lost(b) > 0) - Number(lost(a) > 0));
}
