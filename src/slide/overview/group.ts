/** The value of all units of one place: as a row of a table, and whose it is. */
import type { Subject } from '../../model/catalogue.ts';
import type { Dataset } from '../../model/dataset.ts';
import { levelRank } from '../../model/unit.ts';
import type { PeerGroup } from '../../model/visit/peers.ts';
import { valueText } from '../../text/figure.ts';
import { unitName } from '../../text/name.ts';
import { words } from '../../text/words.ts';
import type { SlideCell } from '../slide.ts';

/** The value of all units together; null where they are of several places, or nowhere are enough of them. */
export function groupCells(
  data: Dataset,
  subjects: readonly Subject[],
  all: readonly PeerGroup[],
  units: readonly string[],
  common: (subject: string) => string,
): SlideCell[] | null {
  const groups = groupsAmong(all, units);
  if (placesOf(data, groups).length !== 1) return null;
  const cells = subjects.map((subject): SlideCell => {
    const own = groups.filter((group) => group.subject.id === subject.id);
    const [most] = own.sort((a, b) => b.members.length - a.members.length);
    if (!most || most.period !== common(subject.id)) return { text: words.present.nothing };
    return { text: valueText(subject, (most.total.x / most.total.n) * subject.scale), bold: true };
  });
  const isAny = cells.some(({ text }) => text !== words.present.nothing);
  return isAny ? [{ text: words.present.groupRow, bold: true }, ...cells] : null;
}

/** Without a town that follows its wards. */
export function lowestOf(data: Dataset, units: readonly string[]): string[] {
  const ranked = rankedIn(data, units);
  return units.filter((unit) => ranked(unit) === 0);
}

/** How far above the lowest of them a unit is: a town follows its wards. */
export function rankedIn(data: Dataset, units: readonly string[]): (unit: string) => number {
  const rank = (unit: string) => levelRank(data.units.at(unit).level);
  const lowest = Math.max(...units.map(rank));
  return (unit) => lowest - rank(unit);
}

/** Those in which some of these units are. */
function groupsAmong(groups: readonly PeerGroup[], units: readonly string[]): PeerGroup[] {
  return groups.filter(({ members }) => members.some(({ unit }) => units.includes(unit)));
}

/** Parents of the units that were held against each other. */
function placesOf(data: Dataset, groups: readonly PeerGroup[]): string[] {
  const units = groups.flatMap(({ members }) => members.map(({ unit }) => unit));
  return [...new Set(units.map((unit) => data.units.at(unit).parent ?? ''))];
}

/** Whose the value of all is: what their parent reports may be another. */
export function groupNote(
  data: Dataset,
  groups: readonly PeerGroup[],
  units: readonly string[],
): string[] {
  const [parent, ...others] = placesOf(data, groupsAmong(groups, units));
  return parent && others.length === 0 ? [words.present.groupOf(unitName(data, parent))] : [];
}
