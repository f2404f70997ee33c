/** A draft of what a meeting concludes, in the order of the pages: drawn from the figures, with a proposed time. */
import {
  isNarrowed,
  overviewQuestion,
  targetsQuestion,
  visitsQuestion,
} from '../../address/scope.ts';
import { type Dataset, subjectOf } from '../../model/dataset.ts';
import { groupBy } from '../../model/group.ts';
import { type Issue, severityOf } from '../../model/issue.ts';
import { reportingUnits } from '../../model/statistics/shown.ts';
import { today } from '../../model/time/today.ts';
import { MOST_VISITS, rankVisits, type Visit } from '../../model/visit/ranking.ts';
import type { Reason } from '../../model/visit/reason.ts';
import { formatCount } from '../../model/writing/number.ts';
import type { IssueTally } from '../../question/issues.ts';
import type { OverviewAnswer, OverviewTile } from '../../question/overview.ts';
import { targetText } from '../../text/figure.ts';
import { lowerFirst } from '../../text/letter-case.ts';
import { periodName, unitName } from '../../text/name.ts';
import { shortNames } from '../../text/short-name.ts';
import { words } from '../../text/words.ts';
import type { SlideDesk } from '../desk.ts';
import { distinct, doubtsOf, doubtText, isDisputed, ratesOf } from '../doubt/doubts.ts';
import type { TableSlide } from '../slide.ts';
import { spelt } from '../spelt.ts';
import { textsOf } from '../texts.ts';
import { aboveOthers, isInArea } from './area.ts';
import { dueText, goalsNote, sentText, timeText } from './due.ts';
import type { Matter } from './matter.ts';
import { offMattersOf } from './matters.ts';
import { mainSubjects } from './overview.ts';
import { adopting, DAYS, type Proposal, updating } from './proposal.ts';

/** Rows in all, and of each kind. */
const MOST_ROWS = 7;
const MOST_TILES = 1;
const MOST_CORRECTED = 3;
/** Units that a row names where they are counted, and where they miss the target of an indicator. */
const MOST_NAMED = 2;
const MOST_MISSED = 7;
/** Matters that are told of each unit to be visited, and missing reports by name. */
const MOST_TOPICS = 2;
const MOST_SENT = 4;
/** Later than any of these: until the next report. */
const UNTIL_NEXT = 1000;
/** Characters of its columns: the task has what room there is. */
const MOST_OF = [{}, { most: 50 }, { most: 9 }, { most: 19 }] as const;
/** What is told first of a unit's figures (the second only of what changes a rate), and characters of each. */
const MOST_POINTS = 2;
const MOST_POINT = 60;

/**
 * For an overview and its scope; null where nothing stands apart, is overdue or must be corrected.
 *
 * @param first indicators that the deck has pages of: their targets come before others'
 */
export async function proposalsSlide(
  desk: SlideDesk,
  first: readonly string[] = [],
  day: string = today(),
): Promise<TableSlide | null> {
  const { data, ask, settled } = desk;
  const answer = await ask(overviewQuestion(desk));
  const question = visitsQuestion(desk, settled);
  const { reasons } = await ask(question);
  const doubts = await doubtsOf(desk, question.units);
  const { tally } = await ask({
    ...{ ask: 'issues', units: question.units, severities: ['error'], codes: [], source: '' },
    ...{ period: '', limit: 1, without: settled, grouped: false },
  });
  const visits = rankVisits(reasons, desk.state.visits).slice(0, MOST_VISITS);
  const before = [
    ...(visits.length > 0 ? [] : adopting(desk, answer)),
    ...visiting(data, visits),
    ...byArea(desk, correcting(desk, tally, doubts, visits.length > 0)),
    ...answer.tiles
      .slice(0, MOST_TILES)
      .flatMap((tile) => clearing(data, tile, doubts))
      .filter((one) => !isOutside(desk, one)),
  ];
  const after = [...sending(data, reasons), ...updating(desk, answer, day)];
  const room = MOST_ROWS - before.length - after.length;
  const matters = await mattersFor(desk, answer, first);
  const goals = reaching(data, matters.slice(0, Math.max(0, room)));
  const last = (one: Proposal) =>
    isOutside(desk, one) ? Number.MAX_SAFE_INTEGER : (one.days ?? UNTIL_NEXT);
  const proposals = [...before, ...goals, ...after]
    .slice(0, MOST_ROWS)
    .sort((a, b) => last(a) - last(b));
  if (proposals.length === 0) return null;
  const due = dueText(data, answer, day);
  const [noted] = goals.length > 0 ? goalsNote(data, answer, day) : [];
  const { heading, lead, leadWith, task, owner, chair, due: dueName } = words.proposals;
  const told = noted ? leadWith(noted) : lead;
  const isVisited = ({ units }: Matter) =>
    units.every((unit) => visits.some((visit) => visit.unit === unit));
  return spelt(data, {
    type: 'table',
    ...textsOf(desk, heading, []),
    title: words.proposals.title(
      proposals.length,
      proposals.find(({ brief }) => brief)?.brief ?? '',
    ),
    sentence: told,
    lead: told,
    footnotes: otherGoals(matters.slice(goals.length).filter((one) => !isVisited(one))),
    columns: [task, owner, chair, dueName].map((name, at) => ({
      name,
      number: false,
      ...MOST_OF[at],
    })),
    rows: proposals.map((one, at) => [
      {
        text: `${at + 1}. ${isOutside(desk, one) ? words.proposals.inform(lowerFirst(one.task)) : one.task}`,
      },
      { text: one.units },
      { text: isOutside(desk, one) ? words.proposals.office : words.proposals.toFill },
      { text: isOutside(desk, one) ? sentText(day) : timeText(one, due, day) },
    ]),
  });
}

