/** The lines of a slide, with the same ones standing out as in the slide's file. */
import { NamedLines } from '../../chart/named-lines.tsx';
import { wholeStep } from '../../model/statistics/scale.ts';
import { formatNumber } from '../../model/writing/number.ts';
import { toneColour } from '../../share/picture/chart/tone.ts';
import { lineLooks } from '../../slide/looks.ts';
import type { ChartSlide } from '../../slide/slide.ts';

export function SlideLines({
  slide,
  ...room
}: {
  readonly slide: ChartSlide;
  readonly width: number;
  readonly height: number;
  /** Pixels of its type. */
  readonly size: number;
}) {
  const { least, most, percent, categories } = slide;
  const lines = lineLooks(slide).map(({ series, tone, isThick, isNamed, nameTone }, at) => ({
    key: `${at}`,
    values: series.values,
    weak: series.weak ?? [],
    colour: toneColour(tone),
    nameColour: toneColour(nameTone),
    isThin: !isThick,
    isDashed: tone === 'target',
    label: isNamed ? [lastText(series.texts), series.label].join(' ') : '',
  }));
  return (
    <NamedLines
      {...room}
      periods={categories}
      lines={lines}
      domain={[least, most]}
      step={wholeStep(least, most)}
      tick={(value) => `${formatNumber(value, 0)}${percent ? '%' : ''}`}
    />
  );
}

function lastText(texts: readonly string[]): string {
  return [...texts].reverse().find((text) => text !== '') ?? '';
}
