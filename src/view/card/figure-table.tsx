/** The numbers of a chart as a real table. */
import { type Dataset, subjectOf } from '../../model/dataset.ts';
import type { Figure } from '../../model/figure.ts';
import { figureKey } from '../../model/figure.ts';
import { formatCount } from '../../model/writing/number.ts';
import { reportedText, statusText } from '../../text/figure.ts';
import type { FigureField } from '../../text/figure-fields.ts';
import { partName, periodName, unitName } from '../../text/name.ts';
import { words } from '../../text/words.ts';
import { useDesk } from '../part/desk.ts';
import { FigureButton, Marks } from '../part/marks.tsx';
import { useTurning } from './turning.tsx';

/** Columns that a screen adds: their headings, and what they say of a figure. */
export interface MoreColumns {
  readonly names: readonly string[];
  readonly of: (figure: Figure) => readonly string[];
}

export function FigureTable({
  caption,
  figures,
  more = NONE,
}: {
  readonly caption: string;
  readonly figures: readonly Figure[];
  readonly more?: MoreColumns | undefined;
}) {
  const { data } = useDesk();
  const { shown, turning } = useTurning(figures);
  const parts = figures.some((figure) => figure.category || figure.body);
  const subjects = new Set(figures.map((figure) => figure.subject)).size > 1;
  return (
    <div className="scroll-x">
      {turning}
      <table aria-rowcount={figures.length + 1}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.column.unit}</th>
            {subjects && <th scope="col">{words.column.indicator}</th>}
            {parts && <th scope="col">{words.column.category}</th>}
            <th scope="col">{words.column.period}</th>
            <th scope="col" className="number">
              {words.column.value}
            </th>
            <th scope="col" className="number">
              {words.column.numerator}
            </th>
            <th scope="col" className="number">
              {words.column.denominator}
            </th>
            <th scope="col" className="number">
              {words.column.reported}
            </th>
            {more.names.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
            <th scope="col">{words.column.flags}</th>
            <th scope="col">{words.column.source}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((figure) => (
            <FigureRow
              key={`${figure.subject}~${figureKey(figure)}`}
              {...{ data, figure, parts, subjects }}
              more={more.of(figure)}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Those of fields that people read. */
export function columnsOf(data: Dataset, fields: readonly FigureField[]): MoreColumns {
  return {
    names: fields.map(({ heading }) => heading()),
    of: (figure) => fields.map(({ word }) => word(figure, data)),
  };
}

const NONE: MoreColumns = { names: [], of: () => [] };

function FigureRow({
  data,
  figure,
  parts,
  subjects,
  more,
}: {
  readonly more: readonly string[];
  readonly data: Dataset;
  readonly figure: Figure;
  readonly parts: boolean;
  readonly subjects: boolean;
}) {
  const { change } = useDesk();
  const subject = subjectOf(data, figure.subject);
  if (!subject) return null;
  return (
    <tr
      data-unit={figure.unit}
      data-period={figure.period}
      data-indicator={figure.subject}
      data-category={figure.category}
    >
      <th scope="row">{unitName(data, figure.unit, figure.period)}</th>
      {subjects && <td>{subject.name}</td>}
      {parts && <td>{partName(data, figure)}</td>}
      <td>{periodName(data, figure.period)}</td>
      <td className="number" {...(figure.value === null ? {} : { 'data-value': figure.value })}>
        <FigureButton {...{ subject, figure }} onOpen={() => change({ open: figure })} />
        {figure.kind && <div className="small muted">{words.kind[figure.kind]}</div>}
      </td>
      <NumberCell value={figure.numerator} text={formatCount} />
      <NumberCell value={figure.denominator} text={formatCount} />
      <NumberCell value={figure.reported} text={() => reportedText(subject, figure)} />
      {more.map((text, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its column
        <td key={at}>{text}</td>
      ))}
      <td>
        <Marks flags={figure.flags} />
        {statusText(figure) && <span className="mark">{statusText(figure)}</span>}
      </td>
      <td className="small">
        {figure.sources.map((id) => data.sources.get(id)?.number || id).join('; ')}
        {figure.locators.length > 0 && (
          <span className="muted"> {words.origin.section(figure.locators.join('; '))}</span>
        )}
      </td>
    </tr>
  );
}

/** Empty without a number, which is what a reader of the table takes. */
function NumberCell({
  value,
  text,
}: {
  readonly value: number | null;
  readonly text: (value: number) => string;
}) {
  if (value === null) return <td className="number" />;
  return (
    <td className="number" data-value={value}>
      {text(value)}
    </td>
  );
}
