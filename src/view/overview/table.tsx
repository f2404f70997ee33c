/** Units × indicators: value, change against the same period last year, a sparkline, a mark, a tint. */

import { FlagIcon } from '../../chart/mark.tsx';
import { Sparkline } from '../../chart/sparkline.tsx';
import type { Subject } from '../../model/catalogue.ts';
import { type Figure, isComparable } from '../../model/figure.ts';
import { groupBy, ownOf } from '../../model/group.ts';
import { commonPeriod } from '../../model/statistics/rank.ts';
import { domainOf } from '../../model/statistics/scale.ts';
import { changeSince } from '../../model/time/comparison.ts';
import type { OverviewAnswer } from '../../question/overview.ts';
import { changeText } from '../../text/figure.ts';
import { partName, periodName, unitName } from '../../text/name.ts';
import { besideText, sumText } from '../../text/note.ts';
import { words } from '../../text/words.ts';
import { useDesk } from '../part/desk.ts';
import { Link } from '../part/link.tsx';
import { FigureButton } from '../part/marks.tsx';
import { UnitLink } from '../part/place/unit-link.tsx';

interface TableProps {
  readonly units: readonly string[];
  readonly columns: readonly Subject[];
  readonly answer: OverviewAnswer;
}

export function OverviewTable({ units, columns, answer }: TableProps) {
  const { data } = useDesk();
  const groups = groupBy(units, (unit) => {
    const { level, parent } = data.units.at(unit);
    return [
      ownOf(words.level, level) ?? level,
      parent ? words.compare.without(unitName(data, parent)) : '',
    ]
      .filter(Boolean)
      .join(' · ');
  });
  const columnPeriods = new Map(
    columns.map((subject) => [subject.id, commonPeriod(answer.figures, subject.id)]),
  );
  return (
    <div className="scroll-x">
      <table className="overview">
        <caption>{words.overview.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.overview.unit}</th>
            {columns.map((subject) => (
              <th key={subject.id} scope="col">
                <Link to={{ view: 'compare', indicator: [subject.id] }}>{subject.shortName}</Link>
                <div className="muted">{periodName(data, columnPeriods.get(subject.id) ?? '')}</div>
              </th>
            ))}
            <th scope="col">{words.overview.toCheck}</th>
          </tr>
        </thead>
        {[...groups].map(([name, members]) => (
          <tbody key={name}>
            {members.length > 1 && (
              <tr>
                <th scope="rowgroup" colSpan={columns.length + 2} className="overview-group">
                  {name}
                </th>
              </tr>
            )}
            {members.map((unit) => (
              <UnitRow
                key={unit}
                {...{ unit, columns, answer, columnPeriods }}
                place={members.length > 1 ? '' : name}
              />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

interface RowProps {
  /** Level and parent of a unit that stands alone; '' where a heading says it. */
  readonly place: string;
  readonly unit: string;
  readonly columns: readonly Subject[];
  readonly answer: OverviewAnswer;
  readonly columnPeriods: ReadonlyMap<string, string>;
}

function UnitRow({ unit, columns, answer, columnPeriods, place }: RowProps) {
  const errors = answer.errors.find((item) => item.unit === unit)?.count ?? 0;
  return (
    <tr data-unit={unit}>
      <th scope="row">
        <UnitLink unit={unit} />
        {place && <div className="small muted overview-place">{place}</div>}
      </th>
      {columns.map((subject) => (
        <Cell
          key={subject.id}
          {...{ subject, unit, answer }}
          period={columnPeriods.get(subject.id) ?? ''}
        />
      ))}
      <td>
        {errors > 0 && (
          <Link to={{ view: 'unit', unit: [unit] }}>
            <span className="mark error">
              <FlagIcon tone="error" />
              {words.overview.issues(errors)}
            </span>
          </Link>
        )}
      </td>
    </tr>
  );
}

interface CellProps {
  readonly subject: Subject;
  readonly unit: string;
  readonly answer: OverviewAnswer;
  readonly period: string;
}

function Cell({ subject, unit, answer, period }: CellProps) {
  const own = answer.figures.filter(
    (figure) => figure.unit === unit && figure.subject === subject.id,
  );
  const [first] = own;
  if (!first) {
    return (
      <td className="absence" data-indicator={subject.id}>
        <span aria-hidden="true">{words.glyph.NO_DATA}</span>
        <span className="visually-hidden">{words.absence.NO_DATA}</span>
      </td>
    );
  }
  const single = own.length === 1 && first.value !== null;
  return (
    <td
      data-indicator={subject.id}
      data-period={first.period}
      data-category=""
      {...(single ? { 'data-value': first.value } : {})}
      style={{ background: tintOf(subject, first, answer.figures) }}
    >
      {own.map((figure) => (
        <Entry key={figure.body} {...{ subject, figure, answer }} />
      ))}
      {first.period !== period && <PeriodNote code={first.period} />}
    </td>
  );
}

function PeriodNote({ code }: { readonly code: string }) {
  const { data } = useDesk();
  return <div className="small muted">{periodName(data, code)}</div>;
}

function Entry({
  subject,
  figure,
  answer,
}: {
  subject: Subject;
  figure: Figure;
  answer: OverviewAnswer;
}) {
  const { data, change } = useDesk();
  const mine = (other: Figure) =>
    other.unit === figure.unit && other.subject === figure.subject && other.body === figure.body;
  const past = answer.history.filter(mine);
  const difference = changeSince(
    figure,
    answer.before.find(mine) ?? null,
    data.units,
    data.periods,
  );
  return (
    <div className="overview-entry">
      <span>
        <FigureButton {...{ subject, figure }} onOpen={() => change({ open: figure })} />
        {figure.sum && <div className="small muted">{sumText(figure)}</div>}
        {answer.beside?.filter(mine).map((other) => (
          <div key={other.sum?.of ?? ''} className="small muted">
            {besideText(subject, other)}
          </div>
        ))}
        {difference !== null && (
          <div className="small muted nowrap">{changeText(subject, difference)}</div>
        )}
        {figure.body && <div className="small muted">{partName(data, figure)}</div>}
      </span>
      {past.length > 2 && (
        <Sparkline
          values={past.map((old) => (isComparable(old) ? old.value : null))}
          domain={domainOf(
            subject,
            past.flatMap((old) => old.value ?? []),
          )}
        />
      )}
    </div>
  );
}

/**
 * A tint from white to amber by how far a value stands on the worse side of its column; only where the
 * indicator has a direction and at least three units of one period can be held against each other.
 */
function tintOf(subject: Subject, figure: Figure, figures: readonly Figure[]): string | undefined {
  if (subject.direction === 'none' || !isComparable(figure)) return undefined;
  const peers = figures.filter(
    (f) => f.subject === figure.subject && f.period === figure.period && isComparable(f),
  );
  if (peers.length < 3) return undefined;
  const values = peers.flatMap((peer) => peer.value ?? []);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (high === low || figure.value === null) return undefined;
  const share = (figure.value - low) / (high - low);
  const worse = subject.direction === 'up' ? 1 - share : share;
  return worse > 0.5 ? `rgb(214 140 20 / ${((worse - 0.5) * 0.5).toFixed(2)})` : undefined;
}
