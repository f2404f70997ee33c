/**
 * One subject as the units of a level have it, or as the units of today would have had it:
 *
 *   figures ─┬ of the units below ─ gather ─→ pieces by unit and period ─ sum ─→ what they add up to
 *            └ of those a unit was made of ─ lineage ─→ pieces ─ sum ─→ its history on today's boundaries
 *
 * What a unit reports itself stands beside what the units below it add up to, and is never merged with it.
 */
import type { Engine } from '../../engine/engine.ts';
import type { Dataset } from '../../model/dataset.ts';
import { absentFigure, type Figure } from '../../model/figure.ts';
import { levelRank } from '../../model/unit.ts';
import type { PeriodChoice } from '../../question/scope.ts';
import { absenceOf } from '../absence.ts';
import { all, equals, isSubject, selectFigures } from '../figure.ts';
import { chooseBodies, scopeCondition } from '../scope.ts';
import { isTold } from './expected.ts';
import { type Found, foundFigures } from './found.ts';
import { unitsAsked } from './gather.ts';
import { type Asked, type Sums, sumsOf } from './sums.ts';

export interface LevelFigure {
  readonly figure: Figure;
  /** The unit's own report beside a sum, or the sum beside its own report. */
  readonly beside: Figure | null;
}

export interface LevelReading {
  readonly units: readonly string[];
  /** Periods and categories for which anything is known. */
  readonly periods: readonly string[];
  readonly categories: readonly string[];
  readonly at: (unit: string, period: string, category: string) => LevelFigure;
  /** What any unit itself reports; on today's boundaries, what it would have reported. */
  readonly own: (unit: string, period: string, category: string) => Figure | null;
  /** What the units below a unit of the level add up to; null where there are none. */
  readonly below: Sums['below'];
  /** Units of which that is the sum: of the time, or of today. */
  readonly members: Sums['members'];
  /** What a unit was made of adds up to; null where it was itself. */
  readonly before: Sums['before'];
  /** The last period, of these if any are named, for which most of what is under a unit is known; '' for none. */
  readonly latest: (unit: string, among?: ReadonlySet<string>) => string;
}

/** Whether a question asks for more than what units report, as they were. */
export function isRead({ level, basis }: Pick<Asked, 'level' | 'basis'>): boolean {
  return (level ?? '') !== '' || basis === 'now';
}

/** Figures of the chosen periods, for the units of the question's level. */
export async function readLevel(
  engine: Engine,
  data: Dataset,
  question: Asked,
  period: PeriodChoice,
  signal?: AbortSignal,
): Promise<LevelReading> {
  const where = all(
    isSubject([question.subject]),
    equals('f.kind::VARCHAR', ''),
    { sql: 'f.about_subject', params: [] },
    scopeCondition(data, { ...question, units: null, period }),
  );
  const found = chooseBodies(await selectFigures(engine, where, '', signal), question.body);
  return readingOf(data, question, found);
}

/** The same from figures that are there already: of all units, for one subject and breakdown. */
export function readingOf(data: Dataset, question: Asked, all: readonly Figure[]): LevelReading {
  const found = foundFigures(data, all, question.body ?? '');
  const units = unitsAsked(data, question);
  const sums = sumsOf(data, question, found);
  const own = ownFigures(question, found, sums);
  const { periods, categories } = found;
  const prefersSum = prefersSums(question, units, { found, sums, own });
  const absent = (unit: string, period: string, category: string): Figure => {
    const { subject, breakdown } = question;
    const place = { subject, unit, period, breakdown, category };
    return absentFigure(place, absenceOf(data, unit, period));
  };
  return {
    ...{ units, periods, categories, own },
    ...{ below: sums.below, members: sums.members, before: sums.before },
    at(unit, period, category) {
      const stated = own(unit, period, category);
      const sum = sums.below(unit, period, category);
      const [figure, beside] = prefersSum ? [sum, stated] : [stated, sum];
      return { figure: figure ?? absent(unit, period, category), beside: shown(beside) };
    },
    latest(unit, among) {
      const codes = among ? periods.filter((code) => among.has(code)) : periods;
      const isOwn = (code: string) => categories.some((c) => isKnown(own(unit, code, c)));
      const isPart = (code: string) => categories.some((c) => isBegun(own(unit, code, c)));
      const last = latestBelow(unit, codes, { found, sums }) || codes.find(isOwn);
      return last || (codes.find(isPart) ?? '');
    },
  };
}

/** What a unit reports; on today's boundaries what those it was made of report. */
function ownFigures({ basis }: Asked, { cell }: Found, { before }: Sums): LevelReading['own'] {
  return (unit, period, category) => {
    const stated = cell(period, category).get(unit) ?? null;
    if (basis !== 'now') return stated;
    const rebuilt = before(unit, period, category);
    const wasThere = rebuilt?.sum?.parts.some((part) => part.unit === unit) ?? true;
    return rebuilt === null || (!wasThere && isKnown(stated)) ? stated : rebuilt;
  };
}

function isKnown(figure: Figure | null): boolean {
  return figure !== null && isTold(figure);
}

/** Some of those that a unit was made of have reported. */
function isBegun(figure: Figure | null): boolean {
  return (figure?.sum?.reported ?? 0) > 0;
}

function shown(figure: Figure | null): Figure | null {
  return figure && (figure.value !== null || figure.absence === 'SUPPRESSED') ? figure : null;
}

/** The last period for which at least half of what is below a unit is known, else the one with most. */
function latestBelow(
  unit: string,
  periods: readonly string[],
  { found, sums }: { found: Found; sums: Sums },
): string {
  const counts = periods.map((code) => {
    const pieces = sums.pieces(unit, code);
    const told = pieces.filter((piece) => found.tells(piece.unit, code)).length;
    return { code, told, all: pieces.length };
  });
  const telling = counts.filter((item) => item.told > 0);
  const most = Math.max(0, ...telling.map((item) => item.told));
  const good = telling.find((item) => item.told * 2 >= item.all);
  return (good ?? telling.find((item) => item.told === most))?.code ?? '';
}

/**
 * Whether the sums are what is compared: above the commune wherever there is one, else where as many units have a
 * sum as report themselves.
 */
function prefersSums(
  { level = '' }: Asked,
  units: readonly string[],
  { found, sums, own }: { found: Found; sums: Sums; own: LevelReading['own'] },
): boolean {
  if (level === '') return false;
  const some = (test: (code: string, category: string) => boolean) =>
    found.periods.some((code) => found.categories.some((category) => test(code, category)));
  const hasSum = (unit: string) =>
    some((code, item) => (sums.below(unit, code, item)?.sum?.reported ?? 0) > 0);
  if (levelRank(level) < levelRank('commune')) return units.some(hasSum);
  const reporting = units.filter((unit) => some((code, c) => isKnown(own(unit, code, c))));
  const summed = units.filter(hasSum).length;
  return summed > 0 && summed >= reporting.length;
}
