/**
 * What a comparison is put together from, read in one statement: results of one subject in one breakdown, of the units
 * and of those they belong to, at the period and at what it is told against; and the targets that may hold for them.
 */
import type { Engine } from '../../engine/engine.ts';
import type { Dataset } from '../../model/dataset.ts';
import type { Figure } from '../../model/figure.ts';
import { baseCode, YEAR_BEFORE } from '../../model/time/base.ts';
import type { CompareQuestion } from '../../question/compare.ts';
import {
  all,
  always,
  type Condition,
  either,
  equals,
  isSubject,
  oneOf,
  selectFigures,
} from '../figure.ts';

export interface Pool {
  /** What is reported or derived; no targets. */
  readonly results: readonly Figure[];
  /** Targets, registered figures and norms, of all units. */
  readonly references: readonly Figure[];
}

/** Results of these units (null: of all) for these periods. */
export interface Want {
  readonly units: readonly string[] | null;
  readonly codes: readonly string[];
}

/** Results alone. */
export function selectResults(
  engine: Engine,
  question: CompareQuestion,
  wants: readonly Want[],
  signal?: AbortSignal,
): Promise<Figure[]> {
  const some = wants.filter(({ codes, units }) => codes.length > 0 && units?.length !== 0);
  if (some.length === 0) return Promise.resolve([]);
  return selectFigures(engine, all(about(question), resultsOf(question, some)), '', signal);
}

/** Results and targets. */
export async function readPool(
  engine: Engine,
  question: CompareQuestion,
  wants: readonly Want[],
  signal?: AbortSignal,
): Promise<Pool> {
  const where = all(about(question), either(TARGETS, resultsOf(question, wants)));
  const figures = await selectFigures(engine, where, '', signal);
  return {
    results: figures.filter(({ kind }) => kind === ''),
    references: figures.filter(({ kind }) => kind !== ''),
  };
}

const TARGETS: Condition = { sql: "f.kind <> '' AND f.value IS NOT NULL", params: [] };

function about({ subject, breakdown }: CompareQuestion): Condition {
  return all(isSubject([subject]), equals('f.breakdown', breakdown));
}

function resultsOf({ category }: CompareQuestion, wants: readonly Want[]): Condition {
  const places = wants.map(({ units, codes }) =>
    all(oneOf('f.unit', units), oneOf('f.period', codes)),
  );
  return all(
    equals('f.kind', ''),
    category ? equals('f.category', category) : always,
    either(...places),
  );
}

/** Periods that those of a comparison are told against: a year before, and at the base that the question names. */
export function basesOf(
  data: Dataset,
  { base }: CompareQuestion,
  periods: readonly string[],
): string[] {
  const bases = base === undefined ? [YEAR_BEFORE] : [YEAR_BEFORE, base];
  const codes = periods.flatMap((code) => bases.map((one) => baseCode(data.periods, code, one)));
  return [...new Set(codes)].filter((code) => data.periods.has(code));
}

/** Units that these stood under; what they report themselves is drawn beside the sum. None where units were chosen one by one. */
export function parentsAt(
  data: Dataset,
  { peers, breakdown, category }: CompareQuestion,
  places: readonly { readonly unit: string; readonly period: string }[],
): string[] {
  if (peers.length > 0 || (breakdown && !category)) return [];
  const parents = places.flatMap(
    ({ unit, period }) => data.units.at(unit, data.periods.get(period)).parent ?? [],
  );
  return [...new Set(parents)];
}
