/** What the screens show of the checks of a planned package: what they find in the new figures, and in which cells. */
import { type Dataset, subjectOf } from '../../model/dataset.ts';
import { groupBy } from '../../model/group.ts';
import type { Issue } from '../../model/issue.ts';
import type { OverruledAnswer, Statement } from '../../model/statement.ts';
import { parsePeriod } from '../../model/time/period.ts';
import { cut } from '../../model/writing/outside.ts';
import { type Draft, draftKey } from '../shape/draft.ts';
import { cellKey, textOf } from '../sheet.ts';
import { type Said, tableAt, type Understanding } from '../understand.ts';
import { type CellPlace, placeOf } from './place.ts';

/** What the checks find. */
export interface Found {
  readonly data: Dataset;
  /** The most serious first, up to `MOST_SHOWN`; how many there are in all. */
  readonly issues: readonly Issue[];
  readonly issueCount: number;
  /** What the new documents state and is not shown, for another document's statement stands. */
  readonly overruled: OverruledAnswer;
}

export interface FoundShown extends Found {
  /** By the id of an issue: the figures that take part in it, those of the files first. */
  readonly parts: ReadonlyMap<string, readonly FoundPart[]>;
}

type Stated = Pick<
  Statement,
  'unit' | 'period' | 'measure' | 'breakdown' | 'category' | 'value' | 'source' | 'locator'
>;

/** One figure that takes part. */
export interface FoundPart extends Stated {
  readonly key: string;
  /** Where it can be mended; null where it stands in the package already, or was counted from records. */
  readonly cell: FoundCell | null;
}

export interface FoundCell extends CellPlace {
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
  /** The cell's own text, or what somebody put in its place. */
  readonly text: string;
}

export const MOST_SHOWN = 12;

/** Parts of one issue: sums over many units have more than anybody reads. */
const PARTS = 16;
const TEXT = 200;

/** What was planned, and what of it a check found. */
export interface Planned extends Pick<Said, 'fixes'> {
  readonly understanding: Understanding;
  readonly drafts: readonly Draft[];
  /** The document that each table becomes. */
  readonly sources: readonly string[];
}

/** Adds to what was found in which cells of the files it stands. */
export function showFound(found: Found, planned: Planned | null): FoundShown {
  if (!planned || found.issues.length === 0) return { ...found, parts: new Map() };
  const { drafts, sources } = planned;
  const byKey = new Map(
    drafts.map((draft): [string, Draft] => [`${sources[draft.sheet]}~${keyIn(draft)}`, draft]),
  );
  const byUnit = groupBy(drafts, ({ unit }) => unit);
  const partOf = (stated: Stated & Parameters<typeof draftKey>[0]): FoundPart => {
    const { unit, period, measure, breakdown, category, value, source, locator } = stated;
    const key = `${source}~${keyIn(stated)}`;
    const draft = byKey.get(key);
    return {
      ...{ key, unit, period, measure, breakdown, category, value, source, locator },
      cell: draft ? cellOf(draft, planned) : null,
    };
  };
  const partsOf = (issue: Issue) => {
    const stated =
      issue.statements.length > 0
        ? issue.statements
        : operandsIn(found.data, issue, byUnit.get(issue.unit) ?? [], sources);
    const parts = new Map(stated.map(partOf).map((part) => [part.key, part]));
    const all = [...parts.values()];
    return [...all.filter(({ cell }) => cell), ...all.filter(({ cell }) => !cell)].slice(0, PARTS);
  };
  const parts = new Map(found.issues.map((issue) => [issue.id, partsOf(issue)]));
  const issues = eachOnce(found.issues, parts);
  const issueCount = found.issueCount - (found.issues.length - issues.length);
  return { ...found, issues, issueCount, parts };
}

/** Two rules that find the same of the same figures are told once. */
function eachOnce(issues: readonly Issue[], parts: FoundShown['parts']): Issue[] {
  const byWhat = new Map<string, Issue>();
  for (const issue of issues) {
    const { id, code, subject, unit, period, category, expected, found } = issue;
    const keys = (parts.get(id) ?? []).map(({ key }) => key);
    const what = JSON.stringify([code, subject, unit, period, category, expected, found, keys]);
    if (keys.length === 0 || !byWhat.has(what)) byWhat.set(keys.length === 0 ? id : what, issue);
  }
  return [...byWhat.values()];
}

function keyIn(stated: Parameters<typeof draftKey>[0]): string {
  return draftKey({ ...stated, period: parsePeriod(stated.period).code });
}

/** What a computed figure carries by itself has no statements of its own: those that it is computed from. */
function operandsIn(
  data: Dataset,
  { subject, period, breakdown, category }: Issue,
  drafts: readonly Draft[],
  sources: readonly string[],
) {
  const found = subject ? subjectOf(data, subject) : null;
  const operands = found ? [...found.numerator, ...found.denominator] : [];
  const measures = new Set([subject, ...operands.map(({ measure }) => measure)]);
  return drafts
    .filter(
      (draft) =>
        measures.has(draft.measure) &&
        parsePeriod(draft.period).code === period &&
        draft.breakdown === breakdown &&
        draft.category === category,
    )
    .map((draft) => ({ ...draft, source: sources[draft.sheet] ?? '' }));
}

function cellOf(
  { sheet, row, column }: Draft,
  { understanding, fixes }: Planned,
): FoundCell | null {
  const place = row < 0 ? null : placeOf(understanding, { sheet, row, column });
  if (!place) return null;
  const own = tableAt(understanding, sheet)?.sheet.rows[row]?.[column];
  const text = fixes.get(sheet)?.get(cellKey(row, column)) ?? textOf(own);
  return { ...place, sheet, row, column, text: cut(text, TEXT) };
}
