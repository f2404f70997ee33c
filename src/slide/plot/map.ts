/** A group as a map of tiles on a slide. */
import type { Subject } from '../../model/catalogue.ts';
import type { Dataset } from '../../model/dataset.ts';
import { type TileGrid, withTiles } from '../../model/tree/tiles.ts';
import type { CompareGroup } from '../../question/compare.ts';
import { countsText, figureText } from '../../text/figure.ts';
import { unitName } from '../../text/name.ts';
import { verdictWords } from '../../text/told/standing.ts';
import { words } from '../../text/words.ts';
import type { ChartSlide, SlideCell, TilesSlide } from '../slide.ts';
import { mapOf, type Standings } from './tiles.ts';

/** Tiles that a page holds in type that a room can read. */
const MOST = { columns: 10, rows: 6 };

/** The map of a group under the texts of its bars; the bars, and why, where it cannot be drawn. */
export function mapSlide(
  data: Dataset,
  subject: Subject,
  group: CompareGroup,
  standings: Standings,
  bars: ChartSlide,
): TilesSlide | ChartSlide {
  const { map } = words.comparing;
  const found = mapOf(data, subject, group, standings);
  if (!found) return noted(bars, map.none);
  if (isCrowded(found)) return noted(bars, map.crowded);
  const marked = new Set(bars.marked.map((at) => bars.figures[at]));
  const { title, heading, sentence, note, spoken = [], footnotes, documents, source, query } = bars;
  return {
    type: 'tiles',
    ...{ title, heading, sentence, note, spoken, documents, source, query },
    footnotes: marked.size > 0 ? [words.present.edge, ...footnotes] : footnotes,
    figures: group.rows.map(({ figure }) => figure),
    grid: withTiles(found, (tile) => ({ ...tile, isMarked: marked.has(tile.figure) })),
    table: tableOf(data, subject, group, standings),
  };
}

/** Whether a page cannot hold the tiles. */
export function isCrowded({ columns, rows, apart }: TileGrid<unknown>): boolean {
  const below = Math.ceil(apart.length / Math.max(1, columns));
  return columns > MOST.columns || rows + below > MOST.rows;
}

function noted(bars: ChartSlide, why: string): ChartSlide {
  return { ...bars, footnotes: [why, ...bars.footnotes] };
}

function tableOf(
  data: Dataset,
  subject: Subject,
  group: CompareGroup,
  standings: Standings,
): TilesSlide['table'] {
  const { verdict } = words.comparing.columns;
  return {
    columns: [
      { name: words.column.unit, number: false },
      { name: words.present.counts, number: true },
      { name: words.column.value, number: true },
      { name: verdict, number: false },
    ],
    rows: group.rows.map(({ figure }): SlideCell[] => {
      const standing = standings.get(figure);
      return [
        { text: unitName(data, figure.unit, figure.period) },
        { text: countsText(figure) },
        { text: figureText(subject, figure), bold: true },
        { text: (standing && verdictWords(subject, figure, standing, group)?.text) ?? '' },
      ];
    }),
  };
}
