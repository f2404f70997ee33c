/** The first screen as slides: who needs a visit, and how units stand on the indicators that tell most. */
import {
  isNarrowed,
  overviewQuestion,
  targetsQuestion,
  visitsQuestion,
} from '../../address/scope.ts';
import type { Subject } from '../../model/catalogue.ts';
import { type Dataset, subjectOf } from '../../model/dataset.ts';
import { type Figure, isFlagged } from '../../model/figure.ts';
import { groupBy, mostCommon } from '../../model/group.ts';
import { commonPeriod, reportingUnits } from '../../model/statistics/shown.ts';
import { type DepthOf, depthIn } from '../../model/visit/depth.ts';
import { tellingSubjects } from '../../model/visit/matter.ts';
import { peerGroups } from '../../model/visit/peers.ts';
import { MOST_VISITS, rankVisits, type Visit } from '../../model/visit/ranking.ts';
import type { Reason } from '../../model/visit/reason.ts';
import { formatCount } from '../../model/writing/number.ts';
import type { OverviewAnswer } from '../../question/overview.ts';
import type { TargetRow } from '../../question/standing.ts';
import { figureText } from '../../text/figure.ts';
import { lowerFirst, upperFirst } from '../../text/letter-case.ts';
import { briefPeriod, periodName, unitName } from '../../text/name.ts';
import { fitting } from '../../text/told/title.ts';
import { words } from '../../text/words.ts';
import type { SlideDesk } from '../desk.ts';
import { doubtsOf } from '../doubt/doubts.ts';
import { FLAG, footnotesOf } from '../notes.ts';
import { behindMap, behindSlide } from '../plot/behind.ts';
import { isCrowded } from '../plot/map.ts';
import type { Slide, SlideCell, TableSlide } from '../slide.ts';
import { textsOf } from '../texts.ts';
import { ownFirst } from './area.ts';
import { groupCells, lowestOf, rankedIn } from './group.ts';
import { mattersSlide, offMattersOf } from './matters.ts';
import { praiseText } from './praise.ts';
import { statedSlide } from './stated.ts';
import { usableSlide } from './usable.ts';
import { isResult, onlyOwn } from './use.ts';
import { attentionText, visitSlide } from './visits.ts';

/** Indicators beside each other on one slide, and units on its pages. */
const MOST_SUBJECTS = 6;
const MOST_LISTED = 60;
/** Units from which on cells have one line. */
const MANY = 8;

/** Who needs a visit and why, where units can be compared; then units × the indicators that most of them have. */
export async function overviewSlides(desk: SlideDesk): Promise<Slide[]> {
  const answer = await desk.ask(overviewQuestion(desk));
  const { reasons, documents } = await desk.ask(visitsQuestion(desk, desk.settled));
  const ranked = rankVisits(reasons, desk.state.visits);
  const visits = ranked.slice(0, MOST_VISITS);
  const units = reportingUnits(desk.data, answer, isNarrowed({ ...desk.state, q: '' }));
  const isAlike = visits.length > 0 || documents.length === 0;
  if (!isAlike) {
    const doubts = await doubtsOf(desk, units);
    const told = attentionText(desk.data, answer);
    const own = ownFirst(desk, units);
    const uses = usableSlide(desk, answer, own, doubts);
    const only = uses.length > 0 ? onlyOwn(desk, answer.figures, own) : null; // has that page
    const isWhole = !answer.figures.some(
      (one) => one.unit === only && isFlagged(one) && !isResult(desk.data, one), // has no row there
    );
    const others = isWhole ? own.filter((unit) => unit !== only) : own;
    const stated = statedSlide(desk, answer, others, told, doubts);
    if (stated || only) return [...uses, ...(stated ? [stated] : [])];
  }
  const { rows } = await desk.ask(targetsQuestion(desk));
  const beside = { next: ranked.slice(MOST_VISITS), targets: rows };
  const shown = visits.length > 0 ? [visitSlide(desk, answer, visits, beside)] : [];
  const more = {
    targets: rows,
    ranked,
    late: lateNote(desk.data, reasons),
    isAlone: shown.length === 0,
  };
  return [...shown, ...unitsSlide(desk, answer, units, more)];
}

