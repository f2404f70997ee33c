/** Who misses which targets, at one look: units by their targets, those that miss most first. */
import { type Dataset, subjectOf } from '../../model/dataset.ts';
import { type Figure, isWeak } from '../../model/figure.ts';
import { groupBy } from '../../model/group.ts';
import { reaches, reachesValue } from '../../model/statistics/reference.ts';
import type { Visit } from '../../model/visit/ranking.ts';
import { formatCount } from '../../model/writing/number.ts';
import type { TargetRow } from '../../question/standing.ts';
import { figureText, targetText, valueText } from '../../text/figure.ts';
import { lowerFirst } from '../../text/letter-case.ts';
import { periodName } from '../../text/name.ts';
import { shortNames } from '../../text/short-name.ts';
import { words } from '../../text/words.ts';
import { WEAK } from '../notes.ts';
import type { SlideCell, TableSlide } from '../slide.ts';
import { type Matter, ofUnit } from './matter.ts';
import { recordOf } from './praise.ts';

/** Units and indicators of which a room takes in the numbers at once. */
const FEWEST = { units: 3, matters: 3 };
const MOST_UNITS = 16;

/**
 * Numbers of units on the indicators whose targets are missed; null where there are too few of either, or too many units.
 *
 * @param matters with targets, the most missed first
 * @param among units of one level
 * @param ranked those that have a reason for a visit, with how far off they are
 */
export function boardOf(
  data: Dataset,
  matters: readonly Matter[],
  among: readonly string[],
  targets: readonly TargetRow[],
  ranked: readonly Visit[],
  common: string,
): Pick<TableSlide, 'columns' | 'rows'> | null {
  const held = matters.filter(({ isHeld }) => isHeld);
  const own = targets.filter(({ figure }) => among.includes(figure.unit));
  const found = held.map((matter) => resultsOf(data, matter, own));
  const units = [...new Set(found.flatMap((results) => [...results.keys()]))];
  if (held.length < FEWEST.matters || units.length < FEWEST.units) return null;
  if (units.length > MOST_UNITS) return null;
  const { ofUnits, nothing, groupRow } = words.present;
  const records = units.map((unit) => ({ ...recordOf(data, targets, unit), unit }));
  const missed = ({ all, met }: (typeof records)[number]) => all - met;
  const pointsOf = (unit: string) => ranked.find((one) => one.unit === unit)?.points ?? 0;
  records.sort((a, b) => missed(b) - missed(a) || pointsOf(b.unit) - pointsOf(a.unit));
  const names = shortNames(
    data,
    records.map(({ unit }) => ({ unit, period: common })),
  );
  const rows = records.map((record, at): SlideCell[] => [
    { text: names[at] ?? '', bold: true },
    { text: ofUnits(missed(record), record.all), bold: true },
    ...found.map((results) => results.get(record.unit) ?? { text: nothing }),
  ]);
  const goals = held.map((matter) => ({ text: goalText(matter, own) }));
  const all = held.map(({ subject, overall, target }): SlideCell => {
    if (overall === null) return { text: nothing };
    const text = valueText(subject, overall);
    const isMissed = target !== null && !reachesValue(subject, overall, target);
    return isMissed ? { text, bold: true, tone: 'missed' } : { text };
  });
  const { legendTarget } = words.chart;
  return {
    columns: [
      { name: words.column.unit, number: false },
      { name: words.present.missedOf, number: true },
      ...held.map((matter) => ({ name: nameOf(data, matter, common), number: true, isEven: true })),
    ],
    rows: [
      [{ text: legendTarget }, { text: '' }, ...goals],
      ...rows,
      [{ text: groupRow }, { text: '' }, ...all],
    ],
  };
}

/** "≥ 90,0%", or from the least to the greatest of the units' own: "≥ 35–90%". */
function goalText({ subject, target, period }: Matter, own: readonly TargetRow[]): string {
  if (target !== null) return targetText(subject, target);
  const goals = own
    .filter(({ figure }) => isAbout(figure, subject.id, period))
    .flatMap(({ targets }) => targets.find(({ kind }) => kind === 'target')?.value ?? []);
  const [least, most] = [Math.min(...goals), Math.max(...goals)];
  if (goals.length === 0 || least === most) return words.present.ownGoal;
  return targetText(subject, most).replace(
    valueText(subject, most),
    `${formatCount(least)}–${formatCount(most)}${subject.scale === 100 ? '%' : ''}`,
  );
}

/** Each unit's number of the period that most have, on a ground of its own where it misses the target. */
function resultsOf(
  data: Dataset,
  { subject, period }: Matter,
  targets: readonly TargetRow[],
): ReadonlyMap<string, SlideCell> {
  const held = targets.flatMap(({ figure, targets: goals }) => {
    const goal = goals.find(({ kind }) => kind === 'target');
    const about = subjectOf(data, figure.subject);
    const isMet = about && goal ? reaches(about, figure, goal) : null;
    return figure.subject !== subject.id || isMet === null || !goal
      ? []
      : [{ figure, goal, isMet }];
  });
  return new Map(
    [...groupBy(held, ({ figure }) => figure.unit)].flatMap(
      ([unit, same]): [string, SlideCell][] => {
        const one = ofUnit(subject, same, period);
        if (!one) return [];
        const text = figureText(subject, one.figure) + (isWeak(one.figure) ? WEAK : '');
        return [[unit, one.isMet ? { text } : { text, bold: true, tone: 'missed' }]];
      },
    ),
  );
}

const isAbout = (figure: Figure, subject: string, period: string) =>
  figure.subject === subject && figure.period === period;

/** With the period where that is not the page's. */
function nameOf(data: Dataset, { subject, period }: Matter, common: string): string {
  const when = period === common ? '' : `(${lowerFirst(periodName(data, period))})`;
  return [subject.shortName, when].filter(Boolean).join(' ');
}
