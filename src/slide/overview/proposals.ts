/** What a meeting may decide, as a table to be filled in: drawn from the figures, with who and when left open. */
import { overviewQuestion, visitsQuestion } from '../../address/scope.ts';
import { type Dataset, subjectOf } from '../../model/dataset.ts';
import { groupBy } from '../../model/group.ts';
import { type Issue, severityOf } from '../../model/issue.ts';
import { type Reason, rankVisits, type Visit } from '../../model/visit/reason.ts';
import { formatCount } from '../../model/writing/number.ts';
import type { IssueTally } from '../../question/issues.ts';
import type { OverviewTile } from '../../question/overview.ts';
import { figureText, targetText } from '../../text/figure.ts';
import { lowerFirst } from '../../text/letter-case.ts';
import { periodName, unitName } from '../../text/name.ts';
import { reasonText } from '../../text/visit/reason.ts';
import { words } from '../../text/words.ts';
import { wrongOf } from '../checks.ts';
import type { SlideDesk } from '../desk.ts';
import type { TableSlide } from '../slide.ts';
import { textsOf } from '../texts.ts';

/** Rows of each kind, and units that one row names. */
const MOST_VISITS = 3;
const MOST_TILES = 1;
const MOST_CORRECTED = 3;
const MOST_NAMED = 2;
/** Goals of one unit. */
const MOST_GOALS = 1;

/** Issues of which the first of each unit is told, and characters of it. */
const MOST_READ = 500;
const MOST_POINT = 80;
/** What misleads most: a share that is not what its counts give. */
const TOLD_FIRST = ['PCT_MISMATCH'];

/** To be filled in. */
const OWNER = '............';
const DUE = '............';

interface Proposal {
  readonly task: string;
  readonly units: string;
  /** Of those that the task is for. */
  readonly ids: readonly string[];
}

/** For an overview and its scope; null where nothing stands apart, is overdue or must be corrected. */
export async function proposalsSlide(desk: SlideDesk): Promise<TableSlide | null> {
  const { data, ask, settled } = desk;
  const { tiles } = await ask(overviewQuestion(desk));
  const question = visitsQuestion(desk, settled);
  const { reasons } = await ask(question);
  const { tally, issues } = await ask({
    ...{ ask: 'issues', units: question.units, severities: ['error'], codes: [], source: '' },
    ...{ period: '', limit: MOST_READ, without: settled, grouped: false },
  });
  const visits = rankVisits(reasons, desk.state.visits).slice(0, MOST_VISITS);
  const proposals = [
    ...tiles.slice(0, MOST_TILES).flatMap((tile) => clearing(data, tile)),
    ...visits.flatMap((visit) => reaching(data, visit)),
    ...sending(data, reasons),
    ...correcting(data, tally, issues, visits.length > 0),
  ];
  if (proposals.length === 0) return null;
  const { heading, lead, task, owner, due } = words.proposals;
  return {
    type: 'table',
    ...textsOf(desk, heading, []),
    title: words.proposals.title(proposals.length),
    sentence: lead,
    footnotes: [],
    left: (shown) => words.proposals.left(proposals.length - shown),
    columns: [task, words.column.unit, owner, due].map((name) => ({ name, number: false })),
    rows: proposals.map(({ task, units, ids }) => [
      { text: isOutside(desk, ids) ? words.proposals.request(lowerFirst(task)) : task },
      { text: units },
      { text: OWNER },
      { text: DUE },
    ]),
  };
}

/** Whether one of the units is no part of the office's own area: it is asked, not told. */
function isOutside({ data, organisation }: SlideDesk, ids: readonly string[]): boolean {
  const area = areaOf(data, organisation);
  const isWithin = (id: string) =>
    [id, ...data.units.ancestors(id)].some((one) => area.includes(one));
  return area.length > 0 && ids.some((id) => !isWithin(id));
}

/** The units that an office is named after: "Thị ủy Đức Phổ" after Thị xã Đức Phổ; none where that is not known. */
function areaOf({ units }: Dataset, organisation: string): string[] {
  const named = ` ${organisation.toLowerCase()} `;
  return units.ids.filter((id) => {
    const { name, kind } = units.at(id);
    const bare = name.toLowerCase().replace(`${kind.toLowerCase()} `, '');
    return bare !== '' && named.includes(` ${bare} `);
  });
}

