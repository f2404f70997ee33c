/** "Số liệu": every figure in one virtualised table: sort, filter, group, choose columns. */

import { useTable } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef, useState } from 'react';
import { formatPeriodChoice, LATEST, parsePeriodChoice } from '../../address/period-choice.ts';
import { figuresQuestion } from '../../address/scope.ts';
import { TABLE_COLUMNS, type TableColumn } from '../../address/url.ts';
import { formatCount } from '../../model/writing/number.ts';
import { type FigureRow, fieldOf, figureRow, rowMatches } from '../../text/figure-fields.ts';
import { words } from '../../text/words.ts';
import { Card } from '../card/card.tsx';
import { useOnPaper } from '../card/on-paper.ts';
import { Failed, Waiting } from '../notice/waiting.tsx';
import { type Desk, useAnswer, useDesk } from '../part/desk.ts';
import { Choice, Search, Several } from '../part/fields.tsx';
import { periodOptions, subjectOptions, unitOptions } from '../part/options.ts';
import { PlaceChoices } from '../part/place/choices.tsx';
import { readinessOf, useReady } from '../part/ready.ts';
import { Limits } from '../part/subject-controls.tsx';
import { ColumnChooser } from './column-chooser.tsx';
import { features, GROUPINGS, SHOWN_COLUMNS, tableColumns } from './columns.ts';
import { TableBody, TableHead } from './parts.tsx';

/** Rows held in the page at once; downloads have all. */
const MOST_ROWS = 50_000;
const EVERY_ROW = 10_000_000;
const ROW_HEIGHT = 36;
/** Rows on paper: some twenty pages. */
const MOST_ON_PAPER = 600;

export function TableView() {
  const desk = useDesk();
  const { data, state, change } = desk;
  const uses = useAnswer({ ask: 'subjects' }).data;
  return (
    <>
      <div className="controls">
        <PlaceChoices />
        <Several
          label={words.control.units}
          values={state.unit}
          options={unitOptions(data)}
          onChange={(unit) => change({ unit })}
        />
        <Several
          label={words.control.indicator}
          values={state.indicator}
          options={subjectOptions(data, uses)}
          onChange={(indicator) => change({ indicator })}
        />
        <Choice
          label={words.control.period}
          value={formatPeriodChoice(state.period)}
          options={periodOptions(data, undefined).map((option) =>
            option.id === 'latest' ? { ...option, name: words.control.allPeriods } : option,
          )}
          onChange={(id) => change({ period: parsePeriodChoice(id) ?? LATEST })}
        />
        <Search
          label={words.table.filter}
          value={state.q}
          onChange={(q) => change({ q }, 'replace')}
        />
        <Limits />
      </div>
      <Figures desk={desk} />
    </>
  );
}

function Figures({ desk }: { readonly desk: Desk }) {
  const query = useAnswer(figuresQuestion(desk, MOST_ROWS));
  useReady(readinessOf(query));
  const rows = useMemo(
    () => (query.data?.figures ?? []).map((figure) => figureRow(desk.data, figure)),
    [query.data, desk.data],
  );
  if (query.isError) return <Failed error={query.error} />;
  if (!query.data) return <Waiting />;
  return (
    <>
      {query.data.unsummed && (
        <p role="status" className="notice">
          {words.place.unsummed}
        </p>
      )}
      <Grid desk={desk} rows={rows} total={query.data.total} />
    </>
  );
}

