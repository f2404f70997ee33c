/** The fourth step: what keeping would do, and what the package's own checks find, before anything is kept. */
import { useEffect, useState } from 'react';
import type { Base } from '../../intake/keep/base.ts';
import { slug } from '../../intake/keep/package.ts';
import { type Plan, type PlannedRecords, planOf } from '../../intake/plan.ts';
import type { PackageFiles } from '../../intake/read/read.ts';
import { newCategories } from '../../intake/records/ask.ts';
import { packRecords, type Reckoned, reckonRecords } from '../../intake/records/reckon.ts';
import { mappingOf, type Understanding } from '../../intake/understand.ts';
import type { Dataset } from '../../model/dataset.ts';
import { PackageError } from '../../model/problem.ts';
import { today } from '../../model/time/today.ts';
import { words } from '../../text/words.ts';
import type { Bring, Checked } from './bring.ts';
import type { Work } from './work.ts';

export interface Result {
  readonly busy: boolean;
  readonly plan: Plan | null;
  readonly files: PackageFiles | null;
  readonly checked: Checked | null;
  readonly reckoned: readonly Reckoned[];
  readonly faults: readonly string[];
}

const NOTHING: Result = {
  busy: false,
  plan: null,
  files: null,
  checked: null,
  reckoned: [],
  faults: [],
};

/** In the third step: what keeping would do, and what the package's own checks find in the new figures. */
export function useCheck(
  work: Work,
  understanding: Understanding | null,
  bring: Bring,
  data: Dataset,
): Result {
  const [result, setResult] = useState<Result>(NOTHING);
  const { step, taken, joins, title, declared, mapping, answers, fixes } = work;
  const whole = taken?.packages[0]?.files ?? null;
  useEffect(() => {
    if (step !== 'checked') return;
    const run = new AbortController();
    setResult({ ...NOTHING, busy: true });
    const done = (next: Result) => !run.signal.aborted && setResult(next);
    const plan = async (): Promise<Result> => {
      if (!understanding) return { ...NOTHING, files: whole };
      const records = await reckonAll(understanding, { data, answers, fixes }, bring, run.signal);
      const reckoned = records.map((item) => item.reckoned);
      const base = await bring.readBase(joins);
      const wish = wishOf({ title, declared, mapping, answers }, understanding, base);
      const planned = planOf(understanding, base, { ...wish, records });
      return { ...NOTHING, reckoned, plan: planned, files: planned.files };
    };
    plan()
      .then(async (planned) => {
        if (run.signal.aborted || !planned.files) return;
        done({ ...planned, busy: true });
        done({ ...planned, checked: await bring.check(planned.files, run.signal) });
      })
      .catch((error) => done({ ...NOTHING, faults: faultsOf(error) }));
    return () => run.abort();
  }, [step, understanding, whole, joins, title, declared, mapping, answers, fixes, bring, data]);
  return step === 'checked' || step === 'kept' ? result : NOTHING;
}

/** What each file of records comes to, with its bytes for the package. */
async function reckonAll(
  { records }: Understanding,
  { data, answers, fixes }: Pick<Work, 'answers' | 'fixes'> & { readonly data: Dataset },
  { writeParquet }: Bring,
  signal: AbortSignal,
): Promise<PlannedRecords[]> {
  const planned: PlannedRecords[] = [];
  for (const understood of records) {
    const { reading, at } = understood;
    const own = fixes.get(at) ?? new Map<string, string>();
    const reckoning = { reading, at, understood, data, answers, fixes: own, today: today() };
    const reckoned = await reckonRecords(reckoning, signal);
    const bytes = await packRecords(reading, writeParquet, signal);
    planned.push({ reckoned, bytes, categories: newCategories(understood, answers, data) });
  }
  return planned;
}

function wishOf(
  work: Pick<Work, 'title' | 'declared' | 'mapping' | 'answers'>,
  understanding: Understanding,
  base: Base,
) {
  const { title, declared, answers } = work;
  const shown = base.title || title;
  const mapping = mappingOf(shown, understanding, answers, declared);
  return { name: slug(shown, 'goi'), title: shown, today: today(), declared, mappings: [mapping] };
}

function faultsOf(error: unknown): string[] {
  if (error instanceof PackageError) {
    return error.problems.map((problem) => `${problem.file}: ${words.problem.what(problem)}`);
  }
  return [error instanceof Error ? error.message : String(error)];
}
