/** Which units need a visit, and why, on one slide: a card each, with its strongest reasons in large type. */
import { type Dataset, subjectOf } from '../../model/dataset.ts';
import { type Figure, isFlagged, isWeak } from '../../model/figure.ts';
import { groupBy, mostCommon } from '../../model/group.ts';
import type { Share } from '../../model/statistics/interval.ts';
import { reaches } from '../../model/statistics/reference.ts';
import { mattersOf } from '../../model/visit/matter.ts';
import { type PeerGroup, peerGroups, shareOf } from '../../model/visit/peers.ts';
import type { Visit } from '../../model/visit/ranking.ts';
import type { Reason } from '../../model/visit/reason.ts';
import { formatCount, formatNumber } from '../../model/writing/number.ts';
import type { OverviewAnswer } from '../../question/overview.ts';
import type { TargetRow } from '../../question/standing.ts';
import { valueText } from '../../text/figure.ts';
import { lowerFirst, upperFirst } from '../../text/letter-case.ts';
import { periodName, unitName } from '../../text/name.ts';
import { fitting } from '../../text/told/title.ts';
import { againstText, reasonText } from '../../text/visit/reason.ts';
import { words } from '../../text/words.ts';
import type { SlideDesk } from '../desk.ts';
import { WEAK } from '../notes.ts';
import { countsAfter } from '../page/few.ts';
import type { CardItem, CardsSlide } from '../slide.ts';
import { textsOf } from '../texts.ts';
import { groupNote } from './group.ts';
import { shortOf } from './matter.ts';
import { recordOf, type TargetRecord } from './praise.ts';

/** @param visits in their order @param beside those that were not chosen, in theirs, and the targets of all */
export function visitSlide(
  desk: SlideDesk,
  answer: OverviewAnswer,
  visits: readonly Visit[],
  { next, targets }: Beside,
): CardsSlide {
  const { data } = desk;
  const { heading: named } = words.visits;
  const figuresOf = (all: readonly Pick<Visit, 'matters'>[]) =>
    all.flatMap(({ matters }) =>
      matters.flatMap((reasons) => reasons.flatMap(({ figure }) => figure ?? [])),
    );
  const reasoned = figuresOf(visits);
  const period = mostCommon(reasoned.map((figure) => figure.period));
  const when = reasoned.length > 0 ? periodName(data, period) : '';
  const heading = [named(visits.length), when].filter(Boolean).join(' · ');
  const units = visits.map(({ unit }) => unit);
  const groups = peerGroups(data, answer.figures);
  const isFarthest = desk.state.visits === 'all'; // else they were chosen for one kind of reason
  const told = visits.map(({ unit, matters }) => {
    const more = isFarthest ? missedToo(data, groups, targets, { unit, matters }, period) : [];
    return { unit, matters: [...matters, ...more].slice(0, Math.max(matters.length, MOST_ITEMS)) };
  });
  const cards = told.map(({ unit, matters }) => ({
    name: unitName(data, unit),
    under: underText(recordOf(data, targets, unit)),
    items: matters.map((reasons) => itemOf(data, answer, groups, reasons, period)),
  }));
  return {
    type: 'cards',
    ...textsOf(desk, heading, figuresOf(told)),
    title: visitTitle(units.map((unit) => unitName(data, unit))) || heading,
    sentence: attentionText(data, answer),
    lead: isFarthest
      ? words.present.visitRule(targets.length > 0, otherText(data, visits, next, targets))
      : attentionText(data, { ...answer, tiles: answer.tiles.slice(0, 1) }),
    footnotes: [
      ...nextNote(data, next),
      ...(cards.some(({ items }) => items.some((one) => one.value.endsWith(WEAK)))
        ? [words.present.markedWeak]
        : []),
    ],
    spoken: [
      words.visits.rules.noGrade,
      ...[...visits, ...next.slice(0, MOST_NEXT)].map((visit) => pointsNote(data, visit)),
      ...groupNote(data, groups, units),
    ],
    cards,
    table: {
      columns: [words.column.unit, words.present.matter, words.present.reason].map((name) => ({
        name,
        number: false,
      })),
      rows: told.flatMap(({ unit, matters }) =>
        matters.map((reasons, at) => {
          const { head, clauses } = reasonText(data, reasons);
          const reason = upperFirst(clauses.map(({ text }) => text).join('; '));
          const name = at === 0 ? unitName(data, unit) : '';
          return [{ text: name, bold: true }, { text: head, bold: true }, { text: reason }];
        }),
      ),
    },
  };
}