function Grid({ desk, rows, total }: { desk: Desk; rows: FigureRow[]; total: number }) {
  const { state, change, ask } = desk;
  const [grouping, setGrouping] = useState('');
  const found = useMemo(
    () => (state.q ? rows.filter((row) => rowMatches(row, state.q)) : rows),
    [rows, state.q],
  );
  const { table, shown } = useGrid(desk, found, grouping);
  const scroller = useRef<HTMLDivElement>(null);
  const onPaper = useOnPaper();
  const visible = table.getRowModel().rows;
  const virtual = useVirtualizer({
    count: visible.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: onPaper ? MOST_ON_PAPER : 12,
  });
  return (
    <Card
      title={words.table.caption}
      isTable
      lead={<Shown rows={rows.length} found={found.length} total={total} />}
      figures={found.map((row) => row.figure)}
      {...(total > rows.length
        ? { allFigures: async () => (await ask(figuresQuestion(desk, EVERY_ROW))).figures }
        : {})}
    >
      <GridControls {...{ desk, shown, grouping }} onGroup={setGrouping} />
      <section className="data-grid" ref={scroller} aria-label={words.table.caption}>
        <table aria-rowcount={visible.length + 1}>
          <caption className="visually-hidden">{words.table.caption}</caption>
          <TableHead
            table={table}
            sort={state.sort}
            onSort={(sort) => change({ sort }, 'replace')}
          />
          <TableBody table={table} rows={visible} virtual={virtual} />
        </table>
      </section>
    </Card>
  );
}

/** How many rows there are, and whether these are all of them. */
function Shown({ rows, found, total }: { rows: number; found: number; total: number }) {
  return (
    <p role="status">
      {total > rows
        ? words.table.limited(formatCount(rows), formatCount(total))
        : words.table.shown(formatCount(found), formatCount(total))}
    </p>
  );
}

/** The table's model from the address: columns and order; grouped as chosen here. */
function useGrid({ state }: Desk, rows: FigureRow[], grouping: string) {
  const shown = useMemo(() => {
    const chosen = TABLE_COLUMNS.filter((id) => state.columns.includes(id));
    return chosen.length > 0 ? chosen : SHOWN_COLUMNS;
  }, [state.columns]);
  const sorting = useMemo(() => sortingOf(state.sort), [state.sort]);
  const groups = useMemo(() => (grouping ? [grouping] : []), [grouping]);
  const columnVisibility = useMemo(
    () =>
      Object.fromEntries(TABLE_COLUMNS.map((id) => [id, shown.includes(id) || id === grouping])),
    [shown, grouping],
  );
  const columns = useMemo(tableColumns, []);
  const [expanded, setExpanded] = useState<Record<string, boolean>>({});
  const table = useTable({
    features,
    columns,
    data: rows,
    state: { sorting, expanded, grouping: groups, columnVisibility },
    autoResetExpanded: false, // it would set state on every render that brings new rows
    onExpandedChange: (next) =>
      setExpanded(
        (old) => (typeof next === 'function' ? next(old) : next) as Record<string, boolean>,
      ),
  });
  return { table, shown };
}

function GridControls({
  desk: { change },
  shown,
  grouping,
  onGroup,
}: {
  readonly desk: Desk;
  readonly shown: readonly TableColumn[];
  readonly grouping: string;
  readonly onGroup: (column: string) => void;
}) {
  const name = (id: TableColumn) => ({ id, name: fieldOf(id).heading() });
  return (
    <div className="controls">
      <Choice
        label={words.table.groupBy}
        value={grouping}
        options={[{ id: '', name: words.table.noGroup }, ...GROUPINGS.map(name)]}
        onChange={onGroup}
      />
      <ColumnChooser
        options={TABLE_COLUMNS.map(name)}
        chosen={shown}
        onChange={(columns) => change({ columns: sameColumns(columns) ? [] : columns }, 'replace')}
      />
    </div>
  );
}

function sortingOf(sort: string): { id: string; desc: boolean }[] {
  const id = sort.replace(/^-/, '');
  return TABLE_COLUMNS.some((known) => known === id) ? [{ id, desc: sort.startsWith('-') }] : [];
}

function sameColumns(columns: readonly string[]): boolean {
  return (
    columns.length === SHOWN_COLUMNS.length && SHOWN_COLUMNS.every((id) => columns.includes(id))
  );
}
