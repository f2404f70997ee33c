/** The figures of one unit by group, each with its counts, its period and its change since a year before. */

import { type Dataset, subjectOf } from '../../model/dataset.ts';
import { type Figure, figureKey } from '../../model/figure.ts';
import { groupBy } from '../../model/group.ts';
import { changeSince } from '../../model/time/comparison.ts';
import { yearBeforeIn } from '../../model/time/year-before.ts';
import { changeText, countsText } from '../../text/figure.ts';
import { partName, periodName } from '../../text/name.ts';
import { noteText } from '../../text/note.ts';
import { words } from '../../text/words.ts';
import { useDesk } from '../part/desk.ts';
import { FigureButton } from '../part/marks.tsx';

export function FigureGroups({
  data,
  figures,
  past,
}: {
  readonly data: Dataset;
  readonly figures: readonly Figure[];
  /** Everything of the unit, to find the same period of the year before. */
  readonly past: readonly Figure[];
}) {
  const order = [...data.indicators.keys(), ...data.measures.keys()];
  const position = new Map(order.map((id, at) => [id, at]));
  const sorted = [...figures].sort(
    (a, b) =>
      (position.get(a.subject) ?? 0) - (position.get(b.subject) ?? 0) ||
      a.breakdown.localeCompare(b.breakdown) ||
      a.kind.localeCompare(b.kind),
  );
  const before = yearBeforeIn(data.periods, past);
  const groups = groupBy(
    sorted,
    (figure) => subjectOf(data, figure.subject)?.group || words.unit.measures,
  );
  return [...groups].map(([group, members]) => (
    <section key={group}>
      <h2>{group}</h2>
      <table className="unit-figures">
        <caption className="visually-hidden">{group}</caption>
        <thead>
          <tr>
            <th scope="col">{words.unit.indicator}</th>
            <th scope="col" className="number">
              {words.unit.value}
            </th>
            <th scope="col" className="number">
              {words.unit.counts}
            </th>
            <th scope="col">{words.unit.period}</th>
          </tr>
        </thead>
        <tbody>
          {members.map((figure) => (
            <Row
              key={`${figure.subject}~${figureKey(figure)}`}
              {...{ data, figure }}
              before={before(figure)}
            />
          ))}
        </tbody>
      </table>
    </section>
  ));
}

interface RowProps {
  readonly data: Dataset;
  readonly figure: Figure;
  readonly before: Figure | null;
}

function Row({ data, figure, before }: RowProps) {
  const { change } = useDesk();
  const subject = subjectOf(data, figure.subject);
  if (!subject) return null;
  const part = partName(data, figure);
  const difference = changeSince(figure, before, data.units, data.periods);
  const notes = [
    figure.kind ? words.kind[figure.kind] : '',
    noteText(subject, figure),
    difference === null ? '' : words.chart.change(changeText(subject, difference)),
  ].filter(Boolean);
  return (
    <tr
      data-unit={figure.unit}
      data-period={figure.period}
      data-indicator={figure.subject}
      data-category={figure.category}
    >
      <th scope="row">
        {part ? <span className="muted">{subject.name}: </span> : subject.name}
        {part}
        {notes.length > 0 && <div className="small muted">{notes.join(' · ')}</div>}
      </th>
      <td className="number" {...(figure.value === null ? {} : { 'data-value': figure.value })}>
        <FigureButton
          {...{ subject, figure }}
          onOpen={() => change({ open: figure, breakdown: figure.breakdown })}
        />
      </td>
      <td className="number counts muted">
        {countsText(figure) || (subject.isRatio ? '' : subject.unitLabel)}
      </td>
      <td className="period small">{periodName(data, figure.period)}</td>
    </tr>
  );
}
