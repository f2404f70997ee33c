/** The series of a native chart: which of its lines have a colour, a name, hollow dots. */
import { dotsOf } from '../../../model/drawing/line.ts';
import { lineLooks, type Tone } from '../../../slide/looks.ts';
import { type ChartSlide, leadOf, type SlideSeries } from '../../../slide/slide.ts';
import { words } from '../../../text/words.ts';
import { ACCENT, ERROR, GREY, INK, MISSED, MUTED, PALE, ROLE, SERIES } from '../style.ts';
import type { Drawn } from './drawn.ts';

/** What is drawn, and how: of many lines only some have a colour and a name. */
export function drawn(slide: ChartSlide): Drawn[] {
  if (slide.type === 'bars') {
    const some = slide.marked.length > 0;
    return slide.series
      .filter(({ role }) => role === 'value')
      .map((series) => ({
        series,
        colour: series.role === 'value' ? (some ? PALE : ACCENT) : ROLE[roleOf(series)],
        points: new Map(
          series.role === 'value'
            ? slide.marked.map((at) => [at, slide.isAlarm ? ERROR : ACCENT])
            : [],
        ),
        labels: 'all',
        isThin: false,
        isDashed: false,
      }));
  }
  const listed = listedLines(slide);
  const early = earlyLines(slide);
  return withHoles(
    lineLooks(slide).map(({ series, tone, isThick, isNamed, nameTone }) => ({
      series,
      colour: colourOf(tone),
      nameColour: early.includes(series) ? MUTED : colourOf(nameTone),
      points: new Map(),
      labels:
        (isNamed && (isThick || !listed.includes(series))) || early.includes(series)
          ? 'last'
          : 'none',
      ...(early.includes(series) ? { isEarly: true } : {}),
      isThin: !isThick,
      isDashed: tone === 'target',
      ...(isThick ? { dots: dotsOf(series.values, series.weak) } : {}),
    })),
  );
}

/** Thin lines that end before the last period, where they are few and no text of the page names them. */
function earlyLines(slide: ChartSlide): readonly SlideSeries[] {
  const { series, categories } = slide;
  const told = plain(leadOf(slide));
  const isEarly = ({ role, label, isStrong, values }: SlideSeries) =>
    role === 'value' && label !== '' && !isStrong && values.at(-1) == null;
  const isLater = ({ values }: SlideSeries) =>
    values.map((value) => value !== null).lastIndexOf(true) > categories.length / 3;
  const isTold = ({ label, short = label }: SlideSeries) => told.includes(plain(short));
  const early = series.filter((one) => isEarly(one) && isLater(one) && !isTold(one));
  return early.length <= MOST_EARLY ? early : [];
}

/** Names do not break inside on a page. */
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

/** Names among the lines. */
const MOST_EARLY = 2;

/** Lines that have not reached the target, where more than a few are: read as a list beside the chart. */
export function listedLines(slide: ChartSlide): readonly SlideSeries[] {
  const behind = lineLooks(slide).flatMap(({ series, nameTone, isNamed }) =>
    isNamed && nameTone === 'behind' ? [series] : [],
  );
  return behind.length > MOST_AT_ENDS
    ? slide.series.filter((series) => behind.includes(series))
    : [];
}

/** Names in red at the ends of lines. */
const MOST_AT_ENDS = 3;

/**
 * Over each line with weak points a series of small dots in the ground's colour, so that these are hollow: of one dot
 * PowerPoint draws inside and edge in two colours, LibreOffice both in that of the line.
 */
function withHoles(shown: readonly Drawn[]): Drawn[] {
  return shown.flatMap((look) => {
    const weak = look.dots?.filter(({ isWeak }) => isWeak) ?? [];
    if (weak.length === 0) return [look];
    const { series } = look;
    const isOwn = (at: number) => weak.some((dot) => dot.at === at);
    const values = series.values.map((value, at) => (isOwn(at) ? value : null));
    const name = `${series.name} (${words.present.weak})`;
    return [look, { ...look, series: { ...series, name, values }, labels: 'none', areHoles: true }];
  });
}

function colourOf(tone: Tone): string {
  if (typeof tone === 'number') return SERIES[tone % SERIES.length] ?? GREY;
  const { group, own } = ROLE;
  return { grey: GREY, pale: MISSED, behind: ERROR, target: INK, group, own }[tone];
}

const roleOf = ({ role }: SlideSeries) => (role === 'value' ? 'own' : role);
