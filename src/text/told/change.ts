/** Changes since a base in words: of one unit, of a group, the finding of a drawing. */
import type { Subject } from '../../model/catalogue.ts';
import type { Dataset } from '../../model/dataset.ts';
import type { Figure } from '../../model/figure.ts';
import { baseOf, type Change, changesOf, hasFewCases } from '../../model/statistics/change.ts';
import { SMALL_N } from '../../model/statistics/verdict.ts';
import { type Base, baseCode, YEAR_BEFORE } from '../../model/time/base.ts';
import { parsePeriod } from '../../model/time/period.ts';
import { formatPeriod } from '../../model/writing/date.ts';
import { formatNumber } from '../../model/writing/number.ts';
import type { CompareGroup, CompareRow } from '../../question/compare.ts';
import { changeText, figureText } from '../figure.ts';
import { lowerFirst } from '../letter-case.ts';
import { periodName } from '../name.ts';
import { words } from '../words.ts';
import { nameOf } from './sentence.ts';
import { gapText } from './standing.ts';
import { MOST_NAMES } from './tendency.ts';
import { fitting } from './title.ts';

type Side = 'better' | 'worse' | 'higher' | 'lower';

/** The changes of a comparison's rows, each among those of its group. */
export function changesIn(
  data: Dataset,
  subject: Subject,
  groups: readonly CompareGroup[],
): ReadonlyMap<Figure, Change> {
  return new Map(groups.flatMap(({ rows }) => [...changesOf(data, subject, rows)]));
}

/** "Quý IV/2024": the period that a group's changes are told against; '' where there is none. */
export function baseName(data: Dataset, group: Pick<CompareGroup, 'period'>, base: Base): string {
  const code = baseCode(data.periods, group.period, base);
  return code ? formatPeriod(data.periods.get(code) ?? parsePeriod(code)) : '';
}

/** Sign and words of a change; null where chance cannot be reckoned with. */
export function changeWords(change: Change) {
  const say = words.comparing.change.verdict;
  if (change.verdict === null)
    return hasFewCases(change) ? ({ tone: 'few', text: say.few } as const) : null;
  if (change.verdict === 'similar') return { tone: 'similar', text: say.similar } as const;
  const side = sideOf(change) ?? 'higher';
  const tone = ({ better: 'better', worse: 'worse', higher: 'rise', lower: 'fall' } as const)[side];
  return { tone, text: say[side] };
}

/** "+9,2 điểm", of a count "+12 (+8,3%)". */
export function changedText(subject: Subject, change: Change): string {
  if (change.by === null) return '';
  const text = changeText(subject, change.by);
  const percent = percentOf(subject, change);
  return percent === null ? text : `${text} (${percentText(percent)})`;
}

/** Of a count how many per cent it has changed by; null of ratios, and from nothing. */
export function percentOf(subject: Subject, { by, base }: Change): number | null {
  if (subject.isRatio || by === null || !base?.value) return null;
  return (by / Math.abs(base.value)) * 100;
}

export function percentText(percent: number): string {
  const text = formatNumber(percent, 1);
  return words.comparing.change.percent(percent > 0 ? `+${text}` : text);
}

/** "62,1% → 71,3%". */
export function pairText(subject: Subject, { figure, base }: Change): string {
  if (!base) return figureText(subject, figure);
  return words.comparing.change.pair(figureText(subject, base), figureText(subject, figure));
}

/** What the strip says of a row; '' of the year before, which every row's facts have. */
export function changeFact(
  data: Dataset,
  subject: Subject,
  row: CompareRow,
  change: Change,
): string {
  const base = baseOf(row);
  const say = words.comparing.change;
  const found = changeWords(change);
  if (!base || base.value === null || row.base === undefined) return found ? found.text : '';
  const period = periodName(data, base.period);
  const told = say.since(period, figureText(subject, base), changedText(subject, change));
  return [change.by === null ? say.unlike(period) : told, found?.text].filter(Boolean).join(', ');
}

/** Those that moved beyond chance, by which way, the largest change first. */
function movedOf(changes: readonly Change[]): Readonly<Record<Side, readonly Change[]>> {
  const of = (side: Side) =>
    changes
      .filter((change) => sideOf(change) === side)
      .sort((a, b) => Math.abs(b.by ?? 0) - Math.abs(a.by ?? 0));
  return { better: of('better'), worse: of('worse'), higher: of('higher'), lower: of('lower') };
}

function sideOf({ verdict, meaning }: Change): Side | null {
  if (verdict === null || verdict === 'similar') return null;
  return meaning || verdict;
}

