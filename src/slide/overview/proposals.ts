/** A draft of what a meeting concludes, in the order of the pages: drawn from the figures, with a proposed time. */
import {
  isNarrowed,
  overviewQuestion,
  targetsQuestion,
  visitsQuestion,
} from '../../address/scope.ts';
import { type Dataset, subjectOf } from '../../model/dataset.ts';
import { groupBy } from '../../model/group.ts';
import type { Issue } from '../../model/issue.ts';
import { reportingUnits } from '../../model/statistics/shown.ts';
import { today } from '../../model/time/today.ts';
import { MOST_VISITS, rankVisits, type Visit } from '../../model/visit/ranking.ts';
import type { Reason } from '../../model/visit/reason.ts';
import { formatCount } from '../../model/writing/number.ts';
import type { OverviewAnswer, OverviewTile } from '../../question/overview.ts';
import { targetText } from '../../text/figure.ts';
import { lowerFirst } from '../../text/letter-case.ts';
import { periodName, unitName } from '../../text/name.ts';
import { shortNames } from '../../text/short-name.ts';
import { namesThatFit } from '../../text/source.ts';
import { words } from '../../text/words.ts';
import type { SlideDesk } from '../desk.ts';
import { doubtsOf, isDisputed } from '../doubt/doubts.ts';
import { hasRateIn } from '../doubt/points.ts';
import { fitted } from '../fitted.ts';
import type { SlideCell, TableSlide } from '../slide.ts';
import { spelt } from '../spelt.ts';
import { textsOf } from '../texts.ts';
import { dueText, goalsNote, sentText, timeText } from './due.ts';
import type { Matter } from './matter.ts';
import { offMattersOf } from './matters.ts';
import { mainSubjects } from './overview.ts';
import {
  adopting,
  chairText,
  correcting,
  DAYS,
  isOutside,
  named,
  type Proposal,
  updating,
} from './proposal.ts';

/** Rows, as far as not all are needed anyway, and of each kind. */
const MOST_ROWS = 7;
const MOST_TILES = 1;
/** Units that a row names where they miss the target of an indicator. */
const MOST_MISSED = 10;
/** Matters that are told of each unit to be visited; missing reports, and units that are late, by name. */
const MOST_TOPICS = 2;
const MOST_SENT = 4;
const MOST_LATE = 4;
/** Later than any of these: until the next report. */
const UNTIL_NEXT = 1000;
/** Characters of its columns: the task has what room there is. */
const MOST_OF = [{}, { most: 50 }, { most: 9 }, { most: 19 }] as const;

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
  const hasRate = hasRateIn(answer.figures);
  const before = [
    ...(visits.length > 0 ? [] : adopting(desk, answer)),
    ...visiting(data, visits),
    ...byArea(desk, correcting(desk, tally, doubts, { isOne: visits.length > 0, hasRate })),
    ...answer.tiles
      .slice(0, MOST_TILES)
      .flatMap((tile) => clearing(data, tile, doubts))
      .filter((one) => !isOutside(desk, one)),
  ];
  const after = [...sending(data, reasons), ...updating(desk, answer, day)];
  const matters = await mattersFor(desk, answer, first);
  const fixed = [...before, ...after];
  const pageOf = (goals: number) =>
    draftPage(desk, { answer, day, visits, fixed, matters, goals: Math.max(0, goals) });
  const room = Math.min(matters.length, MOST_ROWS - fixed.length);
  if (fixed.length + Math.max(0, room) === 0) return null;
  const counts = Array.from({ length: Math.max(0, room) }, (_, at) => room - at);
  const isRoomy = (page: TableSlide) =>
    fitted({ ...page, rows: [...page.rows, [{ text: '' }]] }).length === 1; // names that do not break take more
  return pageOf(counts.find((goals) => isRoomy(pageOf(goals))) ?? 0); // the others are told below it
}

interface Draft {
  readonly answer: OverviewAnswer;
  /** On which the meeting is. */
  readonly day: string;
  readonly visits: readonly Visit[];
  /** Tasks that have a row whatever room there is. */
  readonly fixed: readonly Proposal[];
  readonly matters: readonly Matter[];
  /** How many of them have a row. */
  readonly goals: number;
}

