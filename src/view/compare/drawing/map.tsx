/** A group as a map of tiles; as bars, and why, where its units have no places. */
import type { ReactNode } from 'react';
import { DEFAULTS } from '../../../address/url.ts';
import type { TileMark } from '../../../chart/plot/tiles.tsx';
import { flagTone } from '../../../model/figure.ts';
import { formatRef } from '../../../model/figure-ref.ts';
import { withTiles } from '../../../model/tree/tiles.ts';
import { type FigureTile, mapOf } from '../../../slide/plot/tiles.ts';
import { figureLabel } from '../../../text/name.ts';
import { words } from '../../../text/words.ts';
import { Link } from '../../part/link.tsx';
import { TileMap } from '../../part/place/tiles.tsx';
import type { DrawnGroup } from '../group-props.ts';

interface MapProps extends DrawnGroup {
  /** What is drawn where there is no map. */
  readonly bars: ReactNode;
}

export function GroupMap({ bars, ...props }: MapProps) {
  const { desk, subject, group, standings } = props;
  const { map } = words.comparing;
  const grid = mapOf(desk.data, subject, group, standings);
  if (!grid) {
    return (
      <>
        <p role="status" data-param="chart" className="muted">
          {map.none} <Link to={{ chart: DEFAULTS.chart }}>{words.comparing.charts.bars}</Link>
        </p>
        {bars}
      </>
    );
  }
  return <TileMap grid={withTiles(grid, (tile) => tileMark(props, tile))} />;
}

function tileMark({ desk, subject }: DrawnGroup, { figure, ...tile }: FigureTile): TileMark {
  return {
    ...tile,
    flag: flagTone(figure),
    open: {
      label: figureLabel(desk.data, subject, figure),
      unit: figure.unit,
      ref: formatRef(figure),
      value: figure.value,
      onOpen: () => desk.change({ open: figure }),
    },
  };
}
