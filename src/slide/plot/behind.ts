/** The first screen as a map: on how many indicators each unit is behind its group beyond chance. */
import type { Subject } from '../../model/catalogue.ts';
import type { Dataset } from '../../model/dataset.ts';
import type { Figure } from '../../model/figure.ts';
import { type TileGrid, tileGrid } from '../../model/tree/tiles.ts';
import { depthIn } from '../../model/visit/depth.ts';
import { peerGroups } from '../../model/visit/peers.ts';
import type { OverviewAnswer } from '../../question/overview.ts';
import { figureText } from '../../text/figure.ts';
import { unitName } from '../../text/name.ts';
import { shortNames } from '../../text/short-name.ts';
import { words } from '../../text/words.ts';
import type { SlideText, SlideTile, TilesSlide } from '../slide.ts';

/** A unit with the figures by which it is behind. */
export interface BehindTile extends SlideTile {
  readonly unit: string;
  readonly behind: readonly Figure[];
  /** Its text in words. */
  readonly told: string;
}

/** Units with the indicators of the table; null where they have no places. */
export function behindMap(
  data: Dataset,
  answer: OverviewAnswer,
  units: readonly string[],
  subjects: readonly Subject[],
): TileGrid<BehindTile> | null {
  const tiles = behindTiles(data, answer, units, subjects);
  const hasEnded = ({ unit }: BehindTile) => Number(data.units.at(unit).validTo !== null);
  const standing = [...tiles].sort((a, b) => hasEnded(a) - hasEnded(b));
  const levelOf = ({ unit }: BehindTile) => data.units.at(unit).level;
  const levels = new Set(standing.filter(({ unit }) => data.units.at(unit).tile).map(levelOf));
  const shown = standing.filter((tile) => levels.has(levelOf(tile))); // a town is no neighbour of its wards
  return tileGrid(data.units, shown, ({ unit }) => ({ unit, period: undefined }));
}

function behindTiles(
  data: Dataset,
  answer: OverviewAnswer,
  units: readonly string[],
  subjects: readonly Subject[],
): BehindTile[] {
  const peers = peerGroups(data, answer.figures);
  const depthOf = depthIn(data, peers);
  const judged = new Set(peers.flatMap(({ members }) => members));
  const names = shortNames(
    data,
    units.map((unit) => ({ unit })),
  );
  return units.map((unit, at) => {
    const own = subjects.flatMap(({ id }) =>
      answer.figures.filter((f) => f.unit === unit && f.subject === id && judged.has(f)),
    );
    const behind = own.filter((figure) => depthOf(figure) > 0);
    const { map } = words.comparing;
    return {
      ...{ unit, behind, name: names[at] ?? '' },
      text: own.length > 0 ? words.targets.count(behind.length, own.length) : words.present.nothing,
      told: own.length > 0 ? map.behind(behind.length, own.length) : words.present.nothing,
      sign: behind.length > 0 ? 'worse' : '',
      share: own.length > 0 ? behind.length / own.length : null,
      isMarked: false,
    };
  });
}

/** By what a unit is behind: "Trả hồ sơ đúng hạn 71,3%". */
export function behindText(subjects: readonly Subject[], { behind }: BehindTile): string[] {
  return behind.flatMap((figure) => {
    const subject = subjects.find(({ id }) => id === figure.subject);
    return subject ? [`${subject.shortName} ${figureText(subject, figure)}`] : [];
  });
}

/** The map on a slide, under the texts of the table that it stands for. */
export function behindSlide(
  data: Dataset,
  subjects: readonly Subject[],
  grid: TileGrid<BehindTile>,
  texts: SlideText,
): TilesSlide {
  const { title, heading, sentence, note, figures, documents, source, query } = texts;
  const { map } = words.comparing;
  return {
    type: 'tiles',
    title: title === heading ? map.title : title,
    ...{ heading: map.title, sentence, note, figures, documents, source, query },
    footnotes: [words.present.signs],
    grid,
    table: behindTable(data, subjects, grid),
  };
}

function behindTable(
  data: Dataset,
  subjects: readonly Subject[],
  { placed, apart }: TileGrid<BehindTile>,
): TilesSlide['table'] {
  return {
    columns: [
      { name: words.column.unit, number: false },
      { name: words.comparing.map.title, number: false },
      { name: words.present.matter, number: false },
    ],
    rows: [...placed.map(({ item }) => item), ...apart].map((tile) => [
      { text: unitName(data, tile.unit), bold: true },
      { text: tile.told },
      { text: behindText(subjects, tile).join('; ') },
    ]),
  };
}
