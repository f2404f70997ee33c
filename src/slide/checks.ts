/** What is still to be checked, as a native table. */
import { issuesQuestion } from '../address/scope.ts';
import { parseUrl, type UrlState } from '../address/url.ts';
import type { Dataset } from '../model/dataset.ts';
import { groupBy } from '../model/group.ts';
import type { Issue, Severity } from '../model/issue.ts';
import { formatCount } from '../model/writing/number.ts';
import type { IssueTally } from '../question/issues.ts';
import { codeName } from '../text/issue.ts';
import { lowerFirst } from '../text/letter-case.ts';
import { unitName } from '../text/name.ts';
import { shortNames } from '../text/short-name.ts';
import { MOST_TITLE } from '../text/told/title.ts';
import { words } from '../text/words.ts';
import type { SlideDesk } from './desk.ts';
import { ranked } from './doubt/doubts.ts';
import { countOf, NO_POINT, type Point, pointsOf } from './doubt/points.ts';
import { outsideRank } from './overview/area.ts';
import type { SlideCell, TableSlide } from './slide.ts';
import { textsOf } from './texts.ts';

/** Units with a row of their own; those that are left share one. */
const MOST_UNITS = 5;
/** So few have two rows each. */
const FEW_UNITS = 4;

/** Issues of which the first of each unit are told. */
const MOST_TOLD = 500;

/** What is counted where the address names no severity: what is only for information stays on the screen. */
const SERIOUS: readonly Severity[] = ['error', 'warning'];

/** How much there is of what is most serious, and in how many units; what these are parts of is none of them. */
function titleOf(
  data: Dataset,
  rows: readonly UnitRow[],
  severity: Severity,
  worst: number,
): string {
  const sum = rows.reduce((all, { counts }) => all + (counts[worst] ?? 0), 0);
  const units = rows.map(({ unit }) => unit).filter((unit) => data.units.has(unit));
  const above = aboveOthers(data, units);
  const name = words.checks.severityName[severity] ?? '';
  const { closingTitle, andAbove, andMoreAbove } = words.present;
  const title = closingTitle(name, sum, units.length - above.length);
  const [first] = above;
  if (!first) return title;
  const told = above.length === 1 ? andAbove(unitName(data, first)) : andMoreAbove(above.length);
  return `${title}${told}`.length <= MOST_TITLE
    ? `${title}${told}`
    : `${title}${andMoreAbove(above.length)}`;
}

/** Units that others of the list are parts of. */
export function aboveOthers({ units }: Dataset, ids: readonly string[]): string[] {
  const above = new Set(ids.flatMap((id) => units.ancestors(id)));
  const isAll = ids.every((id) => above.has(id));
  return isAll ? [] : ids.filter((id) => above.has(id));
}

/** The last slide of every deck: whatever the briefing is about, the whole package; null where nothing is left. */
export function closingSlide(desk: SlideDesk): Promise<TableSlide | null> {
  const everything = parseUrl('?view=checks').state;
  return checksSlide({ ...desk, state: { ...everything, package: desk.state.package } });
}

/** What is still to be checked under the filters of the worklist, by unit; null where nothing is. */
export async function checksSlide(desk: SlideDesk): Promise<TableSlide | null> {
  const { data, ask, state } = desk;
  const severities = state.severity.length > 0 ? state.severity : SERIOUS;
  const { tally, issues } = await ask({
    ...issuesQuestion(desk, MOST_TOLD),
    severities,
    without: desk.settled,
    grouped: false,
  });
  const all = [...groupBy(tally, ({ unit }) => unit)]
    .map(([unit, items]) => ({ unit, items, counts: severities.map((one) => countOf(items, one)) }))
    .sort((a, b) => moreSerious(a.counts, b.counts))
    .sort((a, b) => outsideRank(desk, a.unit) - outsideRank(desk, b.unit));
  if (all.length === 0) return null;
  const told = groupBy(ranked(data, issues), ({ unit }) => unit);
  const { first, others, worst } = bySeverity(all);
  const shown = first.length > MOST_UNITS + 1 ? first.slice(0, MOST_UNITS) : first; // one that is left has its own row
  const each = shown.length <= FEW_UNITS ? 2 : 1;
  const rowsOf = (row: UnitRow) =>
    pointsOf(data, row.items, told.get(row.unit) ?? [], severities)
      .slice(0, each)
      .map((point, at) => cellsOf(data, row, worst, point, at === 0));
  const severity = severities[worst] ?? 'error';
  return {
    type: 'table',
    ...textsOf(desk, headingOf(state), []),
    ...(state.code.length === 0 ? { title: titleOf(data, first, severity, worst) } : {}),
    lead: words.present.checksLead[severity] ?? '',
    footnotes: [
      ...leftNote(data, first.slice(shown.length), worst),
      ...(each > 1 ? [words.present.firstOfEach(each)] : []),
    ],
    spoken: [
      ...all.map((row) => unitText(data, row, severities)),
      ...(others.length > 0 ? [othersText(others, severities)] : []),
    ],
    columns: [
      { name: words.column.unit, number: false },
      { name: words.present.points, number: true },
      { name: words.present.toCorrect, number: false },
      { name: words.present.affects, number: false },
      { name: words.present.document, number: false },
    ],
    rows: shown.flatMap(rowsOf),
    whole: wholeOf(data, all, severities, told),
  };
}