/** Units by their indicators: a map where the link says so and a page can hold it, else a table. */
function unitsSlide(
  desk: SlideDesk,
  answer: OverviewAnswer,
  units: readonly string[],
  { targets, ranked, late, isAlone }: Beside,
): Slide[] {
  const { data, state } = desk;
  const subjects = mainSubjects(data, answer);
  if (units.length === 0 || subjects.length === 0) return [];
  const table = tableSlide(desk, answer, units, subjects, isAlone);
  const grid = state.chart === 'map' ? behindMap(data, answer, units, subjects) : null;
  if (grid && !isCrowded(grid)) return [behindSlide(data, subjects, grid, table)];
  const matters = offMattersOf(data, answer, targets, units, subjects);
  const praise = praiseText(data, targets, lowestOf(data, units));
  return [
    mattersSlide(desk, answer, units, matters, table, { late, praise, targets, ranked }) ?? table,
  ];
}

/** The indicators that tell most. */
export function mainSubjects(data: Dataset, { figures }: OverviewAnswer): Subject[] {
  return tellingSubjects(data, figures)
    .flatMap((id) => subjectOf(data, id) ?? [])
    .slice(0, MOST_SUBJECTS);
}

interface Beside {
  readonly targets: readonly TargetRow[];
  readonly ranked: readonly Visit[];
  readonly late: readonly string[];
  readonly isAlone: boolean;
}

/** "Chưa nhận được báo cáo: Xã A (2), Xã B (1)". */
function lateNote(data: Dataset, reasons: readonly Reason[]): string[] {
  const late = reasons.filter(({ kind }) => kind === 'reports');
  const names = late
    .sort((a, b) => b.count - a.count)
    .slice(0, MOST_LATE)
    .map(({ unit, count }) => `${unitName(data, unit)} (${formatCount(count)})`);
  const more = late.length - names.length;
  const told = names.join(', ') + (more > 0 ? words.proposals.others(more) : '');
  return told ? [words.present.lateReports(told)] : [];
}

/** Units with missing reports that a note names. */
const MOST_LATE = 3;

function tableSlide(
  desk: SlideDesk,
  answer: OverviewAnswer,
  units: readonly string[],
  subjects: readonly Subject[],
  isAlone: boolean,
): TableSlide {
  const { data } = desk;
  const figures = answer.figures.filter((figure) => subjects.some((s) => s.id === figure.subject));
  const groups = peerGroups(data, answer.figures);
  const depthOf = depthIn(data, groups);
  const behind = (unit: string) =>
    figures.filter((figure) => figure.unit === unit && depthOf(figure) > 0).length;
  const ranked = rankedIn(data, units);
  const common = (id: string) => commonPeriod(answer.figures, id);
  const hasNumber = (unit: string) => figures.some((one) => one.unit === unit);
  const silent = units.filter((unit) => !hasNumber(unit));
  const shown = units
    .filter(hasNumber)
    .sort((a, b) => ranked(a) - ranked(b) || behind(b) - behind(a))
    .slice(0, MOST_LISTED);
  const lowest = shown.filter((unit) => ranked(unit) === 0);
  const groupRow = groupCells(data, subjects, groups, lowest, common);
  const isMarked = shown.some((unit) => behind(unit) > 0);
  const isLong = shown.length > MANY;
  const period = mostCommon(subjects.map(({ id }) => commonPeriod(answer.figures, id)));
  const heading = [words.overview.heading, periodName(data, period)].filter(Boolean).join(' · ');
  const about = { data, answer, depthOf, isLong };
  const rowOf = (name: string, unit: string) => [
    { text: name, bold: true },
    ...subjects.map((subject) => overviewCell(about, subject, unit)),
  ];
  return {
    type: 'table',
    ...textsOf(
      desk,
      heading,
      figures.filter(({ unit }) => units.includes(unit)),
    ),
    title: behindTitle(data, shown, behind, subjects.length) || heading,
    sentence: isAlone ? attentionText(data, answer) : '',
    footnotes: [
      [
        isMarked ? words.present.signs : '',
        isLong ? otherPeriods(data, figures, answer) : '',
        units.length - silent.length > shown.length ? words.present.listed(MOST_LISTED) : '',
        silent.length > 0 ? words.present.silent(namesIn(data, silent)) : '',
      ]
        .filter(Boolean)
        .join('. '),
      ...footnotesOf(data, figures.filter(isFlagged)).slice(0, 2),
    ].filter(Boolean),
    columns: [
      { name: words.column.unit, number: false },
      ...subjects.map((subject) => ({
        name: columnName(data, subject, answer, period),
        number: true,
      })),
    ],
    rows: [
      ...lowest.map((unit) => rowOf(unitName(data, unit), unit)),
      ...(groupRow ? [groupRow] : []),
      ...shown
        .slice(lowest.length)
        .map((unit) => rowOf(groupRow ? ownName(data, unit) : unitName(data, unit), unit)),
    ],
  };
}

