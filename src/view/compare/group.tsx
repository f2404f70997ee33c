/** One group of a comparison: its heading, its value, its drawing, and who is missing. */

import { memo, useMemo } from 'react';
import type { Mark } from '../../chart/marking.ts';
import { formatRef } from '../../model/figure-ref.ts';
import { changesOf } from '../../model/statistics/change.ts';
import type { CompareGroup, CompareRow } from '../../question/compare.ts';
import { periodName } from '../../text/name.ts';
import { changeFact } from '../../text/told/change.ts';
import { rowFacts, rowName } from '../../text/told/standing.ts';
import { words } from '../../text/words.ts';
import { Strip, type Told } from '../card/strip.tsx';
import type { Desk } from '../part/desk.ts';
import { WhenNear } from '../part/room/when-near.tsx';
import { usePaces } from '../part/target/paces.ts';
import { GroupBars } from './drawing/bars.tsx';
import { GroupChange } from './drawing/change.tsx';
import { beyondText, GroupFunnel } from './drawing/funnel.tsx';
import { GroupMap } from './drawing/late.tsx';
import { Absent, difference, GroupLine, groupName } from './group-line.tsx';
import type { DrawnGroup, GroupProps } from './group-props.ts';

/** Rows of a group take about so much, and what stands around them. */
const ROW_HEIGHT = 24;
const FRAME_HEIGHT = 50;

export function Group({ tools, isFar, ...props }: GroupProps) {
  const name = groupName(props.desk, props.group);
  const body = <Body {...props} />;
  return (
    <section aria-label={name}>
      <div className="group-head">
        <h2 className="group-heading">{name}</h2>
        {tools}
      </div>
      {isFar ? (
        <WhenNear height={FRAME_HEIGHT + props.group.rows.length * ROW_HEIGHT}>{body}</WhenNear>
      ) : (
        body
      )}
    </section>
  );
}

/** Drawn anew only for another answer or another way to draw: the URL changes with every panel that opens. */
const Body = memo(
  GroupBody,
  (a, b) =>
    a.group === b.group &&
    a.standings === b.standings &&
    a.first === b.first &&
    a.apart === b.apart &&
    a.chosen === b.chosen &&
    a.subject.id === b.subject.id &&
    a.desk.state.chart === b.desk.state.chart &&
    a.desk.state.intervals === b.desk.state.intervals &&
    a.domain[0] === b.domain[0] &&
    a.domain[1] === b.domain[1],
);

function GroupBody(props: DrawnGroup) {
  const { desk, subject, group, standings, first, apart, below } = props;
  const isBare = (row: CompareRow) =>
    row.figure.absence === 'NO_DATA' && row.references.length === 0;
  const { chart } = desk.state;
  const changes = useMemo(
    () => changesOf(desk.data, subject, group.rows),
    [desk.data, subject, group],
  );
  const paces = usePaces(desk, subject, group);
  const drawn = group.rows.filter((row) => !isBare(row));
  const absent = group.rows.filter(isBare);
  const bars = <GroupBars {...props} rows={drawn} />;
  const tell = ({ open }: Mark): Told | null => {
    const row = group.rows.find(({ figure }) => formatRef(figure) === open);
    const standing = row && standings.get(row.figure);
    const change = row && (chart === 'change' || row.base !== undefined) && changes.get(row.figure);
    if (!row || !standing) return null;
    return {
      name: rowName(desk.data, row),
      value: row.figure.value,
      facts: [
        ...rowFacts(desk.data, subject, row, group, standing),
        ...paces(row.figure),
        chart === 'funnel' ? beyondText(subject, group, row.figure) : '',
        change ? changeFact(desk.data, subject, row, change) : '',
      ].filter(Boolean),
    };
  };
  return (
    <>
      {apart && <p className="small muted">{apartText(desk, first, group)}</p>}
      <Strip tell={tell}>
        <GroupLine {...{ desk, subject, group }} />
      </Strip>
      <div className="compare-drawing">
        {chart === 'funnel' && <GroupFunnel {...props} rows={drawn} />}
        {chart === 'change' && <GroupChange {...props} {...{ changes }} rows={drawn} />}
        {chart === 'map' && <GroupMap {...props} {...{ bars }} />}
        {chart !== 'funnel' && chart !== 'change' && chart !== 'map' && bars}
      </div>
      <Absent
        rows={absent.filter((row) => !below.includes(row.figure.unit))}
        say={words.chart.noData}
        to={(unit) => ({ view: 'unit', unit: [unit] })}
      />
      <Absent
        rows={absent.filter((row) => below.includes(row.figure.unit))}
        say={words.chart.onlyBelow}
        to={(unit) => ({ under: unit, unit: [] })}
      />
    </>
  );
}

/** Why a group stands apart, or of which period the others are. */
function apartText({ data }: Desk, first: CompareGroup, group: CompareGroup): string {
  const { behind, ahead, period } = group;
  if (behind !== undefined) return words.compare.leftover(periodName(data, behind));
  if (ahead !== undefined)
    return words.compare.ahead(periodName(data, period), periodName(data, ahead));
  return words.compare.differs(difference(first, group));
}
