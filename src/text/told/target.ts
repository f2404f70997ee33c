/** Targets in words: how many cases are wanting, what the rest of the year must bring, whose a target is. */
import type { Subject } from '../../model/catalogue.ts';
import { type Dataset, subjectOf } from '../../model/dataset.ts';
import type { Figure } from '../../model/figure.ts';
import { OUTLOOKS, type Outlook, outlookOf } from '../../model/target/outlook.ts';
import { type Pace, paceOf, type YearSoFar } from '../../model/target/pace.ts';
import { shortfallOf } from '../../model/target/shortfall.ts';
import { formatCount, formatPercent } from '../../model/writing/number.ts';
import type { TargetRow } from '../../question/standing.ts';
import { figureText } from '../figure.ts';
import { unitName } from '../name.ts';
import { words } from '../words.ts';

/** "còn thiếu 37 hồ sơ tiếp nhận trực tuyến để đạt 80,0%"; '' where it is reached, or cases are not known. */
export function shortText(data: Dataset, subject: Subject, figure: Figure, target: Figure): string {
  const short = shortfallOf(subject, figure, target);
  if (!short) return '';
  const cases = countedText(data, subject, short);
  const goal = figureText(subject, target);
  return subject.direction === 'down'
    ? words.targets.over(cases, goal)
    : words.targets.short(cases, goal);
}

/** What the rest of the year must bring, and what is assumed of it; '' where there is no pace. */
export function paceText(
  data: Dataset,
  subject: Subject,
  { figure, year }: Pick<TargetRow, 'figure' | 'year'>,
  target: Figure,
): string {
  const pace = isYearly(data, target) && year ? paceOfTarget(subject, year, target) : null;
  if (!pace || !year || isWhole(data, figure)) return '';
  return `${paceWords(subject, pace, restName(data, year))}, ${assumedText(data, subject, year)}`;
}

/** Whose a target is: the unit's own, or that of a unit above it. */
export function ownerText(data: Dataset, figure: Figure, target: Figure): string {
  if (target.kind === 'registered') return words.targets.registered;
  if (target.unit !== figure.unit)
    return words.targets.ofUnit(unitName(data, target.unit, target.period));
  const issuers = target.sources.flatMap((id) => data.sources.get(id)?.issuer || []);
  const [issuer] = issuers;
  return issuer ? words.targets.ofUnit(issuer) : words.targets.own;
}

/** "98,0% (của Thị xã A)"; the target alone where there is no other. */
export function targetName(
  data: Dataset,
  subject: Subject,
  row: TargetRow,
  target: Figure,
): string {
  const text = figureText(subject, target);
  return words.targets.by(text, ownerText(data, row.figure, target));
}

export interface Held {
  readonly target: Figure;
  readonly outlook: Outlook;
}

/** What may be said of each target of a result. */
export function heldIn(data: Dataset, subject: Subject, row: TargetRow): Held[] {
  return row.targets.flatMap((target) => {
    const outlook = outlookOf(subject, row, target, isYearly(data, target));
    return outlook ? [{ target, outlook }] : [];
  });
}

/** "12/60 chỉ tiêu đạt, 8 sắp đạt, 30 khó đạt". */
export function targetsSummary(held: readonly Held[]): string {
  const [reached = 0, near = 0, hard = 0] = OUTLOOKS.map(
    (outlook) => held.filter((item) => item.outlook === outlook).length,
  );
  return held.length > 0 ? words.targets.summary(reached, near, hard, held.length) : '';
}

function isYearly(data: Dataset, { period }: Figure): boolean {
  return data.periods.get(period)?.grain === 'year';
}

/** A result of the whole year leaves nothing to come. */
function isWhole(data: Dataset, { period }: Figure): boolean {
  return data.periods.get(period)?.grain === 'year';
}

function paceOfTarget(subject: Subject, year: YearSoFar, target: Figure): Pace | null {
  if (subject.scale !== 100 || target.value === null) return null;
  return paceOf(year, target.value / 100, subject.direction);
}

/** Rounded so that what is said suffices. */
function paceWords({ direction }: Subject, { kind, rate, atBest }: Pace, rest: string): string {
  const { targets } = words;
  if (kind === 'gone') return targets.gone(rest, formatPercent(atBest * 100));
  if (kind === 'sure') return targets.sure(rest);
  const isLess = direction === 'down';
  const tenths = rate * 1000;
  const said = (isLess ? Math.floor(tenths + 1e-6) : Math.ceil(tenths - 1e-6)) / 10;
  const text = formatPercent(said, Number.isInteger(said) ? 0 : 1);
  return isLess ? targets.atMost(text, rest) : targets.needed(text, rest);
}

function restName(data: Dataset, { period }: YearSoFar): string {
  const end = data.periods.get(period)?.end ?? '';
  return words.targets.rest[Number(end.slice(5, 7))] ?? words.targets.restOther;
}

function assumedText(data: Dataset, subject: Subject, { rest, as }: YearSoFar): string {
  const [first, ...others] = subject.denominator;
  const name = first && others.length === 0 ? subjectOf(data, first.measure)?.name : undefined;
  return words.targets.assumed[as](formatCount(rest), name ?? words.targets.cases);
}

/** Of one measure its name, of several the unit they are counted in. */
function countedText(data: Dataset, subject: Subject, count: number): string {
  const { targets } = words;
  const operands = subject.numerator.flatMap(({ measure }) => subjectOf(data, measure) ?? []);
  const [first, ...others] = operands;
  const text = formatCount(count);
  if (first && others.length === 0) return targets.counted(text, first.name);
  return targets.countedOf(text, first?.unitLabel ?? '', subject.shortName);
}
