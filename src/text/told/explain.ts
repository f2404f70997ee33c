/** An explanation in words: the difference, its two largest parts, and why some ways of taking it apart give none. */
import type { Subject } from '../../model/catalogue.ts';
import { categoryName, type Dataset } from '../../model/dataset.ts';
import { type Figure, isEstimate } from '../../model/figure.ts';
import { type Against, given } from '../../model/statistics/decomposition.ts';
import type { ExplainAnswer, ExplainPart, ExplainWay } from '../../question/explain.ts';
import { changeText, figureText, valueText } from '../figure.ts';
import { upperFirst } from '../letter-case.ts';
import { breakdownName, periodName, unitName } from '../name.ts';
import { sumText } from '../note.ts';
import { words } from '../words.ts';
import { fitting } from './title.ts';

/** Parts that are named. */
const MOST_PARTS = 2;
/** Units that are named beside a reason. */
const MOST_UNITS = 3;

/** "Bảo trợ xã hội", "Xã Sa Khuê": a part by the way that was gone. */
export function partLabel(data: Dataset, { breakdown, figure }: ExplainAnswer, id: string): string {
  return breakdown ? categoryName(data, breakdown, id) : unitName(data, id, figure?.period);
}

/** What a whole is taken apart by. */
export function wayName(data: Dataset, breakdown: string): string {
  return breakdown ? breakdownName(data, breakdown) : words.explaining.units;
}

/** What is explained; '' without a figure. */
export function explainHeading(
  data: Dataset,
  subject: Subject,
  { figure }: ExplainAnswer,
  against: Against,
): string {
  if (!figure) return '';
  const unit = unitName(data, figure.unit, figure.period);
  const base = words.explaining.bases[against];
  return words.explaining.title(subject.name, unit, periodName(data, figure.period), base);
}

/** The finding and its two largest parts; '' where there is no explanation. */
export function explainSentence(
  data: Dataset,
  subject: Subject,
  answer: ExplainAnswer,
  against: Against,
): string {
  const { figure, base, parts } = answer;
  if (!figure || figure.value === null || !base || parts.length === 0) return '';
  const { explaining } = words;
  const named = largestParts(subject, answer).map(
    (part) =>
      `${partLabel(data, answer, part.id)} (${changeText(subject, given(part) * subject.scale)})`,
  );
  const sum = (of: 'mix' | 'rate') =>
    changeText(subject, parts.reduce((all, part) => all + part[of], 0) * subject.scale);
  const say = isAlike(subject, answer) ? explaining.offset : explaining.mostly;
  const told = [
    difference(data, subject, answer, against),
    named.length > 0 ? say(named.join(explaining.and)) : '',
    explaining.effects(sum('rate'), sum('mix')),
  ];
  return `${told.filter(Boolean).join('; ')}.`;
}

function difference(
  data: Dataset,
  subject: Subject,
  { figure, base }: ExplainAnswer,
  against: Against,
): string {
  if (!figure || figure.value === null || !base) return '';
  const unit = unitName(data, figure.unit, figure.period);
  const [value, was] = [figureText(subject, figure), valueText(subject, base.value)];
  const name = words.explaining.bases[against];
  const change = figure.value - base.value;
  if (value === was) return words.explaining.same(unit, value, name);
  const points = changeText(subject, Math.abs(change)).replace('+', '');
  const { higher, lower } = words.explaining;
  return (change > 0 ? higher : lower)(unit, value, name, points, was);
}

/** Those that give most in the way of the difference, as far as it can be read; where there is none, either way. */
function largestParts(subject: Subject, answer: ExplainAnswer): ExplainPart[] {
  const { parts } = answer;
  const difference = parts.reduce((sum, part) => sum + given(part), 0);
  const isEither = isAlike(subject, answer);
  const size = (part: ExplainPart) =>
    (isEither ? Math.abs(given(part)) : Math.sign(difference) * given(part)) * subject.scale;
  const least = 0.5 / 10 ** subject.decimals;
  const along = parts.filter((part) => size(part) >= least);
  return along.sort((a, b) => size(b) - size(a)).slice(0, MOST_PARTS);
}

/** Whether both rates read alike. */
function isAlike(subject: Subject, { figure, base }: ExplainAnswer): boolean {
  return (
    figure !== null &&
    base !== null &&
    figureText(subject, figure) === valueText(subject, base.value)
  );
}

/** The finding for the title of a slide; '' where it does not fit. */
export function explainFinding(data: Dataset, subject: Subject, answer: ExplainAnswer): string {
  if (isAlike(subject, answer)) return '';
  const names = largestParts(subject, answer).map((part) => partLabel(data, answer, part.id));
  if (names.length === 0) return '';
  const { finding, and } = words.explaining;
  const texts = [names.join(and), names[0] ?? ''].map(finding);
  return upperFirst(fitting(subject.shortName, texts));
}

/** Whose numbers the year before was made of, on today's boundaries; none where all were the units' own. */
export function rebuiltNotes(data: Dataset, answer: ExplainAnswer): string[] {
  const { figure, parts, breakdown } = answer;
  const whole = figure && madeBefore(answer, figure.unit);
  const text = whole && whole !== figure ? words.explaining.rebuiltBase(sumText(whole)) : '';
  const units = breakdown === '' ? parts.map(({ id }) => id) : [];
  const made = units.flatMap((unit) => madeBefore(answer, unit) ?? []);
  return [text, ...partNotes(data, made)].filter(Boolean);
}

function partNotes(data: Dataset, made: readonly Figure[]): string[] {
  const { rebuiltParts, estimatedParts } = words.explaining;
  const told = (figures: readonly Figure[], say: (units: string) => string) => {
    const units = figures.map(({ unit }) => unit);
    return units.length > 0 ? say(unitsText(data, units, undefined)) : '';
  };
  const added = made.filter((one) => !isEstimate(one));
  return [told(added, rebuiltParts), told(made.filter(isEstimate), estimatedParts)];
}

/** A unit's figure of the period before, where that was added up from those it was made of. */
function madeBefore({ figures, base }: ExplainAnswer, unit: string): Figure | null {
  const isIt = (one: Figure) => one.unit === unit && one.period === base?.period;
  return (
    figures.find((one) => isIt(one) && one.breakdown === '' && one.sum?.of === 'before') ?? null
  );
}

/** Why there is no explanation, or none by some of the ways; one line each. */
export function explainFaults(
  data: Dataset,
  { fault, units, ways, figure }: ExplainAnswer,
): string[] {
  const { explaining } = words;
  if (fault) return [explaining.fault[fault] + namesIn(data, units, figure?.period)];
  if (ways.length === 0) return [explaining.noWay];
  return ways.flatMap((way) => (way.fault ? [wayFault(data, way, figure?.period)] : []));
}

function wayFault(
  data: Dataset,
  { breakdown, fault, units }: ExplainWay,
  period: string | undefined,
): string {
  const { explaining } = words;
  if (!fault) return '';
  const told = unitsText(data, units, period);
  return explaining.cannot(wayName(data, breakdown), explaining.why[fault], told);
}

function namesIn(data: Dataset, units: readonly string[], period: string | undefined): string {
  return units.length > 0 ? ` (${unitsText(data, units, period)})` : '';
}

function unitsText(data: Dataset, units: readonly string[], period: string | undefined): string {
  const all = [...new Set(units)];
  const names = all.slice(0, MOST_UNITS).map((unit) => unitName(data, unit, period));
  return words.explaining.moreUnits(names.join(', '), all.length - names.length);
}
