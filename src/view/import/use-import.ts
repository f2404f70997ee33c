/** The import on the screen: its state, what follows from it, and the ways on. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Mapping } from '../../intake/answers.ts';
import type { Base } from '../../intake/keep/base.ts';
import { slug } from '../../intake/keep/package.ts';
import { LOCAL } from '../../intake/keep/shelf.ts';
import { type Plan, planOf } from '../../intake/plan.ts';
import type { ReadChoices } from '../../intake/read/delimited.ts';
import { type PackageFiles, readDropped, type Taken } from '../../intake/read/read.ts';
import { type Dropped, Refusal, type Sheet } from '../../intake/sheet.ts';
import { layoutKey, mappingOf, type Understanding, understand } from '../../intake/understand.ts';
import type { Dataset } from '../../model/dataset.ts';
import { PackageError } from '../../model/problem.ts';
import { today } from '../../model/time/today.ts';
import { words } from '../../text/words.ts';
import { useDesk } from '../part/desk.ts';
import { type Bring, type Checked, useBring } from './bring.ts';
import { back, IDLE, openProblems, openQuestions, type Work } from './work.ts';

export interface Import {
  readonly work: Work;
  readonly understanding: Understanding | null;
  readonly plan: Plan | null;
  readonly checked: Checked | null;
  /** Something is being read or reckoned. */
  readonly busy: boolean;
  /** Why the package that would be kept cannot be shown. */
  readonly faults: readonly string[];
  /** What the browser said when it could not keep the package. */
  readonly storeFault: string;
  readonly change: (next: (work: Work) => Work) => void;
  readonly take: (dropped: readonly Dropped[], choices?: ReadonlyMap<string, ReadChoices>) => void;
  readonly next: () => void;
  readonly canGoOn: boolean;
  readonly back: () => void;
  readonly restart: () => void;
}

export function useImport(): Import {
  const { data, change: changeUrl } = useDesk();
  const bring = useBring();
  const [work, setWork] = useState(IDLE);
  const [reading, setReading] = useState(false);
  const [storeFault, setStoreFault] = useState('');
  const running = useRef<AbortController | null>(null);
  const understanding = useUnderstanding(work, data);
  const result = useCheck(work, understanding, bring);
  const take: Import['take'] = useCallback(
    (dropped, choices = new Map()) => {
      running.current?.abort();
      const run = new AbortController();
      running.current = run;
      setReading(true);
      const settle = (next: Work) => {
        if (run.signal.aborted) return;
        setReading(false);
        setWork(next);
      };
      readDropped(dropped, bring.readParquet, choices)
        .then((taken) => begun(dropped, choices, taken, data, bring))
        .then(settle, (error) => settle(refusedFor(dropped, error)));
    },
    [bring, data],
  );
  const busy = reading || result.busy;
  const canGoOn = !busy && isOpen(work, understanding, result);
  const next = () => {
    const { step } = work;
    if (step === 'idle' || step === 'refused') setWork(IDLE);
    else if (step === 'recognised') setWork({ ...work, step: 'mapped' });
    else if (step === 'mapped') setWork({ ...work, step: 'checked' });
    else if (step === 'checked') {
      keep(work, understanding, result, bring).then(
        ({ name, title }) => {
          setStoreFault('');
          setWork({ ...work, step: 'kept', name, title });
          bring.onShelf();
        },
        (error: Error) => setStoreFault(error.message || error.name),
      );
    } else changeUrl({ view: 'overview', package: `local/${work.name}` });
  };
  return {
    ...{ work, understanding, busy, storeFault, take, next, canGoOn },
    plan: result.plan,
    faults: result.faults,
    checked: result.checked,
    change: setWork,
    back: () => setWork(back(work)),
    restart: () => {
      running.current?.abort();
      setReading(false);
      setStoreFault('');
      setWork(IDLE);
    },
  };
}

function useUnderstanding(work: Work, data: Dataset): Understanding | null {
  const { taken, answers, fixes } = work;
  return useMemo(() => {
    if (!taken || taken.sheets.length === 0) return null;
    return understoodOnce(taken.sheets, data, answers, fixes);
  }, [taken, answers, fixes, data]);
}

type Arguments = [readonly Sheet[], Dataset, Work['answers'], Work['fixes']];
let last: { readonly of: Arguments; readonly result: Understanding } | null = null;

/** Long tables take seconds: what was understood last is not worked out again for the screen. */
function understoodOnce(...of: Arguments): Understanding {
  if (last?.of.every((part, at) => part === of[at])) return last.result;
  const [sheets, data, answers, fixes] = of;
  last = { of, result: understand(sheets, data, { answers, fixes }) };
  return last.result;
}