/** Numbers of one card, where the unit has so many. */
const MOST_ITEMS = 3;

/**
 * Targets that a unit misses besides, which may be chance: where its card has room, the furthest from them first. Nothing
 * that says nearly the same as what is told already.
 */
function missedToo(
  data: Dataset,
  groups: readonly PeerGroup[],
  targets: readonly TargetRow[],
  { unit, matters }: Pick<Visit, 'unit' | 'matters'>,
  period: string,
): Reason[][] {
  const alike = mattersOf(data, groups);
  const matterOf = (subject: string) => alike.get(subject) ?? subject;
  const told = new Set(matters.flat().map(({ matter }) => matter));
  const missed = targets.flatMap(({ figure, targets: goals }) => {
    const subject = subjectOf(data, figure.subject);
    const goal = goals.find(({ kind }) => kind === 'target');
    const isOwn = figure.unit === unit && figure.period === period && figure.body === '';
    if (!isOwn || !subject?.isRatio || !goal) return [];
    if (isFlagged(figure) || figure.flags.includes('SMALL_N')) return []; // of few cases no share stands alone
    return reaches(subject, figure, goal) === false ? [{ subject, figure, goal }] : [];
  });
  const sorted = missed
    .filter(({ subject }) => !told.has(matterOf(subject.id)))
    .sort((a, b) => shortOf(b.subject, b) - shortOf(a.subject, a));
  return [...groupBy(sorted, ({ subject }) => matterOf(subject.id)).values()]
    .flatMap(([first]) => first ?? [])
    .map(({ subject, figure, goal }): Reason[] => [
      {
        ...{ kind: 'target', unit, subject: subject.id, matter: matterOf(subject.id), figure },
        ...{ periods: [figure.period], against: goal.value, count: 0, of: 0, points: 0 },
      },
    ]);
}

interface Beside {
  readonly next: readonly Visit[];
  readonly targets: readonly TargetRow[];
}

/** Who misses more targets than some that are chosen, but by less: the first that a room would ask for; '' for nobody. */
function otherText(
  data: Dataset,
  visits: readonly Visit[],
  next: readonly Visit[],
  targets: readonly TargetRow[],
): string {
  const missed = ({ met, all }: TargetRecord) => all - met;
  const recordIn = ({ unit }: Visit) => recordOf(data, targets, unit);
  const least = Math.min(...visits.map((one) => missed(recordIn(one))));
  const [first] = next.map(recordIn).sort((a, b) => missed(b) - missed(a));
  if (!first || missed(first) <= least) return '';
  const { visitOther, ofUnits } = words.present;
  return visitOther(unitName(data, first.unit), ofUnits(missed(first), first.all));
}

/** The targets that it misses. */
const underText = ({ met, all }: TargetRecord) =>
  met < all ? words.present.missedUnder(all - met, all) : '';

/** What its place in the order rests on, for whoever speaks. */
const pointsNote = (data: Dataset, { unit, points }: Visit) =>
  words.present.offBy(unitName(data, unit), formatNumber(points, 1));

/** Units that come next in the same order. */
const MOST_NEXT = 2;

function nextNote(data: Dataset, next: readonly Visit[]): string[] {
  const names = next.slice(0, MOST_NEXT).map(({ unit }) => unitName(data, unit));
  return names.length > 0 ? [words.present.visitNext(names.join(', '))] : [];
}

