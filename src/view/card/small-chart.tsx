/** One of many small charts on a screen: lines on an axis of its own, without name and value, which stand above it. */
import { SmallLines } from '../../chart/plot/small-lines.tsx';
import { formatNumber } from '../../model/writing/number.ts';
import type { ChartSlide } from '../../slide/slide.ts';

export interface SmallRoom {
  readonly width: number;
  readonly height: number;
  readonly size?: number;
  readonly x?: number;
  readonly y?: number;
}

export function SmallChart({ panel, ...room }: SmallRoom & { readonly panel: ChartSlide }) {
  const { series, categories, least, most, percent } = panel;
  return (
    <SmallLines
      {...room}
      lines={series.map(({ role, values }, at) => ({
        key: `${at}`,
        look: role === 'target' || role === 'group' ? role : 'own',
        values,
      }))}
      periods={[categories[0] ?? '', categories.length > 1 ? (categories.at(-1) ?? '') : '']}
      domain={[least, most]}
      tick={(value) => `${formatNumber(value, 0)}${percent ? '%' : ''}`}
    />
  );
}
