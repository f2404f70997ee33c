/** A comparison of the units of one level, each by what the units below it add up to. */
import type { Engine } from '../../engine/engine.ts';
import { type Dataset, subjectOf } from '../../model/dataset.ts';
import type { Figure } from '../../model/figure.ts';
import { groupBy } from '../../model/group.ts';
import { referencesFor } from '../../model/statistics/reference.ts';
import { type Base, baseCode, YEAR_BEFORE } from '../../model/time/base.ts';
import type {
  CompareAnswer,
  CompareGroup,
  CompareQuestion,
  CompareRow,
} from '../../question/compare.ts';
import type { PeriodChoice } from '../../question/scope.ts';
import { groupRows } from '../compare/group.ts';
import { selectReferences } from '../reference.ts';
import { type LevelReading, readLevel } from './read.ts';
import { reportsBehind } from './sum.ts';

/** Answers a comparison with a level; every unit of the level that existed is in exactly one group. */
export async function compareLevel(
  engine: Engine,
  data: Dataset,
  question: CompareQuestion,
  signal?: AbortSignal,
): Promise<CompareAnswer> {
  const reading = await readLevel(engine, data, question, wantedPeriods(data, question), signal);
  const references = await selectReferences(engine, question, signal);
  const isRate = subjectOf(data, question.subject)?.isRatio ?? false;
  const cells = cellsOf(data, question, reading);
  const rows = cells.map(({ unit, period, category }): CompareRow => {
    const { figure, beside } = reading.at(unit, period, category);
    return {
      figure,
      period,
      before: earlier(data, reading, figure, YEAR_BEFORE),
      ...(question.base === undefined
        ? {}
        : { base: earlier(data, reading, figure, question.base) }),
      references: referencesFor(data, figure, references, isRate),
      beside,
    };
  });
  const parents = parentsOf(data, reading, cells, question.basis === 'now');
  const groups = groupRows(data, rows, {
    peers: new Set(),
    parents,
    isLatest: question.period.type === 'latest',
    isToday: question.basis === 'now',
  });
  const counted = question.basis === 'now' ? groups.map(countedToday) : groups;
  return { groups: counted.map(countedBelow), below: [] };
}

/** Periods are asked with the same ones a year before, and with those at the base. */
function wantedPeriods(
  data: Dataset,
  { period, base = YEAR_BEFORE }: CompareQuestion,
): PeriodChoice {
  const codes =
    period.type === 'one' ? [period.code] : period.type === 'several' ? period.codes : [];
  if (codes.length === 0) return period;
  const earlier = [YEAR_BEFORE, base].flatMap((one) =>
    codes.map((code) => baseCode(data.periods, code, one)),
  );
  return { type: 'several', codes: [...new Set([...codes, ...earlier])].filter(Boolean) };
}

interface Cell {
  readonly unit: string;
  readonly period: string;
  readonly category: string;
}

/** Which figures are shown: of every unit its period, of every period its categories. */
function cellsOf(data: Dataset, question: CompareQuestion, reading: LevelReading): Cell[] {
  const { period, category } = question;
  const latest = new Map(reading.units.map((unit) => [unit, reading.latest(unit)]));
  const common = period.type === 'one' ? period.code : mostCommon([...latest.values()]);
  const categories = category ? [category] : reading.categories;
  const units = question.level ? reading.units : tellingUnits(data, question, reading, latest);
  return units.flatMap((unit) => {
    const code = period.type === 'one' ? common : latest.get(unit) || common;
    const when = data.periods.get(code);
    const isThere = !when || question.basis === 'now' || data.units.existed(unit, when);
    const existed = isThere || question.units?.includes(unit);
    const own = code !== '' && existed ? (categories.length > 0 ? categories : ['']) : [];
    return own.map((item) => ({ unit, period: code, category: item }));
  });
}

/** Without a level: units that are named, that tell something, or that stand beside one that does. */
function tellingUnits(
  data: Dataset,
  { units, period }: CompareQuestion,
  reading: LevelReading,
  latest: ReadonlyMap<string, string>,
): string[] {
  if (units !== null) return [...reading.units];
  const place = (unit: string) => {
    const { parent, level } = data.units.at(unit);
    return `${parent ?? ''}~${level}`;
  };
  const tells = (unit: string) => {
    const code = period.type === 'one' ? period.code : (latest.get(unit) ?? '');
    return reading.categories.some((item) => {
      const own = reading.own(unit, code, item);
      return own !== null && (own.value !== null || (own.sum?.reported ?? 1) > 0);
    });
  };
  const places = new Set(reading.units.filter(tells).map(place));
  return reading.units.filter((unit) => places.has(place(unit)));
}

function mostCommon(codes: readonly string[]): string {
  const groups = [...groupBy(codes.filter(Boolean), (code) => code)];
  groups.sort((a, b) => b[1].length - a[1].length || b[0].localeCompare(a[0]));
  return groups[0]?.[0] ?? '';
}

/** The same figure at a base: of a sum only where the same units are in it, or nobody is missing. */
function earlier(data: Dataset, reading: LevelReading, figure: Figure, base: Base): Figure | null {
  const code = baseCode(data.periods, figure.period, base);
  if (!code || figure.value === null) return null;
  const { figure: before } = reading.at(figure.unit, code, figure.category);
  return before.value !== null && isSameSum(figure, before) ? before : null;
}

export function isSameSum(now: Figure, past: Figure): boolean {
  const [a, b] = [now, past].map(({ sum }) => (sum?.of === 'below' ? sum : undefined));
  if (!a || !b) return !a && !b;
  const inside = (sum: NonNullable<Figure['sum']>) =>
    sum.parts.flatMap((part) => (part.left ? [] : [part.unit])).sort();
  const whole = (sum: NonNullable<Figure['sum']>) => inside(sum).length >= sum.expected;
  return (whole(a) && whole(b)) || inside(a).join() === inside(b).join();
}

/** What the units above the shown ones report themselves. */
function parentsOf(
  data: Dataset,
  reading: LevelReading,
  cells: readonly Cell[],
  isToday: boolean,
): Figure[] {
  const found = cells.flatMap(({ unit, period, category }) => {
    const when = isToday ? undefined : data.periods.get(period);
    const { parent } = data.units.at(unit, when);
    const own = parent && reading.own(parent, period, category);
    return own && own.value !== null ? [own] : [];
  });
  return [...new Set(found)];
}

/** Of the units of today, whatever was expected of others at the time. */
function countedToday(group: CompareGroup): CompareGroup {
  return { ...group, expected: new Set(group.rows.map(({ figure }) => figure.unit)).size };
}

/** "k/N" of a group of sums counts the reports behind them, not the sums. */
function countedBelow(group: CompareGroup): CompareGroup {
  const behind = reportsBehind(group.rows.map(({ figure }) => figure));
  if (!behind) return group;
  const { reported, expected } = behind;
  return { ...group, total: group.total && { ...group.total, reported }, expected };
}
