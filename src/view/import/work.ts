/**
 * The import as a state and what may happen to it; no React here.
 *
 *   idle ─ taken ─→ recognised ─ next ─→ mapped ─ next ─→ checked ─ next ─→ kept
 *     └─ refused ←─ whatever cannot be read           (a package goes from idle to checked)
 */
import {
  type Answers,
  type Declared,
  type Mapping,
  NOTHING_DECLARED,
  type Row,
} from '../../intake/answers.ts';
import type { ReadChoices } from '../../intake/read/delimited.ts';
import type { Taken } from '../../intake/read/read.ts';
import type { RecordReading } from '../../intake/records/reading.ts';
import type { CellProblem, QuestionKind } from '../../intake/shape/draft.ts';
import { cellKey, type Dropped, type Refusal } from '../../intake/sheet.ts';
import type { Understanding } from '../../intake/understand.ts';

export type Step = 'idle' | 'recognised' | 'mapped' | 'checked' | 'kept' | 'refused';

export interface Work {
  readonly step: Step;
  readonly dropped: readonly Dropped[];
  readonly choices: ReadonlyMap<string, ReadChoices>;
  readonly taken: Taken | null;
  /** Records in engines of their own, until the work ends. */
  readonly readings: readonly RecordReading[];
  readonly refusal: Refusal | null;
  readonly answers: Answers;
  readonly fixes: ReadonlyMap<number, ReadonlyMap<string, string>>;
  /** Cells left out knowingly, by `problemKey`. */
  readonly skipped: ReadonlySet<string>;
  readonly declared: Declared;
  /** The kept mapping that answered. */
  readonly mapping: Mapping | null;
  /** Joins the open package, or stands by itself. */
  readonly joins: boolean;
  readonly title: string;
  readonly name: string;
}

export const IDLE: Work = {
  step: 'idle',
  dropped: [],
  choices: new Map(),
  taken: null,
  readings: [],
  refusal: null,
  answers: {},
  fixes: new Map(),
  skipped: new Set(),
  declared: NOTHING_DECLARED,
  mapping: null,
  joins: true,
  title: '',
  name: '',
};

export function problemKey({ sheet, row, column, code }: CellProblem): string {
  return [sheet, row, column, code].join(':');
}

export function answered(work: Work, key: string, value: string): Work {
  return { ...work, answers: { ...work.answers, [key]: value } };
}

export function fixed(work: Work, { sheet, row, column }: CellProblem, text: string): Work {
  const own = new Map(work.fixes.get(sheet));
  own.set(cellKey(row, column), text);
  return { ...work, fixes: new Map(work.fixes).set(sheet, own) };
}

export function skipping(work: Work, problems: readonly CellProblem[]): Work {
  return { ...work, skipped: new Set([...work.skipped, ...problems.map(problemKey)]) };
}

export function unskipped(work: Work): Work {
  return { ...work, skipped: new Set() };
}

export function declaring(work: Work, kind: 'units' | 'measures', row: Row, key: string): Work {
  const id = row[kind === 'units' ? 'unit' : 'measure'] ?? '';
  const declared = { ...work.declared, [kind]: [...work.declared[kind], row] };
  return answered({ ...work, declared }, key, id);
}

/** Questions of the first step are about a sheet as a whole; the others about its columns and cells. */
const FIRST: readonly QuestionKind[] = ['period', 'unit'];

export function openQuestions(understanding: Understanding | null, step: Step) {
  const all = understanding?.questions ?? [];
  if (step === 'recognised') return all.filter(({ kind }) => FIRST.includes(kind));
  return step === 'mapped' ? all : [];
}

/** Cells that nobody has mended or left out yet. */
export function openProblems(understanding: Understanding | null, work: Work): CellProblem[] {
  const problems = understanding?.problems ?? [];
  return problems.filter(
    (problem) => problem.effect === 'cell' && !work.skipped.has(problemKey(problem)),
  );
}

export function skippedProblems(understanding: Understanding | null, work: Work): CellProblem[] {
  return (understanding?.problems ?? []).filter((problem) => work.skipped.has(problemKey(problem)));
}

/** One step back; nothing that was said is lost. */
export function back(work: Work): Work {
  const isPackage = (work.taken?.packages.length ?? 0) > 0;
  const before: Partial<Record<Step, Step>> = {
    recognised: 'idle',
    mapped: 'recognised',
    checked: isPackage ? 'idle' : 'mapped',
  };
  return { ...work, step: before[work.step] ?? 'idle' };
}
