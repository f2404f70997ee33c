/** One indicator of a unit: its cells. */
import type { ReactNode } from 'react';
import { explaining } from '../../address/explaining.ts';
import { LATEST } from '../../address/period-choice.ts';
import { Sparkline } from '../../chart/sparkline.tsx';
import { Strip } from '../../chart/strip.tsx';
import type { Against } from '../../model/statistics/decomposition.ts';
import { domainOf } from '../../model/statistics/scale.ts';
import { changeSince } from '../../model/time/comparison.ts';
import { MOST_POINTS } from '../../model/visit/ranking.ts';
import type { ReasonKind } from '../../model/visit/reason.ts';
import type { TargetsQuestion } from '../../question/standing.ts';
import { changeText, countsText, targetText, valueText } from '../../text/figure.ts';
import { lowerFirst } from '../../text/letter-case.ts';
import { partName, periodName, unitName } from '../../text/name.ts';
import { noteText } from '../../text/note.ts';
import { paceText, shortText } from '../../text/told/target.ts';
import { words } from '../../text/words.ts';
import { useAnswer, useDesk } from '../part/desk.ts';
import { Link } from '../part/link.tsx';
import { FigureButton } from '../part/marks.tsx';
import { tintOf } from '../part/visit/tint.tsx';
import { isDrawn, type OptionalColumn, type Standing } from './columns.ts';

interface CellsProps {
  readonly row: Standing;
  readonly columns: readonly OptionalColumn[];
  /** That of most rows; others say theirs. */
  readonly period: string;
}

export function StandingCells({ row, columns, period }: CellsProps) {
  const { data, change } = useDesk();
  const { subject, figure } = row;
  const counts = countsText(figure);
  const notes = [
    partName(data, figure),
    noteText(subject, figure),
    figure.period === period ? '' : lowerFirst(periodName(data, figure.period)),
  ].filter(Boolean);
  const depth = Math.min(1, (reasonOf(row, 'level')?.points ?? 0) / MOST_POINTS);
  return (
    <tr data-unit={figure.unit} data-period={figure.period} data-indicator={subject.id}>
      <th scope="row">
        <Link to={{ view: 'compare', indicator: [subject.id], unit: [] }}>{subject.shortName}</Link>
        {notes.length > 0 && <span className="small muted"> {notes.join(' · ')}</span>}
        {row.isMet === false && <Wanting row={row} />}
      </th>
      <td className="number" data-value={figure.value} style={tintOf(depth)}>
        {depth > 0 && <span className="visually-hidden">{words.visits.tinted}: </span>}
        {counts && <span className="small muted">{counts} </span>}
        <FigureButton {...{ subject, figure }} onOpen={() => change({ open: figure })} />
      </td>
      {columns.map((column) => {
        const Cell = CELLS[column];
        return (
          <td key={column} className={isDrawn(column) ? '' : 'number'}>
            <Cell row={row} />
          </td>
        );
      })}
    </tr>
  );
}

/** Under the name of an indicator whose target is missed: cases that are wanting, and the pace that it takes. */
function Wanting({ row: { subject, figure, target } }: { readonly row: Standing }) {
  const { data } = useDesk();
  const { data: answer } = useAnswer(profileTargets(figure.unit));
  const found = answer?.rows.find(
    (one) => one.figure.subject === subject.id && one.figure.body === figure.body,
  );
  if (!target) return null;
  const facts = [
    shortText(data, subject, figure, target),
    found?.figure.period === figure.period ? paceText(data, subject, found, target) : '',
  ].filter(Boolean);
  return facts.length > 0 ? <div className="small muted wanting">{facts.join('; ')}</div> : null;
}

/** One question for all rows of a profile. */
function profileTargets(unit: string): TargetsQuestion {
  return { ask: 'targets', units: [unit], subjects: null, period: LATEST, grain: 'any' };
}

const CELLS: Readonly<Record<OptionalColumn, (props: { readonly row: Standing }) => ReactNode>> = {
  target: TargetCell,
  before: BeforeCell,
  group: GroupCell,
  rank: RankCell,
  place: PlaceCell,
  trend: TrendCell,
};

function TargetCell({ row: { subject, target, isMet } }: { readonly row: Standing }) {
  if (target === null || target.value === null) return null;
  return (
    <>
      {isMet === false && <span className="small alarm">{words.standing.missedTarget} </span>}
      {targetText(subject, target.value)}
    </>
  );
}

function BeforeCell({ row }: { readonly row: Standing }) {
  const { data } = useDesk();
  const { subject, figure, before } = row;
  const change = changeSince(figure, before, data.units, data.periods);
  if (change === null) return null;
  const text = changeText(subject, change);
  const said = reasonOf(row, 'change') ? <span className="alarm">{text}</span> : text;
  return <Explained row={row} against="year" text={text} said={said} />;
}

function GroupCell({ row }: { readonly row: Standing }) {
  const { subject, group } = row;
  const text = group && valueText(subject, group.value);
  return text && <Explained row={row} against="group" text={text} said={text} />;
}

/** The way to what the parts of a rate give to its difference. */
function Explained({
  row: { subject, figure },
  against,
  text,
  said,
}: {
  readonly row: Standing;
  readonly against: Against;
  readonly text: string;
  readonly said: ReactNode;
}) {
  if (!subject.isRatio || !figure.computed) return said;
  return (
    <Link
      to={explaining(subject.id, figure.unit, figure.period, against)}
      label={`${text}. ${words.explaining.links[against]}: ${subject.shortName}`}
    >
      {said}
    </Link>
  );
}

function RankCell({ row: { group } }: { readonly row: Standing }) {
  if (!group?.rank) return null;
  const { best, worst, of } = group.rank;
  return words.standing.rankRange(best, worst, of);
}

function PlaceCell({ row }: { readonly row: Standing }) {
  const { subject, figure, group } = row;
  if (!group || figure.value === null) return null;
  return (
    <>
      <span className="visually-hidden">{words.standing.strip(group.values.length)}</span>
      <Strip
        values={group.values}
        own={figure.value}
        group={group.value}
        isLessBetter={subject.direction === 'down'}
        isBehind={reasonOf(row, 'level') !== undefined}
      />
    </>
  );
}

function TrendCell({ row: { subject, figure, past } }: { readonly row: Standing }) {
  const { data } = useDesk();
  if (past.length < 3) return null;
  const known = past.flatMap(({ value }) => value ?? []);
  return (
    <Link
      to={{ view: 'trend', indicator: [subject.id] }}
      label={words.visits.trendOf(`${subject.shortName}, ${unitName(data, figure.unit)}`)}
    >
      <Sparkline
        values={past.map(({ value }) => value)}
        domain={domainOf(subject, known)}
        width={90}
      />
    </Link>
  );
}

function reasonOf({ reasons }: Standing, kind: ReasonKind) {
  return reasons.find((reason) => reason.kind === kind);
}
