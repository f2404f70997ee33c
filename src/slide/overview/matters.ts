/** Which indicators are off: for each the units that are behind their group beyond chance, those of most units first. */
import type { Subject } from '../../model/catalogue.ts';
import type { Dataset } from '../../model/dataset.ts';
import { depthIn } from '../../model/visit/depth.ts';
import { type PeerGroup, peerGroups } from '../../model/visit/peers.ts';
import type { OverviewAnswer } from '../../question/overview.ts';
import { valueText } from '../../text/figure.ts';
import { lowerFirst } from '../../text/letter-case.ts';
import { periodName } from '../../text/name.ts';
import { shortNames } from '../../text/short-name.ts';
import { fitting } from '../../text/told/title.ts';
import { words } from '../../text/words.ts';
import type { SlideDesk } from '../desk.ts';
import type { SlideCell, TableSlide } from '../slide.ts';
import { groupNote } from './group.ts';

/** Indicators on one page, and units of each that are named. */
const MOST_MATTERS = 6;
const MOST_NAMES = 6;

interface Matter {
  readonly subject: Subject;
  readonly group: PeerGroup;
  /** Furthest behind first. */
  readonly units: readonly string[];
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
  subjects: readonly Subject[],
  whole: TableSlide,
): TableSlide | null {
  const all = mattersOf(data, answer, units, subjects);
  const shown = all.slice(0, MOST_MATTERS);
  const [first] = shown;
  if (!first) return null;
  const { offMatters, group, behindCount, behindUnits } = words.present;
  return {
    ...whole,
    title: titleOf(shown) || whole.title,
    lead: offMatters(all.length, subjects.length),
    footnotes: groupNote(data, peerGroups(data, answer.figures), units),
    spoken: [...whole.footnotes, ...spokenRows(whole)],
    columns: [
      { name: words.column.indicator, number: false },
      { name: group, number: true },
      { name: behindCount, number: true },
      { name: behindUnits, number: false },
    ],
    rows: shown.map((matter) => rowOf(data, matter, first.group.period)),
    whole: {
      columns: whole.columns,
      rows: whole.rows,
      footnotes: [...whole.footnotes, ...groupNote(data, peerGroups(data, answer.figures), units)],
    },
  };
}

function mattersOf(
  data: Dataset,
  { figures }: OverviewAnswer,
  units: readonly string[],
  subjects: readonly Subject[],
): Matter[] {
  const groups = peerGroups(data, figures);
  const depthOf = depthIn(data, groups);
  const found = subjects.flatMap((subject): Matter[] => {
    const own = groups.filter((group) => group.subject.id === subject.id);
    const [group] = own.sort((a, b) => b.members.length - a.members.length);
    const behind = own
      .flatMap(({ members }) => members)
      .filter((figure) => units.includes(figure.unit) && depthOf(figure) > 0)
      .sort((a, b) => gapOf(subject, a.value) - gapOf(subject, b.value));
    return group && behind.length > 0
      ? [{ subject, group, units: behind.map(({ unit }) => unit) }]
      : [];
  });
  return found.sort((a, b) => b.units.length - a.units.length);
}

/** The lower, the worse. */
const gapOf = ({ direction }: Subject, value: number | null) =>
  (direction === 'down' ? -1 : 1) * (value ?? 0);

/** "Nộp trực tuyến, Hộ nghèo: 5/15 đơn vị kém rõ mức chung", of those that most units are behind on. */
function titleOf([first, ...others]: readonly Matter[]): string {
  if (!first) return '';
  const count = first.units.length;
  const all = first.group.members.length;
  const isSame = ({ units, group }: Matter) =>
    units.length === count && group.members.length === all;
  const names = [first, ...others.filter(isSame)].map(({ subject }) => subject.shortName);
  const told = words.present.behindOn(count, all);
  const listed = names.map((name, at) => (at === 0 ? name : lowerFirst(name))).join(', ');
  const each = names.length > 1 ? words.present.behindEach(count, all) : told;
  return (
    fitting('', [words.title.about(listed, each)]) ||
    fitting('', [words.title.about(first.subject.shortName, told)])
  );
}

function rowOf(data: Dataset, { subject, group, units }: Matter, common: string): SlideCell[] {
  const { total, period } = group;
  const names = shortNames(
    data,
    units.map((unit) => ({ unit, period })),
  );
  const more = names.length - MOST_NAMES;
  const when = period === common ? '' : ` (${lowerFirst(periodName(data, period))})`;
  const told = names.slice(0, MOST_NAMES).join(', ');
  return [
    { text: subject.shortName + when, bold: true },
    { text: valueText(subject, (total.x / total.n) * subject.scale) },
    { text: words.present.ofUnits(units.length, group.members.length), bold: true },
    { text: more > 0 ? told + words.proposals.others(more) : told },
  ];
}

/** The table of all units, one line each, for whoever speaks. */
function spokenRows({ columns, rows }: TableSlide): string[] {
  return rows.map(([name, ...cells]) => {
    const told = cells.map(({ text }, at) => `${lowerFirst(columns[at + 1]?.name ?? '')} ${text}`);
    return `${name?.text ?? ''}: ${told.join('; ')}`;
  });
}
