/** Head and body of the data table; only the rows near the viewport are in the page. */
import type { ReactTable, Row } from '@tanstack/react-table';
import type { Virtualizer } from '@tanstack/react-virtual';
import type { TableColumn } from '../../address/url.ts';
import { subjectOf } from '../../model/dataset.ts';
import { formatCount } from '../../model/writing/number.ts';
import { reportedText } from '../../text/figure.ts';
import { type FigureRow, isNumberColumn } from '../../text/figure-fields.ts';
import { words } from '../../text/words.ts';
import { useDesk } from '../part/desk.ts';
import { FigureButton, Marks } from '../part/marks.tsx';
import { UnitOfLevel } from '../part/place/unit-link.tsx';
import type { features } from './columns.ts';

type Grid = ReactTable<typeof features, FigureRow>;
type GridRow = Row<typeof features, FigureRow>;

export function TableHead({
  table,
  sort,
  onSort,
}: {
  readonly table: Grid;
  readonly sort: string;
  readonly onSort: (sort: string) => void;
}) {
  const shown = table.getAllLeafColumns().filter((column) => column.getIsVisible());
  return (
    <thead>
      <tr>
        {shown.map((column) => {
          const order =
            sort === column.id ? 'ascending' : sort === `-${column.id}` ? 'descending' : 'none';
          const next = order === 'none' ? column.id : order === 'ascending' ? `-${column.id}` : '';
          return (
            <th
              key={column.id}
              scope="col"
              aria-sort={order}
              {...(isNumberColumn(column.id) ? { className: 'number' } : {})}
            >
              <button type="button" className="sort-button" onClick={() => onSort(next)}>
                {String(column.columnDef.header)}
                <span aria-hidden="true">
                  {order === 'ascending' ? ' ↑' : order === 'descending' ? ' ↓' : ''}
                </span>
              </button>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

export function TableBody({
  table,
  rows,
  virtual,
}: {
  readonly table: Grid;
  readonly rows: readonly GridRow[];
  readonly virtual: Virtualizer<HTMLDivElement, Element>;
}) {
  const columns = table.getAllLeafColumns().filter((column) => column.getIsVisible());
  const items = virtual.getVirtualItems();
  const before = items[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  const gap = (height: number) =>
    height > 0 ? (
      <tr>
        <td colSpan={columns.length} style={{ height, padding: 0, border: 0 }} />
      </tr>
    ) : null;
  return (
    <tbody>
      {gap(before)}
      {items.map((item) => {
        const row = rows[item.index];
        if (!row) return null;
        return row.getIsGrouped() ? (
          <GroupRow key={row.id} row={row} span={columns.length} at={item.index} />
        ) : (
          <FigureLine
            key={row.id}
            row={row}
            columns={columns.map((column) => column.id)}
            at={item.index}
          />
        );
      })}
      {gap(after)}
    </tbody>
  );
}

function GroupRow({
  row,
  span,
  at,
}: {
  readonly row: GridRow;
  readonly span: number;
  readonly at: number;
}) {
  const open = row.getIsExpanded();
  const name = String(row.getValue(row.groupingColumnId ?? '') || '–');
  return (
    <tr aria-rowindex={at + 2}>
      <th scope="rowgroup" colSpan={span}>
        <button
          type="button"
          className="plain-button"
          aria-expanded={open}
          onClick={() => row.toggleExpanded()}
        >
          <span aria-hidden="true">{open ? '▾' : '▸'}</span> {name}{' '}
          <span className="muted">{words.table.rows(formatCount(row.getLeafRows().length))}</span>
        </button>
      </th>
    </tr>
  );
}

function FigureLine({
  row,
  columns,
  at,
}: {
  readonly row: GridRow;
  readonly columns: readonly string[];
  readonly at: number;
}) {
  const { figure } = row.original;
  return (
    <tr
      aria-rowindex={at + 2}
      data-unit={figure.unit}
      data-period={figure.period}
      data-indicator={figure.subject}
      data-category={figure.category}
    >
      {columns.map((id) => (
        <Cell key={id} id={id} row={row.original} />
      ))}
    </tr>
  );
}

function Cell({ id, row }: { readonly id: string; readonly row: FigureRow }) {
  const { data, change } = useDesk();
  const { figure } = row;
  const subject = subjectOf(data, figure.subject);
  if (id === 'unit') {
    return (
      <th scope="row">
        <UnitOfLevel unit={figure.unit} period={figure.period} />
        {figure.sum && <span className="small muted"> {words.place.sumOf[figure.sum.of]}</span>}
      </th>
    );
  }
  if (id === 'flags') {
    return (
      <td>
        <Marks flags={figure.flags} />
      </td>
    );
  }
  if (!subject || !isNumberColumn(id)) return <td>{row.words[id as TableColumn]}</td>;
  const value = figure[id];
  return (
    <td className="number" {...(value === null ? {} : { 'data-value': value })}>
      {id === 'value' ? (
        <FigureButton
          {...{ subject, figure }}
          onOpen={() => change({ open: figure, breakdown: figure.breakdown })}
        />
      ) : id === 'reported' ? (
        reportedText(subject, figure)
      ) : (
        value !== null && formatCount(value)
      )}
    </td>
  );
}
