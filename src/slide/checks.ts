/** What is still to be checked, as a native table. */
import { issuesQuestion, overviewQuestion } from '../address/scope.ts';
import { parseUrl, type UrlState } from '../address/url.ts';
import type { Dataset } from '../model/dataset.ts';
import { groupBy } from '../model/group.ts';
import { type Issue, type Severity, severityOf } from '../model/issue.ts';
import { formatCount } from '../model/writing/number.ts';
import type { IssueTally } from '../question/issues.ts';
import { codeName } from '../text/issue.ts';
import { lowerFirst, upperFirst } from '../text/letter-case.ts';
import { unitName } from '../text/name.ts';
import { MOST_TITLE } from '../text/told/title.ts';
import { words } from '../text/words.ts';
import type { SlideDesk } from './desk.ts';
import { distinct, ranked, ratesOf } from './doubt/doubts.ts';
import { leftNote } from './doubt/left.ts';
import { countOf, hasRateIn, NO_POINT, type Point, pointsOf } from './doubt/points.ts';
import { fitted } from './fitted.ts';
import { aboveOthers, outsideRank } from './overview/area.ts';
import type { SlideCell, TableSlide } from './slide.ts';
import { spelt } from './spelt.ts';
import { textsOf } from './texts.ts';

/** Units with a row of their own, where they have room; those that are left share a note. */
const MOST_UNITS = 5;
/** So few have a row for each number that changes a rate, up to as many. */
const FEW_UNITS = 4;
const EACH = [3, 2];

/** Issues of which the first of each unit are told. */
const MOST_TOLD = 500;

/** What is counted where the address names no severity: what is only for information stays on the screen. */
const SERIOUS: readonly Severity[] = ['error', 'warning'];

/** How much there is of what is most serious, and in how many units; what these are parts of is none of them. */
function titleOf(
  desk: SlideDesk,
  rows: readonly UnitRow[],
  severity: Severity,
  worst: number,
): string {
  const { data } = desk;
  const sumOf = (some: readonly UnitRow[]) =>
    some.reduce((all, { counts }) => all + (counts[worst] ?? 0), 0);
  const sum = sumOf(rows);
  const outside = rows.filter(({ unit }) => outsideRank(desk, unit) > 0);
  const units = rows.map(({ unit }) => unit).filter((unit) => data.units.has(unit));
  const above = aboveOthers(data, units);
  const name = words.checks.severityName[severity] ?? '';
  const { closingTitle, andAbove, andMoreAbove } = words.present;
  const own = sum - sumOf(outside);
  if (outside.length > 0 && own > 0) return words.present.closingByArea(name, own, sum - own);
  const title = closingTitle(name, sum, units.length - above.length);
  const [first] = above;
  if (!first) return title;
  const told = above.length === 1 ? andAbove(unitName(data, first)) : andMoreAbove(above.length);
  return `${title}${told}`.length <= MOST_TITLE
    ? `${title}${told}`
    : `${title}${andMoreAbove(above.length)}`;
}

