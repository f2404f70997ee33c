/** Where small charts stand beside each other on a page, in the units of its width. */
export interface Frame {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** Even frames in rows, in reading order. */
export function panelGrid(count: number, width: number, height: number, gap: number): Frame[] {
  const columns = count > 8 ? 5 : count > 6 ? 4 : Math.max(1, Math.min(3, count));
  const rows = Math.ceil(count / columns);
  const w = (width - gap * (columns - 1)) / columns;
  const h = (height - gap * (rows - 1)) / Math.max(1, rows);
  return Array.from({ length: count }, (_, at) => ({
    x: (at % columns) * (w + gap),
    y: Math.floor(at / columns) * (h + gap),
    ...{ w, h },
  }));
}