function draftPage(desk: SlideDesk, { answer, day, visits, fixed, matters, goals }: Draft) {
  const { data } = desk;
  const last = (one: Proposal) =>
    isOutside(desk, one) ? Number.MAX_SAFE_INTEGER : (one.days ?? UNTIL_NEXT);
  const proposals = [...fixed, ...reaching(data, matters.slice(0, goals))].sort(
    (a, b) => last(a) - last(b),
  );
  const due = dueText(data, answer, day);
  const [noted] = goals > 0 ? goalsNote(data, answer, day) : [];
  const { heading, lead, leadWith, task, owner, chair, due: dueName } = words.proposals;
  const told = noted ? leadWith(noted) : lead;
  const isTold = ({ subject, units }: Matter) =>
    units.every((unit) =>
      visits.some((visit) => visit.unit === unit && topicsOf(visit).includes(subject.id)),
    );
  return spelt(data, {
    type: 'table' as const,
    ...textsOf(desk, heading, []),
    title: words.proposals.title(
      proposals.length,
      proposals.find(({ brief }) => brief)?.brief ?? '',
    ),
    sentence: told,
    lead: told,
    footnotes: otherGoals(matters.slice(goals).filter((one) => !isTold(one))),
    columns: [task, owner, chair, dueName].map((name, at) => ({
      name,
      number: false,
      ...MOST_OF[at],
    })),
    rows: proposals.map((one, at) =>
      rowOf(desk, one, at, isOutside(desk, one) ? sentText(day) : timeText(one, due, day)),
    ),
  });
}

/** A task with its number, those that it is for, who leads it, by when. */
function rowOf(desk: SlideDesk, one: Proposal, at: number, when: string): SlideCell[] {
  const { inform, office } = words.proposals;
  const isAsked = isOutside(desk, one);
  const told = isAsked ? inform(lowerFirst(one.task)) : one.task;
  const chair = isAsked ? office : chairText(desk, one);
  return [`${at + 1}. ${told}`, one.units, chair, when].map((text) => ({ text }));
}

/** Indicators whose targets are missed too, as many as a line has room for, and how many more. */
function otherGoals(matters: readonly Matter[]): string[] {
  const { unitsOf, otherGoals: say, moreGoals } = words.proposals;
  const told = matters.map(
    ({ subject, units, all }) => `${lowerFirst(subject.shortName)} (${unitsOf(units.length, all)})`,
  );
  const shown = told.slice(0, namesThatFit(told, MOST_LEFT));
  const more = told.length - shown.length;
  return told.length > 0 ? [say(shown.join(', ') + (more > 0 ? moreGoals(more) : ''))] : [];
}

/** Characters of what is said of them. */
const MOST_LEFT = 76;

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

/** The office's own units first. */
function byArea(desk: SlideDesk, proposals: readonly Proposal[]): Proposal[] {
  const rank = (one: Proposal) => Number(isOutside(desk, one));
  return [...proposals].sort((a, b) => rank(a) - rank(b));
}

/** What a visit is about first. */
const topicsOf = ({ matters }: Visit) =>
  matters.slice(0, MOST_TOPICS).flatMap(([reason]) => (reason?.subject ? [reason.subject] : []));

/** The units that are visited, as the overview has them, each with what comes first there. */
function visiting(data: Dataset, visits: readonly Visit[]): Proposal[] {
  const ids = visits.map(({ unit }) => unit);
  if (ids.length === 0) return [];
  const { visit, visitAbout, visitBrief } = words.proposals;
  const short = shortNames(data, visits);
  const named = visits.map((one, at) => ({ one, name: short[at] ?? '' }));
  const aboutOf = (visit: Visit) =>
    topicsOf(visit).map((id) => lowerFirst(subjectOf(data, id)?.shortName ?? ''));
  const topics = groupBy(named, ({ one }) => aboutOf(one).filter(Boolean).join(', '));
  const units = [...topics].map(([about, some]) => {
    const names = some.map(({ name }) => name).join(', ');
    return about ? visitAbout(names, about) : names;
  });
  const task = visit(ids.length);
  return [
    {
      ...{ task, brief: visitBrief(ids.length), units: units.join('; '), ids },
      ...{ chair: 'meeting', days: DAYS.clear },
    },
  ];
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
  const shown = most.slice(0, MOST_LATE);
  const names = shortNames(data, shown).map(
    (name, at) => `${name} (${formatCount(shown[at]?.value ?? 0)})`,
  );
  const left = value - shown.reduce((sum, one) => sum + one.value, 0);
  const others = left > 0 ? words.proposals.rest(formatCount(left)) : '';
  const ids = shown.map(({ unit: id }) => id);
  return [{ task, units: names.join(', ') + others, ids, chair: 'units', days: DAYS.clear }];
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
    return { task, units, ids, chair: 'units', days: null };
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
  return [{ task: words.proposals.send(sum), units, ids, chair: 'office', days: DAYS.send }];
}
