/** Where a unit stands, in words: its verdict, its rank, how far chance reaches, its target, last year. */
import type { Subject } from '../../model/catalogue.ts';
import type { Dataset } from '../../model/dataset.ts';
import type { Figure } from '../../model/figure.ts';
import { aheadOfTarget } from '../../model/statistics/order.ts';
import {
  comparisons,
  minGapOf,
  type Rank,
  type Standing,
  standingsOf,
} from '../../model/statistics/standing.ts';
import { SMALL_N } from '../../model/statistics/verdict.ts';
import { changeSince } from '../../model/time/comparison.ts';
import { decimalsOf, formatNumber } from '../../model/writing/number.ts';
import type { CompareGroup, CompareRow } from '../../question/compare.ts';
import { changeText, countsText, figureText, valueText } from '../figure.ts';
import { partName, periodName, unitName } from '../name.ts';
import { noteText } from '../note.ts';
import { words } from '../words.ts';
import { shortText } from './target.ts';

export interface VerdictWords {
  readonly tone: 'better' | 'similar' | 'worse' | 'few';
  /** "thấp hơn". */
  readonly text: string;
}

/** Where every figure of these groups stands, each in its own group. */
export function standingsIn(
  data: Dataset,
  subject: Subject,
  groups: readonly CompareGroup[],
): ReadonlyMap<Figure, Standing> {
  return new Map(
    groups.flatMap(({ rows, total }) => {
      const figures = rows.map(({ figure }) => figure);
      const found = standingsOf(data, subject, figures, total);
      return figures.flatMap((figure, at) => {
        const standing = found[at];
        return standing ? [[figure, standing] as const] : [];
      });
    }),
  );
}

/** The verdict on a figure of a group; null where the group has none at all. */
export function verdictWords(
  subject: Subject,
  figure: Figure,
  { verdict, meaning }: Standing,
  { total }: Pick<CompareGroup, 'total'>,
): VerdictWords | null {
  const say = words.comparing.verdict;
  if (verdict === 'similar') return { tone: 'similar', text: say.similar };
  if (verdict && meaning)
    return meaning === 'better'
      ? { tone: 'better', text: say.better }
      : { tone: 'worse', text: say[verdict] };
  const canJudge = subject.countsCases && subject.direction !== 'none' && subject.scale === 100;
  const isSmall = figure.denominator !== null && figure.denominator < SMALL_N;
  const isFew = canJudge && total !== null && figure.value !== null && isSmall;
  return isFew ? { tone: 'few', text: say.few } : null;
}

/** "hạng 3–7", or nothing. */
export function rankText(rank: Rank | null): string {
  return rank ? words.comparing.rank(rank.best, rank.worst) : '';
}

/** "3–7/15", or nothing. */
export function rankRange(rank: Rank | null): string {
  if (!rank) return '';
  const { best, worst, of } = rank;
  return `${best === worst ? best : `${best}–${worst}`}/${of}`;
}

/** Everything about a row of a comparison in short phrases, what it is first. */
export function rowFacts(
  data: Dataset,
  subject: Subject,
  row: CompareRow,
  group: Pick<CompareGroup, 'total'>,
  standing: Standing,
): string[] {
  const { figure } = row;
  const { interval, rank } = standing;
  const say = words.comparing;
  const value = (amount: number) => valueText(subject, amount);
  return [
    [figureText(subject, figure), countsText(figure)].filter(Boolean).join(' · '),
    row.period === figure.period ? '' : words.chart.filled(periodName(data, figure.period)),
    noteText(subject, figure),
    againstGroup(subject, row, group, standing),
    ...targetFacts(data, subject, row),
    lastYear(data, subject, row),
    rank ? say.rankOf(rank.best, rank.worst, rank.of) : '',
    interval ? say.interval(value(Math.max(0, interval.low)), value(interval.high)) : '',
  ].filter(Boolean);
}

/** Who it is about: unit and part. */
export function rowName(data: Dataset, { figure }: CompareRow): string {
  const names = [unitName(data, figure.unit, figure.period), partName(data, figure)];
  return names.filter(Boolean).join(' · ');
}

/** How verdicts, ranks and ranges come about; '' of what is not shown. */
export function explanations(
  data: Dataset,
  subject: Subject,
  group: CompareGroup | undefined,
  standings: readonly Standing[],
): string[] {
  const { comparing } = words;
  const gap = gapText(data, subject);
  const figures = (group?.rows ?? []).map(({ figure }) => figure);
  return [
    standings.some(({ verdict }) => verdict !== null)
      ? comparing.explainVerdict(gap, comparisons(subject, figures))
      : '',
    standings.some(({ rank }) => rank !== null) ? comparing.explainRank : '',
    standings.some(({ interval }) => interval !== null) ? comparing.explainInterval : '',
  ].filter(Boolean);
}

/** Smallest difference that means something: "5 điểm". */
export function gapText(data: Dataset, subject: Subject): string {
  const gap = minGapOf(data, subject);
  const text = formatNumber(gap, decimalsOf(gap));
  return subject.scale === 100 ? words.chart.changePoints(text) : text;
}

function againstGroup(
  subject: Subject,
  { figure }: CompareRow,
  group: Pick<CompareGroup, 'total'>,
  standing: Standing,
): string {
  const { total } = group;
  if (!total || !subject.isRatio || figure.value === null) return '';
  const overall = valueText(subject, total.value);
  const found = verdictWords(subject, figure, standing, group);
  if (!found) return words.comparing.group(overall);
  if (found.tone === 'few') return `${words.comparing.group(overall)}: ${words.comparing.few}`;
  return found.tone === 'similar'
    ? words.comparing.unlike(overall)
    : words.comparing.against(found.text, overall);
}

/** "chỉ tiêu 98%, còn cách 26,7 điểm"; of what was registered and of norms their value. */
function targetFacts(data: Dataset, subject: Subject, row: CompareRow): string[] {
  const ahead = aheadOfTarget(data, row);
  const { comparing } = words;
  return row.references.flatMap((reference) => {
    const text = `${words.kind[reference.kind]} ${figureText(subject, reference)}`;
    if (reference.kind !== 'target' || ahead === null) return text;
    const points = changeText(subject, Math.abs(ahead)).replace(/^\+/, '');
    if (Math.round(Math.abs(ahead) * 10 ** subject.decimals) === 0) return comparing.met(text);
    if (ahead > 0) return comparing.ahead(text, points);
    const wanting = shortText(data, subject, row.figure, reference);
    return [comparing.short(text, points), wanting];
  });
}

function lastYear(data: Dataset, subject: Subject, { figure, before }: CompareRow): string {
  if (!before || before.value === null) return '';
  const change = changeSince(figure, before, data.units, data.periods);
  return words.comparing.lastYear(
    figureText(subject, before),
    change === null ? '' : changeText(subject, change),
  );
}
