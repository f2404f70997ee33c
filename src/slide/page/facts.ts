/** What a deck is made from, for its cover: units, documents, the latest period. */
import type { Dataset } from '../../model/dataset.ts';
import type { Figure } from '../../model/figure.ts';
import { comparePeriods, monthsBetween, type Period } from '../../model/time/period.ts';
import { formatCount } from '../../model/writing/number.ts';
import { lowerFirst } from '../../text/letter-case.ts';
import { periodName, unitName } from '../../text/name.ts';
import { documentName } from '../../text/source.ts';
import { words } from '../../text/words.ts';
import type { SlideDesk } from '../desk.ts';
import { aboveOthers, isInArea } from '../overview/area.ts';
import type { Slide } from '../slide.ts';
import type { DeckFact } from './deck.ts';

/** Documents without a part in the deck that are named, and characters of their names. */
const MOST_UNUSED = 2;
/** Documents of a package that a deck may be expected to use: of more it takes what its period has. */
const MOST_ALL = 40;
const MOST_NAME = 48;

/** From what its slides are made; nothing of a deck without a figure. @param on the day on which it is made */
export function factsOf(desk: SlideDesk, slides: readonly Slide[], on: string): DeckFact[] {
  const { data } = desk;
  const figures = slides.flatMap((slide) => slide.figures).filter(({ value }) => value !== null);
  const sources = new Set(figures.flatMap((figure) => figure.sources));
  const periods = figures.flatMap(({ period }) => data.periods.get(period) ?? []);
  const [last] = periods.sort((a, b) => b.end.localeCompare(a.end) || comparePeriods(b, a));
  const { units: unitsFact, documents, latest } = words.present.facts;
  if (!last) return [];
  return [
    { value: unitsText(desk, figures, last), about: unitsFact },
    { value: documentsText(data, sources), about: documents },
    { value: latestText(data, last, on) + ownLatestText(desk, figures, last, on), about: latest },
  ];
}

/** "13/15 có số năm 2025, cùng Thị xã A"; "1 trong địa bàn, 3 ngoài địa bàn (tham khảo)". */
function unitsText(
  { data, organisation }: SlideDesk,
  figures: readonly Figure[],
  last: Period,
): string {
  const { andAbove, withAbove, andMoreAbove, unitsByArea, unitsIn } = words.present;
  const units = [...new Set(figures.map(({ unit }) => unit))];
  const isLatest = (unit: string) =>
    figures.some(
      (figure) => figure.unit === unit && data.periods.get(figure.period)?.end === last.end,
    );
  const above = aboveOthers(data, units);
  const own = units.filter((unit) => !above.includes(unit));
  const out = own.filter((unit) => isInArea(data, organisation, unit) === false);
  const [first] = above;

  const latest = own.filter(isLatest).length;
  const isFewer = out.length === 0 && latest < own.length && latest > own.length / 2; // of most it is the usual one
  const say = isFewer ? withAbove : andAbove;
  const told = above.length === 1 && first ? say(unitName(data, first)) : '';
  const when = lowerFirst(periodName(data, last.code));
  const counted =
    out.length > 0 ? unitsByArea(own.length - out.length, out.length) : formatCount(own.length);
  return [
    isFewer ? unitsIn(latest, own.length, when) : counted,
    above.length > 1 ? andMoreAbove(above.length) : told,
  ].join('');
}

/** "4/5, chưa dùng: …": of all documents of the package. */
function documentsText(data: Dataset, used: ReadonlySet<string>): string {
  const reports = [...data.sources.values()].filter(({ unit, period }) => unit && period);
  const all = new Set([...reports.map(({ source }) => source), ...used]);
  const unused = [...all].filter((id) => !used.has(id));
  const { ofUnits, unusedOnes } = words.present;
  if (unused.length === 0 || all.size > MOST_ALL) return formatCount(used.size);
  const names = unused.map((id) => shortName(data, id)).join('; ');
  const isShort = unused.length <= MOST_UNUSED;
  const told = unusedOnes(isShort ? names : words.present.documentsCounted(unused.length));
  return ofUnits(used.size, all.size) + told;
}

/** A document's name, of a long title its kind and who issued it. */
function shortName(data: Dataset, id: string): string {
  const name = documentName(data, id);
  if (name.length <= MOST_NAME) return name;
  const kind = words.present.kindAndIssuer(name);
  return kind.length <= MOST_NAME ? kind : `${name.slice(0, MOST_NAME).replace(/ \S*$/, '')} …`;
}

/** Figures more than a year old say how old they are. */
function latestText(data: Dataset, period: Period, on: string): string {
  const name = lowerFirst(periodName(data, period.code));
  const months = monthsBetween(period.end, on);
  return months >= OLD ? words.present.oldFigures(name, months) : name;
}

/** Months after which figures are old. */
const OLD = 12;

/** "; trong địa bàn: 6 tháng đầu năm 2023 (đã hơn 2 năm)", where the office's own units are behind others. */
function ownLatestText(
  { data, organisation }: SlideDesk,
  figures: readonly Figure[],
  last: Period,
  on: string,
): string {
  const own = figures.filter(({ unit }) => isInArea(data, organisation, unit) === true);
  const periods = own.flatMap(({ period }) => data.periods.get(period) ?? []);
  const [latest] = periods.sort((a, b) => b.end.localeCompare(a.end) || comparePeriods(b, a));
  return latest && latest.end < last.end
    ? words.present.inOwnArea(latestText(data, latest, on))
    : '';
}
