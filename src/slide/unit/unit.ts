/** A unit on one slide: its latest indicators against target and the year before, what calls for attention first. */

import { firstReporting } from '../../address/defaults.ts';
import { visitsQuestion } from '../../address/scope.ts';
import { type Dataset, subjectOf } from '../../model/dataset.ts';
import { type Figure, isFlagged, isWeak } from '../../model/figure.ts';
import { groupBy, mostCommon } from '../../model/group.ts';
import type { Issue } from '../../model/issue.ts';
import { reaches, referencesFor } from '../../model/statistics/reference.ts';
import { changeSince } from '../../model/time/comparison.ts';
import { yearBeforeIn } from '../../model/time/year-before.ts';
import type { Reason } from '../../model/visit/reason.ts';
import { formatCount } from '../../model/writing/number.ts';
import type { StandingAnswer } from '../../question/standing.ts';
import { countsText, figureText, targetText } from '../../text/figure.ts';
import { lowerFirst } from '../../text/letter-case.ts';
import { periodName, unitName } from '../../text/name.ts';
import { words } from '../../text/words.ts';
import type { SlideDesk } from '../desk.ts';
import { doubtsOf } from '../doubt/doubts.ts';
import type { HasRate } from '../doubt/points.ts';
import { weakNote } from '../notes.ts';
import { shortOf } from '../overview/matter.ts';
import { isUsable } from '../overview/use.ts';
import { multiplesSlides } from '../plot/multiples.ts';
import { spineSlides } from '../plot/spine.ts';
import type { Slide, SlideCell, TableSlide } from '../slide.ts';
import { withoutEmpty } from '../table.ts';
import { textsOf } from '../texts.ts';
import { unitInHead, withBars, withStated } from './bars.ts';
import { cellsOf } from './cells.ts';
import { openSlide } from './open.ts';
import { doubtLead, flagNotes, groupNote, metText, type Row, titleOf, toldOf } from './story.ts';

/** What one slide holds: what misses its target first; the others are for whoever speaks. */
const MOST_ROWS = 7;
/** Where nothing is held against a target the doubts are the message, and little else. */
const MOST_UNHELD = 6;

/** Its indicators as a table on one slide; of a link to a drawing the drawing, where anything can be drawn. */
export async function unitSlides(desk: SlideDesk): Promise<Slide[]> {
  const { data, ask, state, settled } = desk;
  const unit = state.unit[0] ?? firstReporting(data);
  if (!unit) return [];
  const { chart } = state;
  if (chart !== 'spine' && chart !== 'multiples') return tableSlides(desk, unit);
  const standing = await ask({ ask: 'standing', unit, without: settled });
  const drawn =
    chart === 'spine'
      ? spineSlides(desk, unit, standing)
      : await multiplesSlides(desk, unit, standing);
  return drawn.length > 0 ? drawn : tableSlides(desk, unit);
}

async function tableSlides(desk: SlideDesk, unit: string): Promise<Slide[]> {
  const { ask, state } = desk;
  const { figures } = await ask({ ask: 'profile', unit, body: state.body });
  const standing = await ask({ ask: 'standing', unit, without: desk.settled });
  const rows = rowsOf(desk, figures, await referencesOf(desk, unit, figures), standing);
  const doubts = await doubtsOf(desk, [unit]);
  const isHeld = rows.some(({ isMet }) => isMet !== null);
  const hasRate: HasRate = (_, rate) => rows.some(({ subject }) => subject.id === rate);
  if (isTold(desk, unit) && doubts.length > 0 && !isHeld)
    return [openSlide(desk, unit, doubts, hasRate)];
  const { reasons } = await ask({ ...visitsQuestion(desk, desk.settled), units: null });
  const late = reasons.find((one) => one.kind === 'overdue' && one.unit === unit);
  return rows.length > 0 ? [tableOf(desk, unit, rows, standing, { doubts, late })] : [];
}

