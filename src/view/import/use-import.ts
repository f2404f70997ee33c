/** The import on the screen: its state, what follows from it, and the ways on. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { knownMapping, type Mapping } from '../../intake/answers.ts';
import type { Clerk, Handed } from '../../intake/clerk.ts';
import { LOCAL } from '../../intake/keep/shelf.ts';
import { slug } from '../../intake/keep/slug.ts';
import { answersKnown } from '../../intake/known.ts';
import type { ReadChoices } from '../../intake/read/delimited.ts';
import type { LeftOut } from '../../intake/show/problems.ts';
import type { Shown } from '../../intake/show/show.ts';
import type { Dataset } from '../../model/dataset.ts';
import { PackageError } from '../../model/problem.ts';
import { words } from '../../text/words.ts';
import { useDesk } from '../part/desk.ts';
import { type Bring, noteOwnChange, useBring } from './bring.ts';
import { comeBack, leave, resumed } from './left.ts';
import { type Checking, type Result, useCheck } from './use-check.ts';
import {
  IDLE,
  isBehind,
  onFromFiles,
  openQuestions,
  refusedFor,
  type Step,
  stepsBehind,
  telling,
  type Work,
} from './work.ts';

type Change = (next: (work: Work) => Work) => void;

export interface Import extends Omit<Checking, 'busy'> {
  readonly work: Work;
  /** What was understood so far; null before anything is. */
  readonly shown: Shown | null;
  /** Something is being read or reckoned. */
  readonly busy: boolean;
  /** How much of a long file is read, from 0 to 1; null where nothing long is. */
  readonly share: number | null;
  /** Files of the software of which nothing has come for a while. */
  readonly silent: readonly string[];
  /** What the browser said when it could not keep the package. */
  readonly storeFault: string;
  readonly change: Change;
  readonly take: (handed: readonly Handed[], choices?: ReadonlyMap<string, ReadChoices>) => void;
  /** Leaves cells out knowingly, by the keys of their problems; null: all that are open. */
  readonly skip: (keys: readonly string[] | null) => void;
  readonly unskip: () => void;
  readonly leftOut: () => Promise<readonly LeftOut[]>;
  readonly next: () => void;
  readonly canGoOn: boolean;
  /** To a step behind. */
  readonly goTo: (step: Step) => void;
  readonly back: () => void;
  readonly restart: () => void;
}

export function useImport(): Import {
  const { change: changeUrl, data } = useDesk();
  const bring = useBring();
  const [work, setWork] = useState(() => comeBack(bring.path, data));
  const [storeFault, setStoreFault] = useState('');
  const { take, giveUp, reading, ...waiting } = useTaking(bring, work, setWork);
  useListening(work, setWork);
  const { shelf } = bring;
  const keepMapping = useCallback(
    (mapping: Mapping) => void shelf.keepMapping(mapping).catch(() => {}), // without a store it is asked again
    [shelf],
  );
  const { busy: checking, ...result } = useCheck(work, setWork, keepMapping);
  const [isKeeping, setKeeping] = useState(false);
  const busy = reading || checking || isKeeping || isBehind(work);
  const shown = work.told?.shown ?? null;
  const canGoOn = !busy && isOpen(work, result);
  const next = () => {
    const { step } = work;
    if (step === 'idle') setWork(onFromFiles(work));
    else if (step === 'refused') setWork(IDLE);
    else if (step === 'recognised') setWork({ ...work, step: 'mapped' });
    else if (step === 'mapped') setWork({ ...work, step: 'checked' });
    else if (step === 'checked') {
      setKeeping(true);
      const kept = keep(work, result, bring).then(
        (kept) => {
          setStoreFault('');
          if (kept === null) return result.again();
          const { name, title } = kept;
          setWork({ ...work, step: 'kept', name, title });
          bring.onShelf();
          void noteOwnChange(bring);
        },
        (error: Error) => {
          if (error instanceof PackageError)
            result.again(); // it is said where the plan is told
          else setStoreFault(error.message || error.name);
        },
      );
      void kept.finally(() => setKeeping(false));
    } else changeUrl({ view: 'overview', package: `local/${work.name}` });
  };
  return {
    ...{ work, shown, busy, storeFault, take, next, canGoOn, ...waiting, ...result },
    ...skippingOf(work, setWork),
    change: setWork,
    goTo: (step) => setWork({ ...work, step }),
    back: () => setWork({ ...work, step: stepsBehind(work).at(-1) ?? 'idle' }),
    restart: () => {
      giveUp();
      setStoreFault('');
      setWork(IDLE);
    },
  };
}

/** Files are taken in by a clerk of their own; a further take gives up the one before. */
function useTaking(bring: Bring, work: Work, change: Change) {
  const { data } = useDesk();
  const [reading, setReading] = useState(false);
  const [share, setShare] = useState<number | null>(null);
  const [silent, setSilent] = useState<readonly string[]>([]);
  const running = useRef(work.clerk);
  const giveUp = useCallback(() => {
    running.current?.end();
    running.current = null;
    setReading(false);
    setShare(null);
    setSilent([]);
  }, []);
  useLeaving(bring, work, running);
  useEffect(() => {
    if (!reading) bring.startAhead();
  }, [bring, reading]);
  useEffect(() => () => bring.endAhead(), [bring]);
  const take: Import['take'] = useCallback(
    (handed, choices = new Map()) => {
      giveUp();
      setReading(true);
      const clerk = bring.openClerk(data, (file, isSilent) =>
        setSilent((files) => [...files.filter((own) => own !== file), ...(isSilent ? [file] : [])]),
      );
      running.current = clerk;
      const isMine = () => running.current === clerk;
      const settle = (next: Work) => {
        if (!isMine()) return;
        setReading(false);
        setShare(null);
        change(() => next);
      };
      begun(
        { ...IDLE, handed, choices, clerk, joins: bring.path !== '' },
        clerk,
        { bring, data },
        (now) => isMine() && setShare(now),
      ).then(settle, (error) => settle(refusedFor(handed, error)));
    },
    [bring, data, change, giveUp],
  );
  return { take, giveUp, reading, share, silent };
}

