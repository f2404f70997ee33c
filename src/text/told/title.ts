/**
 * The finding of a view in a few words, for the title of a slide; '' where there is none, and its neutral name stands.
 * It names only units with a verdict, as the full sentence does (text/told/sentence.ts).
 */
import type { Subject } from '../../model/catalogue.ts';
import type { Dataset } from '../../model/dataset.ts';
import { type Figure, figureKey } from '../../model/figure.ts';
import { reaches } from '../../model/statistics/reference.ts';
import type { CompareGroup } from '../../question/compare.ts';
import { figureText, valueText } from '../figure.ts';
import { upperFirst } from '../letter-case.ts';
import { words } from '../words.ts';
import { judged, largest, nameOf, worseFirst } from './sentence.ts';

/** Characters that a title may have, to stand in one line of a slide. */
export const MOST_TITLE = 60;

export interface CompareTitle {
  readonly title: string;
  /** Whether it speaks of this figure. */
  readonly isNamed: (figure: Figure) => boolean;
  /** What lies behind comes first: the finding is about it. */
  readonly worstFirst: boolean;
  /** It holds the units against the value of all. */
  readonly isOfGroup: boolean;
  /** It holds the units against their targets. */
  readonly isOfTarget: boolean;
}

export function compareTitle(data: Dataset, subject: Subject, group: CompareGroup): CompareTitle {
  const { title, figures, worstFirst, isOfGroup, isOfTarget } = finding(data, subject, group);
  const named = new Set(figures.map(figureKey));
  const isNamed = (figure: Figure) => named.has(figureKey(figure));
  const isFound = title !== '';
  return {
    ...{ title, isNamed, worstFirst },
    isOfGroup: isOfGroup && isFound,
    isOfTarget: isOfTarget && isFound,
  };
}

function finding(data: Dataset, subject: Subject, group: CompareGroup) {
  const about = subject.shortName;
  const known = group.rows.map(({ figure }) => figure).filter(({ value }) => value !== null);
  const told = (figures: readonly Figure[], worstFirst: boolean, ...texts: string[]) => ({
    title: fitting(about, texts),
    figures,
    worstFirst,
    ...{ isOfGroup: false, isOfTarget: false },
  });
  const [only] = known;
  if (only && known.length === 1)
    return told([], false, `${nameOf(data, only)} ${figureText(subject, only)}`);
  if (!subject.isRatio && group.total) {
    const most = largest(known);
    if (!most) return told([], false);
    return told([most], false, words.title.most(nameOf(data, most), figureText(subject, most)));
  }
  const { total } = group;
  const missed = missing(subject, group);
  if (missed) {
    const worstFirst = missed.figures.length > 0;
    const isOver = subject.direction === 'down';
    const { figures, all, target } = missed;
    const text = worstFirst
      ? words.title.below(figures.length, all, target)
      : words.title.reached(all, target);
    const short = worstFirst ? words.title.belowAt(figures.length, all, target, isOver) : text;
    return { ...told(figures, worstFirst, text, short), isOfTarget: true };
  }
  if (!total) return told([], false);
  const overall = valueText(subject, total.value);
  const sides = judged(data, subject, group);
  const order = worseFirst(subject);
  const side = order.find((item) => sides[item].length > 0);
  if (!side) {
    const isJudged = subject.countsCases && subject.direction !== 'none' && subject.scale === 100;
    return told([], false, isJudged ? words.title.alike(overall) : '');
  }
  const figures = sides[side];
  const names = figures.map((figure) => nameOf(data, figure));
  const [first] = figures;
  const value = first ? figureText(subject, first) : '';
  const found = told(
    figures,
    side === order[0],
    ...(figures.length === 1 ? [words.title.apart(side, `${names[0]} ${value}`, overall)] : []),
    ...(figures.length === 2 ? [words.title.apart(side, names.join(', '), overall)] : []),
    words.title.someApart(side, figures.length, overall),
  );
  return { ...found, isOfGroup: true };
}

/** "Thấp hơn hẳn mức chung 68,2%: 7 đơn vị, rõ nhất Xã Đông Nhạn."; '' where nobody is behind beyond chance. */
export function behindLead(data: Dataset, subject: Subject, group: CompareGroup): string {
  if (!subject.isRatio || !group.total) return '';
  const [side] = worseFirst(subject);
  const [first, ...others] = judged(data, subject, group)[side];
  if (!first) return '';
  const overall = valueText(subject, group.total.value);
  return words.title.behindLead(side, overall, others.length + 1, nameOf(data, first));
}

/**
 * Those behind their target, with its value where it is one for all ('' of several); null where there is none, or not
 * all can be held against theirs.
 */
function missing(subject: Subject, { rows }: CompareGroup) {
  const known = rows.filter(({ figure }) => figure.value !== null);
  const targets = known.map(
    ({ references }) => references.find((item) => item.kind === 'target') ?? null,
  );
  const [first] = targets;
  if (known.length < 2 || !first || first.value === null) return null;
  const met = known.map(({ figure }, at) => reaches(subject, figure, targets[at] ?? null));
  if (met.includes(null)) return null;
  const isOne = targets.every((target) => target?.value === first.value);
  return {
    figures: known.flatMap(({ figure }, at) => (met[at] === false ? [figure] : [])),
    all: known.length,
    target: isOne ? valueText(subject, first.value) : '',
  };
}

/** The first text that fits a title, with what it is about in front where there is room. */
export function fitting(about: string, texts: readonly string[]): string {
  const wanted = texts
    .filter(Boolean)
    .flatMap((text) => (about ? [words.title.about(about, text), upperFirst(text)] : [text]));
  return wanted.find((text) => text.length <= MOST_TITLE) ?? '';
}
