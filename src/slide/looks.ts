/** Which lines of a slide stand out, and as what: the same in every program that draws them. */
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
}

/** Lines with a number, those that stand out last, so that they lie above the others. */
export function lineLooks({ series }: Pick<ChartSlide, 'series'>): LineLook[] {
  const shown = series.filter(({ values }) => values.some((value) => value !== null));
  const strong = shown.filter(
    ({ role, isStrong, isBehind }) => role === 'value' && isStrong && !isBehind,
  );
  const names = [...new Set(strong.map(({ line }) => line))]; // stretches of one line have one colour
  const looks = shown.map((line): LineLook => {
    const isThick = line.role === 'value' && line.isStrong;
    const tone = isThick && !line.isBehind ? names.indexOf(line.line) : toneOf(line);
    return {
      series: line,
      tone,
      isThick,
      isNamed: tone !== 'grey' && tone !== 'pale' && line.label !== '',
    };
  });
  const rank = ({ isThick, tone }: LineLook) => Number(isThick) * 2 + Number(tone === 'pale');
  return looks.sort((a, b) => rank(a) - rank(b));
}

/** Among many, only those that go on to the last period: it is they that are counted. */
function toneOf({ role, isStrong, isBehind = false, values }: SlideSeries): Tone {
  if (role !== 'value') return role;
  if (isStrong) return 'behind';
  return isBehind && values.at(-1) != null ? 'pale' : 'grey';
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