function tableOf(
  desk: SlideDesk,
  unit: string,
  rows: readonly Row[],
  standing: StandingAnswer,
  { doubts, late }: Attention,
): TableSlide {
  const { data } = desk;
  const sorted = sortedRows(rows, standing);
  const shown = shownOf(sorted);
  const ordered = [...shown, ...sorted.filter((row) => !shown.includes(row))];
  const left = (count: number) => leftText(desk, unit, ordered, count);
  const period = mostCommon(shown.map((row) => row.figure.period));
  const name = unitName(data, unit);
  const heading = [name, periodName(data, period)].join(' · ');
  const told = toldOf(data, rows, standing);
  const met = metText(rows);
  const plain = shown.map((row) => cellsOf(desk, row, period, standing, doubts));
  const columns = [
    { name: words.present.indicator, number: false },
    { name: words.column.value, number: true },
    { name: words.chart.legendTarget, number: true },
    { name: words.present.group, number: true },
    { name: words.present.yearBefore, number: false },
    { name: words.present.doubt, number: false },
  ];
  const isHeld = plain.some((row) => row[TARGET]?.text !== words.present.nothing);
  const cells = isHeld ? plain : plain.map((row, at) => withUse(row, shown[at]));
  const weak = shown.map(({ figure }) => figure).filter(isWeak);
  const table = unitInHead({ columns, rows: cells }, CHANGE);
  const all = sorted.map((row) => cellsOf(desk, row, period, standing, doubts));
  const paper = unitInHead({ columns, rows: all }, CHANGE);
  const drawn = isHeld ? withBars(table, shown, TARGET) : withStated(table, shown, TARGET);
  return {
    type: 'table',
    ...textsOf(
      desk,
      heading,
      shown.map((row) => row.figure),
    ),
    figures: rows.map((row) => row.figure),
    title: titleOf(name, rows) || heading,
    sentence: told,
    lead: overdueText(data, late) || met || doubtLead(rows) || told,
    footnotes: [
      ...(drawn !== table && !isHeld ? [words.present.statedTicks] : []),
      ...(weak.length > 0 ? [weakNote(data, weak)] : []),
      ...left(shown.length),
      ...(plain.some((row) => isUnclear(row[CHANGE])) ? [words.present.unclearNote] : []),
      ...(overdueText(data, late) && met ? [met] : []),
    ],
    spoken: [
      ...groupNote(data, unit, shown, standing),
      ...flagNotes(rows),
      ...sorted.filter((row) => !shown.includes(row)).map(spokenRow),
    ],
    left: (count) => left(count)[0] ?? words.present.moreIndicators(rows.length - count),
    ...withoutEmpty(drawn.columns, drawn.rows),
    whole: {
      ...withoutEmpty(paper.columns, paper.rows),
      footnotes: groupNote(data, unit, shown, standing),
    },
  };
}

/** As many as one slide holds; of those that miss their target the furthest from it first. */
function shownOf(sorted: readonly Row[]): readonly Row[] {
  if (!sorted.some(({ isMet }) => isMet !== null)) return sorted.slice(0, MOST_UNHELD);
  const shown = sorted.slice(0, MOST_ROWS);
  const missed = shown.filter(({ isMet }) => isMet === false);
  if (!missed.every(({ subject }) => subject.scale === 100)) return shown; // nothing in common to be ordered by
  const short = ({ subject, figure, target }: Row) =>
    target ? shortOf(subject, { figure, goal: target }) : 0;
  const others = shown.filter((row) => !missed.includes(row));
  return [...missed.sort((a, b) => short(b) - short(a)), ...others];
}

const isTold = ({ told }: SlideDesk, unit: string) => told?.includes(unit) === true;

function leftText(desk: SlideDesk, unit: string, sorted: readonly Row[], count: number): string[] {
  const { elsewhere, heading } = words.present.uses;
  const left = leftNote(sorted, count);
  const isRate = sorted
    .slice(count)
    .every(({ subject, isMet }) => subject.isRatio && isMet === null);
  return left.length > 0 && isTold(desk, unit) && isRate ? [elsewhere(heading)] : left;
}

/** Whether it says of a change that it may be chance. */
const isUnclear = (cell: SlideCell | undefined) =>
  cell?.text.endsWith(words.present.unclearBy('')) === true;

/** Where the target, the change and the note stand among its columns. */
const TARGET = 2;
const CHANGE = 4;
const NOTE = 5;

/** Where nothing is held against a target, what there is nothing to be said against is told to be usable. */
function withUse(cells: readonly SlideCell[], row: Row | undefined): SlideCell[] {
  const isPlain = cells[NOTE]?.text === '' && row !== undefined && isUsable(row.figure);
  const use: SlideCell = { text: words.present.uses.canBeUsed };
  return cells.map((cell, at) => (isPlain && at === NOTE ? use : cell));
}

/** What of the unit is to be checked, and what is late. */
interface Attention {
  readonly doubts: readonly Issue[];
  readonly late: Reason | undefined;
}

