/** The rates of the one unit of an office's own area: a row each with what it rests on. */
import { type Dataset, subjectOf } from '../../model/dataset.ts';
import { type Figure, isEstimate, isFlagged, isPartial } from '../../model/figure.ts';
import type { Issue } from '../../model/issue.ts';
import { SMALL_N } from '../../model/statistics/verdict.ts';
import { countsText } from '../../text/figure.ts';
import { lowerFirst, upperFirst } from '../../text/letter-case.ts';
import { partName, periodName, unitName } from '../../text/name.ts';
import { fitting } from '../../text/told/title.ts';
import { words } from '../../text/words.ts';
import type { SlideDesk } from '../desk.ts';
import { doubtOf } from '../doubt/doubts.ts';
import { WEAK, weakNote } from '../notes.ts';
import { caseName, isHandful, largeText } from '../page/few.ts';
import type { SlideCell, TableSlide } from '../slide.ts';
import { withoutEmpty } from '../table.ts';
import { textsOf } from '../texts.ts';
import { classOf, isProvisional, nameAndPeriod, USES, type Use, type Uses } from './use.ts';

/** Characters of the name of a rate. */
const MOST_RATE = 48;

/** What a meeting agrees to use. @param all rates of the unit, and of others */
export function onlySlide(
  desk: SlideDesk,
  all: readonly Figure[],
  unit: string,
  { uses, doubts }: OnlyAbout,
): TableSlide {
  const { data } = desk;
  const { heading, ofUnit, ofUnitBrief, rule, more, head } = words.present.uses;
  const own = all.filter((one) => one.unit === unit);
  const sorted = USES.flatMap((use) => own.filter((one) => classOf(one) === use));
  const { usable, reference, open } = uses;
  const name = unitName(data, unit);
  const common = own[0]?.period ?? '';
  const weak = own.filter(isProvisional);
  const unnamed = weak.filter((one) => !isFlagged(one)); // of the others the row says more
  const provisional =
    weak.length > 0 ? words.present.uses.provisional(weakNote(data, unnamed)) : '';
  /** In one line: a page has room for one note. */
  const left = (shown: number) =>
    [shown < sorted.length ? `…${more(sorted.length - shown)}` : '', provisional]
      .filter(Boolean)
      .join('. ');
  return {
    type: 'table',
    ratesOf: unit,
    ...textsOf(desk, [heading, nameAndPeriod(desk, all, unit, doubts, true)].join(' · '), own),
    title:
      fitting('', [
        ofUnit(name, usable, reference, open),
        ofUnitBrief(name, usable, usable + reference + open),
      ]) || heading,
    sentence: rule(SMALL_N),
    lead: rule(SMALL_N),
    footnotes: [left(sorted.length)].filter(Boolean),
    left,
    ...withoutEmpty(
      [
        { name: head.use, number: false, most: 14 },
        { name: head.rate, number: false, most: MOST_RATE + 8 },
        { name: words.column.value, number: true },
        { name: head.grounds, number: false, most: 29 },
      ],
      sorted.map((one, at) => rateCells(data, one, sorted[at - 1], common)),
    ),
  };
}

interface OnlyAbout {
  readonly uses: Uses;
  readonly doubts: readonly Issue[];
}

/** How a rate may be used is said of the first of each kind. */
function rateCells(
  data: Dataset,
  one: Figure,
  before: Figure | undefined,
  common: string,
): SlideCell[] {
  const use = classOf(one);
  const tone = use === 'open' ? { tone: 'warning' as const } : {};
  const isFirst = !before || classOf(before) !== use;
  const when = one.period === common ? '' : ` (${lowerFirst(periodName(data, one.period))})`;
  const value = largeText(data, one).replaceAll(' ', '\u00a0') + (isProvisional(one) ? WEAK : '');
  return [
    { text: isFirst ? upperFirst(nameOfUse(use)) : '', bold: true, ...tone },
    { text: nameOfRate(data, one) + when },
    { text: value, bold: true, ...tone },
    { text: groundsOf(data, one), ...tone },
  ];
}

/** In full without the word that the column has for a head, in short where a line has no room for that; and its body. */
function nameOfRate(data: Dataset, one: Figure): string {
  const { name = '', shortName = '' } = subjectOf(data, one.subject) ?? {};
  const full = upperFirst(words.present.uses.bare(name));
  const told = [full, shortName].map((own) =>
    [own, partName(data, one)].filter(Boolean).join(', '),
  );
  return told.find(({ length }) => length <= MOST_RATE) ?? told.at(-1) ?? '';
}

/** "45/302 hồ sơ", "11/12 vụ; dưới 30": what it rests on, where the value does not say it, and why it may not be used. */
function groundsOf(data: Dataset, one: Figure): string {
  const counts = isHandful(one) ? '' : countsText(one);
  const cases = isFlagged(one) ? '' : caseName(data, one);
  const told = counts && [counts, cases].filter(Boolean).join('\u00a0');
  return upperFirst([told, lowerFirst(whyNot(data, one))].filter(Boolean).join('; '));
}

const nameOfUse = (use: Use) => words.present.uses.parts[USES.indexOf(use)] ?? '';

/** Why a rate may not be used as it stands, in few words (the closing page has the points); '' where it may. */
function whyNot(data: Dataset, one: Figure): string {
  const { estimated, bounded, few, partial, uncounted } = words.present.uses.why;
  if (isFlagged(one)) return doubtOf(data, one, []);
  if (isEstimate(one) || one.status === 'E') return estimated;
  if (one.bound !== '') return bounded;
  if (one.flags.includes('SMALL_N')) return few;
  if (isPartial(one)) return partial;
  return one.denominator === null ? uncounted : '';
}