/** Indicators whose targets are missed too. */
function otherGoals(matters: readonly Matter[]): string[] {
  const { ofUnits } = words.present;
  const told = matters.map(
    ({ subject, units, all }) => `${lowerFirst(subject.shortName)} (${ofUnits(units.length, all)})`,
  );
  return told.length > 0 ? [words.proposals.otherGoals(told.join(', '))] : [];
}

/** Those that have targets, what the deck has pages of first. */
async function mattersFor(
  desk: SlideDesk,
  answer: OverviewAnswer,
  first: readonly string[],
): Promise<Matter[]> {
  const { data, ask, state } = desk;
  const { rows } = await ask(targetsQuestion(desk));
  const units = reportingUnits(data, answer, isNarrowed({ ...state, q: '' }));
  const told = first.flatMap((id) => subjectOf(data, id) ?? []);
  const subjects = [...new Map([...told, ...mainSubjects(data, answer)].map((s) => [s.id, s]))];
  const all =
    units.length > 0
      ? offMattersOf(
          data,
          answer,
          rows,
          units,
          subjects.map(([, s]) => s),
        )
      : [];
  const place = ({ subject }: Matter) => {
    const at = first.indexOf(subject.id);
    return at < 0 ? first.length : at;
  };
  return all.filter(({ isHeld }) => isHeld).sort((a, b) => place(a) - place(b));
}

/** Whether one of the units is no part of the office's own area: it is asked, not told. */
function isOutside({ data, organisation }: SlideDesk, { ids }: Pick<Proposal, 'ids'>): boolean {
  return ids.some((id) => isInArea(data, organisation, id) === false);
}

/** The office's own units first. */
function byArea(desk: SlideDesk, proposals: readonly Proposal[]): Proposal[] {
  const rank = (one: Proposal) => Number(isOutside(desk, one));
  return [...proposals].sort((a, b) => rank(a) - rank(b));
}

/** The units that are visited, as the overview has them, each with what comes first there. */
function visiting(data: Dataset, visits: readonly Visit[]): Proposal[] {
  const ids = visits.map(({ unit }) => unit);
  if (ids.length === 0) return [];
  const { visit, visitAbout, visitBrief } = words.proposals;
  const aboutOf = ({ matters }: Visit) =>
    matters.slice(0, MOST_TOPICS).flatMap(([reason]) => {
      const about = reason && subjectOf(data, reason.subject);
      return about ? [lowerFirst(about.shortName)] : [];
    });
  const topics = groupBy(visits, (one) => aboutOf(one).join(', '));
  const units = [...topics].map(([about, some]) => {
    const names = some.map(({ unit }) => unitName(data, unit)).join(', ');
    return about ? visitAbout(names, about) : names;
  });
  const task = visit(ids.length);
  return [{ task, brief: visitBrief(ids.length), units: units.join('; '), ids, days: DAYS.clear }];
}

/** What is open and late, with the units that have most of it; a number in question says so. */
function clearing(data: Dataset, tile: OverviewTile, doubts: readonly Issue[]): Proposal[] {
  const { subject, value, most, period } = tile;
  const about = subjectOf(data, subject);
  if (!about || value <= 0) return [];
  const count = `${formatCount(value)} ${about.unitLabel}`;
  const when = lowerFirst(periodName(data, period));
  const inDoubt = most.some(({ unit }) => isDisputed(data, doubts, { subject, unit, period }));
  const task =
    words.proposals.clear(lowerFirst(about.name), count, when) +
    (inDoubt ? words.proposals.disputed : '');
  const shown = most.length > MOST_NAMED ? most.slice(0, 1) : most;
  const left = value - shown.reduce((sum, one) => sum + one.value, 0);
  const others = left > 0 ? words.proposals.rest(formatCount(left)) : '';
  const ids = shown.map(({ unit: id }) => id);
  return [{ task, units: named(data, shown) + others, ids, days: DAYS.clear }];
}

