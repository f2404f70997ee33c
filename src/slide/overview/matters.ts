/** Which indicators are off: for each the units that miss their target or, without one, are behind their group. */
import type { Subject } from '../../model/catalogue.ts';
import type { Dataset } from '../../model/dataset.ts';
import { figureKey } from '../../model/figure.ts';
import { groupBy, mostCommon } from '../../model/group.ts';
import { reaches } from '../../model/statistics/reference.ts';
import { depthIn } from '../../model/visit/depth.ts';
import { type PeerGroup, peerGroups } from '../../model/visit/peers.ts';
import type { Visit } from '../../model/visit/ranking.ts';
import type { OverviewAnswer } from '../../question/overview.ts';
import type { TargetRow } from '../../question/standing.ts';
import { targetText, valueText } from '../../text/figure.ts';
import { lowerFirst } from '../../text/letter-case.ts';
import { periodName, unitName } from '../../text/name.ts';
import { shortNames } from '../../text/short-name.ts';
import { fitting } from '../../text/told/title.ts';
import { words } from '../../text/words.ts';
import type { SlideDesk } from '../desk.ts';
import { WEAK } from '../notes.ts';
import type { SlideCell, TableSlide } from '../slide.ts';
import { withoutEmpty } from '../table.ts';
import { boardOf } from './board.ts';
import { groupNote, lowestOf } from './group.ts';
import { type Held, type Matter, ofUnit, shortOf, worth } from './matter.ts';
import { recordOf } from './praise.ts';

/** Indicators on one page, units of each that are named, and units without a number that are. */
const MOST_MATTERS = 6;
const MOST_NAMES = 7;
const MOST_ABSENT = 3;

/** What is said beside the indicators. */
export interface Told {
  /** Whose reports are missing. */
  readonly late: readonly string[];
  /** Who does well; '' for nothing. */
  readonly praise: string;
  readonly targets: readonly TargetRow[];
  /** With how far off each is. */
  readonly ranked: readonly Visit[];
}

/**
 * The indicators that are off, over the table of all; null where no unit is behind on any of them.
 *
 * @param whole every unit on every indicator, which paper and the speaker's notes keep
 */
export function mattersSlide(
  { data }: SlideDesk,
  answer: OverviewAnswer,
  units: readonly string[],
  all: readonly Matter[],
  whole: TableSlide,
  { late, praise, targets, ranked }: Told,
): TableSlide | null {
  const shown = all.slice(0, MOST_MATTERS);
  const common = mostCommon(shown.map(({ period }) => period));
  if (shown.length === 0) return null;
  const { offMatters, offHeld, nothing } = words.present;
  const isHeld = shown.some((one) => one.isHeld);
  const note = groupNote(data, peerGroups(data, answer.figures), units);
  const absent = absentText(data, shown, common);
  const told = late.length > 0 ? late : [absent].filter(Boolean);
  const board = boardOf(data, shown, lowestOf(data, units), targets, ranked, common);
  const hasGap =
    board?.rows.slice(0, -1).some((row) => row.some(({ text }) => text === nothing)) ?? false;
  const isOwn = board?.rows[0]?.some(({ text }) => /\d–\d/.test(text)) ?? false;
  const isWeak = board?.rows.some((row) => row.some(({ text }) => text.endsWith(WEAK))) ?? false;
  return {
    ...whole,
    title: titleOf(data, shown, targets) || whole.title,
    lead:
      praise ||
      (late.length > 0 ? '' : absent) ||
      (isHeld ? offHeld : offMatters)(all.filter((one) => one.isHeld === isHeld).length),
    footnotes: joined([
      ...(board ? [words.present.boardOf(shown.filter((one) => one.isHeld).length, isOwn)] : []),
      ...(hasGap ? [words.present.boardGap] : []),
      ...(isWeak ? [words.present.markedWeak] : []),
      ...(told.length > 0 && (praise || late.length > 0) ? told : note),
    ]),
    spoken: [absent, ...whole.footnotes, ...note, ...spokenRows(whole)].filter(Boolean),
    ...(board ?? listOf(data, shown, common, isHeld)),
    whole: {
      columns: whole.columns,
      rows: whole.rows,
      footnotes: [...whole.footnotes, ...late, absent, ...note].filter(Boolean),
    },
  };
}

