/** Names of figures for headings, rows and screen readers. */

import type { Subject } from '../model/catalogue.ts';
import { bodyName, categoryName, type Dataset } from '../model/dataset.ts';
import type { Figure } from '../model/figure.ts';
import { ownOf } from '../model/group.ts';
import type { Period } from '../model/time/period.ts';
import { formatPeriod, formatPeriodShort } from '../model/writing/date.ts';
import { nameIn } from '../model/writing/language.ts';
import { countsText, figureText } from './figure.ts';
import { lowerFirst } from './letter-case.ts';
import { noteText } from './note.ts';
import { words } from './words.ts';

export function periodName(data: Dataset, code: string): string {
  const period = data.periods.get(code);
  return period ? formatPeriod(period) : code;
}

/** Where there is little room: "9T/2025", but "năm 2025". */
export function briefPeriod(period: Period): string {
  return period.grain === 'year' ? lowerFirst(formatPeriod(period)) : formatPeriodShort(period);
}

/** The unit's name as of the figure's period. */
export function unitName(data: Dataset, unit: string, period?: string): string {
  return data.units.at(unit, period === undefined ? undefined : data.periods.get(period)).name;
}

/** "Cấp xã"; a level that a package adds is called by its id. */
export function levelName(level: string): string {
  return ownOf(words.level, level) ?? level;
}

/** Category and body of a figure: what it is about within its unit. */
export function partName(data: Dataset, figure: Figure): string {
  return [
    figure.category ? categoryName(data, figure.breakdown, figure.category) : '',
    figure.body ? bodyName(data, figure.body) : '',
  ]
    .filter(Boolean)
    .join(' · ');
}

/** What a figure is of: unit, part, subject, period. */
export function figureName(data: Dataset, subject: Subject, figure: Figure): string {
  return [
    unitName(data, figure.unit, figure.period),
    partName(data, figure),
    subject.name,
    periodName(data, figure.period),
  ]
    .filter(Boolean)
    .join(', ');
}

/** "thiếu Xã A, Xã B": who keeps a history from being rebuilt; '' where nothing is missing. */
export function missingText(data: Dataset, { sum, value, period }: Figure): string {
  if (sum?.of !== 'before' || value !== null) return '';
  const left = sum.parts.filter((part) => part.left !== '').map((part) => part.unit);
  if (left.length === 0) return '';
  const names = left.slice(0, MOST_MISSING).map((unit) => unitName(data, unit, period));
  return words.place.missing(names.join(', '), left.length - names.length);
}

const MOST_MISSING = 3;

/** Everything about a figure in one spoken line. */
export function figureLabel(data: Dataset, subject: Subject, figure: Figure): string {
  const said = [
    figureName(data, subject, figure),
    figureText(subject, figure),
    countsText(figure),
    noteText(subject, figure),
    missingText(data, figure),
  ];
  return words.chart.open(said.filter(Boolean).join(', '));
}

/** Name of a breakdown: a category row of the breakdown "breakdown", else a readable id. */
export function breakdownName(data: Dataset, breakdown: string): string {
  const named = data.categories.find(
    (c) => c.breakdown === 'breakdown' && c.category === breakdown,
  );
  return (
    (named && nameIn(named.name, named.nameEn)) ??
    breakdown.replace(/\*/g, ' × ').replace(/_/g, ' ')
  );
}
