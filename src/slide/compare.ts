/** Groups of a comparison as bar charts: n and marks in the names, targets as a series. */

import { compareQuestion, drawnGroups } from '../address/scope.ts';
import type { Subject } from '../model/catalogue.ts';
import { subjectOf } from '../model/dataset.ts';
import { type Figure, isFlagged, isWeak } from '../model/figure.ts';
import { groupBy } from '../model/group.ts';
import type { Issue } from '../model/issue.ts';
import { orderedRows } from '../model/statistics/order.ts';
import { reaches } from '../model/statistics/reference.ts';
import { domainOf } from '../model/statistics/scale.ts';
import type { Standing } from '../model/statistics/standing.ts';
import { levelRank } from '../model/unit.ts';
import type { CompareGroup, CompareRow } from '../question/compare.ts';
import { countsText, figureText, valueText } from '../text/figure.ts';
import { upperFirst } from '../text/letter-case.ts';
import { periodName, unitName } from '../text/name.ts';
import { searchGroups } from '../text/search.ts';
import { compareSentence } from '../text/told/sentence.ts';
import { standingsIn } from '../text/told/standing.ts';
import { shortText } from '../text/told/target.ts';
import { behindLead, compareTitle, MOST_TITLE } from '../text/told/title.ts';
import { words } from '../text/words.ts';
import type { SlideDesk } from './desk.ts';
import { doubtsOf } from './doubt/doubts.ts';
import {
  fewCounts,
  footnotesOf,
  levelsText,
  namesOf,
  rowName,
  slideDecimals,
  WEAK,
} from './notes.ts';
import { outsideRank } from './overview/area.ts';
import { funnelSlide } from './plot/funnel.ts';
import { mapSlide } from './plot/map.ts';
import { changeSlides } from './progress/change.ts';
import type { ChartSlide, Slide, SlideText } from './slide.ts';
import { textsOf } from './texts.ts';

export async function compareSlides(desk: SlideDesk, asked: Subject): Promise<Slide[]> {
  const { groups } = await desk.ask(compareQuestion(desk, asked.id));
  const answered = groups[0]?.rows[0]?.figure.subject ?? asked.id;
  const subject = subjectOf(desk.data, answered) ?? asked;
  const drawn = drawnGroups(desk, groups);
  /** Of a selection, too, a unit stands where it stands among all. */
  const wholeOf = (part: CompareGroup) =>
    drawn.find(({ rows }) => part.rows[0] && rows.includes(part.rows[0])) ?? part;
  const isAny = drawn.some(({ rows }) => rows.some(({ figure }) => isFlagged(figure)));
  const doubts = isAny ? await doubtsOf(desk, null) : [];
  return searchGroups(desk.data, drawn, desk.state.q)
    .filter((group) => group.rows.some(({ figure }) => figure.value !== null))
    .flatMap((group) => drawnSlides(desk, subject, group, wholeOf(group), doubts));
}

/** As bars, or as a funnel, as changes or as a map where the link says so and they can be drawn. */
function drawnSlides(
  desk: SlideDesk,
  subject: Subject,
  group: CompareGroup,
  whole: CompareGroup,
  doubts: readonly Issue[],
): Slide[] {
  if (desk.state.chart === 'change') return changeSlides(desk, subject, group, whole);
  const bars = groupSlide(desk, subject, group, whole, doubts);
  if (desk.state.chart === 'map') {
    const standings = standingsIn(desk.data, subject, [whole]);
    return [mapSlide(desk.data, subject, group, standings, bars)];
  }
  if (desk.state.chart !== 'funnel') return [bars];
  return [funnelSlide(desk.data, subject, group, textsIn(bars)) ?? bars];
}

/** The texts of a slide without what is drawn; signs and ranks stand beside bars only. */
function textsIn(slide: ChartSlide): SlideText {
  const { title, heading, sentence, note, figures, documents, source, query } = slide;
  return { title, heading, sentence, note, figures, documents, source, query, footnotes: [] };
}

