/** An explanation as steps from one rate to the other: what the screen, slides and paper draw. */
import type { Subject } from '../../model/catalogue.ts';
import type { Dataset } from '../../model/dataset.ts';
import type { Figure } from '../../model/figure.ts';
import { type Against, given, stepsFrom } from '../../model/statistics/decomposition.ts';
import { fittedTicks } from '../../model/statistics/scale.ts';
import { formatPercent } from '../../model/writing/number.ts';
import type { ExplainAnswer, ExplainPart } from '../../question/explain.ts';
import { changeText, figureText, valueText } from '../../text/figure.ts';
import { lowerFirst } from '../../text/letter-case.ts';
import { periodName, unitName } from '../../text/name.ts';
import { partLabel } from '../../text/told/explain.ts';
import { words } from '../../text/words.ts';
import type { SlideCell, SlideStep, TableSlide } from '../slide.ts';

/** A step that may be opened. */
export interface OpenStep extends SlideStep {
  readonly key: string;
  readonly figure: Figure | null;
}

export interface Waterfall {
  readonly steps: readonly OpenStep[];
  /** Of the axis, from its lower end to its upper. */
  readonly ticks: readonly number[];
}

/** Parts that are drawn one by one; the others make one step. */
const MOST_STEPS = 12;
/** Steps that take less of an axis from zero are drawn on a shorter one. */
const LEAST_SPAN = 0.25;

/** The way from what it is held against to the figure; null without an explanation. */
export function waterfallOf(
  data: Dataset,
  subject: Subject,
  answer: ExplainAnswer,
  against: Against,
): Waterfall | null {
  const { figure, base, parts } = answer;
  if (!figure || figure.value === null || !base || parts.length === 0) return null;
  const middle = stepsFrom(base.value / subject.scale, folded(parts)).map(({ item, from, to }) => ({
    key: item.id,
    name: item.name || partLabel(data, answer, item.id),
    from: from * subject.scale,
    to: to * subject.scale,
    text: changeText(subject, given(item) * subject.scale),
    tone: toneOf(subject, given(item)),
    figure: item.figure,
  }));
  const unit = unitName(data, figure.unit, figure.period);
  const when = lowerFirst(periodName(data, figure.period));
  const steps: OpenStep[] = [
    end('base', words.explaining.bases[against], base.value, valueText(subject, base.value), null),
    ...middle,
    end('figure', `${unit}, ${when}`, figure.value, figureText(subject, figure), figure),
  ];
  return { steps, ticks: ticksOf(steps) };
}

function end(
  key: string,
  name: string,
  value: number,
  text: string,
  figure: Figure | null,
): OpenStep {
  return { key, name, from: 0, to: value, text, tone: 'end', figure };
}

function toneOf({ direction }: Subject, change: number): SlideStep['tone'] {
  if (direction === 'none' || change === 0) return 'plain';
  return change > 0 === (direction === 'up') ? 'good' : 'bad';
}

interface Folded {
  readonly id: string;
  /** '' of a part by itself. */
  readonly name: string;
  readonly mix: number;
  readonly rate: number;
  readonly figure: Figure | null;
}

/** The parts that give most, and the others together. */
function folded(parts: readonly ExplainPart[]): Folded[] {
  const named = parts.map((part): Folded => ({ ...part, name: '' }));
  if (parts.length <= MOST_STEPS) return named;
  const order = [...named].sort((a, b) => Math.abs(given(b)) - Math.abs(given(a)));
  const rest = order.slice(MOST_STEPS - 1);
  const add = (of: 'mix' | 'rate') => rest.reduce((sum, part) => sum + part[of], 0);
  const name = words.explaining.others(rest.length);
  const others = { id: '', name, mix: add('mix'), rate: add('rate'), figure: null };
  return [...order.slice(0, MOST_STEPS - 1), others];
}

/** From zero, unless the steps would then be too small to be seen. */
function ticksOf(steps: readonly OpenStep[]): number[] {
  const inner = steps.flatMap(({ from, to, tone }) => (tone === 'end' ? [to] : [from, to]));
  const [least, most] = [Math.min(...inner), Math.max(...inner)];
  const isShort = most > 0 && (most - least) / most < LEAST_SPAN;
  const room = (most - least) * 0.3;
  return fittedTicks(isShort ? Math.max(0, least - room) : Math.min(0, least), most);
}

/** Weight, rate and what each part gives, the largest first, with their sum; as a table. */
export function partsTable(
  data: Dataset,
  subject: Subject,
  answer: ExplainAnswer,
  against: Against,
): Pick<TableSlide, 'columns' | 'rows'> {
  const { columns, state, all } = words.explaining;
  const [before = '', now = ''] = state[against];
  const { parts } = answer;
  const sum = (of: (part: ExplainPart) => number) =>
    changeText(subject, parts.reduce((total, part) => total + of(part), 0) * subject.scale);
  const ordered = [...parts].sort((a, b) => Math.abs(given(b)) - Math.abs(given(a)));
  return {
    columns: [
      { name: columns.part, number: false },
      ...[before, now].map((when) => ({ name: `${columns.weight}, ${when}`, number: true })),
      ...[before, now].map((when) => ({ name: `${columns.value}, ${when}`, number: true })),
      ...[columns.rate, columns.mix, columns.given].map((name) => ({ name, number: true })),
    ],
    rows: [
      ...ordered.map((part) => partRow(data, subject, answer, part)),
      [
        { text: all, bold: true },
        ...['', '', '', ''].map((text) => ({ text })),
        { text: sum(({ rate }) => rate) },
        { text: sum(({ mix }) => mix) },
        { text: sum(given), bold: true },
      ],
    ],
  };
}

function partRow(
  data: Dataset,
  subject: Subject,
  answer: ExplainAnswer,
  part: ExplainPart,
): SlideCell[] {
  const { before, now, mix, rate } = part;
  const whole = (of: 'before' | 'now') => answer.parts.reduce((sum, one) => sum + one[of].n, 0);
  const value = ({ x, n }: ExplainPart['now']) =>
    n > 0 ? valueText(subject, (x * subject.scale) / n) : words.present.nothing;
  const change = (share: number) => changeText(subject, share * subject.scale);
  return [
    { text: partLabel(data, answer, part.id) },
    { text: formatPercent((before.n * 100) / whole('before'), 1) },
    { text: formatPercent((now.n * 100) / whole('now'), 1) },
    { text: value(before) },
    { text: value(now) },
    { text: change(rate) },
    { text: change(mix) },
    { text: change(given(part)), bold: true },
  ];
}
