/** Which lines of a slide stand out, and as what: the same in every program that draws them. */
import { words } from '../text/words.ts';
import { FLAG } from './notes.ts';
import type { DeckSlide } from './page/deck.ts';
import type { ChartSlide, SlideSeries } from './slide.ts';

/**
 * Position among the lines that stand out, or what else a line is: one that has not reached the target (`behind`), and
 * such a one among the many that do not stand out (`pale`).
 */
export type Tone = number | 'grey' | 'pale' | 'behind' | 'group' | 'own' | 'target';

export interface LineLook {
  readonly series: SlideSeries;
  readonly tone: Tone;
  /** One of those that stand out. */
  readonly isThick: boolean;
  /** Has its name at its end. */
  readonly isNamed: boolean;
  /** Of that name: of a pale line it is as red as the others', to be read. */
  readonly nameTone: Tone;
}

/** Names that the height of a slide has room for. */
const MOST_NAMES = 11;

/**
 * Lines with a number, those that stand out last, so that they lie above the others. All that have not reached the target
 * are named where there is room.
 */
export function lineLooks({ series }: Pick<ChartSlide, 'series'>): LineLook[] {
  const shown = series.filter(({ values }) => values.some((value) => value !== null));
  const own = shown.filter(({ role, isStrong }) => role === 'value' && isStrong);
  const behind = new Set(own.filter(({ isBehind }) => isBehind).map(({ line }) => line));
  const isFew = shown.every(({ role, isStrong }) => role !== 'value' || isStrong);
  const isRed = (line: SlideSeries) => line.isBehind && !(isFew && behind.size > 1); // of a few each has its colour
  const names = [...new Set(own.filter((line) => !isRed(line)).map(({ line }) => line))]; // stretches of one line have one colour
  const toned = shown.map((line) => {
    const isThick = line.role === 'value' && line.isStrong;
    const tone = isThick && !isRed(line) ? names.indexOf(line.line) : toneOf(line);
    return { series: line, tone, isThick };
  });
  const isCalm = ({ tone, series: { label } }: Toned) => tone === 'grey' || label === '';
  const isRoomy = toned.filter((one) => !isCalm(one)).length <= MOST_NAMES;
  const looks = toned.map((one): LineLook => {
    const isNamed = !isCalm(one) && (one.tone !== 'pale' || isRoomy);
    return { ...one, isNamed, nameTone: one.tone === 'pale' ? 'behind' : one.tone };
  });
  const rank = ({ isThick, tone }: LineLook) => Number(isThick) * 2 + Number(tone === 'pale');
  return looks.sort((a, b) => rank(a) - rank(b));
}

type Toned = Pick<LineLook, 'series' | 'tone' | 'isThick'>;

/** Among many, only those that go on to the last period: it is they that are counted. */
function toneOf({ role, isStrong, isBehind = false, values }: SlideSeries): Tone {
  if (role !== 'value') return role;
  if (isStrong) return 'behind';
  return isBehind && values.at(-1) != null ? 'pale' : 'grey';
}

/** A value that is drawn as a line across all bars, with its name. */
export interface LevelLook {
  readonly value: number;
  readonly text: string;
  readonly isGoal: boolean;
  /** Where its name stands: over its line, or to one side of it where two lines have names. */
  readonly side: 'over' | 'before' | 'behind';
}

/** The value of all and the target, each named where the other is not. */
export function levelLooks({ goal, overall }: Pick<ChartSlide, 'goal' | 'overall'>): LevelLook[] {
  const { overallOf, targetOf } = words.present;
  const isBefore = (overall?.value ?? 0) < (goal?.value ?? 0);
  const side = (first: boolean) => (goal && overall ? (first ? 'before' : 'behind') : 'over');
  return [
    ...(overall
      ? [
          {
            ...overall,
            text: overallOf(overall.text),
            isGoal: false,
            side: side(isBefore),
          } as const,
        ]
      : []),
    ...(goal
      ? [{ ...goal, text: targetOf(goal.text), isGoal: true, side: side(!isBefore) } as const]
      : []),
  ];
}

/** The own target of each bar, where they differ; none where one line has it for all. */
export function ticksOf(slide: Pick<ChartSlide, 'series' | 'goal'>): readonly (number | null)[] {
  return slide.goal === null ? (besideBars(slide)?.values ?? []) : [];
}

/** What a bar is among the others: one that the title speaks of, for good or ill, or one of the rest. */
export function barTone(
  { marked, isAlarm = false }: Pick<ChartSlide, 'marked' | 'isAlarm'>,
  at: number,
): 'alarm' | 'plain' | 'pale' {
  if (marked.length > 0 && !marked.includes(at)) return 'pale';
  return isAlarm && marked.length > 0 ? 'alarm' : 'plain';
}

/** Which colours that mean something a page has: red is a target that is missed, amber a figure to be checked. */
export function tonesOf(slide: DeckSlide): ReadonlySet<string | undefined> {
  switch (slide.type) {
    case 'table':
      return new Set(slide.rows.flatMap((row) => row.map(({ tone }) => tone)));
    case 'cards':
      return new Set(slide.cards.flatMap(({ items }) => items.map(({ tone }) => tone)));
    case 'bars':
      return new Set(slide.isAlarm && slide.marked.length > 0 ? ['error'] : []);
    case 'lines':
      return new Set(
        lineLooks(slide).some(({ nameTone }) => nameTone === 'behind') ? ['error'] : [],
      );
    case 'statements':
      return new Set(
        slide.statements.some(({ remarks }) => remarks.some((one) => one.startsWith(FLAG)))
          ? ['warning']
          : [],
      );
    case 'panels':
      return new Set(slide.panels.flatMap((panel) => [...tonesOf(panel)]));
    default:
      return new Set();
  }
}

/** What stands beside each bar: its target. */
export function besideBars({ series }: Pick<ChartSlide, 'series'>): SlideSeries | undefined {
  return series.find(({ role }) => role === 'target');
}

/** What stands beside the last value of the lines of one role; '' where there is none. */
export function lastText(
  { series }: Pick<ChartSlide, 'series'>,
  role: SlideSeries['role'],
): string {
  const own = series.filter((one) => one.role === role);
  return (
    own
      .flatMap(({ texts }) => texts)
      .filter(Boolean)
      .at(-1) ?? ''
  );
}