const SIDES: readonly Side[] = ['worse', 'better', 'higher', 'lower'];

/** What the drawing shows: who moved beyond chance, then how many could be compared; '' where nobody could. */
export function changeSentence(
  data: Dataset,
  subject: Subject,
  group: CompareGroup | undefined,
  base: Base,
): string {
  if (!group) return '';
  const changes = [...changesOf(data, subject, group.rows).values()];
  const told = changes.filter(({ by }) => by !== null);
  const since = baseName(data, group, base);
  if (told.length === 0 || !since) return '';
  const { change } = words.comparing;
  const finding = told.some(({ verdict }) => verdict !== null)
    ? movedText(data, subject, told) || change.steady(since)
    : plainText(told, since);
  const scope = change.scope(
    unitsOf(told.map(({ figure }) => figure)),
    Math.max(group.expected, unitsOf(group.rows.map(({ figure }) => figure))),
    periodName(data, group.period),
    since,
  );
  const few = told.filter(hasFewCases).length;
  const caveat = few > 0 ? words.sentence.caveat(words.sentence.small(few)) : '';
  return [finding, scope, caveat].flatMap((part) => (part ? [`${part}.`] : [])).join(' ');
}

function movedText(data: Dataset, subject: Subject, changes: readonly Change[]): string {
  const moved = movedOf(changes);
  const texts = SIDES.flatMap((side) => {
    const own = moved[side];
    if (own.length === 0) return [];
    const names = own
      .slice(0, MOST_NAMES)
      .map(({ figure, base }) =>
        words.comparing.change.from(
          nameOf(data, figure),
          base ? figureText(subject, base) : '',
          figureText(subject, figure),
        ),
      );
    const more = own.length - names.length;
    const list = names.join(', ') + (more > 0 ? ` ${words.sentence.others(more)}` : '');
    return [words.comparing.change.moved(side, list)];
  });
  return texts.map((text, at) => (at === 0 ? text : lowerFirst(text))).join('; ');
}

function plainText(changes: readonly Change[], since: string): string {
  const count = (sign: number) => changes.filter(({ by }) => Math.sign(by ?? 0) === sign).length;
  return words.comparing.change.plain(count(1), count(-1), since);
}

/** The finding in the room of a title, and the figures that it is about. */
export function changeTitle(data: Dataset, subject: Subject, group: CompareGroup) {
  const changes = [...changesOf(data, subject, group.rows).values()];
  const told = changes.filter(({ by }) => by !== null);
  const judged = told.filter(({ verdict }) => verdict !== null);
  const moved = movedOf(told);
  const side = SIDES.find((item) => moved[item].length > 0);
  const say = words.comparing.change;
  if (!side) {
    const texts = judged.length > 1 ? [say.nobody] : [];
    return { title: fitting(subject.shortName, texts), named: new Set<Figure>() };
  }
  const own = moved[side];
  const [first] = own;
  const texts = [
    ...(first && own.length === 1
      ? [say.one(side, nameOf(data, first.figure), changedText(subject, first))]
      : []),
    say.some(side, own.length, judged.length),
  ];
  const named = new Set(own.map(({ figure }) => figure));
  return { title: fitting(subject.shortName, texts), named };
}

/** How changes are judged, and what to mind with this base. */
export function changeNotes(
  data: Dataset,
  subject: Subject,
  changes: readonly Change[],
  base: Base,
): string[] {
  const say = words.comparing.change;
  const told = changes.filter(({ by }) => by !== null);
  const judged = told.filter(
    ({ figure, base: then }) =>
      (figure.denominator ?? 0) >= SMALL_N && (then?.denominator ?? 0) >= SMALL_N,
  );
  const isJudged = told.some(({ verdict }) => verdict !== null);
  return [
    isJudged ? say.explain(gapText(data, subject), judged.length) : '',
    told.length > 0 && !isJudged ? say.unjudged : '',
    told.length > 0 && base !== YEAR_BEFORE && !isYears(data, told) ? say.season : '',
  ].filter(Boolean);
}

/** Whether every base lies whole years before. */
function isYears(data: Dataset, changes: readonly Change[]): boolean {
  return changes.every(({ figure, base }) => {
    const day = (code = '') => data.periods.get(code)?.start.slice(5);
    return day(figure.period) === day(base?.period);
  });
}

function unitsOf(figures: readonly Figure[]): number {
  return new Set(figures.map(({ unit }) => unit)).size;
}