function groupSlide(
  desk: SlideDesk,
  subject: Subject,
  group: CompareGroup,
  whole: CompareGroup,
  doubts: readonly Issue[],
): ChartSlide {
  const { data } = desk;
  const isWhole = desk.state.q === ''; // of a selection nothing is said
  const { title, isNamed, worstFirst, isOfGroup, isOfTarget } = compareTitle(data, subject, group);
  const known = group.rows.filter(({ figure }) => figure.value !== null);
  const { order } = desk.state;
  const turned = isWhole && title && !worstFirst && order === 'worst'; // the named ones stand on the first page
  const rows = turned ? orderedRows(data, known, 'best') : known;
  const standings = standingsIn(data, subject, [whole]);
  const isAllWeak = rows.every(({ figure }) => isWeak(figure)); // of all it is said once
  const isWeakApart = ({ figure }: CompareRow) => !isAllWeak && isWeak(figure);
  const standingOf = ({ figure }: CompareRow) => standings.get(figure) ?? null;
  const figures = rows.map((row) => row.figure);
  const targets = rows.map(targetOf);
  const goal = goalOf(subject, targets);
  const isLarge = levelRank(group.level) < levelRank('commune'); // a town's slide is not headed by its province
  const place = [
    group.parent && !(isLarge && rows.length < 2) ? unitName(data, group.parent) : '',
    periodName(data, group.period),
  ].filter(Boolean);
  const percent = subject.isRatio && subject.scale === 100;
  const values = [...figures.map((figure) => figure.value), ...targets].filter((v) => v !== null);
  const [least, most] = domainOf(subject, values);
  const finding = isWhole ? title : '';
  const heading = headingOf(subject, place, !isWhole || finding !== '');
  const texts = textsOf(desk, heading, figures, { indicator: [subject.id] });
  const told = isWhole ? compareSentence(data, subject, [group]) : '';
  const isNamedShort = !heading.startsWith(subject.name);
  return {
    type: 'bars',
    ...texts,
    title: finding || heading,
    sentence: told || (isNamedShort ? subject.name : ''),
    lead:
      leadIn(desk, subject, group, { isWhole, isOfGroup }) || (isNamedShort ? subject.name : ''),
    spoken: [
      ...rows.flatMap(({ figure }) => countsLine(desk, figure)),
      ...rankNotes(desk, isWhole ? rows.filter(({ figure }) => isNamed(figure)) : [], standingOf),
      ...rows.flatMap((row) => wantingNote(desk, subject, row)),
    ],
    footnotes: [
      ...(goal === null && targets.some((target) => target !== null)
        ? [
            isOfTarget
              ? words.present.ownTicksMet(levelsText(subject, targets))
              : words.present.ownTicks,
          ]
        : []),
      ...(rows.some(isWeakApart) ? [words.present.markedWeak] : []),
      ...absenceNotes(desk, subject, group),
      ...(isOfTarget ? countsNote(figures) : nameNotes(figures, rows.map(standingOf))),
      ...(isWhole && isOfGroup ? missedNote(subject, known) : []),
      ...footnotesOf(data, figures, false, doubts),
    ],
    categories: rows.map((row) => {
      const sign = isOfTarget ? '' : signOf(standingOf(row));
      return `${rowName(desk, row)}${isWeakApart(row) ? WEAK : ''}${sign}`;
    }),
    isAlarm: worstFirst && isOfTarget,
    marked: isWhole ? figures.flatMap((figure, at) => (isNamed(figure) ? [at] : [])) : [],
    series: [
      {
        name: subject.shortName,
        role: 'value',
        values: figures.map((figure) => figure.value),
        texts: figures.map((figure) => figureText(subject, figure)),
        isStrong: true,
        line: 'value',
        label: '',
      },
      ...(targets.some((value) => value !== null)
        ? [
            {
              name: words.chart.legendTarget,
              role: 'target' as const,
              values: targets,
              texts: targets.map((value) => (value === null ? '' : valueText(subject, value))),
              isStrong: false,
              line: 'target',
              label: '',
            },
          ]
        : []),
    ],
    goal,
    overall:
      isWhole && isOfGroup && group.total
        ? { value: group.total.value, text: valueText(subject, group.total.value) }
        : null,
    place: {
      parent: group.parent ? unitName(data, group.parent) + asideText(desk, group) : '',
      period: periodName(data, group.period),
    },
    percent,
    decimals: slideDecimals(subject, values),
    least,
    most,
  };
}

/** That the units of a group lie outside the office's area. */
function asideText(desk: SlideDesk, { rows: [first] }: CompareGroup): string {
  const isOutside = first && outsideRank(desk, first.figure.unit) > 0;
  return isOutside ? ` (${words.present.uses.outside})` : '';
}

/** The neutral name of a chart; as a title with the short name of the indicator where the full one takes two lines. */
function headingOf({ name, shortName }: Subject, place: readonly string[], isWhole: boolean) {
  const whole = [name, ...place].join(' · ');
  return isWhole || whole.length <= MOST_TITLE ? whole : [shortName, ...place].join(' · ');
}

