/** Where units cannot be compared: which figures of each may be used, which only for reference, and which not yet. */
import { type Dataset, subjectOf } from '../../model/dataset.ts';
import {
  type Figure,
  isEstimate,
  isFlagged,
  isPartial,
  isWeak,
  showsReported,
} from '../../model/figure.ts';
import type { Issue } from '../../model/issue.ts';
import type { OverviewAnswer } from '../../question/overview.ts';
import { reportedText } from '../../text/figure.ts';
import { lowerFirst, upperFirst } from '../../text/letter-case.ts';
import { briefPeriod, partName, periodName, unitName } from '../../text/name.ts';
import { fitting } from '../../text/told/title.ts';
import { words } from '../../text/words.ts';
import type { SlideDesk } from '../desk.ts';
import { isPeriodDoubted } from '../doubt/doubts.ts';
import { fitted } from '../fitted.ts';
import { WEAK } from '../notes.ts';
import { countsAfter, largeText } from '../page/few.ts';
import type { Slide, SlideCell, TableSlide } from '../slide.ts';
import { withoutEmpty } from '../table.ts';
import type { SlidePart } from '../table-marks.ts';
import { textsOf } from '../texts.ts';
import { outsideRank } from './area.ts';

type Class = 'usable' | 'reference' | 'open';

const USES: readonly Class[] = ['usable', 'reference', 'open'];
const TONES = { usable: 'plain', reference: 'pale', open: 'warning' } as const;

/** Figures of one cell: as many as a page has room for. */
const MOST_EACH = [12, 8, 6, 4];
const LEAST_EACH = 3;

/**
 * A row a unit. What must be checked is not used yet; what is of few cases, estimated, or a sum of which reports are
 * missing is for reference. None where that divides nothing.
 */
export function usableSlide(
  desk: SlideDesk,
  { figures }: OverviewAnswer,
  units: readonly string[],
  doubts: readonly Issue[],
): Slide[] {
  const { data } = desk;
  const all = figures.filter((one) => units.includes(one.unit) && isResult(data, one));
  const area = ownOf(desk, units);
  const uses = usesIn(desk, figures, units);
  const { usable, reference, open } = uses;
  if (open === 0 || usable + reference === 0) return [];
  const { heading, title, inArea, lead, columns } = words.present.uses;
  const known = units.filter((unit) => all.some((one) => one.unit === unit));
  const [only, ...more] = known.filter((unit) => area.includes(unit));
  if (area.length < units.length && only && more.length === 0) {
    const others = known.filter((unit) => unit !== only);
    return [onlySlide(desk, all, only, { uses, doubts, others })];
  }
  const isPart = area.length < units.length;
  const slideOf = (most: number): TableSlide => ({
    type: 'table',
    ...textsOf(desk, heading, all),
    title:
      fitting('', [(isPart ? inArea : title)(usable, usable + reference + open, open)]) || heading,
    sentence: lead,
    lead,
    parts: partsOf(uses),
    footnotes: all.some(isProvisional) ? [words.present.uses.provisional] : [],
    ...withoutEmpty(
      [words.column.unit, ...columns].map((name) => ({ name, number: false })),
      known.map((unit) => [
        { text: nameOf(desk, all, unit, doubts), bold: area.includes(unit) },
        ...USES.map((use) => cellOf(data, all, unit, use, most)),
      ]),
    ),
  });
  const isFitting = (most: number) => fitted(slideOf(most)).length === 1;
  return [slideOf(MOST_EACH.find(isFitting) ?? LEAST_EACH)];
}

/** Of how many there are, how they may be used. */
function partsOf(uses: Uses): SlidePart[] {
  const { parts } = words.present.uses;
  return USES.map((use, at) => ({
    count: uses[use],
    name: parts[at] ?? '',
    tone: TONES[use],
  })).filter(({ count }) => count > 0);
}

/** The one unit of the office's own area, each of its rates by name: what a meeting agrees to use. */
function onlySlide(
  desk: SlideDesk,
  all: readonly Figure[],
  unit: string,
  { uses, doubts, others }: OnlyAbout,
): TableSlide {
  const { data } = desk;
  const { heading, ofUnit, ofUnitBrief, lead, columns, provisional, elsewhere } =
    words.present.uses;
  const own = all.filter((one) => one.unit === unit);
  const common = own[0]?.period ?? '';
  const listed = USES.map((use) => own.filter((one) => classOf(one) === use));
  const most = Math.max(...listed.map(({ length }) => length));
  const cell = (at: number, line: number, isFull: boolean): SlideCell => {
    const one = listed[at]?.[line];
    const text = one ? upperFirst(rateText(data, one, { common, isFull, withCounts: true })) : '';
    return USES[at] === 'open' ? { text, tone: 'warning' } : { text };
  };
  const { usable, reference, open } = uses;
  const name = unitName(data, unit);
  const names = others.map((other) => unitName(data, other)).join(', ');
  const slideOf = (fullUses: readonly Class[]): TableSlide => ({
    type: 'table',
    ...textsOf(desk, [heading, nameOf(desk, all, unit, doubts, true)].join(' · '), own),
    title:
      fitting('', [
        ofUnit(name, usable, reference, open),
        ofUnitBrief(name, usable, usable + reference + open, open),
      ]) || heading,
    sentence: lead,
    lead,
    parts: partsOf(uses),
    footnotes: [
      [own.some(isProvisional) ? provisional : '', elsewhere(names)].filter(Boolean).join('. '),
    ],
    ...withoutEmpty(
      columns.map((column) => ({ name: column, number: false })),
      Array.from({ length: most }, (_, line) =>
        USES.map((use, at) => cell(at, line, fullUses.includes(use))),
      ),
    ),
  });
  // what the meeting goes by has its full name before the others
  const named = [USES, ['usable', 'open'], ['usable']] as const;
  return slideOf(named.find((full) => fitted(slideOf(full)).length === 1) ?? []);
}

