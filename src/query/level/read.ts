/**
 * One subject as the units of a level have it:
 *
 *   figures of the units below ─ gather ─→ pieces by unit and period ─ sum ─→ a figure of each
 *   what the units report themselves stands beside it, and is never merged with it
 */
import type { Engine } from '../../engine/engine.ts';
import type { Dataset } from '../../model/dataset.ts';
import { absentFigure, type Figure } from '../../model/figure.ts';
import { groupBy } from '../../model/group.ts';
import type { Period } from '../../model/time/period.ts';
import { levelRank } from '../../model/unit.ts';
import type { PeriodChoice, Scope } from '../../question/scope.ts';
import { absenceOf } from '../absence.ts';
import { all, equals, isSubject, selectFigures } from '../figure.ts';
import { chooseBodies, scopeCondition } from '../scope.ts';
import { expectedOf, isTold, listedReports } from './expected.ts';
import { baseLevel, gatherUnder, unitsOfLevel } from './gather.ts';
import { sumFigure } from './sum.ts';

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
  /** What any unit itself reports. */
  readonly own: (unit: string, period: string, category: string) => Figure | null;
  /** What the units below a unit of the level add up to; null where there are none. */
  readonly sum: (unit: string, period: string, category: string) => Figure | null;
  /** The last period, of these if any are named, for which most of what is under a unit is known; '' for none. */
  readonly latest: (unit: string, among?: ReadonlySet<string>) => string;
}

type Asked = Omit<Scope, 'period'> & { readonly subject: string };

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
export function readingOf(data: Dataset, question: Asked, found: readonly Figure[]): LevelReading {
  const body = question.body ?? '';
  const whole = found.filter((figure) => figure.body === body);
  const cells = groupBy(whole, (figure) => `${figure.period}~${figure.category}`);
  const byUnit = new Map(
    [...cells].map(([key, figures]) => [key, new Map(figures.map((f) => [f.unit, f]))]),
  );
  const units = unitsOfLevel(data, question.level ?? '', question.units);
  const told = whole.filter(isTold);
  const sums = summing(data, question, byUnit, told);
  const own = (unit: string, period: string, category: string) =>
    byUnit.get(`${period}~${category}`)?.get(unit) ?? null;
  const periods = periodsOf(data, told);
  const categories = [...new Set(whole.map((figure) => figure.category))];
  const isSummed = prefersSums(question.level ?? '', units, told, sums, periods, categories);
  return {
    units,
    periods,
    categories,
    own,
    sum: sums.at,
    at(unit, period, category) {
      const stated = own(unit, period, category);
      const sum = sums.at(unit, period, category);
      if (isSummed) return { figure: sum ?? absent(unit, period, category), beside: known(stated) };
      return { figure: stated ?? absent(unit, period, category), beside: known(sum) };
    },
    latest: (unit, among) => {
      const codes = among ? periods.filter((code) => among.has(code)) : periods;
      return sums.latest(unit, codes) || lastOwn(unit, codes);
    },
  };

  function absent(unit: string, period: string, category: string): Figure {
    const { subject, breakdown } = question;
    const place = { subject, unit, period, breakdown, category };
    return absentFigure(place, absenceOf(data, unit, period));
  }

  function lastOwn(unit: string, codes: readonly string[]): string {
    const own = told.filter((figure) => figure.unit === unit);
    return codes.find((code) => own.some((figure) => figure.period === code)) ?? '';
  }
}

function known(figure: Figure | null): Figure | null {
  return figure && (figure.value !== null || figure.absence === 'SUPPRESSED') ? figure : null;
}

/** Codes of the periods told, the latest end first, the longer of two. */
function periodsOf(data: Dataset, told: readonly Figure[]): string[] {
  const codes = [...new Set(told.map((figure) => figure.period))];
  const end = (code: string) => data.periods.get(code)?.end ?? '';
  return codes.sort((a, b) => end(b).localeCompare(end(a)) || a.localeCompare(b));
}

interface Sums {
  readonly at: (unit: string, period: string, category: string) => Figure | null;
  readonly latest: (unit: string, periods: readonly string[]) => string;
}

/** Sums from the units of one level below, made when they are asked for. */
function summing(
  data: Dataset,
  question: Asked,
  byUnit: ReadonlyMap<string, ReadonlyMap<string, Figure>>,
  told: readonly Figure[],
): Sums {
  const { subject, breakdown } = question;
  const level = question.level ?? '';
  const base = baseLevel(data, level, [...new Set(told.map((figure) => figure.unit))]);
  const listed = listedReports(data);
  const telling = new Set(told.map((figure) => `${figure.unit}~${figure.period}`));
  const tells = (unit: string, period: string) => telling.has(`${unit}~${period}`);
  const gathered = new Map<string, ReadonlyMap<string, readonly string[]>>();
  const made = new Map<string, Figure | null>();
  return {
    at(unit, period, category) {
      const key = [unit, period, category].join('~');
      const before = made.get(key);
      if (before !== undefined) return before;
      const sum = sumOf(unit, period, category);
      made.set(key, sum);
      return sum;
    },
    latest(unit, periods) {
      const counts = periods.map((code) => {
        const members = under(code).get(unit) ?? [];
        return { code, all: members.length, told: members.filter((m) => tells(m, code)).length };
      });
      const most = Math.max(0, ...counts.map((item) => item.told));
      const good = counts.find((item) => item.told > 0 && item.told * 2 >= item.all);
      return (good ?? counts.find((item) => item.told > 0 && item.told === most))?.code ?? '';
    },
  };

  function sumOf(unit: string, period: string, category: string): Figure | null {
    const members = under(period).get(unit) ?? [];
    if (members.length === 0) return null;
    return sumFigure(data, {
      of: 'below',
      place: { subject, unit, body: question.body ?? '', period, breakdown, category },
      none: absenceOf(data, unit, period),
      pieces: members.map((member) => ({ unit: member, share: 1 })),
      figures: byUnit.get(`${period}~${category}`) ?? new Map(),
      expected: (reported) => expectedOf(listed, period, members, reported),
      whole: false,
    });
  }

  function under(code: string): ReadonlyMap<string, readonly string[]> {
    const before = gathered.get(code);
    if (before) return before;
    const period: Period | undefined = base === '' ? undefined : data.periods.get(code);
    const found = period ? gatherUnder(data, { level, base, period, tells }) : new Map();
    gathered.set(code, found);
    return found;
  }
}

/**
 * Whether the sums are what is compared: above the commune wherever there is one, else where as many units have a
 * sum as report themselves.
 */
function prefersSums(
  level: string,
  units: readonly string[],
  told: readonly Figure[],
  sums: Sums,
  periods: readonly string[],
  categories: readonly string[],
): boolean {
  const own = new Set(told.map((figure) => figure.unit));
  const hasSum = (unit: string) =>
    periods.some((code) =>
      categories.some((item) => (sums.at(unit, code, item)?.sum?.reported ?? 0) > 0),
    );
  if (levelRank(level) < levelRank('commune')) return units.some(hasSum);
  const reporting = units.filter((unit) => own.has(unit)).length;
  const summed = units.filter(hasSum).length;
  return summed > 0 && summed >= reporting;
}
