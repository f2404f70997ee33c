/** One subject over time for the units of one level, each by what the units below it add up to. */
import type { Engine } from '../../engine/engine.ts';
import type { Dataset } from '../../model/dataset.ts';
import { absentFigure, type Figure } from '../../model/figure.ts';
import type { Period } from '../../model/time/period.ts';
import type { TrendAnswer, TrendQuestion, TrendTotal } from '../../question/trend.ts';
import { totalOf } from '../compare/group.ts';
import { type LevelReading, readLevel } from './read.ts';
import { reportsBehind } from './sum.ts';

export interface LevelLine {
  readonly unit: string;
  readonly body: string;
  readonly category: string;
  /** One for each period asked for. */
  readonly points: readonly Figure[];
  /** As many, or none where there is nothing beside. */
  readonly beside: readonly Figure[];
}

/** What stands around the lines: the value of all of them, and what the one unit above them reports. */
export interface Around {
  readonly group: TrendAnswer['group'];
  readonly own: readonly Figure[];
}

export interface LevelLines {
  /** Every figure of the lines that has a number, to choose the axis by. */
  readonly figures: readonly Figure[];
  readonly lines: (axis: readonly Period[]) => LevelLine[];
  readonly around: (axis: readonly Period[]) => Around;
}

/** Lines of the units that have a number, or a report of their own, in any period. */
export async function linesOfLevel(
  engine: Engine,
  data: Dataset,
  question: TrendQuestion,
  signal?: AbortSignal,
): Promise<LevelLines> {
  const reading = await readLevel(engine, data, question, question.period, signal);
  const categories = question.category ? [question.category] : reading.categories;
  const body = question.body ?? '';
  const read = (unit: string, category: string, codes: readonly string[]): LevelLine => {
    const cells = codes.map((code) => reading.at(unit, code, category));
    const points = cells.map(({ figure }) => figure);
    const beside = cells.map((cell) => cell.beside ?? without(cell.figure));
    const hasBeside = cells.some((cell) => cell.beside !== null);
    return { unit, body, category, points, beside: hasBeside ? beside : [] };
  };
  const shown = reading.units
    .flatMap((unit) => categories.map((category) => read(unit, category, reading.periods)))
    .filter(isKnown);
  const lines = (axis: readonly Period[]) =>
    shown.map(({ unit, category }) =>
      read(
        unit,
        category,
        axis.map(({ code }) => code),
      ),
    );
  return {
    figures: shown.flatMap(({ points }) => points.filter(({ value }) => value !== null)),
    lines,
    around: (axis) => aroundOf(data, reading, lines(axis), axis),
  };
}

function isKnown({ points, beside }: LevelLine): boolean {
  return [...points, ...beside].some(({ value }) => value !== null);
}

function without({ subject, unit, period, breakdown, category }: Figure): Figure {
  return absentFigure({ subject, unit, period, breakdown, category }, 'NO_DATA');
}

/** Where several lines without parts stand under one unit at the end of the axis. */
function aroundOf(
  data: Dataset,
  reading: LevelReading,
  lines: readonly LevelLine[],
  axis: readonly Period[],
): Around {
  const last = axis.at(-1);
  const parents = new Set(lines.map(({ unit }) => data.units.at(unit, last).parent));
  const [parent] = parents;
  const isSplit = new Set(lines.map(({ category }) => category)).size > 1;
  if (parents.size !== 1 || !parent || isSplit) return { group: null, own: [] };
  const category = lines[0]?.category ?? '';
  const own = axis.flatMap(({ code }) => reading.own(parent, code, category) ?? []);
  const points = axis.map(({ code }, at) =>
    totalAt(
      data,
      code,
      lines.flatMap((line) => line.points[at] ?? []),
    ),
  );
  const isWhole = lines.length > 1 && points.some((point) => point.total !== null);
  return { group: isWhole ? { parent, points } : null, own };
}

/** "k/N" counts the reports behind sums. */
function totalAt(data: Dataset, period: string, figures: readonly Figure[]): TrendTotal {
  const total = totalOf(data, figures);
  const behind = reportsBehind(figures);
  if (!behind) return { period, total, expected: figures.length };
  const { reported, expected } = behind;
  return { period, total: total && { ...total, reported }, expected };
}
