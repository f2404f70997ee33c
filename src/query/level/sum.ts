/** A figure added up from other units: Σ numerator ÷ Σ denominator, of a count Σ (docs/figures.md, "Sums over units"). */
import type { Subject } from '../../model/catalogue.ts';
import { type Dataset, subjectOf } from '../../model/dataset.ts';
import { absentFigure, type Figure, type LeftOut, type SumPart } from '../../model/figure.ts';
import { groupBy } from '../../model/group.ts';
import { type Absence, STATUSES, type Status, UNFIT_STATUSES } from '../../model/observation.ts';
import type { Piece } from '../../model/tree/lineage.ts';
import { isTold } from './expected.ts';

export interface SumOrder {
  readonly of: 'below' | 'before';
  /** The figure that is made: its absence stands where nobody told anything. */
  readonly place: Pick<Figure, 'subject' | 'unit' | 'body' | 'period' | 'breakdown' | 'category'>;
  readonly none: Absence;
  readonly pieces: readonly Piece[];
  /** Figures of this subject, period, breakdown, category and body, by unit. */
  readonly figures: ReadonlyMap<string, Figure>;
  readonly expected: (told: readonly string[]) => number;
  /** Nothing may be missing: half a unit's past is not its past. */
  readonly whole: boolean;
}

/** Adds up what may be added; whoever is left out is named with the reason. */
export function sumFigure(data: Dataset, order: SumOrder): Figure {
  const { place, pieces, figures } = order;
  const subject = subjectOf(data, place.subject);
  const found = pieces.map((piece) => ({ piece, figure: figures.get(piece.unit) ?? null }));
  const told = found.filter(({ figure }) => figure && isTold(figure));
  const cutoff = commonCutoff(found.flatMap(({ figure }) => figure ?? []));
  const given = found.map(({ piece, figure }) => givenBy(subject, piece, figure, cutoff));
  const units = [...new Set(told.map(({ piece }) => piece.unit))];
  const sum = {
    of: order.of,
    parts: given.map(({ part }) => part),
    reported: units.length,
    expected: order.expected(units),
  };
  const used = given.flatMap(({ part, figure }) =>
    figure && !part.left ? [{ part, figure }] : [],
  );
  const base = { ...absentFigure(place, order.none), body: place.body, sum };
  const absence = absenceOf(
    data,
    subject,
    order,
    given.map(({ part }) => part),
    used.length,
  );
  if (absence === 'NOTHING_AROSE') return { ...base, absence, ...countsOf(used), cutoff };
  if (absence !== null || !subject) return { ...base, absence: absence ?? order.none };
  return { ...base, ...totals(subject, used), ...marks(subject, used, sum.expected), cutoff };
}

/** "k/N" behind several figures of which some are sums of units below; null where none is. */
export function reportsBehind(figures: readonly Figure[]) {
  const sums = figures.flatMap(({ sum }) => (sum?.of === 'below' ? [sum] : []));
  if (sums.length === 0) return null;
  return {
    reported: sums.reduce((all, sum) => all + sum.reported, 0),
    expected: sums.reduce((all, sum) => all + sum.expected, 0),
  };
}

/** What units as they stand give to a sum that follows a convention, or why they give nothing. */
export function partsOfSum(
  data: Dataset,
  subject: string,
  figures: ReadonlyMap<string, Figure | null>,
  cutoff: Figure['cutoff'],
): SumPart[] {
  const about = subjectOf(data, subject);
  return [...figures].map(
    ([unit, figure]) => givenBy(about, { unit, share: 1 }, figure, cutoff).part,
  );
}

interface Given {
  readonly part: SumPart;
  readonly figure: Figure | null;
}

/** What a piece gives, or why it gives nothing. */
function givenBy(
  subject: Subject | null,
  piece: Piece,
  figure: Figure | null,
  cutoff: Figure['cutoff'],
): Given {
  const none = { ...piece, value: null, numerator: null, denominator: null };
  const left = figure ? leftOut(subject, piece, figure, cutoff) : 'missing';
  if (!figure || left) return { part: { ...none, left }, figure };
  const { value, numerator, denominator } = figure;
  return { part: { ...none, value, numerator, denominator, left: '' }, figure };
}