/** After reading: to the first step, or past it where a mapping that was kept leaves nothing to ask. */
async function begun(
  dropped: readonly Dropped[],
  choices: ReadonlyMap<string, ReadChoices>,
  taken: Taken,
  data: Dataset,
  bring: Bring,
): Promise<Work> {
  const start = { ...IDLE, dropped, choices, taken };
  const [whole] = taken.packages;
  if (whole)
    return { ...start, step: 'checked', joins: false, title: titleOf(whole.files) || whole.name };
  const plain = understoodOnce(taken.sheets, data, start.answers, start.fixes);
  const mapping = await mappingFor(layoutKey(plain.sheets), bring);
  const title = words.import.title;
  const base = {
    ...start,
    title: `${title} ${dropped.map(({ name }) => name).join(', ')}`.slice(0, 120),
  };
  if (!mapping) return { ...base, step: 'recognised' };
  const answers = { ...mapping.answers };
  const again = understoodOnce(taken.sheets, data, answers, start.fixes);
  const step = again.questions.length === 0 ? 'checked' : 'recognised';
  return { ...base, answers, declared: mapping.declared, mapping, step };
}

async function mappingFor(layout: string, { shelf }: Bring): Promise<Mapping | null> {
  const kept = await shelf.mappings().catch(() => []); // without a store there is none
  return kept.find((mapping) => mapping.layout === layout) ?? null;
}

function titleOf(files: PackageFiles): string {
  try {
    const { title = '' } = JSON.parse(new TextDecoder().decode(files.get('datapackage.json')));
    return typeof title === 'string' ? title : '';
  } catch {
    return '';
  }
}

function refusedFor(dropped: readonly Dropped[], error: unknown): Work {
  const refusal =
    error instanceof Refusal
      ? error
      : new Refusal('binary', dropped[0]?.name ?? '', String(error).slice(0, 200));
  return { ...IDLE, dropped, step: 'refused', refusal };
}

interface Result {
  readonly busy: boolean;
  readonly plan: Plan | null;
  readonly files: PackageFiles | null;
  readonly checked: Checked | null;
  readonly faults: readonly string[];
}

const NOTHING: Result = { busy: false, plan: null, files: null, checked: null, faults: [] };

/** In the third step: what keeping would do, and what the package's own checks find in the new figures. */
function useCheck(work: Work, understanding: Understanding | null, bring: Bring): Result {
  const [result, setResult] = useState<Result>(NOTHING);
  const { step, taken, joins, title, declared, mapping, answers } = work;
  const whole = taken?.packages[0]?.files ?? null;
  useEffect(() => {
    if (step !== 'checked') return;
    const run = new AbortController();
    setResult({ ...NOTHING, busy: true });
    const done = (next: Result) => !run.signal.aborted && setResult(next);
    const plan = async (): Promise<Result> => {
      if (!understanding) return { ...NOTHING, files: whole };
      const base = await bring.readBase(joins);
      const planned = planOf(
        understanding,
        base,
        wishOf({ title, declared, mapping, answers }, understanding, base),
      );
      return { ...NOTHING, plan: planned, files: planned.files };
    };
    plan()
      .then(async (planned) => {
        if (run.signal.aborted || !planned.files) return;
        done({ ...planned, busy: true });
        done({ ...planned, checked: await bring.check(planned.files, run.signal) });
      })
      .catch((error) => done({ ...NOTHING, faults: faultsOf(error) }));
    return () => run.abort();
  }, [step, understanding, whole, joins, title, declared, mapping, answers, bring]);
  return step === 'checked' || step === 'kept' ? result : NOTHING;
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

function isOpen(work: Work, understanding: Understanding | null, result: Result): boolean {
  switch (work.step) {
    case 'recognised':
    case 'mapped':
      return openQuestions(understanding, work.step).length === 0;
    case 'checked':
      return result.checked !== null && openProblems(understanding, work).length === 0;
    default:
      return work.step !== 'idle';
  }
}

/** Puts the package on the shelf, and the mapping beside it; under which name. */
async function keep(
  work: Work,
  understanding: Understanding | null,
  { plan, files }: Result,
  { shelf, path }: Bring,
): Promise<{ name: string; title: string }> {
  if (!files) throw new Error('nothing to keep');
  const title = titleOf(files) || work.title;
  const name = freeName(slug(title, 'goi'), await shelf.list(), work.joins ? path : '');
  await shelf.keep({ name, title, files });
  if (plan && understanding) {
    await shelf.keepMapping(mappingOf(title, understanding, work.answers, work.declared));
  }
  return { name, title };
}

/** A package that is joined is replaced (with one step back); any other keeps its place on the shelf. */
function freeName(
  wanted: string,
  kept: readonly { readonly name: string }[],
  joined: string,
): string {
  const own =
    kept.find(({ name }) => joined === `${LOCAL}/${name}`) ??
    (joined === LOCAL ? kept[0] : undefined);
  if (own) return own.name;
  let name = wanted;
  for (let number = 2; kept.some((other) => other.name === name); number += 1)
    name = `${wanted}-${number}`;
  return name;
}