/** "Thị xã tự báo cáo": beside the value of its wards together. */
const ownName = (data: Dataset, unit: string) =>
  words.present.ownReport(upperFirst(data.units.at(unit).kind || unitName(data, unit)));

/** Names, or how many there are. */
function namesIn(data: Dataset, units: readonly string[]): string {
  const names = units.map((unit) => unitName(data, unit)).join(', ');
  return names.length > MOST_NAMES ? words.present.unitsCounted(units.length) : names;
}

const MOST_NAMES = 60;

/** "* Kỳ khác: Xã Tuy Mạn (9T/2025; năm 2024)": of a long table, whose cells have room for a number alone. */
function otherPeriods(data: Dataset, figures: readonly Figure[], answer: OverviewAnswer): string {
  const others = figures.filter(
    ({ period, subject }) => period !== commonPeriod(answer.figures, subject),
  );
  const told = [...groupBy(others, ({ unit }) => unit)].map(([unit, own]) => {
    const periods = new Set(own.flatMap(({ period }) => data.periods.get(period) ?? []));
    return `${unitName(data, unit)} (${[...periods].map((one) => briefPeriod(one)).join('; ')})`;
  });
  return told.length > 0 ? words.present.otherPeriods(told.join(', ')) : '';
}

/** With its period where that is not the heading's. */
function columnName(
  data: Dataset,
  subject: Subject,
  answer: OverviewAnswer,
  common: string,
): string {
  const period = commonPeriod(answer.figures, subject.id);
  const when = period === common ? '' : lowerFirst(periodName(data, period));
  return [subject.shortName, when].filter(Boolean).join(', ');
}

/** Where most is behind beyond chance, or in how many units anything is. */
function behindTitle(
  data: Dataset,
  units: readonly string[],
  behind: (unit: string) => number,
  of: number,
): string {
  const [first] = units;
  const some = units.filter((unit) => behind(unit) > 0);
  if (!first || some.length === 0) return '';
  const isClear = some.length === 1 || behind(first) > behind(some[1] ?? '');
  const told = words.present.mostBehind(unitName(data, first), behind(first), of);
  return fitting('', [isClear ? told : '', words.present.someBehind(some.length)]);
}

interface About {
  readonly data: Dataset;
  readonly answer: OverviewAnswer;
  readonly depthOf: DepthOf;
  /** Periods of single cells are told below. */
  readonly isLong: boolean;
}

function overviewCell(
  { data, answer, depthOf, isLong }: About,
  subject: Subject,
  unit: string,
): SlideCell {
  const figure = answer.figures.find((item) => item.unit === unit && item.subject === subject.id);
  if (!figure) return { text: words.present.nothing };
  const period = data.periods.get(figure.period);
  const differs = figure.period !== commonPeriod(answer.figures, subject.id);
  const isBehind = depthOf(figure) > 0;
  const text = [
    figureText(subject, figure),
    isBehind ? words.present.minus : '',
    isFlagged(figure) ? FLAG : '',
    differs && period ? (isLong ? '*' : `(${briefPeriod(period)})`) : '',
  ];
  return {
    text: text.filter(Boolean).join(' '),
    bold: isBehind,
    ...(isBehind ? { tone: 'behind' as const } : {}),
    ...(isFlagged(figure) ? { tone: 'warning' as const } : {}),
  };
}