/** What calls for attention first: of those that miss a target, what stands furthest apart, and of one matter one. */
function sortedRows(rows: readonly Row[], { reasons }: StandingAnswer): Row[] {
  const of = ({ subject }: Row) => reasons.filter((one) => one.subject === subject.id);
  const behind = new Set(rows.filter((row) => of(row).some(({ kind }) => kind === 'level')));
  const points = (row: Row) => Math.max(0, ...of(row).map((one) => one.points));
  const rank = (row: Row) => rankOf(row, behind.has(row));
  const sorted = [...rows].sort((a, b) => rank(a) - rank(b) || points(b) - points(a));
  const matter = (row: Row) => of(row)[0]?.matter ?? row.subject.id;
  const isSecond = (row: Row) =>
    sorted.slice(0, sorted.indexOf(row)).some((one) => matter(one) === matter(row));
  const second = new Set(sorted.filter(isSecond));
  const weight = (row: Row) =>
    second.has(row) ? Math.min(points(row), LEAST_POINTS) : points(row);
  sorted.sort((a, b) => rank(a) - rank(b) || weight(b) - weight(a));
  return [...groupBy(sorted, ({ subject }) => subject.id).values()].flat(); // of several bodies together
}

/** What is left to a row whose matter has been told: more than to one that does not stand apart. */
const LEAST_POINTS = 0.01;

/** The missed that have no row, as the title counts them; without targets how many rows there are besides. */
function leftNote(sorted: readonly Row[], shown = MOST_ROWS): string[] {
  const left = sorted.slice(shown).filter(({ isMet }) => isMet === false);
  const names = left.map(
    ({ subject, figure, target }) =>
      `${lowerFirst(subject.shortName)} ${figureText(subject, figure)}${target?.value == null ? '' : ` (${targetText(subject, target.value)})`}`,
  );
  if (names.length > 0) return [words.present.missedToo(names.join(', '))];
  const isHeld = sorted.some(({ isMet }) => isMet !== null);
  return isHeld || sorted.length <= shown
    ? []
    : [words.present.moreIndicators(sorted.length - shown)];
}

/** A row in words. */
function spokenRow({ subject, figure, target }: Row): string {
  const goal = target?.value == null ? '' : lowerFirst(targetText(subject, target.value));
  const held = goal && words.present.targetOf(goal);
  const counts = countsText(figure);
  return [`${subject.shortName} ${figureText(subject, figure)}`, counts, held]
    .filter(Boolean)
    .join(', ');
}

/** "Hồ sơ đang giải quyết, đã quá hạn: 182/559 hồ sơ, năm 2025.", where it is more than among the others; '' elsewhere. */
function overdueText(data: Dataset, late: Reason | undefined): string {
  const about = late && subjectOf(data, late.subject);
  if (!about) return '';
  const count = `${formatCount(late.count)}/${formatCount(late.of)} ${about.unitLabel}`;
  const [period = ''] = late.periods;
  return words.present.overdue(about.name, count, lowerFirst(periodName(data, period)));
}

/** Targets of the unit and of those above it. */
async function referencesOf(
  { data, ask }: SlideDesk,
  unit: string,
  figures: readonly Figure[],
): Promise<Figure[]> {
  const above = await Promise.all(
    data.units.ancestors(unit).map((own) => ask({ ask: 'profile', unit: own, body: null })),
  );
  return [figures, ...above.map((answer) => answer.figures)].flatMap((list) =>
    list.filter(({ kind, value, breakdown }) => kind !== '' && value !== null && breakdown === ''),
  );
}

/** Of each indicator the figure that is held against others, else the latest; in the order of the catalogue. */
function rowsOf(
  { data }: SlideDesk,
  figures: readonly Figure[],
  references: readonly Figure[],
  standing: StandingAnswer,
): Row[] {
  const before = yearBeforeIn(data.periods, figures);
  const order = [...data.indicators.keys()];
  return [...groupBy(figures, (figure) => `${figure.subject}~${figure.body}`).values()]
    .flatMap((same): Row[] => {
      const known = same.filter((f) => f.breakdown === '' && f.kind === '' && f.value !== null);
      const held = standing.rows.find(
        ({ figure }) => figure.subject === known[0]?.subject && figure.body === known[0].body,
      );
      const figure = held && held.figure.value !== null ? held.figure : known[0]; // as the screen has it
      const subject = figure && subjectOf(data, figure.subject);
      if (!figure || !subject || subject.isMeasure) return [];
      const own = references.filter((item) => item.subject === figure.subject);
      const goals = referencesFor(data, figure, own, subject.isRatio);
      const target = goals.find((item) => item.kind === 'target') ?? null;
      return [
        {
          ...{ subject, figure, target },
          isMet: reaches(subject, figure, target),
          change: changeSince(figure, before(figure), data.units, data.periods),
        },
      ];
    })
    .sort((a, b) => order.indexOf(a.subject.id) - order.indexOf(b.subject.id));
}

/** What misses its target, then what is behind its group, what must be checked, what has a target at all. */
function rankOf({ figure, isMet }: Row, isBehind: boolean): number {
  if (isMet === false) return 0;
  if (isBehind) return 1;
  if (isFlagged(figure)) return 2;
  if (isMet !== null) return 3;
  return isUsable(figure) ? 4 : 5;
}