/** The last slide of every deck: whatever the briefing is about, the whole package; null where nothing is left. */
export async function closingSlide(desk: SlideDesk): Promise<TableSlide | null> {
  const everything = parseUrl('?view=checks').state;
  const state = { ...everything, package: desk.state.package };
  return spelt(desk.data, await checksSlide({ ...desk, state }));
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
    .sort((a, b) => moreSerious(a.counts, b.counts));
  if (all.length === 0) return null;
  const { figures } = await ask(overviewQuestion({ ...desk, state: parseUrl('').state }));
  const hasRate = hasRateIn(figures);
  const latest = new Set(
    figures.map(({ unit, subject, period }) => `${unit}~${subject}~${period}`),
  );
  const isTelling = (issue: Issue) =>
    ratesOf(data, issue).some((rate) => latest.has(`${issue.unit}~${rate}~${issue.period}`));
  const errors = issues.filter(({ code }) => severityOf(code) === 'error');
  const telling = distinct(errors.filter(isTelling)); // one note of several figures is one
  const sorted = ranked(data, issues).sort((a, b) => Number(isTelling(b)) - Number(isTelling(a)));
  const told = groupBy(sorted, ({ unit }) => unit);
  const weight = ({ unit }: UnitRow) => telling.filter((issue) => issue.unit === unit).length;
  all
    .sort((a, b) => weight(b) - weight(a))
    .sort((a, b) => outsideRank(desk, a.unit) - outsideRank(desk, b.unit));
  const { first, others, worst } = bySeverity(all);
  const shown = first.slice(0, MOST_UNITS);
  const rowsOf = (row: UnitRow, each: number) => {
    const own = telling.filter((issue) => issue.unit === row.unit);
    const first = sorted.filter((issue) => own.includes(issue));
    const read = first.length > 0 ? first : (told.get(row.unit) ?? []);
    const listed = pointsOf(data, row.items, read, severities, hasRate).slice(
      0,
      first.length > 0 ? each : 1,
    );
    const count = formatCount(row.counts[worst] ?? 0);
    return listed.map((point, at) => cellsOf(desk, row, point, at === 0 ? count : ''));
  };
  const severity = severities[worst] ?? 'error';
  const isWhole = (each: number) =>
    shown.length === first.length && shown.every((row) => weight(row) > 0 && weight(row) <= each);
  const left = (count: number) =>
    leftNote(
      data,
      first.slice(count).map(({ unit, counts }) => ({ unit, count: counts[worst] ?? 0 })),
    );
  const slideOf = (each: number): TableSlide => ({
    type: 'table',
    ...textsOf(desk, headingOf(state), []),
    ...(state.code.length === 0 ? { title: titleOf(desk, first, severity, worst) } : {}),
    lead: leadOf(severity, telling.length, all, {
      read: issues.length,
      isWhole: isWhole(each),
    }),
    ...(each > 1 ? {} : { footnotes: [left(shown.length)].filter(Boolean), left }),
    spoken: [
      ...all.map((row) => unitText(data, row, severities)),
      ...(others.length > 0 ? [othersText(others, severities)] : []),
    ],
    columns: [
      { name: words.column.unit, number: false, most: 23 },
      { name: words.present.points, number: true, most: 7 },
      { name: words.present.toCorrect, number: false },
      { name: words.present.affects, number: false },
      { name: words.present.document, number: false },
    ],
    rows: shown.flatMap((row) => rowsOf(row, each)),
    whole: wholeOf(data, all, severities, told),
  });
  const isFitting = (each: number) => fitted(slideOf(each)).length === 1;
  const each = shown.length <= FEW_UNITS ? EACH.find(isFitting) : 1;
  return slideOf(each ?? 1); // of one row a unit those that have no room are told below
}

/** How much of it bears on what is shown now (and whether all of that has a row), where all of it was read; else how it is used. */
function leadOf(
  severity: Severity,
  telling: number,
  all: readonly UnitRow[],
  { read, isWhole }: { readonly read: number; readonly isWhole: boolean },
): string {
  if (severity !== 'error') return words.present.checksLead[severity] ?? '';
  const errors = all
    .flatMap(({ items }) => items)
    .filter(({ code }) => severityOf(code) === 'error');
  const sum = errors.reduce((whole, { count }) => whole + count, 0);
  if (read < sum || read >= MOST_TOLD) return '';
  const { checksNow, checksShown } = words.present;
  return isWhole && telling > 0 ? checksShown(telling, sum) : checksNow(telling, sum);
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
  desk: SlideDesk,
  { unit }: UnitRow,
  { text, place, affects }: Point,
  count: string,
): SlideCell[] {
  return [
    { text: count ? placedName(desk, unit) : '', bold: true },
    count ? { text: count, bold: true, tone: 'warning' } : { text: '' },
    { text },
    { text: upperFirst(affects) },
    { text: place },
  ];
}

/** That a unit lies outside the office's area is said beside its name. */
function placedName(desk: SlideDesk, unit: string): string {
  const { outside } = words.present.uses;
  return nameOf(desk.data, unit) + (outsideRank(desk, unit) > 0 ? ` (${outside})` : '');
}

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
