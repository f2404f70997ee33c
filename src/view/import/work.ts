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
import type { Clerk, Handed, TakenIn } from '../../intake/clerk.ts';
import type { ReadChoices } from '../../intake/read/delimited.ts';
import type { CellProblem, Question } from '../../intake/shape/draft.ts';
import { cellKey, Refusal } from '../../intake/sheet.ts';
import { OF_SHEETS, type Shown } from '../../intake/show/show.ts';
import { PackageError } from '../../model/problem.ts';
import { words } from '../../text/words.ts';

export type Step = 'idle' | 'recognised' | 'mapped' | 'checked' | 'kept' | 'refused';

export interface Work {
  readonly step: Step;
  readonly handed: readonly Handed[];
  readonly choices: ReadonlyMap<string, ReadChoices>;
  /** Who holds what was taken in, until the work ends. */
  readonly clerk: Clerk | null;
  /** A package as it is, where one was handed over. */
  readonly whole: TakenIn['package'];
  /** What the clerk understood last, and of which words. */
  readonly told: Told | null;
  readonly refusal: Refusal | null;
  /** Files that were not taken beside those that were. */
  readonly refused: TakenIn['refused'];
  readonly answers: Answers;
  readonly fixes: ReadonlyMap<number, ReadonlyMap<string, string>>;
  readonly declared: Declared;
  /** The kept mapping that answered. */
  readonly mapping: Mapping | null;
  /** Joins the open package, or stands by itself. */
  readonly joins: boolean;
  /** Of a package of its own; of one that was kept, its title. */
  readonly title: string;
  /** The title that somebody typed for what is chosen; null where nobody did. */
  readonly typed: string | null;
  readonly name: string;
}

export interface Told extends Pick<Work, 'answers' | 'fixes'> {
  readonly shown: Shown | null;
}

export const IDLE: Work = {
  step: 'idle',
  handed: [],
  choices: new Map(),
  clerk: null,
  whole: null,
  told: null,
  refusal: null,
  refused: [],
  answers: {},
  fixes: new Map(),
  declared: NOTHING_DECLARED,
  mapping: null,
  joins: true,
  title: '',
  typed: null,
  name: '',
};

type Cell = Pick<CellProblem, 'sheet' | 'row' | 'column'>;

export function answered(work: Work, key: string, value: string): Work {
  return { ...work, answers: { ...work.answers, [key]: value } };
}

export function fixed(work: Work, { sheet, row, column }: Cell, text: string): Work {
  const own = new Map(work.fixes.get(sheet));
  own.set(cellKey(row, column), text);
  return { ...work, fixes: new Map(work.fixes).set(sheet, own) };
}

export function declaring(work: Work, kind: 'units' | 'measures', row: Row, key: string): Work {
  const id = row[kind === 'units' ? 'unit' : 'measure'] ?? '';
  const declared = { ...work.declared, [kind]: [...work.declared[kind], row] };
  return answered({ ...work, declared }, key, id);
}

/** Units declared a moment ago, to be chosen from: another file may mean the same ones. */
export function declaredUnits({ declared }: Work): { id: string; name: string }[] {
  return declared.units.map(({ unit = '', name = '' }) => ({ id: unit, name }));
}

/** What the clerk says now, where it is still the same clerk. */
export function telling(work: Work, clerk: Clerk | null, told: Told): Work {
  return work.clerk === clerk ? { ...work, told } : work;
}

/** What was said last is not understood yet. */
export function isBehind({ told, answers, fixes }: Work): boolean {
  return told !== null && (told.answers !== answers || told.fixes !== fixes);
}

/** Questions of the first step are about a sheet as a whole; the others about its columns and cells. */
export function openQuestions(shown: Shown | null, step: Step): readonly Question[] {
  const all = shown?.questions ?? [];
  if (step === 'recognised') return all.filter(({ kind }) => OF_SHEETS.includes(kind));
  return step === 'mapped' ? all : [];
}

/** Steps that can be gone back to, the nearest last; nothing that was said is lost. */
export function stepsBehind({ step, whole }: Work): readonly Step[] {
  const way = whole ? OF_PACKAGES : OF_FIGURES;
  return way.slice(0, Math.max(0, way.indexOf(step)));
}

const OF_FIGURES: readonly Step[] = ['idle', 'recognised', 'mapped', 'checked'];
const OF_PACKAGES: readonly Step[] = ['idle', 'checked'];

/** On again from the first step, where somebody went back to it: what was taken in is still there. */
export function onFromFiles(work: Work): Work {
  const { told, whole } = work;
  if (told === null) return IDLE;
  return { ...work, step: whole ? 'checked' : 'recognised' };
}

export function refusedFor(handed: readonly Handed[], error: unknown): Work {
  const refusal = error instanceof Refusal ? error : unread(handed[0]?.name ?? '', error);
  return { ...IDLE, handed, step: 'refused', refusal };
}

/** A reader that broke down: over the file, or because a part of the software is missing. */
function unread(file: string, error: unknown): Refusal {
  const said = error instanceof Error ? error.message : String(error);
  if (isOurs(error)) return new Refusal('software', file, error.file || said.slice(0, 200));
  return new Refusal('binary', file, said.slice(0, 200));
}

/** An error of engine or worker names the file of the software that is at fault. */
function isOurs(error: unknown): error is Error & { readonly file: string } {
  return error instanceof Error && error.name === 'EngineError' && 'file' in error;
}

/** Whoever asked did not wait for the end: no fault of anything. */
export function isGivenUp(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return error.name === 'AbortError' || ('fault' in error && error.fault === 'aborted');
}

/** Why a package cannot be opened, in words. */
export function faultsOf(error: unknown): string[] {
  if (error instanceof PackageError) {
    return error.problems.map((problem) => `${problem.file}: ${words.problem.what(problem)}`);
  }
  return [error instanceof Error ? error.message : String(error)];
}