/** What is open and late, with the units that have most of it. */
function clearing(data: Dataset, tile: OverviewTile): Proposal[] {
  const { subject, value, most, period } = tile;
  const about = subjectOf(data, subject);
  if (!about || value <= 0) return [];
  const count = `${formatCount(value)} ${about.unitLabel}`;
  const when = lowerFirst(periodName(data, period));
  const task = words.proposals.clear(lowerFirst(about.name), count, when);
  const shown = most.length > MOST_NAMED ? most.slice(0, 1) : most;
  const left = value - shown.reduce((sum, one) => sum + one.value, 0);
  const others = left > 0 ? words.proposals.rest(formatCount(left)) : '';
  return [{ task, units: named(data, shown) + others, ids: shown.map(({ unit: id }) => id) }];
}

/** What stands apart beyond chance in a unit: the target to be reached, or what is to be explained. */
function reaching(data: Dataset, { unit, matters }: Visit): Proposal[] {
  const told = matters.slice(0, MOST_GOALS).flatMap((reasons) => {
    const { head } = reasonText(data, reasons);
    const target = reasons.find(({ kind }) => kind === 'target');
    const about = target && subjectOf(data, target.subject);
    if (reasons[0]?.kind === 'reports' || reasons[0]?.kind === 'checks' || !head) return [];
    if (!about || target.against === null || target.figure === null)
      return [{ isTarget: false, text: lowerFirst(head) }];
    const { shortName } = about;
    const [goal, now] = [targetText(about, target.against), figureText(about, target.figure)];
    return [{ isTarget: true, text: words.proposals.goal(lowerFirst(shortName), goal, now) }];
  });
  const list = (isTarget: boolean) =>
    told.flatMap((one) => (one.isTarget === isTarget ? one.text : [])).join(', ');
  const { reach, clarify } = words.proposals;
  const task = [list(true) && reach(list(true)), list(false) && clarify(list(false))]
    .filter(Boolean)
    .map((text, at) => (at === 0 ? text : lowerFirst(text)))
    .join('; ');
  return task ? [{ task, units: unitName(data, unit), ids: [unit] }] : [];
}

/** Reports that have not come, by unit. */
function sending(data: Dataset, reasons: readonly Reason[]): Proposal[] {
  const late = reasons
    .filter(({ kind }) => kind === 'reports')
    .map(({ unit, count }) => ({ unit, value: count }))
    .sort((a, b) => b.value - a.value);
  const ids = late.map(({ unit }) => unit);
  return late.length > 0 ? [{ task: words.proposals.send, units: named(data, late), ids }] : [];
}

/** Figures to be corrected: all units in one row where others come first, else a row each with what comes first. */
function correcting(
  data: Dataset,
  tally: readonly IssueTally[],
  issues: readonly Issue[],
  isOne: boolean,
): Proposal[] {
  const errors = tally.filter(({ code, unit }) => severityOf(code) === 'error' && unit !== '');
  const counts = [...groupBy(errors, ({ unit }) => unit)]
    .map(([unit, items]) => ({ unit, value: items.reduce((sum, { count }) => sum + count, 0) }))
    .filter(({ unit }) => data.units.has(unit))
    .sort((a, b) => b.value - a.value);
  const sum = counts.reduce((all, { value }) => all + value, 0);
  const { correct, first } = words.proposals;
  if (sum === 0) return [];
  if (isOne || counts.length > MOST_CORRECTED)
    return [
      { task: correct(sum), units: named(data, counts), ids: counts.map(({ unit }) => unit) },
    ];
  return counts.map(({ unit, value }) => {
    const own = issues.filter((issue) => issue.unit === unit);
    const told = TOLD_FIRST.flatMap((code) => own.find((issue) => issue.code === code) ?? [])[0];
    const dated = own.filter(({ code }) => code === 'BAD_DATE'); // a number before a date
    const order = [...(told ? [told] : []), ...own.filter((one) => !dated.includes(one)), ...dated];
    const points = order.map((issue) => wrongOf(data, issue).replace(/\.$/, ''));
    const point = points.find(({ length }) => length > 0 && length <= MOST_POINT);
    const short = point ? first(lowerFirst(point)) : '';
    return { task: correct(value) + short, units: unitName(data, unit), ids: [unit] };
  });
}

/** "Phường Bích Trạch (182), Xã Ninh Hạc (4) và 3 đơn vị khác". */
function named(
  data: Dataset,
  units: readonly { readonly unit: string; readonly value: number }[],
): string {
  const shown = units.length > MOST_NAMED ? units.slice(0, 1) : units; // of many the first
  const names = shown.map(({ unit, value }) => `${unitName(data, unit)} (${formatCount(value)})`);
  const left = units.length - shown.length;
  return names.join(', ') + (left > 0 ? words.proposals.others(left) : '');
}
