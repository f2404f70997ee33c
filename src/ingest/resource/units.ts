/** Rows of `units` → unit states without overlaps, unknown parents or cycles, no two of a level on one tile. */
import { groupBy } from '../../model/group.ts';
import type { UnitState } from '../../model/unit.ts';
import type { ProblemLog } from '../problems.ts';
import type { Table } from '../table.ts';

interface Placed {
  state: UnitState;
  readonly row: number;
}

/** Reads unit states; overlapping ones are set aside, bad parents are taken off, each with its line. */
export function readUnits(table: Table, problems: ProblemLog): UnitState[] {
  const all = Array.from({ length: table.rowCount }, (_, row) => ({
    state: stateAt(table, row),
    row,
  }));
  const kept = [...groupBy(all, (item) => item.state.unit).values()].flatMap((rows) =>
    withoutOverlaps(rows, table, problems),
  );
  const known = new Set(kept.map((item) => item.state.unit));
  for (const item of kept) {
    const { parent } = item.state;
    if (parent === null || known.has(parent)) continue;
    problems.add({
      code: 'parent-unknown',
      effect: 'cell',
      ...table.place(item.row),
      column: 'parent',
      value: parent,
    });
    item.state = { ...item.state, parent: null };
  }
  breakCycles(kept, table, problems);
  freeTiles(kept, table, problems);
  return kept.sort((a, b) => a.row - b.row).map((item) => item.state);
}

function stateAt(table: Table, row: number): UnitState {
  const text = (name: string) => String(table.column(name)[row] ?? '');
  const unit = text('unit');
  return {
    unit,
    name: text('name') || unit,
    kind: text('kind'),
    level: text('level'),
    parent: text('parent') || null,
    code: text('code'),
    validFrom: text('valid_from') || null,
    validTo: text('valid_to') || null,
    aliases: text('aliases')
      .split('|')
      .map((alias) => alias.trim())
      .filter(Boolean),
    ...tileAt(table, row),
  };
}

/** A place in the map of tiles; of half a one nothing. */
function tileAt(table: Table, at: number): Pick<UnitState, 'tile'> {
  const [row, column] = [table.column('tile_row')[at], table.column('tile_column')[at]];
  return typeof row === 'number' && typeof column === 'number' ? { tile: { row, column } } : {};
}

function withoutOverlaps(rows: readonly Placed[], table: Table, problems: ProblemLog): Placed[] {
  const kept: Placed[] = [];
  for (const item of rows) {
    const { state } = item;
    const backwards = (state.validFrom ?? '') > (state.validTo ?? OPEN_END);
    const clash = kept.find((other) => overlap(other.state, state));
    if (!backwards && !clash) {
      kept.push(item);
      continue;
    }
    const isTwin =
      clash && state.validFrom === clash.state.validFrom && state.validTo === clash.state.validTo;
    problems.add({
      code: isTwin ? 'duplicate-id' : 'overlapping-validity',
      effect: 'row',
      ...table.place(item.row),
      column: isTwin ? 'unit' : 'valid_from',
      value: isTwin ? state.unit : `${state.validFrom ?? '…'}–${state.validTo ?? '…'}`,
    });
  }
  return kept;
}

function overlap(a: UnitState, b: UnitState): boolean {
  return (
    (a.validFrom ?? '') <= (b.validTo ?? OPEN_END) && (b.validFrom ?? '') <= (a.validTo ?? OPEN_END)
  );
}

/** Takes the parent off every row that closes a cycle, so that every walk upwards ends. */
function breakCycles(items: readonly Placed[], table: Table, problems: ProblemLog): void {
  const byUnit = groupBy(items, (item) => item.state.unit);
  const isBelowItself = (unit: string) => {
    const seen = new Set<string>();
    const open = [unit];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      for (const item of byUnit.get(at) ?? []) {
        const { parent } = item.state;
        if (parent === unit) return true;
        if (parent !== null && !seen.has(parent)) open.push(parent);
        if (parent !== null) seen.add(parent);
      }
    }
    return false;
  };
  for (const item of items) {
    const { unit, parent } = item.state;
    if (parent === null || !isBelowItself(unit)) continue;
    problems.add({
      code: 'parent-cycle',
      effect: 'cell',
      ...table.place(item.row),
      column: 'parent',
      value: parent,
    });
    item.state = { ...item.state, parent: null };
  }
}

/** Of two units of a level that stand on one tile at one time the later row loses its place; half a place is said. */
function freeTiles(items: readonly Placed[], table: Table, problems: ProblemLog): void {
  const held = new Map<string, Placed[]>();
  for (const item of items) {
    const { tile, level, unit } = item.state;
    const half = tile ? '' : halfOf(table, item.row);
    if (half) {
      problems.add({
        code: 'value-required',
        effect: 'cell',
        ...table.place(item.row),
        column: half,
      });
    }
    if (!tile) continue;
    const key = `${level}~${tile.row}~${tile.column}`;
    const others = held.get(key) ?? [];
    const taken = others.find(({ state }) => state.unit !== unit && overlap(state, item.state));
    if (taken) {
      const told = { value: `${tile.row}, ${tile.column}`, expected: taken.state.name };
      const place = { ...table.place(item.row), column: 'tile_row' };
      problems.add({ code: 'tile-taken', effect: 'cell', ...place, ...told });
      const { tile: _, ...rest } = item.state;
      item.state = rest;
    } else held.set(key, [...others, item]);
  }
}

/** The column that is empty although the other one is given; '' where neither or both are. */
function halfOf(table: Table, row: number): string {
  const columns = ['tile_row', 'tile_column'];
  const empty = columns.filter(
    (name) => table.column(name)[row] === null && table.refused(row, name) === '',
  );
  return empty.length === 1 ? (empty[0] ?? '') : '';
}

/** After every day that a file can name. */
const OPEN_END = '9999-99-99';
