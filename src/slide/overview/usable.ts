/** Where units cannot be compared: which figures of each may be used, which only for reference, and which not yet. */
import { type Dataset, subjectOf } from '../../model/dataset.ts';
import { type Figure, isFlagged, showsReported } from '../../model/figure.ts';
import type { Issue } from '../../model/issue.ts';
import type { OverviewAnswer } from '../../question/overview.ts';
import { reportedText } from '../../text/figure.ts';
import { lowerFirst, upperFirst } from '../../text/letter-case.ts';
import { partName } from '../../text/name.ts';
import { fitting } from '../../text/told/title.ts';
import { words } from '../../text/words.ts';
import type { SlideDesk } from '../desk.ts';
import { fitted } from '../fitted.ts';
import { WEAK, weakNote } from '../notes.ts';
import { countsAfter, largeText } from '../page/few.ts';
import type { Slide, SlideCell, TableSlide } from '../slide.ts';
import { withoutEmpty } from '../table.ts';
import type { SlidePart } from '../table-marks.ts';
import { textsOf } from '../texts.ts';
import { onlySlide } from './only.ts';
import {
  classOf,
  isProvisional,
  isResult,
  nameAndPeriod,
  onlyOwn,
  ownOf,
  USES,
  type Use,
  type Uses,
  usesIn,
} from './use.ts';

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
  const only = onlyOwn(desk, figures, units);
  if (only) return [onlySlide(desk, all, only, { uses, doubts })];
  const isPart = area.length < units.length;
  const slideOf = (most: number): TableSlide => ({
    type: 'table',
    ...textsOf(desk, heading, all),
    title:
      fitting('', [(isPart ? inArea : title)(usable, usable + reference + open, open)]) || heading,
    sentence: lead,
    lead,
    parts: partsOf(uses),
    footnotes: all.some(isProvisional)
      ? [words.present.uses.provisional(weakNote(data, all.filter(isProvisional)))]
      : [],
    ...withoutEmpty(
      [words.column.unit, ...columns].map((name) => ({ name, number: false })),
      known.map((unit) => [
        { text: nameAndPeriod(desk, all, unit, doubts), bold: area.includes(unit) },
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

/** The short names of rates of a class, with their values, in the office's own area. */
export function namesIn(
  desk: SlideDesk,
  figures: readonly Figure[],
  units: readonly string[],
  use: Use,
): string[] {
  const area = ownOf(desk, units);
  return figures
    .filter((one) => area.includes(one.unit) && isResult(desk.data, one) && classOf(one) === use)
    .map((one) => rateText(desk.data, one, { withCounts: false }).replace(WEAK, ''));
}

function cellOf(
  data: Dataset,
  own: readonly Figure[],
  unit: string,
  use: Use,
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

/** "hồ sơ trực tuyến 20,9% (114/545)", provisional with a mark. */
function rateText(
  data: Dataset,
  one: Figure,
  { withCounts }: { readonly withCounts: boolean },
): string {
  const subject = subjectOf(data, one.subject);
  const part = partName(data, one);
  const name = (subject?.shortName ?? '') + (part && ` (${part})`);
  const value = largeText(data, one).replaceAll(' ', '\u00a0');
  const counts = withCounts ? countsAfter(one) : '';
  const stated =
    withCounts && subject && isFlagged(one) && showsReported(one)
      ? `, ${words.chart.reported(reportedText(subject, one))}`
      : '';
  return `${lowerFirst(name)} ${value}${isProvisional(one) ? WEAK : ''}${counts}${stated}`;
}
