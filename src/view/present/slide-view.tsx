/** A slide as part of a page: for print, and wherever no slide program is at hand. Drawn from its values alone. */

import { formatCount } from '../../model/writing/number.ts';
import { barTone, levelLooks, ticksOf } from '../../slide/looks.ts';
import { columnWidths } from '../../slide/page/columns.ts';
import {
  type ChartSlide,
  type Slide,
  type SlideCell,
  type TableSlide,
  uncut,
  underTitle,
} from '../../slide/slide.ts';
import type { SlideBar, SlidePart } from '../../slide/table-marks.ts';
import { palette } from '../../style/palette.ts';
import { SlideCards } from './slide-cards.tsx';
import { SlideDrawing } from './slide-drawing.tsx';
import { SlideLines } from './slide-lines.tsx';

const WIDTH = 960;
const HEIGHT = 380;
/** Of small charts, three rows of them. */
const HIGH = 440;

export function SlideView({ slide: given }: { readonly slide: Slide }) {
  const slide = uncut(given);
  return (
    <section className="slide" aria-label={slide.heading}>
      <h2>{slide.title}</h2>
      {underTitle(slide) && <p className="muted">{underTitle(slide)}</p>}
      {slide.sentence && <p>{slide.sentence}</p>}
      {slide.note && <p>{slide.note}</p>}
      {slide.type === 'bars' && <BarTable slide={slide} />}
      {slide.type === 'lines' && (
        <SlideLines slide={slide} width={WIDTH} height={HEIGHT} size={15} />
      )}
      {(slide.type === 'steps' || slide.type === 'plot' || slide.type === 'tiles') && (
        <SlideDrawing slide={slide} width={WIDTH} height={HEIGHT} size={15} />
      )}
      {slide.type === 'panels' && (
        <SlideDrawing slide={slide} width={WIDTH} height={HIGH} size={15} />
      )}
      {slide.type === 'table' && <PlainTable slide={slide} />}
      {slide.type === 'cards' && <SlideCards slide={slide} />}
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

/** Bars in a table: name, bar with the target that most share, value. */
function BarTable({ slide }: { readonly slide: ChartSlide }) {
  const { series, least, most } = slide;
  const levels = levelLooks(slide);
  const ticks = ticksOf(slide);
  const main = series.find(({ role }) => role === 'value');
  const share = (value: number) =>
    `${Math.max(0, Math.min(100, ((value - least) / (most - least || 1)) * 100))}%`;
  return (
    <table className="slide-bars">
      <caption className="visually-hidden">{slide.heading}</caption>
      <tbody>
        {slide.categories.map((name, at) => {
          const value = main?.values[at] ?? null;
          return (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td className="slide-bar">
                <div className="track">
                  {value !== null && (
                    <span className={`bar ${barTone(slide, at)}`} style={{ width: share(value) }} />
                  )}
                  {levels.map((level) => (
                    <span
                      key={level.text}
                      className={level.isGoal ? 'goal' : 'goal overall'}
                      style={{ left: share(level.value) }}
                    />
                  ))}
                  {ticks[at] != null && (
                    <span className="goal" style={{ left: share(ticks[at]) }} />
                  )}
                </div>
              </td>
              <td className="number" {...(value === null ? {} : { 'data-value': value })}>
                {main?.texts[at] ?? ''}
              </td>
            </tr>
          );
        })}
      </tbody>
      {levels.length > 0 && (
        <tfoot>
          <tr>
            <td />
            <td className="slide-bar">
              <div className="track">
                {levels.map(({ text, value, side }) => (
                  <span key={text} className={`goal-name ${side}`} style={{ left: share(value) }}>
                    {text}
                  </span>
                ))}
              </div>
            </td>
            <td />
          </tr>
        </tfoot>
      )}
    </table>
  );
}

/** Characters of a cell of a number that breaks: it says more than one. */
const MOST_OF_NUMBER = 14;

/** Its columns share the width as those of a deck's page do. */
export function PlainTable({ slide }: { readonly slide: TableSlide }) {
  const widths = columnWidths(slide);
  const whole = widths.reduce((sum, width) => sum + width, 0);
  return (
    <>
      {slide.parts && <Parts parts={slide.parts} />}
      <table>
        <caption className="visually-hidden">{slide.heading}</caption>
        <colgroup>
          {slide.columns.map(({ name }, at) => (
            <col key={name} style={{ width: `${((widths[at] ?? 0) / whole) * 100}%` }} />
          ))}
        </colgroup>
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
                  className={cellClass(slide.columns[index]?.number ?? false, cell)}
                  style={cellStyle(cell)}
                >
                  {cell.bar ? <CellBar bar={cell.bar} /> : cell.text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

const PART_COLOURS = {
  plain: palette.accent,
  pale: palette.weak,
  warning: palette.warning,
} as const;

/** What the rows are parts of, to scale, each with its number and name. */
function Parts({ parts }: { readonly parts: readonly SlidePart[] }) {
  return (
    <ul className="slide-parts">
      {parts.map(({ count, name, tone }) => (
        <li key={name} style={{ flexGrow: count, borderTopColor: PART_COLOURS[tone] }}>
          <strong>{formatCount(count)}</strong> {name}
        </li>
      ))}
    </ul>
  );
}

function cellStyle({ bold, tone }: SlideCell) {
  const isMissed = tone === 'error' || tone === 'missed';
  return {
    fontWeight: bold || isMissed ? 600 : 400,
    ...(isMissed ? { color: palette.error } : {}),
    ...(tone === 'missed' ? { background: MISSED_GROUND } : {}),
    ...(tone === 'warning' ? { color: palette.warning } : {}),
  };
}

/** In the colour of what is missed, so that it is seen on any ground. */
const MISSED_GROUND = `${palette.error}22`;

const percent = (share: number) => `${share * 100}%`;

/** As far as the number reaches, with its target; the numbers beside it say the same. */
function CellBar({ bar: { value, target, isMissed } }: { readonly bar: SlideBar }) {
  return (
    <div className="cell-bar" aria-hidden="true">
      <span className={isMissed ? 'missed' : ''} style={{ width: percent(value) }} />
      {target !== null && <i style={{ left: percent(target) }} />}
    </div>
  );
}

function cellClass(isNumber: boolean, { text }: SlideCell): string {
  if (!isNumber) return '';
  return text.length > MOST_OF_NUMBER ? 'number is-long' : 'number';
}