/** Units and what is to be done in each, for paper: every unit and every severity, a few points of each. */
function wholeOf(
  data: Dataset,
  all: readonly UnitRow[],
  severities: readonly Severity[],
  told: ReadonlyMap<string, readonly Issue[]>,
): NonNullable<TableSlide['whole']> {
  return {
    footnotes: [],
    columns: [
      { name: words.column.unit, number: false },
      ...severities.map((one) => ({ name: words.checks.severityName[one] ?? '', number: true })),
      { name: words.present.toCorrect, number: false },
      { name: words.present.document, number: false },
    ],
    rows: all.map((row) => {
      const [{ text, place } = NO_POINT] = pointsOf(
        data,
        row.items,
        told.get(row.unit) ?? [],
        severities,
      );
      return [
        { text: nameOf(data, row.unit), bold: true },
        ...row.counts.map((count) => ({ text: formatCount(count) })),
        { text },
        { text: place },
      ];
    }),
  };
}

/** A unit with how much there is, and what comes first; a second row of it has only what comes next. */
function cellsOf(
  data: Dataset,
  { unit, counts }: UnitRow,
  worst: number,
  { text, place, affects }: Point,
  isFirst: boolean,
): SlideCell[] {
  const count: SlideCell = { text: formatCount(counts[worst] ?? 0), bold: true, tone: 'warning' };
  return [
    { text: isFirst ? nameOf(data, unit) : '', bold: true },
    isFirst ? count : { text: '' },
    { text },
    { text: affects },
    { text: place },
  ];
}

/** Those without a row of their own, by name with their numbers, so that these add up to the title's. */
function leftNote(data: Dataset, rows: readonly UnitRow[], worst: number): string[] {
  if (rows.length === 0) return [];
  const shorts = shortNames(
    data,
    rows.filter(({ unit }) => data.units.has(unit)),
  );
  const named = rows.map(({ counts }, at) => {
    const count = formatCount(counts[worst] ?? 0);
    return `${(shorts[at] ?? words.checks.noUnit).replaceAll(' ', NO_BREAK)}${NO_BREAK}(${count})`;
  });
  const isRoom = (at: number) => named.slice(0, at + 1).join(', ').length <= MOST_LEFT;
  const fits = named.filter((_, at) => isRoom(at));
  const left = named.length - fits.length;
  const some = fits.join(', ');
  return [words.present.otherUnits(left > 0 ? some + words.proposals.others(left) : some)];
}

/** Characters of the names of units without a row of their own. */
const MOST_LEFT = 84;
const NO_BREAK = '\u00a0';

/** "Phường A: cần kiểm tra 3, cần lưu ý 1". */
function unitText(
  data: Dataset,
  { unit, counts }: UnitRow,
  severities: readonly Severity[],
): string {
  const told = counts.flatMap((count, at) => {
    const name = words.checks.severityName[severities[at] ?? 'error'] ?? '';
    return count > 0 ? [words.present.countOf(name, formatCount(count))] : [];
  });
  return `${nameOf(data, unit)}: ${told.join(', ')}`;
}

interface UnitRow {
  readonly unit: string;
  readonly items: readonly IssueTally[];
  /** By severity. */
  readonly counts: readonly number[];
}

/** Units with something of the most serious kind there is, and the others. */
function bySeverity(rows: readonly UnitRow[]) {
  const found = rows.flatMap(({ counts }) =>
    counts.flatMap((count, at) => (count > 0 ? [at] : [])),
  );
  const worst = Math.min(...found, rows[0]?.counts.length ?? 0);
  const isFirst = ({ counts }: UnitRow) => (counts[worst] ?? 0) > 0;
  return { worst, first: rows.filter(isFirst), others: rows.filter((row) => !isFirst(row)) };
}

const nameOf = (data: Dataset, unit: string) =>
  data.units.has(unit) ? unitName(data, unit) : words.checks.noUnit;

/** Units with nothing of the most serious kind. */
function othersText(rows: readonly UnitRow[], severities: readonly Severity[]): string {
  const second = severities.find((_, at) => rows.some(({ counts }) => (counts[at] ?? 0) > 0));
  const name = lowerFirst(words.checks.severityName[second ?? 'warning'] ?? '');
  const count = rows.filter(({ unit }) => unit !== '').length;
  return count > 0 ? words.present.onlyUnits(count, name) : '';
}

/** The filters that change what is counted are part of the heading. */
function headingOf({ code }: UrlState): string {
  return [words.present.closing, ...code.map(codeName)].join(' · ');
}

function moreSerious(a: readonly number[], b: readonly number[]): number {
  for (const [at, count] of a.entries()) {
    const difference = (b[at] ?? 0) - count;
    if (difference !== 0) return difference;
  }
  return 0;
}
