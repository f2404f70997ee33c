/** What a unit did, in numbers that are no rates: beside rates that are told on a page of their own. */
import type { Subject } from '../../model/catalogue.ts';
import { type Dataset, subjectOf } from '../../model/dataset.ts';
import { type Figure, isFlagged, isWeak } from '../../model/figure.ts';
import { groupBy } from '../../model/group.ts';
import { figureText } from '../../text/figure.ts';
import { partName } from '../../text/name.ts';
import { WEAK } from '../notes.ts';
import type { SlideCell } from '../slide.ts';

/** A number of a unit and what it counts. */
export interface Count {
  readonly subject: Subject;
  readonly figure: Figure;
}

/**
 * Of each group of the catalogue what it begins with, where it was counted over a period: nothing that must be checked, and
 * nothing that is part of a rate.
 *
 * @param figures of one unit
 */
export function countsOf(data: Dataset, figures: readonly Figure[], period: string): Count[] {
  const parts = new Set(
    [...data.indicators.values()].flatMap(({ numerator, denominator }) =>
      denominator.length > 0 ? [...numerator, ...denominator].map(({ measure }) => measure) : [],
    ),
  );
  const isTelling = ({ subject, figure }: Count) =>
    data.measures.get(subject.id)?.temporal === 'flow' &&
    figure.period === period &&
    !parts.has(subject.id) &&
    figure.kind === '' &&
    figure.breakdown === '' &&
    (figure.value ?? 0) > 0 &&
    !isFlagged(figure);
  const known = figures.flatMap((figure): Count[] => {
    const subject = subjectOf(data, figure.subject);
    return subject?.isMeasure ? [{ subject, figure }] : [];
  });
  const order = [...data.measures.keys()];
  const sorted = known
    .filter(isTelling)
    .sort((a, b) => order.indexOf(a.subject.id) - order.indexOf(b.subject.id));
  return [...groupBy(sorted, ({ subject }) => subject.group).values()].flatMap(([first]) =>
    first ? [first] : [],
  );
}

/** A row of the unit's table, whose other columns are empty. */
export function countCells(
  data: Dataset,
  { subject, figure }: Count,
  columns: number,
): SlideCell[] {
  const name = [subject.name, partName(data, figure)].filter(Boolean).join(', ');
  const value = [figureText(subject, figure), subject.unitLabel].filter(Boolean).join(' ');
  const told = [{ text: name }, { text: value + (isWeak(figure) ? WEAK : ''), bold: true }];
  return [...told, ...Array.from({ length: columns - told.length }, () => ({ text: '' }))];
}
