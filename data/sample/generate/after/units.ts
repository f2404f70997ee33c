/** Rows of `units`, `unit_changes` and the resolution of 2025. */
import type { TextRow } from '../row.ts';
import { PROVINCE, TOWN } from '../town.ts';
import { tileOf, unitChangeRows, unitRows } from '../units.ts';
import {
  followerOf,
  goesOn,
  LAST_DAY,
  NEW_DAY,
  RENAMED_UNIT,
  SUCCESSORS,
  type Successor,
} from './successors.ts';

const RESOLUTION = 'nq-sap-xep-diep-giang-2025';

/** The units of the first package with their last days, and those of today under the province. */
export function unitRowsAfter(): TextRow[] {
  const today = SUCCESSORS.filter(({ place }) => !ownRows().has(place.unit)).map(newRow);
  return [...unitRows().flatMap(statesOf), ...today];
}

function ownRows(): Set<string> {
  return new Set(unitRows().map((row) => row.unit ?? ''));
}

/** One state, or two where the unit stands under another one from the new day on. */
function statesOf(row: TextRow): TextRow[] {
  const { unit = '', parent = '', valid_to } = row;
  if (unit === PROVINCE || valid_to !== '') return [row];
  const isBelow = row.level === 'neighbourhood';
  if (isBelow && goesOn(parent)) return [row];
  const ended = { ...row, valid_to: LAST_DAY };
  if (isBelow) return [ended, { ...row, parent: followerOf(parent), valid_from: NEW_DAY }];
  if (!goesOn(unit)) return [ended];
  const renamed = unit === RENAMED_UNIT ? { aliases: row.name ?? '' } : {};
  return [ended, { ...row, name: nameOf(unit), parent: PROVINCE, valid_from: NEW_DAY, ...renamed }];
}

function nameOf(unit: string): string {
  return SUCCESSORS.find(({ place }) => place.unit === unit)?.place.name ?? '';
}

/** It stands where the first of its predecessors stood. */
function newRow({ place: { unit, name, code }, pieces: [first] }: Successor): TextRow {
  const kind = unit.startsWith('xa-') ? 'xã' : 'phường';
  const place = { unit, name, kind, level: 'commune', parent: PROVINCE, code };
  return { ...place, valid_from: NEW_DAY, valid_to: '', aliases: '', ...tileOf(first?.from ?? '') };
}

export function unitChangeRowsAfter(): TextRow[] {
  const common = { date: NEW_DAY, source: RESOLUTION };
  const moved = SUCCESSORS.flatMap(({ place, pieces }) =>
    pieces.flatMap(({ from, share }) => {
      const kind = kindOf(from, place.unit, share, pieces.length);
      return kind
        ? [{ ...common, kind, from_unit: from, to_unit: place.unit, share: `${share}` }]
        : [];
    }),
  );
  const ended = { ...common, kind: 'abolish', from_unit: TOWN, to_unit: '', share: '' };
  return [...unitChangeRows(), ...moved, ended];
}

/** '' for a unit that stays as it is. */
function kindOf(from: string, to: string, share: number, count: number): string {
  if (from === to) return from === RENAMED_UNIT ? 'rename' : '';
  if (share < 1) return 'split';
  return count > 1 ? 'merge' : 'status_change';
}

/** It has no unit, so nobody is expected to report under it. */
export function resolutionRow(): TextRow {
  return {
    source: RESOLUTION,
    number: '2/NQ-MP',
    title:
      'Nghị quyết về việc sắp xếp các đơn vị hành chính của tỉnh Diệp Giang năm 2025 (mô phỏng)',
    issuer: 'Cơ quan có thẩm quyền (mô phỏng)',
    signed_on: '2025-06-16',
    cutoff: 'calendar',
    remark: 'Căn cứ sắp xếp đơn vị hành chính, không phải báo cáo.',
  };
}
