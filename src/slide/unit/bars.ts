/** Bars beside the values of a unit's slide: how far each has come towards its target. */
import type { SlideBar, SlideCell, TableSlide } from '../slide.ts';
import type { Row } from './story.ts';

/** Room that the longer of a value and its target leaves, where there is no whole to reach. */
const AIR = 1.1;

/** The table with a column of bars; rows without a target have none. */
export function withBars(
  { columns, rows }: Pick<TableSlide, 'columns' | 'rows'>,
  of: readonly Row[],
  at: number,
): Pick<TableSlide, 'columns' | 'rows'> {
  const drawn = { name: '', number: false, isDrawn: true };
  const cells = of.map((row): SlideCell => {
    const bar = barOf(row);
    return bar ? { text: '', bar } : { text: '' };
  });
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

/** Of a share that is to rise its whole is the width; of others what is longer of value and target. */
function barOf({ subject, figure, target, isMet }: Row): SlideBar | null {
  const [value, goal] = [figure.value, target?.value];
  if (value === null || goal == null || isMet === null || value < 0 || goal < 0) return null;
  const longer = Math.max(value, goal);
  const isShare = subject.direction === 'up' && subject.scale === 100 && longer <= 100;
  const most = isShare ? 100 : longer * AIR;
  return most > 0 ? { value: value / most, target: goal / most, isMissed: !isMet } : null;
}
