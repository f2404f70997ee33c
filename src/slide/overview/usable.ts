/** Where units cannot be compared: which figures of each may be used, which only for reference, and which not yet. */
import { type Dataset, subjectOf } from '../../model/dataset.ts';
import { type Figure, isEstimate, isFlagged, isPartial, isWeak } from '../../model/figure.ts';
import type { OverviewAnswer } from '../../question/overview.ts';
import { lowerFirst, upperFirst } from '../../text/letter-case.ts';
import { briefPeriod, partName, unitName } from '../../text/name.ts';
import { fitting } from '../../text/told/title.ts';
import { words } from '../../text/words.ts';
import type { SlideDesk } from '../desk.ts';
import { fitted } from '../fitted.ts';
import { largeText } from '../page/few.ts';
import type { Slide, SlideCell, TableSlide } from '../slide.ts';
import { withoutEmpty } from '../table.ts';
import { textsOf } from '../texts.ts';

type Class = 'usable' | 'reference' | 'open';

const USES: readonly Class[] = ['usable', 'reference', 'open'];
const TONES = { usable: 'plain', reference: 'pale', open: 'warning' } as const;

/** Figures of one cell: as many as a page has room for. */
const MOST_EACH = [12, 8, 6, 4, 3];

/**
 * A row a unit. What must be checked is not used yet; what is of few cases, estimated, or a sum of which reports are
 * missing is for reference. None where that divides nothing.
 */
export function usableSlide(
  desk: SlideDesk,
  { figures }: OverviewAnswer,
  units: readonly string[],
): Slide[] {
  const { data } = desk;
  const own = figures.filter((one) => units.includes(one.unit) && isResult(data, one));
  const { usable, reference, open } = usesIn(data, figures, units);
  if (open === 0 || open === own.length) return [];
  const { heading, title, lead, columns, parts: names } = words.present.uses;
  const known = units.filter((unit) => own.some((one) => one.unit === unit));
  const slideOf = (most: number): TableSlide => ({
    type: 'table',
    ...textsOf(desk, heading, own),
    title: fitting('', [title(usable, own.length, open)]) || heading,
    sentence: lead,
    lead,
    parts: USES.map((use, at) => ({
      count: { usable, reference, open }[use],
      name: names[at] ?? '',
      tone: TONES[use],
    })).filter(({ count }) => count > 0),
    footnotes: own.some(isProvisional) ? [words.present.uses.provisional] : [],
    ...withoutEmpty(
      [words.column.unit, ...columns].map((name) => ({ name, number: false })),
      known.map((unit) => [
        { text: nameOf(data, own, unit), bold: true },
        ...USES.map((use) => cellOf(data, own, unit, use, most)),
      ]),
    ),
  });
  const made = MOST_EACH.map(slideOf);
  const whole = made.find((slide) => fitted(slide).length === 1) ?? made.at(-1);
  return whole ? [whole] : [];
}

/** How many rates there are of each class. */
export function usesIn(
  data: Dataset,
  figures: readonly Figure[],
  units: readonly string[],
): Readonly<Record<Class, number>> {
  const own = figures.filter((one) => units.includes(one.unit) && isResult(data, one));
  const count = (use: Class) => own.filter((one) => classOf(one) === use).length;
  return { usable: count('usable'), reference: count('reference'), open: count('open') };
}

/** Used, but may still change. */
const isProvisional = (figure: Figure) => isWeak(figure) && classOf(figure) === 'usable';

/** A rate of a whole unit or of one of its bodies, with a value. */
function isResult(data: Dataset, { subject, value, kind, breakdown }: Figure): boolean {
  const isRate = subjectOf(data, subject)?.isRatio ?? false;
  return isRate && value !== null && kind === '' && breakdown === '';
}

function classOf(figure: Figure): Class {
  if (isFlagged(figure)) return 'open';
  const isWeak = figure.flags.includes('SMALL_N') || isEstimate(figure) || isPartial(figure);
  return isWeak || figure.status === 'E' ? 'reference' : 'usable';
}

/** The period that most of its figures have stands beside the name. */
function nameOf(data: Dataset, own: readonly Figure[], unit: string): string {
  const code = own.find((one) => one.unit === unit)?.period ?? '';
  const period = data.periods.get(code);
  return `${unitName(data, unit, code)} (${period ? briefPeriod(period) : code})`;
}

function cellOf(
  data: Dataset,
  own: readonly Figure[],
  unit: string,
  use: Class,
  most: number,
): SlideCell {
  const shown = own.filter((one) => one.unit === unit && classOf(one) === use);
  const names = shown.slice(0, most).map((one) => {
    const subject = subjectOf(data, one.subject);
    const name = [subject?.shortName ?? '', partName(data, one)].filter(Boolean).join(' · ');
    const value = largeText(data, one).replaceAll(' ', '\u00a0');
    return `${lowerFirst(name)} ${value}${isProvisional(one) ? '*' : ''}`;
  });
  const more = shown.length - names.length;
  const text = upperFirst(names.join('; ')) + (more > 0 ? words.present.uses.more(more) : '');
  return use === 'open' ? { text, tone: 'warning' } : { text };
}
