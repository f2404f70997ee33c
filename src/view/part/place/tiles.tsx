/** The map of tiles on a screen: wider than the page where its tiles would be too small. */
import { type TileMark, Tiles } from '../../../chart/plot/tiles.tsx';
import type { TileGrid } from '../../../model/tree/tiles.ts';
import { words } from '../../../text/words.ts';
import { useWidth } from '../room/width.ts';

export function TileMap({ grid }: { readonly grid: TileGrid<TileMark> }) {
  const [ref, width] = useWidth();
  return (
    <div ref={ref} className="scroll-x">
      <Tiles {...{ grid, width }} apart={words.comparing.map.apart} />
    </div>
  );
}
