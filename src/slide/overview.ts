/** The first screen as slides: who needs a visit, and how units stand on the indicators that tell most. */
import { isNarrowed, overviewQuestion, visitsQuestion } from '../address/scope.ts';
import type { Subject } from '../model/catalogue.ts';
import { type Dataset, subjectOf } from '../model/dataset.ts';
import { type Figure, isFlagged } from '../model/figure.ts';
import { groupBy, mostCommon } from '../model/group.ts';
import { commonPeriod, reportingUnits } from '../model/statistics/rank.ts';
import type { Period } from '../model/time/period.ts';
import { type DepthOf, depthIn } from '../model/visit/depth.ts';
import { tellingSubjects } from '../model/visit/matter.ts';
import { peerGroups } from '../model/visit/peers.ts';
import { rankVisits, type Visit } from '../model/visit/reason.ts';
import { formatPeriodShort } from '../model/writing/date.ts';
import { formatCount } from '../model/writing/number.ts';
import type { OverviewAnswer } from '../question/overview.ts';
import { figureText } from '../text/figure.ts';
import { lowerFirst, upperFirst } from '../text/letter-case.ts';
import { periodName, unitName } from '../text/name.ts';
import { fitting } from '../text/told/title.ts';
import { reasonText } from '../text/visit/reason.ts';
import { words } from '../text/words.ts';
import type { SlideDesk } from './desk.ts';
import { FLAG, footnotesOf } from './notes.ts';
import { behindMap, behindSlide } from './plot/behind.ts';
import { isCrowded } from './plot/map.ts';
import type { Slide, SlideCell, TableSlide } from './slide.ts';
import { textsOf } from './texts.ts';

/** Indicators beside each other on one slide, and units on its pages. */
const MOST_SUBJECTS = 6;
const MOST_LISTED = 60;
/** Units from which on cells have one line. */
const MANY = 8;

/** Units that a leader visits before the next meeting. */
const MOST_VISITS = 3;

/** Who needs a visit and why, where units can be compared; then units × the indicators that most of them have. */
export async function overviewSlides(desk: SlideDesk): Promise<Slide[]> {
  const answer = await desk.ask(overviewQuestion(desk));
  const { reasons } = await desk.ask(visitsQuestion(desk, desk.settled));
  const visits = rankVisits(reasons, desk.state.visits).slice(0, MOST_VISITS);
  const shown = visits.length > 0 ? [visitSlide(desk, answer, visits)] : [];
  return [...shown, ...unitsSlide(desk, answer, shown.length === 0)];
}

function visitSlide(desk: SlideDesk, answer: OverviewAnswer, visits: readonly Visit[]): TableSlide {
  const { data } = desk;
  const heading = words.visits.heading(visits.length);
  const figures = visits.flatMap(({ matters }) =>
    matters.flatMap((reasons) => reasons.flatMap(({ figure }) => figure ?? [])),
  );
  return {
    type: 'table',
    ...textsOf(desk, heading, figures),
    title: visitTitle(visits.map(({ unit }) => unitName(data, unit))) || heading,
    sentence: attentionText(data, answer),
    footnotes: [words.visits.rules.noGrade],
    columns: [words.column.unit, words.present.matter, words.present.reason].map((name) => ({
      name,
      number: false,
    })),
    rows: visits.flatMap(({ unit, matters }) =>
      matters.map((reasons, at) => {
        const { head, clauses } = reasonText(data, reasons);
        const told = upperFirst(clauses.map(({ text }) => text).join('; '));
        const name = at === 0 ? unitName(data, unit) : '';
        return [{ text: name, bold: true }, { text: head, bold: true }, { text: told }];
      }),
    ),
  };
}

/** All names, or the first and how many others. */
function visitTitle(names: readonly string[]): string {
  const [first = '', ...others] = names;
  const short = others.length > 0 ? words.present.visitAnd(first, others.length) : '';
  return fitting('', [words.present.visit(names.join(', ')), short]);
}

/** Units by their indicators: a map where the link says so and a page can hold it, else a table. */
function unitsSlide(desk: SlideDesk, answer: OverviewAnswer, isAlone: boolean): Slide[] {
  const { data, state } = desk;
  const units = reportingUnits(data, answer, isNarrowed({ ...state, q: '' }));
  const subjects = tellingSubjects(data, answer.figures)
    .flatMap((id) => subjectOf(data, id) ?? [])
    .slice(0, MOST_SUBJECTS);
  if (units.length === 0 || subjects.length === 0) return [];
  const table = tableSlide(desk, answer, units, subjects, isAlone);
  const grid = state.chart === 'map' ? behindMap(data, answer, units, subjects) : null;
  return [grid && !isCrowded(grid) ? behindSlide(data, subjects, grid, table) : table];
}

function tableSlide(
  desk: SlideDesk,
  answer: OverviewAnswer,
  units: readonly string[],
  subjects: readonly Subject[],
  isAlone: boolean,
): TableSlide {
  const { data } = desk;
  const figures = answer.figures.filter((figure) => subjects.some((s) => s.id === figure.subject));
  const depthOf = depthIn(data, peerGroups(data, answer.figures));
  const behind = (unit: string) =>
    figures.filter((figure) => figure.unit === unit && depthOf(figure) > 0).length;
  const hasNumber = (unit: string) => figures.some((one) => one.unit === unit);
  const silent = units.filter((unit) => !hasNumber(unit));
  const shown = units
    .filter(hasNumber)
    .sort((a, b) => behind(b) - behind(a))
    .slice(0, MOST_LISTED);
  const isMarked = shown.some((unit) => behind(unit) > 0);
  const isLong = shown.length > MANY;
  const period = mostCommon(subjects.map(({ id }) => commonPeriod(answer.figures, id)));
  const heading = [words.overview.heading, periodName(data, period)].filter(Boolean).join(' · ');
  const about = { data, answer, depthOf, isLong };
  return {
    type: 'table',
    ...textsOf(desk, heading, figures),
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
    rows: shown.map((unit) => [
      { text: unitName(data, unit), bold: true },
      ...subjects.map((subject) => overviewCell(about, subject, unit)),
    ]),
  };
}

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
    return `${unitName(data, unit)} (${[...periods].map((one) => shortPeriod(data, one)).join('; ')})`;
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

/** What the tiles of the screen say: what is left undone, and where most of it. */
function attentionText(data: Dataset, { tiles }: OverviewAnswer): string {
  const told = tiles.flatMap(({ subject, value, period, units, most }) => {
    const about = subjectOf(data, subject);
    const [first] = most;
    if (!about || !first) return [];
    const name = unitName(data, first.unit);
    const where = units === 1 ? name : words.overview.mostOf(name, formatCount(first.value));
    const when = lowerFirst(periodName(data, period));
    return [`${about.name}: ${formatCount(value)} ${about.unitLabel}, ${when} (${where})`];
  });
  return told.length > 0 ? `${told.join('; ')}.` : '';
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
    differs && period ? (isLong ? '*' : `(${shortPeriod(data, period)})`) : '',
  ];
  return {
    text: text.filter(Boolean).join(' '),
    bold: isBehind,
    ...(isBehind ? { tone: 'behind' as const } : {}),
    ...(isFlagged(figure) ? { tone: 'error' as const } : {}),
  };
}

/** Cells are narrow: "9T/2025", but "năm 2025". */
function shortPeriod(data: Dataset, period: Period): string {
  return period.grain === 'year'
    ? lowerFirst(periodName(data, period.code))
    : formatPeriodShort(period);
}
