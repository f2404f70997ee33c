/** Units where they lie, on the screen and on a slide: one tile each, with its value and what the verdict means. */
import type { Subject } from '../../model/catalogue.ts';
import type { Dataset } from '../../model/dataset.ts';
import type { Figure } from '../../model/figure.ts';
import { domainOf } from '../../model/statistics/scale.ts';
import type { Standing } from '../../model/statistics/standing.ts';
import { type TileGrid, tileGrid } from '../../model/tree/tiles.ts';
import type { CompareGroup } from '../../question/compare.ts';
import { figureText } from '../../text/figure.ts';
import { shortNames } from '../../text/short-name.ts';
import { verdictWords } from '../../text/told/standing.ts';
import type { SlideTile } from '../slide.ts';

/** A tile with what opens. */
export interface FigureTile extends SlideTile {
  readonly figure: Figure;
}

export type Standings = ReadonlyMap<Figure, Standing>;

/** A group as a map; null where its units have no places, or several numbers each. */
export function mapOf(
  data: Dataset,
  subject: Subject,
  group: CompareGroup,
  standings: Standings,
): TileGrid<FigureTile> | null {
  const figures = group.rows.map(({ figure }) => figure);
  if (new Set(figures.map(({ unit }) => unit)).size < figures.length) return null;
  const names = shortNames(data, figures);
  const tiles = figures.map((figure, at) => ({
    figure,
    name: names[at] ?? '',
    text: figureText(subject, figure),
    sign: signOf(subject, figure, standings.get(figure), group),
    share: shareOf(subject, figures, figure.value),
    isMarked: false,
  }));
  const place = ({ figure: { unit, period } }: FigureTile) => ({
    unit,
    period: data.periods.get(period),
  });
  return tileGrid(data.units, tiles, place);
}

function signOf(
  subject: Subject,
  figure: Figure,
  standing: Standing | undefined,
  group: CompareGroup,
): SlideTile['sign'] {
  return (standing && verdictWords(subject, figure, standing, group)?.tone) ?? '';
}

function shareOf(
  subject: Subject,
  figures: readonly Figure[],
  value: number | null,
): number | null {
  if (value === null) return null;
  const known = figures.flatMap((figure) => figure.value ?? []);
  const [least, most] = domainOf(subject, known);
  return Math.max(0, Math.min(1, (value - least) / (most - least || 1)));
}
