/** What is still to be checked, as a native table. */
import { issuesQuestion } from '../address/scope.ts';
import { parseUrl, type UrlState } from '../address/url.ts';
import type { Dataset } from '../model/dataset.ts';
import { groupBy } from '../model/group.ts';
import { type Issue, type Severity, severityOf } from '../model/issue.ts';
import { formatCount } from '../model/writing/number.ts';
import type { IssueTally } from '../question/issues.ts';
import { aboutName, codeName, disagreementText } from '../text/issue.ts';
import { lowerFirst, upperFirst } from '../text/letter-case.ts';
import { unitName } from '../text/name.ts';
import { placeText } from '../text/source.ts';
import { words } from '../text/words.ts';
import type { SlideDesk } from './desk.ts';
import { firstPage, TABLE } from './page/room.ts';
import type { TableSlide } from './slide.ts';
import { textsOf } from './texts.ts';

const MOST_UNITS = 6;

/** Issues of which the first of each unit are told; characters of it and of its place. */
const MOST_TOLD = 500;
const MOST_TEXT = 120;
const MOST_PLACE = 60;

/** What is counted where the address names no severity: what is only for information stays on the screen. */
const SERIOUS: readonly Severity[] = ['error', 'warning'];

/** How much there is of what is most serious, and in how many units. */
function titleOf(
  rows: readonly { readonly unit: string; readonly counts: readonly number[] }[],
  severities: readonly Severity[],
): string {
  const found = severities.findIndex((_, at) => rows.some(({ counts }) => (counts[at] ?? 0) > 0));
  const concerned = rows.filter(({ counts }) => (counts[found] ?? 0) > 0);
  const sum = concerned.reduce((all, { counts }) => all + (counts[found] ?? 0), 0);
  const units = concerned.filter(({ unit }) => unit !== '').length;
  const name = words.checks.severityName[severities[found] ?? 'error'] ?? '';
  return words.present.closingTitle(name, sum, units);
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
  const told = groupBy(issues, ({ unit }) => unit);
  const all = [...groupBy(tally, ({ unit }) => unit)]
    .map(([unit, items]) => ({ unit, items, counts: severities.map((one) => countOf(items, one)) }))
    .sort((a, b) => moreSerious(a.counts, b.counts));
  if (all.length === 0) return null;
  const { first, others } = bySeverity(all);
  const shown = first.slice(0, MOST_UNITS);
  const linesOf = (each: number) =>
    shown.flatMap((row) =>
      pointsOf(data, row, told.get(row.unit) ?? [], severities)
        .slice(0, each)
        .map((point, at) => ({ ...row, ...point, isFirst: at === 0 })),
    );
  type Lines = ReturnType<typeof linesOf>;
  const lines = linesOf(Math.max(1, Math.floor(MOST_POINTS / shown.length)));
  const left = (lines: Lines) => (count: number) => {
    const units = new Set(lines.slice(0, count).map(({ unit }) => unit)).size;
    return [leftText(first.slice(units), severities), othersText(others, severities)]
      .filter(Boolean)
      .join('; ');
  };
  const made = (lines: Lines): TableSlide => {
    return {
      type: 'table',
      ...textsOf(desk, headingOf(state), []),
      ...(state.code.length === 0 ? { title: titleOf(first, severities) } : {}),
      footnotes: [left(lines)(lines.length)].filter(Boolean),
      left: left(lines),
      columns: [
        { name: words.column.unit, number: false },
        ...severities.map((one) => ({ name: words.checks.severityName[one] ?? '', number: true })),
        { name: words.present.toCorrect, number: false },
        { name: words.present.document, number: false },
      ],
      rows: lines.map(({ unit, counts, isFirst, text, place }) => [
        { text: isFirst ? nameOf(data, unit) : '', bold: true },
        ...counts.map((count, one) => ({
          text: isFirst ? formatCount(count) : '',
          ...(severities[one] === 'error' && count > 0 ? { tone: 'error' as const } : {}),
        })),
        { text },
        { text: place },
      ]),
    };
  };
  const whole = made(lines);
  const named = firstPage(whole, left(lines), TABLE).rows.filter(([unit]) => unit?.text !== '');
  return named.length < shown.length ? made(linesOf(1)) : whole; // every unit before any unit's second
}

/** Points to be corrected on one slide: of few units several each. */
const MOST_POINTS = 6;

interface UnitRow {
  readonly unit: string;
  readonly items: readonly IssueTally[];
  /** By severity. */
  readonly counts: readonly number[];
}

