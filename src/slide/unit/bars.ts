/** What makes a unit's table short: bars towards targets or what is stated, one unit for a column of changes. */

import { isFlagged, showsReported } from '../../model/figure.ts';
import { words } from '../../text/words.ts';
import { isHandful } from '../page/few.ts';
import type { SlideCell, TableSlide } from '../slide.ts';
import type { SlideBar } from '../table-marks.ts';
import type { Row } from './story.ts';

/** Room that the longer of a value and its target leaves, where there is no whole to reach. */
const AIR = 1.1;

type Cells = Pick<TableSlide, 'columns' | 'rows'>;

/** The table with a column of bars towards targets; rows without a target have none. */
export const withBars = (table: Cells, of: readonly Row[], at: number): Cells =>
  drawnInto(table, at, words.present.ticks, of.map(barOf));

/** Where nothing is held against a target: shares, with a tick at what a report states in place of its own counts. */
export function withStated(table: Cells, of: readonly Row[], at: number): Cells {
  const isStated = of.some(({ figure }) => isFlagged(figure) && showsReported(figure));
  return isStated ? drawnInto(table, at, words.present.ticksStated, of.map(statedBar)) : table;
}

function drawnInto(
  { columns, rows }: Cells,
  at: number,
  name: string,
  bars: readonly (SlideBar | null)[],
): Cells {
  const drawn = { name, number: false, isDrawn: true };
  const cells = bars.map((bar): SlideCell => (bar ? { text: '', bar } : { text: '' }));
  return {
    columns: inserted(columns, at, drawn),
    rows: rows.map((row, line) => inserted(row, at, cells[line] ?? { text: '' })),
  };
}

const inserted = <T>(list: readonly T[], at: number, one: T): T[] => [
  ...list.slice(0, at),
  one,
  ...list.slice(at),
];

/** Shares have one scale, their whole; of others the longer of value and target has the width. */
function barOf({ subject, figure, target, isMet }: Row): SlideBar | null {
  const [value, goal] = [figure.value, target?.value];
  if (value === null || goal == null || isMet === null || value < 0 || goal < 0) return null;
  const longer = Math.max(value, goal);
  const isShare = subject.scale === 100 && longer <= 100;
  const most = isShare ? 100 : longer * AIR;
  return most > 0 ? { value: value / most, target: goal / most, isMissed: !isMet } : null;
}

/** A share of its whole; of a handful of cases none, as no share of them is read. */
function statedBar({ subject, figure }: Row): SlideBar | null {
  const { value, reported } = figure;
  if (subject.scale !== 100 || value === null || value < 0 || value > 100) return null;
  if (isHandful(figure)) return null;
  const isOff = isFlagged(figure) && showsReported(figure) && reported !== null && reported <= 100;
  return { value: value / 100, target: isOff ? reported / 100 : null, isMissed: false };
}

/** "+5,8 điểm, tốt hơn" in every row with a change: the unit they have in common stands in the head. */
export function unitInHead(
  { columns, rows }: Pick<TableSlide, 'columns' | 'rows'>,
  at: number,
): Pick<TableSlide, 'columns' | 'rows'> {
  const parts = rows.map((row) => /^([+−]?[\d.,]+) ([^\d\s,]+)(.*)$/.exec(row[at]?.text ?? ''));
  const units = new Set(parts.flatMap((part) => part?.[2] ?? []));
  const [unit] = units;
  const isAll = rows.every((row, line) => parts[line] || !/\d/.test(row[at]?.text ?? ''));
  if (units.size !== 1 || !isAll) return { columns, rows };
  return {
    columns: columns.map((one, place) =>
      place === at ? { ...one, name: `${one.name} (${words.present.unitIn(unit ?? '')})` } : one,
    ),
    rows: rows.map((row, line) => {
      const part = parts[line];
      return part
        ? row.map((cell, place) =>
            place === at ? { ...cell, text: `${part[1]}${part[3]}` } : cell,
          )
        : row;
    }),
  };
}