/** A matter in large type; red where a target is missed. With the value of its group, wherever there is one. */
function itemOf(
  data: Dataset,
  answer: OverviewAnswer,
  groups: readonly PeerGroup[],
  reasons: readonly Reason[],
  common: string,
): CardItem {
  const { value, label } = reasonText(data, reasons);
  const isMissed = reasons.some(({ kind }) => kind === 'target');
  const figure = reasons.find((one) => one.figure)?.figure ?? null;
  const about = figure && subjectOf(data, figure.subject);
  const told = againstText(data, reasons);
  const together = figure && about ? togetherOf(data, answer, groups, figure) : null;
  const overall =
    together && about
      ? words.visits.held.overall(valueText(about, (together.x / together.n) * about.scale))
      : '';
  const isTold = overall === '' || lowerFirst(told).includes(overall);
  const isOther = figure !== null && figure.period !== common;
  const when = isOther ? lowerFirst(periodName(data, figure.period)) : '';
  const held = isTold ? told : [told.split('; ')[0], overall].filter(Boolean).join('; ');
  return {
    value: value + (figure && isWeak(figure) ? WEAK : ''),
    label: label + (figure ? countsAfter(figure) : ''),
    short: label,
    remark: [held, when, figure ? remarkOf(figure) : ''].filter(Boolean).join('; '),
    ...(isMissed ? { tone: 'error' as const } : {}),
  };
}

/** What must be kept in mind of a number. */
function remarkOf(figure: Figure): string {
  return isFlagged(figure) ? lowerFirst(words.checks.severityName.error ?? '') : '';
}

/** Σ numerator and Σ denominator of the group of a figure; of an indicator without groups, of the units beside it. */
function togetherOf(
  data: Dataset,
  { figures }: OverviewAnswer,
  groups: readonly PeerGroup[],
  figure: Figure,
): Share | null {
  const isOwn = ({ subject, members }: PeerGroup) =>
    subject.id === figure.subject && members.includes(figure);
  const group = groups.find(isOwn);
  if (group) return group.total;
  const isGrouped = ({ subject, period }: PeerGroup) =>
    subject.id === figure.subject && period === figure.period;
  if (groups.some(isGrouped)) return null;
  const { parent } = data.units.at(figure.unit);
  const isBeside = ({ subject, period, body, unit }: Figure) =>
    subject === figure.subject &&
    period === figure.period &&
    body === figure.body &&
    data.units.at(unit).parent === parent;
  const beside = figures.filter(isBeside).flatMap((one) => shareOf(one) ?? []);
  if (beside.length < FEWEST_BESIDE) return null;
  return beside.reduce((sum, { x, n }) => ({ x: sum.x + x, n: sum.n + n }));
}

/** Units without which a value of all says little. */
const FEWEST_BESIDE = 3;

/** All names, or the first and how many others. */
function visitTitle(names: readonly string[]): string {
  const [first = '', ...others] = names;
  const short = others.length > 0 ? words.present.visitAnd(first, others.length) : '';
  const all = names.join(', ');
  return fitting('', [words.present.visit(all), words.present.visitFirst(all), short]);
}

/** What the tiles of the screen say: what is left undone, and where most of it. */
export function attentionText(data: Dataset, { tiles }: OverviewAnswer): string {
  const told = tiles.flatMap(({ subject, value, period, units, most }) => {
    const about = subjectOf(data, subject);
    const [first] = most;
    if (!about || !first) return [];
    const name = unitName(data, first.unit);
    const where = units === 1 ? name : words.overview.mostOf(name, formatCount(first.value));
    const when = lowerFirst(periodName(data, period));
    return [`${about.name}: ${formatCount(value)} ${about.unitLabel}, ${when} (${where})`];
  });
  return told.length > 0 ? `${upperFirst(told.map(lowerFirst).join('; '))}.` : '';
}
