/** Every indicator of a unit in one row: result, target, year before, group, rank, place, past; alarms first. */
import { useMemo } from 'react';
import { commonPeriodOf } from '../../model/statistics/shown.ts';
import type { StandingAnswer } from '../../question/standing.ts';
import { lowerFirst } from '../../text/letter-case.ts';
import { periodName } from '../../text/name.ts';
import { words } from '../../text/words.ts';
import { useDesk } from '../part/desk.ts';
import { groupsOf, isDrawn, usedColumns } from './columns.ts';
import { StandingCells } from './standing-row.tsx';

export function StandingTable({ answer }: { readonly answer: StandingAnswer }) {
  const { data } = useDesk();
  const groups = useMemo(() => groupsOf(data, answer), [data, answer]);
  const rows = groups.flatMap(([, own]) => own);
  const period = commonPeriodOf(rows.map(({ figure }) => figure));
  const columns = usedColumns(rows);
  const when = lowerFirst(periodName(data, period));
  return (
    <div className="scroll-x no-print">
      <table className={columns.length === 0 ? 'standing narrow' : 'standing'}>
        <caption>{[words.standing.caption, when].filter(Boolean).join(', ')}</caption>
        <thead>
          <tr>
            <th scope="col">{words.unit.indicator}</th>
            <th scope="col" className="number">
              {words.standing.result}
            </th>
            {columns.map((column) => (
              <th key={column} scope="col" className={isDrawn(column) ? '' : 'number'}>
                {column === 'target' ? words.chart.legendTarget : words.standing[column]}
              </th>
            ))}
          </tr>
        </thead>
        {groups.map(([name, own]) => (
          <tbody key={name}>
            <tr>
              <th scope="rowgroup" colSpan={columns.length + 2} className="overview-group">
                {name}
              </th>
            </tr>
            {own.map((row) => (
              <StandingCells
                key={`${row.subject.id}~${row.figure.body}`}
                {...{ row, columns, period }}
              />
            ))}
          </tbody>
        ))}
      </table>
      {columns.includes('place') && (
        <p className="small muted">
          {words.standing.legend} {words.standing.rankNote}
        </p>
      )}
    </div>
  );
}
