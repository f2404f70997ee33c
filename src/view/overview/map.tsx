/** The units of the first screen where they lie: on how many indicators each is behind its group. */
import type { TileMark } from '../../chart/plot/tiles.tsx';
import type { Subject } from '../../model/catalogue.ts';
import { withTiles } from '../../model/tree/tiles.ts';
import type { OverviewAnswer } from '../../question/overview.ts';
import { type BehindTile, behindMap, behindText } from '../../slide/plot/behind.ts';
import { unitName } from '../../text/name.ts';
import { words } from '../../text/words.ts';
import { Strip } from '../card/strip.tsx';
import { type Desk, useDesk } from '../part/desk.ts';
import { intoUnit } from '../part/place/into.ts';
import { TileMap } from '../part/place/tiles.tsx';

export function OverviewMap({
  units,
  columns,
  answer,
}: {
  readonly units: readonly string[];
  readonly columns: readonly Subject[];
  readonly answer: OverviewAnswer;
}) {
  const desk = useDesk();
  const { data } = desk;
  const { map } = words.comparing;
  const grid = behindMap(data, answer, units, columns);
  if (!grid) return <p className="muted">{map.none}</p>;
  const tiles = [...grid.placed.map(({ item }) => item), ...grid.apart];
  const tell = ({ open }: { readonly open: string }) => {
    const tile = tiles.find(({ unit }) => unit === open);
    if (!tile) return null;
    const facts = [tile.told, ...behindText(columns, tile)];
    return { name: unitName(data, tile.unit), value: tile.behind.length, facts };
  };
  return (
    <section aria-label={map.title}>
      <h2 className="group-heading">{map.title}</h2>
      <Strip tell={tell}>{columns.map(({ shortName }) => shortName).join(' · ')}</Strip>
      <TileMap grid={withTiles(grid, (tile) => tileMark(desk, columns, tile))} />
    </section>
  );
}

/** A tile is of a unit, not of a figure: it leads to the unit. */
function tileMark(desk: Desk, columns: readonly Subject[], tile: BehindTile): TileMark {
  const { unit, name, text, sign, share, isMarked } = tile;
  const said = [unitName(desk.data, unit), tile.told, ...behindText(columns, tile)].join(', ');
  return {
    ...{ name, text, sign, share, isMarked },
    open: {
      ...{ unit, label: said, ref: unit, value: tile.behind.length },
      onOpen: () => desk.change({ ...intoUnit(desk, unit), chart: 'bars' }),
    },
  };
}
