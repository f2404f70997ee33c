/** Which lines of a slide stand out, and as what: the same in every program that draws them. */
import type { ChartSlide, SlideSeries } from './slide.ts';

/** Position among the lines that stand out, or what else a line is. */
export type Tone = number | 'grey' | 'group' | 'own' | 'target';

export interface LineLook {
  readonly series: SlideSeries;
  readonly tone: Tone;
  /** Has its name at its end. */
  readonly isNamed: boolean;
}

/** Lines with a number, those that stand out last, so that they lie above the others. */
export function lineLooks({ series }: Pick<ChartSlide, 'series'>): LineLook[] {
  const shown = series.filter(({ values }) => values.some((value) => value !== null));
  const strong = shown.filter(({ role, isStrong }) => role === 'value' && isStrong);
  const names = [...new Set(strong.map(({ line }) => line))]; // stretches of one line have one colour
  const looks = shown.map((line): LineLook => {
    const isBeside = line.role !== 'value';
    const tone = isBeside ? (line.role as Tone) : line.isStrong ? names.indexOf(line.line) : 'grey';
    return { series: line, tone, isNamed: tone !== 'grey' && line.label !== '' };
  });
  const isLast = ({ tone }: LineLook) => Number(typeof tone === 'number');
  return looks.sort((a, b) => isLast(a) - isLast(b));
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