/** The target that all bars have; null where they differ: then each has its own. */
function goalOf(subject: Subject, targets: readonly (number | null)[]): ChartSlide['goal'] {
  const [value = null] = targets;
  return value !== null && targets.every((target) => target === value)
    ? { value, text: valueText(subject, value) }
    : null;
}

/** Units without a number, by the words for their absence: "Chưa báo cáo: Xã A, Xã B". */
function absenceNotes({ data }: SlideDesk, subject: Subject, { rows }: CompareGroup): string[] {
  const absent = rows.map((row) => row.figure).filter((figure) => figure.value === null);
  return [...groupBy(absent, (figure) => figureText(subject, figure))].map(([text, figures]) => {
    return `${upperFirst(text)}: ${namesOf(data, figures)}`;
  });
}

/** What a verdict is written as behind a name. */
const SIGNS = { better: ' (+)', worse: ' (−)', '': '' } as const;

function signOf(standing: Standing | null): string {
  return SIGNS[standing?.meaning ?? ''];
}

function signNotes(standings: readonly (Standing | null)[]): string[] {
  const has = (meaning: string) => standings.some((standing) => standing?.meaning === meaning);
  const { better, worse } = words.present.sides;
  const told = [has('worse') ? `(−) ${worse}` : '', has('better') ? `(+) ${better}` : ''];
  const text = told.filter(Boolean).join('; ');
  return text ? [text] : [];
}

/** Signs, and what stands in brackets behind names, in one line. */
function nameNotes(figures: readonly Figure[], standings: readonly (Standing | null)[]): string[] {
  const told = [...signNotes(standings), ...countsNote(figures)];
  return told.length > 0 ? [told.join('. ')] : [];
}

/** What stands in brackets behind the names of those with few cases. */
function countsNote(figures: readonly Figure[]): string[] {
  return figures.some((figure) => fewCounts(figure) !== '') ? [words.present.inBrackets] : [];
}

/** What a room reads under a title that holds units against their targets: how they stand among themselves. */
function leadIn(
  { data }: SlideDesk,
  subject: Subject,
  group: CompareGroup,
  { isWhole, isOfGroup }: { readonly isWhole: boolean; readonly isOfGroup: boolean },
): string {
  if (!isWhole) return '';
  return isOfGroup ? '' : behindLead(data, subject, group);
}

/** "Xã A: 26,0% (27/104)", for the speaker. */
function countsLine({ data }: SlideDesk, figure: Figure): string[] {
  const counts = countsText(figure);
  return counts ? [`${unitName(data, figure.unit, figure.period)}: ${counts}`] : [];
}

/** How many have not reached their own target, whose-ever it is, where the title is about something else. */
function missedNote(subject: Subject, rows: readonly CompareRow[]): string[] {
  const held = rows.flatMap(({ figure, references }) => {
    const target = references.find(({ kind }) => kind === 'target') ?? null;
    const isMet = reaches(subject, figure, target);
    return isMet === null ? [] : [isMet];
  });
  const missed = held.filter((isMet) => !isMet).length;
  return held.length > 1 ? [words.present.missedOwn(missed, held.length)] : [];
}

/** Ranks of the units that the title speaks of. */
const MOST_RANKS = 10;

function rankNotes(
  { data }: SlideDesk,
  rows: readonly CompareRow[],
  standingOf: (row: CompareRow) => Standing | null,
): string[] {
  const told = rows.slice(0, MOST_RANKS).flatMap((row) => {
    const rank = standingOf(row)?.rank;
    const name = unitName(data, row.figure.unit, row.figure.period);
    return rank ? [{ name, text: words.comparing.rankOf(rank.best, rank.worst, rank.of) }] : [];
  });
  const byRank = [...groupBy(told, ({ text }) => text)];
  const texts = byRank.map(([text, same]) => `${same.map(({ name }) => name).join(', ')}: ${text}`);
  return texts.length > 0 ? [texts.join('; ')] : [];
}

/** "Xã A: còn thiếu 37 hồ sơ … để đạt 80%". */
function wantingNote(
  { data }: SlideDesk,
  subject: Subject,
  { figure, references }: CompareRow,
): string[] {
  const target = references.find(({ kind }) => kind === 'target');
  const text = target ? shortText(data, subject, figure, target) : '';
  return text ? [`${unitName(data, figure.unit, figure.period)}: ${text}`] : [];
}

function targetOf({ references }: CompareRow): number | null {
  return references.find((figure) => figure.kind === 'target')?.value ?? null;
}