/** Units with something of the most serious kind there is, and the others. */
function bySeverity(rows: readonly UnitRow[]) {
  const worst = rows[0]?.counts.findIndex((count) => count > 0) ?? 0;
  const isFirst = ({ counts }: UnitRow) => (counts[worst] ?? 0) > 0;
  return { first: rows.filter(isFirst), others: rows.filter((row) => !isFirst(row)) };
}

function nameOf(data: Dataset, unit: string): string {
  return data.units.has(unit) ? unitName(data, unit) : words.checks.noUnit;
}

/** What is wrong in a unit, and where it stands: its most serious kind, or the commonest codes. */
function pointsOf(
  data: Dataset,
  { items }: UnitRow,
  issues: readonly Issue[],
  severities: readonly Severity[],
): { readonly text: string; readonly place: string }[] {
  const first = severities.find((one) => issues.some(({ code }) => severityOf(code) === one));
  const serious = issues.filter(({ code }) => severityOf(code) === first);
  if (serious.length === 0) return [{ text: mostOf(items, severities), place: '' }];
  return serious.map((issue) => ({
    text: wrongOf(data, issue) || mostOf(items, severities),
    place: placeOf(data, issue),
  }));
}

/** Units that have no room, with what is to be done in them by severity. */
function leftText(
  rows: readonly { readonly counts: readonly number[] }[],
  severities: readonly Severity[],
): string {
  const told = severities.flatMap((severity, at) => {
    const count = rows.reduce((sum, row) => sum + (row.counts[at] ?? 0), 0);
    const name = words.checks.severityName[severity] ?? '';
    return count > 0 ? [words.present.countOf(name, formatCount(count))] : [];
  });
  return rows.length > 0 ? words.present.leftUnits(rows.length, told.join(', ')) : '';
}

/** Units with nothing of the most serious kind. */
function othersText(rows: readonly UnitRow[], severities: readonly Severity[]): string {
  const second = severities.find((_, at) => rows.some(({ counts }) => (counts[at] ?? 0) > 0));
  const name = lowerFirst(words.checks.severityName[second ?? 'warning'] ?? '');
  const count = rows.filter(({ unit }) => unit !== '').length;
  return count > 0 ? words.present.onlyUnits(count, name) : '';
}

/** "Tổng số hồ sơ: báo cáo ghi 39, cộng các phần được 32." */
export function wrongOf(data: Dataset, issue: Issue): string {
  const about = aboutName(data, issue);
  const text = disagreementText(data, issue) || upperFirst(codeName(issue.code));
  return cut([about, about ? lowerFirst(text) : text].filter(Boolean).join(': '), MOST_TEXT);
}

/** "Báo cáo kết quả thực hiện… · mục II.1": of a long title the start, of a place all. */
function placeOf(data: Dataset, issue: Issue): string {
  const [title = '', ...place] = placeText(data, { ...issue, period: '' }).split(' · ');
  const rest = place.join(' · ');
  return [cut(title, Math.max(20, MOST_PLACE - rest.length)), rest].filter(Boolean).join(' · ');
}

/** Ends after a clause, or after a word. */
function cut(text: string, most: number): string {
  const clause = text.slice(0, most).search(/[;:,][^;:,]*$/);
  if (text.length > most && clause > most / 2 && !/\([^)]*$/.test(text.slice(0, clause)))
    return `${text.slice(0, clause)}…`;
  return text.length <= most ? text : `${text.slice(0, most).replace(/\s+\S*$/, '')}…`;
}

/** The filters that change what is counted are part of the heading. */
function headingOf({ code }: UrlState): string {
  return [words.present.closing, ...code.map(codeName)].join(' · ');
}

function countOf(items: readonly IssueTally[], severity: Severity): number {
  return items
    .filter(({ code }) => severityOf(code) === severity)
    .reduce((sum, { count }) => sum + count, 0);
}

function moreSerious(a: readonly number[], b: readonly number[]): number {
  for (const [at, count] of a.entries()) {
    const difference = (b[at] ?? 0) - count;
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The commonest codes of the most serious kind. */
function mostOf(items: readonly IssueTally[], severities: readonly Severity[]): string {
  const first = severities.find((severity) => countOf(items, severity) > 0);
  return items
    .filter(({ code }) => severityOf(code) === first)
    .sort((a, b) => b.count - a.count)
    .slice(0, 2)
    .map(({ code }) => codeName(code))
    .join('; ');
}
