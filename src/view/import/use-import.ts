/** The import on the screen: its state, what follows from it, and the ways on. */
import { useCallback, useMemo, useRef, useState } from 'react';
import type { Mapping } from '../../intake/answers.ts';
import { slug } from '../../intake/keep/package.ts';
import { LOCAL } from '../../intake/keep/shelf.ts';
import type { Plan } from '../../intake/plan.ts';
import type { ReadChoices } from '../../intake/read/delimited.ts';
import { type PackageFiles, readDropped } from '../../intake/read/read.ts';
import type { RecordReading } from '../../intake/records/reading.ts';
import type { Reckoned } from '../../intake/records/reckon.ts';
import { type Dropped, Refusal, type Sheet } from '../../intake/sheet.ts';
import {
  layoutKey,
  mappingOf,
  type Understanding,
  understand,
  withReckoned,
} from '../../intake/understand.ts';
import type { Dataset } from '../../model/dataset.ts';
import { words } from '../../text/words.ts';
import { useDesk } from '../part/desk.ts';
import { type Bring, type Checked, useBring } from './bring.ts';
import { letGo, openAll, useLettingGo } from './open-records.ts';
import { type Result, useCheck } from './use-check.ts';
import { back, IDLE, openProblems, openQuestions, type Work } from './work.ts';

export interface Import {
  readonly work: Work;
  readonly understanding: Understanding | null;
  readonly plan: Plan | null;
  readonly checked: Checked | null;
  /** Something is being read or reckoned. */
  readonly busy: boolean;
  /** How much of a long file is read, from 0 to 1; null where nothing long is. */
  readonly share: number | null;
  /** What records came to, in their order; empty before the check. */
  readonly reckoned: readonly Reckoned[];
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
  const [share, setShare] = useState<number | null>(null);
  const [storeFault, setStoreFault] = useState('');
  const running = useRef<AbortController | null>(null);
  const asked = useUnderstanding(work, data);
  const result = useCheck(work, asked, bring, data);
  const understanding = useMemo(
    () => asked && withReckoned(asked, result.reckoned),
    [asked, result.reckoned],
  );
  useLettingGo(work.readings);
  const take: Import['take'] = useCallback(
    (dropped, choices = new Map()) => {
      running.current?.abort();
      const run = new AbortController();
      running.current = run;
      setReading(true);
      const settle = (next: Work) => {
        if (run.signal.aborted) return letGo(next.readings);
        setReading(false);
        setShare(null);
        setWork(next);
      };
      const definitions = [...data.records.values()];
      const { signal } = run;
      const onShare = (now: number) => !signal.aborted && setShare(now);
      readDropped(dropped, { readParquet: bring.readParquet, definitions, choices })
        .then(async (taken) => {
          const readings = await openAll(taken, bring, onShare, signal);
          return begun({ ...IDLE, dropped, choices, taken, readings }, data, bring);
        })
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
    ...{ work, understanding, busy, share, storeFault, take, next, canGoOn },
    reckoned: result.reckoned,
    plan: result.plan,
    faults: result.faults,
    checked: result.checked,
    change: setWork,
    back: () => setWork(back(work)),
    restart: () => {
      running.current?.abort();
      setReading(false);
      setShare(null);
      setStoreFault('');
      setWork(IDLE);
    },
  };
}

function useUnderstanding(work: Work, data: Dataset): Understanding | null {
  const { taken, answers, fixes, readings } = work;
  return useMemo(() => {
    if (!taken || taken.sheets.length + readings.length === 0) return null;
    return understoodOnce(taken.sheets, data, answers, fixes, readings);
  }, [taken, answers, fixes, readings, data]);
}

type Arguments = [
  readonly Sheet[],
  Dataset,
  Work['answers'],
  Work['fixes'],
  readonly RecordReading[],
];
let last: { readonly of: Arguments; readonly result: Understanding } | null = null;

/** Long tables take seconds: what was understood last is not worked out again for the screen. */
function understoodOnce(...of: Arguments): Understanding {
  if (last?.of.every((part, at) => part === of[at])) return last.result;
  const [sheets, data, answers, fixes, readings] = of;
  last = { of, result: understand(sheets, data, { answers, fixes }, readings) };
  return last.result;
}

/** After reading: to the first step, or past it where a mapping that was kept leaves nothing to ask. */
async function begun(start: Work, data: Dataset, bring: Bring): Promise<Work> {
  const { taken, dropped, readings, fixes } = start;
  const [whole] = taken?.packages ?? [];
  if (whole)
    return { ...start, step: 'checked', joins: false, title: titleOf(whole.files) || whole.name };
  const sheets = taken?.sheets ?? [];
  const plain = understoodOnce(sheets, data, start.answers, fixes, readings);
  const mapping = await mappingFor(layoutKey(plain), bring);
  const names = dropped.map(({ name }) => name).join(', ');
  const base = { ...start, title: `${words.import.title} ${names}`.slice(0, 120) };
  if (!mapping) return { ...base, step: 'recognised' };
  const answers = { ...mapping.answers };
  const again = understoodOnce(sheets, data, answers, fixes, readings);
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
