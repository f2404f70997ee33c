/** Rows of `unit_changes` → changes that a history can be rebuilt by: no circle, no unit given away twice. */
import type { UnitChange } from '../../model/catalogue.ts';
import { groupBy } from '../../model/group.ts';
import { type Period, parsePeriod } from '../../model/time/period.ts';
import type { Units } from '../../model/unit.ts';
import type { Statements } from '../observations.ts';
import type { ProblemLog } from '../problems.ts';
import type { Table } from '../table.ts';
import { knownRows } from './catalogue.ts';
import type { Row } from './rows.ts';

interface Placed {
  change: UnitChange;
  readonly row: Row;
}

/** Rows that cannot be meant are set aside, shares that do not add up are left empty, each with its line. */
export function readUnitChanges(
  table: Table | undefined,
  units: Units,
  problems: ProblemLog,
): UnitChange[] {
  const known = { from_unit: units.has, to_unit: units.has };
  const all = knownRows(table, known, problems).map((row) => ({ change: toChange(row), row }));
  const kept = withoutCircles(withoutTwins(all, problems), problems);
  for (const same of groupBy(kept, ({ change }) => `${change.fromUnit}~${change.date}`).values())
    checkShares(same, units, problems);
  for (const item of kept) checkEnd(item, units, problems);
  return kept.map(({ change }) => change);
}

function toChange(row: Row): UnitChange {
  return {
    date: row.text('date'),
    kind: row.text('kind'),
    fromUnit: row.text('from_unit'),
    toUnit: row.text('to_unit'),
    share: row.number('share'),
    source: row.text('source'),
  };
}

function withoutTwins(all: readonly Placed[], problems: ProblemLog): Placed[] {
  const seen = new Set<string>();
  return all.filter(({ change, row }) => {
    const { date, kind, fromUnit, toUnit } = change;
    const key = [date, kind, fromUnit, toUnit].join(' ');
    if (!seen.has(key)) return seen.add(key);
    const place = row.table.place(row.at);
    problems.add({ code: 'duplicate-id', effect: 'row', ...place, value: key });
    return false;
  });
}

/** Kinds by which all of a unit goes into another one. */
const WHOLE = ['merge', 'rename', 'status_change', 'abolish'];

/** Whoever goes into a unit that went into it would be its own past. */
function withoutCircles(all: readonly Placed[], problems: ProblemLog): Placed[] {
  const into = new Map<string, string[]>();
  const leadsTo = (from: string, target: string): boolean => {
    const open = [from];
    const seen = new Set(open);
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      if (at === target) return true;
      for (const next of into.get(at) ?? []) {
        if (!seen.has(next)) open.push(next);
        seen.add(next);
      }
    }
    return false;
  };
  return all.filter(({ change: { kind, fromUnit, toUnit }, row }) => {
    if (!isEdge(fromUnit, toUnit) || !WHOLE.includes(kind)) return true;
    if (leadsTo(toUnit, fromUnit)) {
      const place = row.table.place(row.at);
      problems.add({
        code: 'change-cycle',
        effect: 'row',
        ...place,
        column: 'to_unit',
        value: toUnit,
      });
      return false;
    }
    into.set(fromUnit, [...(into.get(fromUnit) ?? []), toUnit]);
    return true;
  });
}

function isEdge(fromUnit: string, toUnit: string): boolean {
  return toUnit !== '' && fromUnit !== toUnit;
}

/** What leaves a unit on one day is at most all of it, and all of it where it ends; else no share is believed. */
function checkShares(same: readonly Placed[], units: Units, problems: ProblemLog): void {
  const out = same.filter(({ change }) => isEdge(change.fromUnit, change.toUnit));
  const [first] = out;
  if (!first || out.every(({ change }) => change.share === null && !WHOLE.includes(change.kind)))
    return;
  const shares = out.map(({ change }) => change.share ?? (WHOLE.includes(change.kind) ? 1 : null));
  const stated = shares.filter((share) => share !== null);
  const total = Math.round(stated.reduce((sum, share) => sum + share, 0) * 1e6) / 1e6;
  const isComplete = stated.length === shares.length;
  if (total <= 1 && (total === 1 || !isComplete || !endsOn(units, first.change))) return;
  for (const item of out) {
    const place = item.row.table.place(item.row.at);
    const value = String(total);
    problems.add({ code: 'change-share', effect: 'cell', ...place, column: 'share', value });
    item.change = { ...item.change, share: null };
  }
}

/** Whether a unit is there no more from the day of a change on. */
function endsOn(units: Units, { fromUnit, date }: UnitChange): boolean {
  return units.states(fromUnit).every(({ validTo }) => validTo !== null && validTo < date);
}

/** A unit that all went into another one stands no longer. */
function checkEnd({ change, row }: Placed, units: Units, problems: ProblemLog): void {
  const { kind, fromUnit, toUnit, date } = change;
  const goes = kind === 'merge' || kind === 'abolish';
  if (!goes || fromUnit === toUnit || (change.share ?? 1) !== 1) return;
  const overlaps = units
    .states(fromUnit)
    .some(({ validFrom, validTo }) => (validFrom ?? '') < date && (validTo ?? '9999') >= date);
  if (!overlaps) return;
  const place = row.table.place(row.at);
  problems.add({
    ...{ code: 'change-overlap', effect: 'warning', ...place },
    ...{ column: 'from_unit', value: fromUnit, expected: date },
  });
}

/** Reports of units that had ended, and new units whose past nobody tells: said once for each unit. */
export function checkReports(
  units: Units,
  changes: readonly UnitChange[],
  { rowCount, texts, line }: Statements,
  problems: ProblemLog,
): void {
  const { unit, period, file } = texts;
  const periods = new Map<string, Period>();
  const periodOf = (code: string) => {
    const known = periods.get(code) ?? parsePeriod(code);
    periods.set(code, known);
    return known;
  };
  const reporting = new Set<string>();
  const late = new Set<string>();
  for (let row = 0; row < rowCount; row += 1) {
    const id = unit[row] ?? '';
    reporting.add(id);
    const end = late.has(id) ? null : units.at(id).validTo;
    if (end === null || periodOf(period[row] ?? '').start <= end) continue;
    late.add(id);
    const place = { file: file[row] ?? '', line: line[row] ?? 0 };
    const about = { column: 'period', value: `${id} ${period[row]}`, expected: end };
    problems.add({ code: 'unit-ended', effect: 'warning', ...place, ...about });
  }
  const into = groupBy(
    changes.filter(({ fromUnit, toUnit }) => isEdge(fromUnit, toUnit)),
    (change) => change.toUnit,
  );
  for (const [id, own] of into) {
    if (!reporting.has(id) || own.some(({ fromUnit }) => reporting.has(fromUnit))) continue;
    problems.add({ code: 'change-alone', effect: 'note', file: 'unit_changes', value: id });
  }
}
