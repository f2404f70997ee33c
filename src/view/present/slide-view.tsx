/** A slide as part of a page: for print, and wherever no slide program is at hand. Drawn from its values alone. */

import type { LinePoint, LineSeries } from '../../chart/line-drawing.tsx';
import { Panel } from '../../chart/lines.tsx';
import { formatNumber } from '../../model/writing/number.ts';
import type { ChartSlide, Slide, TableSlide } from '../../slide/slide.ts';
import { palette } from '../../style/palette.ts';
import { words } from '../../text/words.ts';

const WIDTH = 960;
const HEIGHT = 380;

export function SlideView({ slide }: { readonly slide: Slide }) {
  return (
    <section className="slide" aria-label={slide.heading}>
      <h2>{slide.title}</h2>
      {slide.heading !== slide.title && <p className="muted">{slide.heading}</p>}
      {slide.sentence && <p>{slide.sentence}</p>}
      {slide.note && <p>{slide.note}</p>}
      {slide.type === 'bars' && <BarTable slide={slide} />}
      {slide.type === 'lines' && <LineDrawing slide={slide} />}
      {slide.type === 'table' && <PlainTable slide={slide} />}
      {slide.footnotes.length > 0 && (
        <ul className="slide-notes small">
          {slide.footnotes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      <p className="small muted">{slide.source}</p>
    </section>
  );
}

function valueText({ percent, decimals }: ChartSlide, value: number | null | undefined): string {
  if (value === null || value === undefined) return '';
  return `${formatNumber(value, decimals)}${percent ? '%' : ''}`;
}

/** Bars in a table: name, bar with its target, value. */
function BarTable({ slide }: { readonly slide: ChartSlide }) {
  const main = slide.series.find((series) => series.role === 'value');
  const target = slide.series.find((series) => series.role === 'target');
  const span = slide.most - slide.least || 1;
  const share = (value: number) =>
    `${Math.max(0, Math.min(100, ((value - slide.least) / span) * 100))}%`;
  return (
    <table className="slide-bars">
      <caption className="visually-hidden">{slide.heading}</caption>
      <tbody>
        {slide.categories.map((name, at) => {
          const value = main?.values[at] ?? null;
          const goal = target?.values[at] ?? null;
          return (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td className="slide-bar">
                <div className="track">
                  {value !== null && <span className="bar" style={{ width: share(value) }} />}
                  {goal !== null && <span className="goal" style={{ left: share(goal) }} />}
                </div>
              </td>
              <td className="number" {...(value === null ? {} : { 'data-value': value })}>
                {main?.texts[at] ?? ''}
                {goal !== null && (
                  <span className="small muted">
                    {' '}
                    {words.chart.legendTarget.toLowerCase()} {valueText(slide, goal)}
                  </span>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function LineDrawing({ slide }: { readonly slide: ChartSlide }) {
  const lines = slide.series.filter((series) => series.role !== 'target');
  const target = slide.series.find((series) => series.role === 'target');
  const series = lines.map(
    (line, index): LineSeries => ({
      key: `${index}`,
      name: line.name,
      role: line.role === 'value' ? 'unit' : (line.role as 'group' | 'own'),
      points: line.values.map(
        (value, at): LinePoint => ({
          value,
          target: index === 0 ? (target?.values[at] ?? null) : null,
          weak: false,
          derived: false,
          breakBefore: false,
          glyph: '',
          label: `${line.name}, ${slide.categories[at] ?? ''}: ${valueText(slide, value)}`,
          open: '',
          onOpen: null,
        }),
      ),
    }),
  );
  return (
    <>
      <Panel
        periods={slide.categories}
        series={series}
        breaks={[]}
        domain={[slide.least, slide.most]}
        tick={(value) => valueText(slide, value)}
        width={WIDTH}
        height={HEIGHT}
      />
      <p className="small">{lines.map((line) => line.name).join(' · ')}</p>
    </>
  );
}

function PlainTable({ slide }: { readonly slide: TableSlide }) {
  return (
    <table>
      <caption className="visually-hidden">{slide.heading}</caption>
      <thead>
        <tr>
          {slide.columns.map((column) => (
            <th key={column.name} scope="col" className={column.number ? 'number' : ''}>
              {column.name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {slide.rows.map((row, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of a slide never move
          <tr key={at}>
            {row.map((cell, index) => (
              <td
                // biome-ignore lint/suspicious/noArrayIndexKey: neither do its cells
                key={index}
                className={slide.columns[index]?.number ? 'number' : ''}
                style={{
                  fontWeight: cell.bold || cell.tone === 'error' ? 600 : 400,
                  ...(cell.tone === 'error' ? { color: palette.error } : {}),
                }}
              >
                {cell.text}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