/** In one line, as a page has one. */
const joined = (notes: readonly string[]) => (notes.length > 0 ? [notes.join('. ')] : []);

/** Indicators with the units that are off, by name: of more units than a room takes in, or without targets. */
function listOf(data: Dataset, shown: readonly Matter[], common: string, isHeld: boolean) {
  const { group, missedCount, behindCount, behindUnits, furthestFirst } = words.present;
  return withoutEmpty(
    [
      { name: words.column.indicator, number: false },
      { name: words.chart.legendTarget, number: true },
      { name: group, number: true },
      { name: isHeld ? missedCount : behindCount, number: true },
      { name: isHeld ? behindUnits : furthestFirst, number: false },
    ],
    shown.map((matter) => rowOf(data, matter, common, isHeld)),
  );
}

/** Those on which most units are off first; what has a target before what has none. */
export function offMattersOf(
  data: Dataset,
  { figures }: OverviewAnswer,
  targets: readonly TargetRow[],
  units: readonly string[],
  subjects: readonly Subject[],
): Matter[] {
  const own = lowestOf(data, units);
  const groups = peerGroups(data, figures);
  const found = subjects.flatMap((subject): Matter[] => {
    const [group] = groups
      .filter((one) => one.subject.id === subject.id)
      .sort((a, b) => b.members.length - a.members.length);
    const held = heldMatter(subject, targets, own, group);
    const told = held ?? (group ? behindMatter(data, groups, group, own) : null);
    return told && told.units.length > 0 ? [told] : [];
  });
  const share = ({ units: off, all }: Matter) => off.length / Math.max(1, all);
  return found.sort(
    (a, b) =>
      Number(b.isHeld) - Number(a.isHeld) || b.units.length - a.units.length || share(b) - share(a),
  );
}

/** Who misses the own target, in the period that most have; null where fewer than two have one. */
function heldMatter(
  subject: Subject,
  targets: readonly TargetRow[],
  units: readonly string[],
  group: PeerGroup | undefined,
): Matter | null {
  const rows = targets.flatMap(({ figure, targets: goals }) => {
    const goal = goals.find(({ kind }) => kind === 'target');
    const isOwn = figure.subject === subject.id && units.includes(figure.unit);
    const isMet = isOwn && goal ? reaches(subject, figure, goal) : null;
    return isMet === null || !goal ? [] : [{ figure, goal, isMet }];
  });
  const period = mostCommon(rows.map(({ figure }) => figure.period));
  const one = [...groupBy(rows, ({ figure }) => figure.unit).values()].flatMap(
    (same) => ofUnit(subject, same, period) ?? [],
  );
  const [first] = one;
  if (!first || one.length < 2) return null;
  const short = (row: Held) => shortOf(subject, row);
  const missed = one.filter(({ isMet }) => !isMet).sort((a, b) => short(b) - short(a));
  const isOne = one.every(({ goal }) => goal.value === first.goal.value);
  const known = one.map(({ figure }) => figure.unit);
  return {
    ...{ subject, period, isHeld: true, target: isOne ? first.goal.value : null },
    overall: group && group.period === period ? overallOf(group) : null,
    units: missed.map(({ figure }) => figure.unit),
    all: one.length,
    absent: units.filter((unit) => !known.includes(unit)),
  };
}

/** Who is behind the others beyond chance. */
function behindMatter(
  data: Dataset,
  groups: readonly PeerGroup[],
  group: PeerGroup,
  units: readonly string[],
): Matter {
  const { subject, period } = group;
  const depthOf = depthIn(data, groups);
  const members = groups
    .filter((one) => one.subject.id === subject.id)
    .flatMap((one) => one.members);
  const known = new Set(members.map(({ unit }) => unit));
  const behind = [...new Map(members.map((figure) => [figureKey(figure), figure])).values()]
    .filter((figure) => units.includes(figure.unit) && depthOf(figure) > 0)
    .sort((a, b) => worth(subject, a.value) - worth(subject, b.value));
  return {
    ...{ subject, period, isHeld: false, target: null, overall: overallOf(group) },
    units: behind.map(({ unit }) => unit),
    all: group.members.length,
    absent: units.filter((unit) => !known.has(unit)),
  };
}