interface OnlyAbout {
  readonly uses: Uses;
  readonly doubts: readonly Issue[];
  /** Units outside the area. */
  readonly others: readonly string[];
}

type Uses = Readonly<Record<Class, number>>;

/** Units of the office's own area, where some are; else all. */
function ownOf(desk: SlideDesk, units: readonly string[]): readonly string[] {
  const own = units.filter((unit) => outsideRank(desk, unit) === 0);
  return own.length > 0 ? own : units;
}

/** How many rates there are of each class, in the office's own area where some units belong to it. */
export function usesIn(
  desk: SlideDesk,
  figures: readonly Figure[],
  units: readonly string[],
): Uses {
  const area = ownOf(desk, units);
  const own = figures.filter((one) => area.includes(one.unit) && isResult(desk.data, one));
  const count = (use: Class) => own.filter((one) => classOf(one) === use).length;
  return { usable: count('usable'), reference: count('reference'), open: count('open') };
}

/** Used, but may still change. */
const isProvisional = (figure: Figure) => isWeak(figure) && !isEstimate(figure);

/** A rate of a whole unit or of one of its bodies, with a value. */
function isResult(data: Dataset, { subject, value, kind, breakdown }: Figure): boolean {
  const isRate = subjectOf(data, subject)?.isRatio ?? false;
  return isRate && value !== null && kind === '' && breakdown === '';
}

/** The short names of rates of a class, with their values, in the office's own area. */
export function namesIn(
  desk: SlideDesk,
  figures: readonly Figure[],
  units: readonly string[],
  use: Class,
): string[] {
  const area = ownOf(desk, units);
  return figures
    .filter((one) => area.includes(one.unit) && isResult(desk.data, one) && classOf(one) === use)
    .map((one) => rateText(desk.data, one, { withCounts: false }).replace(WEAK, ''));
}

/** Whether a rate may be used as it stands. */
export const isUsable = (figure: Figure) => classOf(figure) === 'usable';

function classOf(figure: Figure): Class {
  if (isFlagged(figure)) return 'open';
  const isRough = isEstimate(figure) || figure.status === 'E' || figure.bound !== '';
  const isUnbacked = figure.denominator === null; // nobody can count it again
  const isSmall = figure.flags.includes('SMALL_N') || isPartial(figure) || isUnbacked;
  return isRough || isSmall ? 'reference' : 'usable';
}

/** Beside the name its period, with what is not sure of that; that it lies outside the office's area. */
function nameOf(
  desk: SlideDesk,
  all: readonly Figure[],
  unit: string,
  doubts: readonly Issue[],
  isAlone = false,
): string {
  const { data } = desk;
  const code = all.find((one) => one.unit === unit)?.period ?? '';
  const period = data.periods.get(code);
  const isDoubted = isPeriodDoubted(doubts, unit, code);
  const { unsure, outside } = words.present.uses;
  const told = [
    period && !isAlone ? briefPeriod(period) : lowerFirst(periodName(data, code)),
    isDoubted ? unsure : '',
    outsideRank(desk, unit) > 0 ? outside : '',
  ];
  return `${unitName(data, unit, code)} (${told.filter(Boolean).join('; ')})`;
}

function cellOf(
  data: Dataset,
  own: readonly Figure[],
  unit: string,
  use: Class,
  most: number,
): SlideCell {
  const shown = own.filter((one) => one.unit === unit && classOf(one) === use);
  const names = shown
    .slice(0, most)
    .map((one) => rateText(data, one, { withCounts: use === 'open' }));
  const more = shown.length - names.length;
  const text = upperFirst(names.join('; ')) + (more > 0 ? words.present.uses.more(more) : '');
  return use === 'open' ? { text, tone: 'warning' } : { text };
}

/** "nộp trực tuyến 20,9% (114/545)", provisional with a mark. */
function rateText(
  data: Dataset,
  one: Figure,
  { withCounts, common = one.period, isFull = false }: RateNaming,
): string {
  const subject = subjectOf(data, one.subject);
  const own = isFull ? subject?.name : subject?.shortName;
  const name = [own ?? '', partName(data, one)].filter(Boolean).join(' · ');
  const value = largeText(data, one).replaceAll(' ', '\u00a0');
  const counts = withCounts ? countsAfter(one) : '';
  const stated =
    withCounts && subject && isFlagged(one) && showsReported(one)
      ? `, ${words.chart.reported(reportedText(subject, one))}`
      : '';
  const when = one.period === common ? '' : `, ${lowerFirst(periodName(data, one.period))}`;
  return `${lowerFirst(name)} ${value}${isProvisional(one) ? WEAK : ''}${counts}${stated}${when}`;
}

/** How a rate is written out: with its counts, its period beside a common one, under its full name. */
interface RateNaming {
  readonly withCounts: boolean;
  readonly common?: string;
  readonly isFull?: boolean;
}