/** Whoever leaves and comes back finds the work as it was; what is still being read is given up. */
function useLeaving(
  { path }: Bring,
  work: Work,
  running: { readonly current: Clerk | null },
): void {
  const { data } = useDesk();
  const last = useRef({ path, data, work });
  useEffect(() => {
    last.current = { path, data, work };
  }, [path, data, work]);
  useEffect(() => {
    resumed();
    return () => {
      const { work: own, ...of } = last.current;
      if (running.current !== own.clerk) running.current?.end();
      leave(of.path, of.data, own);
    };
  }, [running]);
}

/** What is said goes to the clerk, and what it understands comes back. */
function useListening(work: Work, change: Change): void {
  const { clerk, answers, fixes, handed } = work;
  const isLate = isBehind(work);
  useEffect(() => {
    if (!clerk || !isLate) return;
    const said = { answers, fixes };
    clerk.say(said).then(
      (shown) => change((now) => telling(now, clerk, { ...said, shown })),
      (error) => change((now) => (now.clerk === clerk ? refusedFor(handed, error) : now)),
    );
  }, [clerk, answers, fixes, isLate, handed, change]);
}

/** Leaving cells out, and the list of what was. */
function skippingOf({ clerk, told }: Work, change: Change) {
  const tell = (asked: Promise<Shown | null> | undefined) =>
    asked?.then((shown) => told && change((now) => telling(now, clerk, { ...told, shown })));
  return {
    skip: (keys: readonly string[] | null) => void tell(clerk?.skip(keys)),
    unskip: () => void tell(clerk?.unskip()),
    leftOut: async () => (await clerk?.leftOut()) ?? [],
  };
}

/** After reading: to the first step, or past it where a mapping that was kept, or the package's own forms, leave nothing to ask. */
async function begun(
  begin: Work,
  clerk: Clerk,
  { bring, data }: { readonly bring: Bring; readonly data: Dataset },
  onShare: (share: number) => void,
): Promise<Work> {
  const { choices, fixes, answers: none } = begin;
  const { shown, package: whole, refused } = await clerk.take(begin.handed, choices, onShare);
  const left = new Set(refused.map(({ file }) => file));
  const handed = begin.handed.filter(({ name }) => !left.has(name));
  const start = { ...begin, handed, refused };
  const told = { answers: none, fixes, shown };
  if (whole) return { ...start, told, step: 'checked', joins: false, whole, title: whole.title };
  const mapping = shown && (await mappingFor(shown.layout, bring));
  const names = handed.map(({ name }) => name).join(', ');
  const base = { ...start, told, title: `${words.import.title} ${names}`.slice(0, 120) };
  if (!mapping) return { ...base, step: stepAfter(shown, shown?.isOwn === true) };
  const answers = answersKnown(mapping, data);
  const again = await clerk.say({ answers, fixes });
  const { declared } = mapping;
  const step = stepAfter(again, true);
  return { ...base, answers, declared, mapping, step, told: { answers, fixes, shown: again } };
}

/** What is known needs no looking at, where nothing is open. */
function stepAfter(shown: Shown | null, isKnown: boolean): Step {
  return isKnown && shown?.questionCount === 0 ? 'checked' : 'recognised';
}

async function mappingFor(layout: string, { shelf }: Bring): Promise<Mapping | null> {
  const kept = await shelf.mappings().catch(() => []); // without a store there is none
  return knownMapping(kept, layout);
}

/** Nothing but a new title would be kept, if anything. */
export function bringsNothing({ typed }: Work, planned: Result['planned']): boolean {
  return planned?.isNothingNew === true && !typed?.trim();
}

function isOpen(work: Work, { found, planned }: Pick<Result, 'found' | 'planned'>): boolean {
  const { step, told } = work;
  const shown = told?.shown ?? null;
  switch (step) {
    case 'recognised':
    case 'mapped':
      return openQuestions(shown, step).length === 0;
    case 'checked':
      if (bringsNothing(work, planned)) return false;
      return found !== null && (shown?.problems.open ?? 0) === 0;
    default:
      return step !== 'idle' || told !== null;
  }
}

/**
 * Puts the package on the shelf, and the mapping beside it; under which name. Null where the package to be joined is
 * not the one any more that was planned with: what somebody else put there would be lost.
 */
async function keep(
  { clerk, joins, typed, title: own }: Work,
  { planned }: Pick<Result, 'planned'>,
  { shelf, path }: Bring,
): Promise<{ name: string; title: string } | null> {
  if (!clerk || !planned) throw new Error('nothing to keep');
  if (!(await clerk.isStill())) return null;
  const title = typed?.trim() || planned.title || own;
  const files = await clerk.files(title);
  const name = freeName(slug(title, 'goi'), await shelf.list(), joins ? path : '');
  await shelf.keep({ name, title, files });
  if (planned.mapping) await shelf.keepMapping({ ...planned.mapping, name: title });
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