const overallOf = ({ subject, total }: PeerGroup) => (total.x / total.n) * subject.scale;

/** The unit that is in most rows, where it stands out; else the indicator on which most units are off. */
function titleOf(data: Dataset, shown: readonly Matter[], targets: readonly TargetRow[]): string {
  const [first] = shown;
  if (!first) return '';
  const same = shown.filter(({ isHeld }) => isHeld === first.isHeld);
  const counts = [
    ...groupBy(
      same.flatMap(({ units }) => units),
      (unit) => unit,
    ),
  ]
    .map(([unit, rows]) => ({ unit, count: rows.length }))
    .sort((a, b) => b.count - a.count);
  const [most, next] = counts;
  const isClear = most && most.count > 1 && most.count > (next?.count ?? 0);
  const { inMost, behindOn, missedOn } = words.present;
  const told = (first.isHeld ? missedOn : behindOn)(first.units.length, first.all);
  const name = most ? unitName(data, most.unit) : '';
  return fitting('', [
    isClear && most.count >= same.length / 2
      ? inMost(name, first.isHeld ? missedOf(data, targets, most.unit) : '')
      : '',
    words.title.about(first.subject.shortName, told),
  ]);
}

/** "9/13": of its targets, those that it misses. */
function missedOf(data: Dataset, targets: readonly TargetRow[], unit: string): string {
  const { met, all } = recordOf(data, targets, unit);
  return words.present.ofUnits(all - met, all);
}

/** "Chưa có số liệu năm 2025: Xã A, Xã B.", of the rows of most; '' where all have a number. */
function absentText(data: Dataset, shown: readonly Matter[], period: string): string {
  const rows = shown.filter((one) => one.period === period && one.absent.length > 0);
  const [first] = [...groupBy(rows, ({ absent }) => absent.join()).values()].sort(
    (a, b) => b.length - a.length || (a[0]?.absent.length ?? 0) - (b[0]?.absent.length ?? 0),
  );
  const absent = first?.[0]?.absent ?? [];
  if (absent.length === 0) return '';
  const names = absent.slice(0, MOST_ABSENT).map((unit) => unitName(data, unit));
  const more = absent.length - names.length;
  const when = lowerFirst(periodName(data, period));
  const told = names.join(', ') + (more > 0 ? words.proposals.others(more) : '');
  return words.present.absent(when, told);
}

function rowOf(data: Dataset, matter: Matter, common: string, isTable: boolean): SlideCell[] {
  const { subject, period, isHeld, target, overall, units, all } = matter;
  const names = shortNames(
    data,
    units.map((unit) => ({ unit, period })),
  );
  const more = names.length - MOST_NAMES;
  const when = period === common ? '' : ` (${lowerFirst(periodName(data, period))})`;
  const listed = names.slice(0, MOST_NAMES).map((name) => name.replaceAll(' ', '\u00a0'));
  const told = listed.join(', ') + (more > 0 ? words.proposals.others(more) : '');
  const { nothing, ofUnits, ownGoals } = words.present;
  const goal = target === null ? ownGoals : targetText(subject, target);
  const side = subject.direction === 'down' ? 'higher' : 'lower';
  return [
    { text: subject.shortName + when, bold: true },
    { text: isHeld ? goal : nothing },
    { text: overall === null ? nothing : valueText(subject, overall) },
    isTable && !isHeld
      ? { text: nothing }
      : {
          text: ofUnits(units.length, all),
          bold: true,
          ...(isHeld ? { tone: 'error' as const } : {}),
        },
    { text: isTable && !isHeld ? words.present.behindThem(side, told) : told },
  ];
}

/** The table of all units, one line each, for whoever speaks. */
function spokenRows({ columns, rows }: TableSlide): string[] {
  return rows.map(([name, ...cells]) => {
    const told = cells.map(({ text }, at) => `${lowerFirst(columns[at + 1]?.name ?? '')} ${text}`);
    return `${name?.text ?? ''}: ${told.join('; ')}`;
  });
}
