/** Units × indicators: value, change against the same period last year, a sparkline, a mark, a tint. */

import { useMemo } from 'react';
import { FlagIcon } from '../../chart/mark.tsx';
import { Sparkline } from '../../chart/sparkline.tsx';
import type { Subject } from '../../model/catalogue.ts';
import type { Dataset } from '../../model/dataset.ts';
import { type Figure, isComparable } from '../../model/figure.ts';
import { groupBy, ownOf } from '../../model/group.ts';
import { type Change, changesOfMany } from '../../model/statistics/change.ts';
import { domainOf } from '../../model/statistics/scale.ts';
import { commonPeriod } from '../../model/statistics/shown.ts';
import { type DepthOf, depthIn } from '../../model/visit/depth.ts';
import { peerGroups } from '../../model/visit/peers.ts';
import type { OverviewAnswer } from '../../question/overview.ts';
import { partName, periodName, unitName } from '../../text/name.ts';
import { besideText, commonSumText, sumText } from '../../text/note.ts';
import { words } from '../../text/words.ts';
import { useDesk } from '../part/desk.ts';
import { Link } from '../part/link.tsx';
import { FigureButton } from '../part/marks.tsx';
import { UnitLink } from '../part/place/unit-link.tsx';
import { TintLegend, tintOf } from '../part/visit/tint.tsx';
import { ChangeNote, ChangeNoteLegend } from './change-note.tsx';

interface TableProps {
  readonly units: readonly string[];
  readonly columns: readonly Subject[];
  readonly answer: OverviewAnswer;
}

export function OverviewTable({ units, columns, answer }: TableProps) {
  const { data } = useDesk();
  const groups = groupBy(units, (unit) => groupName(data, unit));
  const columnPeriods = new Map(
    columns.map((subject) => [subject.id, commonPeriod(answer.figures, subject.id)]),
  );
  const peers = useMemo(() => peerGroups(data, answer.figures), [data, answer.figures]);
  const depthOf = depthIn(data, peers);
  const figuresOf = useMemo(() => groupBy(answer.figures, ({ unit }) => unit), [answer]);
  const changes = useMemo(
    () => changesOfMany(data, columns, answer.figures, answer.before),
    [data, columns, answer],
  );
  const isTinted = peers.some(({ members }) => members.some((figure) => depthOf(figure) > 0));
  return (
    <div className="scroll-x">
      <table className="overview">
        <Caption {...{ isTinted, changes }} />
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
                {...{ unit, columns, answer, columnPeriods, depthOf, changes }}
                figures={figuresOf.get(unit) ?? []}
                place={members.length > 1 ? '' : name}
              />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

/** "Cấp xã · Thị xã A": units of one level and parent stand together. */
function groupName(data: Dataset, unit: string): string {
  const { level, parent } = data.units.at(unit);
  const above = parent ? words.compare.without(unitName(data, parent)) : '';
  return [ownOf(words.level, level) ?? level, above].filter(Boolean).join(' · ');
}

function Caption({
  isTinted,
  changes,
}: Pick<RowProps, 'changes'> & { readonly isTinted: boolean }) {
  return (
    <caption>
      {words.overview.caption}
      {isTinted && <TintLegend />}
      <ChangeNoteLegend changes={changes.values()} />
    </caption>
  );
}

interface RowProps {
  /** Level and parent of a unit that stands alone; '' where a heading says it. */
  readonly place: string;
  readonly unit: string;
  readonly columns: readonly Subject[];
  readonly answer: OverviewAnswer;
  readonly columnPeriods: ReadonlyMap<string, string>;
  readonly depthOf: DepthOf;
  readonly changes: ReadonlyMap<Figure, Change>;
  /** Of this unit. */
  readonly figures: readonly Figure[];
}

function UnitRow(props: RowProps) {
  const { unit, columns, answer, columnPeriods, depthOf, changes, place, figures } = props;
  const errors = answer.errors.find((item) => item.unit === unit)?.count ?? 0;
  const shown = columns.flatMap(({ id }) => figuresAt(figures, id));
  const rebuilt = commonSumText(shown);
  return (
    <tr data-unit={unit}>
      <th scope="row">
        <UnitLink unit={unit} />
        {rebuilt && <div className="small muted">{rebuilt}</div>}
        {place && <div className="small muted overview-place">{place}</div>}
      </th>
      {columns.map((subject) => (
        <Cell
          key={subject.id}
          {...{ subject, figures, answer, depthOf, changes, rebuilt }}
          period={columnPeriods.get(subject.id) ?? ''}
        />
      ))}
      <td>
        {errors > 0 && (
          <Link to={{ view: 'checks', unit: [unit], severity: ['error'] }}>
            <ToCheck count={errors} />
          </Link>
        )}
      </td>
    </tr>
  );
}

/** A flag with how many things are to be checked. */
export function ToCheck({ count }: { readonly count: number }) {
  return (
    <span className="mark error">
      <FlagIcon tone="error" />
      {words.overview.issues(count)}
    </span>
  );
}

/** What a unit has in one column: one figure, or one of each office. */
function figuresAt(figures: readonly Figure[], subject: string): Figure[] {
  return figures.filter((figure) => figure.subject === subject);
}

interface CellProps {
  /** What is said by the name of the unit, of all its figures; '' where nothing is. */
  readonly rebuilt: string;
  readonly subject: Subject;
  readonly figures: readonly Figure[];
  readonly answer: OverviewAnswer;
  readonly period: string;
  readonly depthOf: DepthOf;
  readonly changes: ReadonlyMap<Figure, Change>;
}

function Cell({ subject, figures, answer, period, depthOf, changes, rebuilt }: CellProps) {
  const own = figuresAt(figures, subject.id);
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
      style={tintOf(depthOf(first))}
    >
      {depthOf(first) > 0 && <span className="visually-hidden">{words.visits.tinted}: </span>}
      {own.map((figure) => (
        <Entry key={figure.body} {...{ subject, figure, answer, changes, rebuilt }} />
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
  changes,
  rebuilt,
}: Pick<CellProps, 'changes' | 'rebuilt'> & {
  subject: Subject;
  figure: Figure;
  answer: OverviewAnswer;
}) {
  const { data, change } = useDesk();
  const mine = (other: Figure) =>
    other.unit === figure.unit && other.subject === figure.subject && other.body === figure.body;
  const past = answer.history.filter(mine);
  const sum = sumText(figure);
  return (
    <div className="overview-entry">
      <span>
        <FigureButton {...{ subject, figure }} onOpen={() => change({ open: figure })} />
        {sum && sum !== rebuilt && <div className="small muted">{sum}</div>}
        {answer.beside?.filter(mine).map((other) => (
          <div key={other.sum?.of ?? ''} className="small muted">
            {besideText(subject, other)}
          </div>
        ))}
        <ChangeNote {...{ subject }} change={changes.get(figure)} />
        {figure.body && <div className="small muted">{partName(data, figure)}</div>}
      </span>
      {past.length > 2 && (
        <Link
          to={{ view: 'trend', indicator: [subject.id], unit: [figure.unit] }}
          label={words.visits.trendOf(`${subject.shortName}, ${unitName(data, figure.unit)}`)}
        >
          <Sparkline
            values={past.map((old) => (isComparable(old) ? old.value : null))}
            domain={domainOf(
              subject,
              past.flatMap((old) => old.value ?? []),
            )}
          />
        </Link>
      )}
    </div>
  );
}