/** A row for each indicator, with those that miss its target, furthest first, and how many more. */
function reaching(data: Dataset, matters: readonly Matter[]): Proposal[] {
  return matters.map(({ subject, target, units: ids, period }) => {
    const goal = target === null ? words.proposals.ownGoal : targetText(subject, target);
    const all = shortNames(
      data,
      ids.map((unit) => ({ unit, period })),
    );
    const shown = all.slice(0, MOST_MISSED).map((name) => name.replaceAll(' ', '\u00a0'));
    const more = all.length - shown.length;
    const units = shown.join(', ') + (more > 0 ? words.proposals.others(more) : '');
    const when = lowerFirst(periodName(data, period));
    const task = words.proposals.reach(lowerFirst(subject.shortName), when, goal);
    return { task, units, ids, days: null };
  });
}

/** Reports that have not come, by unit: a few by their periods, of more how many. */
function sending(data: Dataset, reasons: readonly Reason[]): Proposal[] {
  const late = reasons
    .filter(({ kind }) => kind === 'reports')
    .map(({ unit, count, periods }) => ({ unit, value: count, periods }))
    .sort((a, b) => b.value - a.value);
  if (late.length === 0) return [];
  const ids = late.map(({ unit }) => unit);
  const sum = late.reduce((all, { value }) => all + value, 0);
  const whichOf = (periods: readonly string[]) =>
    periods.map((code) => lowerFirst(periodName(data, code))).join(', ');
  const units =
    sum <= MOST_SENT
      ? late.map(({ unit, periods }) => `${unitName(data, unit)} (${whichOf(periods)})`).join(', ')
      : named(data, late);
  return [{ task: words.proposals.send(sum), units, ids, days: DAYS.send }];
}

/** Figures to be corrected: all units in one row where others come first, else a row each with what comes first. */
function correcting(
  desk: SlideDesk,
  tally: readonly IssueTally[],
  doubts: readonly Issue[],
  isOne: boolean,
): Proposal[] {
  const { data } = desk;
  const errors = tally.filter(({ code, unit }) => severityOf(code) === 'error' && unit !== '');
  const counts = [...groupBy(errors, ({ unit }) => unit)]
    .map(([unit, items]) => ({ unit, value: items.reduce((sum, { count }) => sum + count, 0) }))
    .filter(({ unit }) => data.units.has(unit))
    .sort((a, b) => b.value - a.value);
  const sum = counts.reduce((all, { value }) => all + value, 0);
  const { correct, first } = words.proposals;
  if (sum === 0) return [];
  if (isOne || counts.length > MOST_CORRECTED) {
    const ids = counts.map(({ unit }) => unit);
    const units = named(data, counts, aboveOthers(data, ids));
    return [{ task: correct(sum), units, ids, days: DAYS.correct }];
  }
  const others = counts.filter(({ unit }) => isOutside(desk, { ids: [unit] }));
  const isMany = others.length > 1; // one letter says it to all of them
  const told = isMany ? [asking(data, others)] : [];
  const single = isMany ? counts.filter((one) => !others.includes(one)) : counts;
  const own = single.map(({ unit, value }) => {
    const known = distinct(doubts.filter((issue) => issue.unit === unit));
    const main = known.filter((one, at) => at === 0 || ratesOf(data, one).length > 0);
    const points = main.slice(0, MOST_POINTS).map((one) => lowerFirst(doubtText(data, one)));
    const short = points.filter((point) => point !== '' && point.length <= MOST_POINT);
    const task = correct(value) + (short.length > 0 ? first(listed(short)) : '');
    return { task, units: unitName(data, unit), ids: [unit], days: DAYS.correct };
  });
  return [...own, ...told];
}

/** Units outside the area in one row, each with how much there is. */
function asking(data: Dataset, units: readonly Counted[]): Proposal {
  const { correct, meanwhile } = words.proposals;
  const sum = units.reduce((all, { value }) => all + value, 0);
  const names = units.map(({ unit, value }) => `${unitName(data, unit)} (${formatCount(value)})`);
  const ids = units.map(({ unit }) => unit);
  return { task: correct(sum) + meanwhile, units: names.join(', '), ids, days: DAYS.correct };
}

interface Counted {
  readonly unit: string;
  readonly value: number;
}

/**
 * "Phường Bích Trạch (182), Xã Ninh Hạc (4) và 3 đơn vị".
 *
 * @param above named in any case: they are none of the others' kind
 */
function named(data: Dataset, units: readonly Counted[], above: readonly string[] = []): string {
  const isNamed = (unit: string, at: number) => at === 0 || above.includes(unit);
  const isMany = units.length > MOST_NAMED; // of many the first
  const shown = isMany ? units.filter(({ unit }, at) => isNamed(unit, at)) : units;
  const names = shown.map(({ unit, value }) => `${unitName(data, unit)} (${formatCount(value)})`);
  const left = units.length - shown.length;
  return names.join(', ') + (left > 0 ? words.proposals.others(left) : '');
}

/** "(1) …; (2) …"; one by itself. */
const listed = (points: readonly string[]) =>
  points.length === 1 ? points.join('') : points.map((one, at) => `(${at + 1}) ${one}`).join('; ');