function leftOut(
  subject: Subject | null,
  { share }: Piece,
  figure: Figure,
  cutoff: Figure['cutoff'],
): LeftOut | '' {
  if (!isTold(figure)) return 'missing';
  if (figure.absence === 'SUPPRESSED') return 'hidden';
  if (figure.absence === 'NOT_APPLICABLE') return '';
  if (figure.conflict) return 'conflict';
  if (UNFIT_STATUSES.includes(figure.status)) return 'unfit';
  if (figure.bound !== '' && !figure.computed) return 'unfit';
  if (subject?.isRatio && (figure.numerator === null || figure.denominator === null))
    return 'counts';
  if (figure.cutoff !== cutoff) return 'cutoff';
  return share === null ? 'share' : '';
}

/** The convention that most of them follow; what follows another one is not added to it. */
function commonCutoff(figures: readonly Figure[]): Figure['cutoff'] {
  const told = figures.filter((figure) => figure.value !== null);
  const groups = [...groupBy(told, (figure) => figure.cutoff)];
  groups.sort((a, b) => b[1].length - a[1].length || a[0].localeCompare(b[0]));
  return groups[0]?.[0] ?? 'calendar';
}

/** Why there is no sum; null where there is one. */
function absenceOf(
  data: Dataset,
  subject: Subject | null,
  { whole, none }: SumOrder,
  parts: readonly SumPart[],
  used: number,
): Absence | null {
  const missing = parts.filter((part) => part.left === 'missing').length;
  if (parts.length === 0 || missing === parts.length) return none;
  if (!subject || !canBeAdded(data, subject)) return 'NOT_COMPUTABLE';
  if (whole && parts.some((part) => part.left !== '')) return 'NOT_COMPUTABLE';
  if (used === 0)
    return parts.some((part) => part.left === 'hidden') ? 'SUPPRESSED' : 'NOT_COMPUTABLE';
  const known = parts.filter(
    (part) => part.left === '' && (part.value ?? part.denominator) !== null,
  );
  if (known.length === 0) return 'NOT_APPLICABLE';
  const cases = known.reduce((sum, part) => sum + (part.denominator ?? 0) * (part.share ?? 0), 0);
  return subject.isRatio && cases <= 0 ? 'NOTHING_AROSE' : null;
}

/** Distances and norms are not added over units, nor rates that are known only as reported. */
function canBeAdded(data: Dataset, subject: Subject): boolean {
  if (subject.isMeasure) return data.measures.get(subject.id)?.temporal !== 'none';
  return subject.numerator.length > 0;
}

interface Used {
  readonly part: SumPart;
  readonly figure: Figure;
}

const added = (used: readonly Used[], of: 'value' | 'numerator' | 'denominator') =>
  used.reduce((sum, { part }) => sum + (part[of] ?? 0) * (part.share ?? 0), 0);

/** Nothing of nothing is a part of a whole all the same. */
function countsOf(used: readonly Used[]): { numerator: number; denominator: number } {
  return { numerator: added(used, 'numerator'), denominator: added(used, 'denominator') };
}

function totals(subject: Subject, used: readonly Used[]): Partial<Figure> {
  const common = { absence: '' as const, computed: !subject.isMeasure, derived: true };
  if (!subject.isRatio) return { ...common, value: added(used, 'value') };
  const { numerator, denominator } = countsOf(used);
  return { ...common, value: (numerator * subject.scale) / denominator, numerator, denominator };
}

/** Codes of one figure's own making; those of the parts' counts go along. */
const OWN_CODES = ['DERIVED', 'SMALL_N', 'NO_DENOMINATOR', 'PCT_MISMATCH', 'PCT_TRUNCATED'];

function marks(subject: Subject, used: readonly Used[], expected: number): Partial<Figure> {
  const figures = used.map(({ figure }) => figure);
  const cases = used.reduce((sum, { part }) => sum + (part.denominator ?? 0), 0);
  const isSmall = subject.countsCases && subject.scale === 100 && cases < 30;
  const own = [
    'DERIVED',
    ...(new Set(figures.map((figure) => figure.unit)).size < expected ? ['PART_MISSING'] : []),
    ...(isSmall ? ['SMALL_N'] : []),
  ];
  const theirs = figures.flatMap((figure) => figure.flags).filter((f) => !OWN_CODES.includes(f));
  const isEstimate = used.some(({ part }) => part.share !== 1);
  return {
    status: worst([
      ...figures.map((figure) => figure.status),
      ...(isEstimate ? (['E'] as const) : []),
    ]),
    flags: [...new Set([...own, ...theirs])].sort(),
    sources: [...new Set(figures.flatMap((figure) => figure.sources))].sort(),
  };
}

/** The worst input, in the order of docs/package.md. */
function worst(statuses: readonly Status[]): Status {
  return STATUSES.find((status) => statuses.includes(status)) ?? 'A';
}
