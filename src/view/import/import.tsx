/** "Nhập số liệu": files → understood → mapped → checked → kept, with a way back at every step. */
import { type ReactNode, useEffect, useRef, useState } from 'react';
import '../../style/import.css';
import { formatCount } from '../../model/writing/number.ts';
import { words } from '../../text/words.ts';
import { SilenceNotice } from '../notice/notices.tsx';
import { useReady } from '../part/ready.ts';
import { useBring } from './bring.ts';
import { CheckedStep } from './check/checked.tsx';
import { CutSection } from './cut.tsx';
import { DropStep, Refused } from './drop.tsx';
import { FormSection } from './form.tsx';
import { KeptStep } from './kept.tsx';
import { ShelfList } from './shelf-list.tsx';
import { MappedStep } from './understand/mapped.tsx';
import { RecognisedStep } from './understand/recognised.tsx';
import { bringsNothing, type Import, useImport } from './use-import.ts';
import { openQuestions, type Step, stepsBehind } from './work.ts';

const STEPS: readonly Step[] = ['idle', 'recognised', 'mapped', 'checked', 'kept'];

/** @param before why no package is open: drawn until files are taken in, for what it offers ends the work */
export function ImportView({ before: failure }: { readonly before?: ReactNode }) {
  const state = useImport();
  const { path } = useBring();
  const { step } = state.work;
  useReady(state.busy ? 'waiting' : 'true');
  const before = useRef(step);
  useEffect(() => {
    document.documentElement.dataset.import = step;
    if (before.current !== step) scrollTo(0, 0); // every step begins at its top
    before.current = step;
    return () => {
      delete document.documentElement.dataset.import;
    };
  }, [step]);
  useGuards(step);
  return (
    <>
      {step === 'idle' && !state.busy && failure}
      <section className="card import" aria-label={words.import.title}>
        <div className="card-head">
          <div>
            <h1>{words.import.title}</h1>
            <p className="muted">{words.import.lead}</p>
          </div>
        </div>
        <Progress state={state} />
        {path === '' && (
          <p role="status" className="notice" data-without-package>
            {words.import.withoutPackage}
          </p>
        )}
        <SilenceNotice files={state.silent} />
        {step !== 'kept' &&
          state.work.refused.map((refusal) => (
            <Refused key={refusal.file} refusal={refusal} isAlone={false} />
          ))}
        <CurrentStep state={state} />
        <Ways state={state} />
        {(step === 'idle' || step === 'kept') && <ShelfList />}
        {step === 'idle' && path !== '' && <FormSection />}
        {step === 'idle' && path !== '' && <CutSection />}
      </section>
    </>
  );
}

/** Files dropped beside the box must not open in place of the page; unkept work is asked about before it is left. */
function useGuards(step: Step): void {
  useEffect(() => {
    const keepPage = (event: DragEvent) => event.preventDefault();
    addEventListener('dragover', keepPage);
    addEventListener('drop', keepPage);
    return () => {
      removeEventListener('dragover', keepPage);
      removeEventListener('drop', keepPage);
    };
  }, []);
  useEffect(() => {
    if (!['recognised', 'mapped', 'checked'].includes(step)) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [step]);
}

function CurrentStep({ state }: { readonly state: Import }) {
  switch (state.work.step) {
    case 'recognised':
      return <RecognisedStep state={state} />;
    case 'mapped':
      return <MappedStep state={state} />;
    case 'checked':
      return <CheckedStep state={state} />;
    case 'kept':
      return <KeptStep state={state} />;
    default:
      return <DropStep state={state} />;
  }
}

/** The steps: those behind can be gone back to, the present one is marked. */
function Progress({ state }: { readonly state: Import }) {
  const { work, goTo } = state;
  const now = Math.max(0, STEPS.indexOf(work.step));
  const behind = stepsBehind(work);
  return (
    <ol className="import-steps">
      {words.import.steps.map((name, at) => {
        const step = STEPS[at];
        return (
          <li key={name} {...(at === now ? { 'aria-current': 'step' as const } : {})}>
            {step && behind.includes(step) ? (
              <button
                type="button"
                className="plain-button link"
                data-step={step}
                onClick={() => goTo(step)}
              >
                {name}
              </button>
            ) : (
              name
            )}
          </li>
        );
      })}
    </ol>
  );
}

/** The one way on, and the ways back. */
function Ways({ state }: { readonly state: Import }) {
  const { work, busy, canGoOn, next, back, restart } = state;
  const isChosen = work.step === 'idle' && work.handed.length > 0;
  if (work.step === 'idle' && !busy && !isChosen) return null;
  if (work.step === 'refused' && !busy) return null; // files are chosen above
  const isSame = work.step === 'checked' && !busy && bringsNothing(work, state.planned);
  const isUnderWay = ['recognised', 'mapped', 'checked'].includes(work.step);
  return (
    <div className="import-ways">
      {(work.step !== 'idle' || (isChosen && !busy)) && !isSame && (
        <button
          type="button"
          className="button primary"
          data-import-next
          disabled={!canGoOn}
          onClick={next}
        >
          {words.import.next[work.step]}
        </button>
      )}
      {!busy && !canGoOn && <Open state={state} />}
      {busy && work.step === 'checked' && (
        <span className="small muted" data-why-closed>
          {words.import.waitChecks}
        </span>
      )}
      {isUnderWay && (
        <button type="button" className="button" onClick={back}>
          {words.import.back}
        </button>
      )}
      {(isUnderWay || busy || isChosen) && (
        <Restart key={work.step} asks={isUnderWay} onSure={restart}>
          {busy && work.step === 'idle' ? words.import.cancel : words.import.restart}
        </Restart>
      )}
    </div>
  );
}

/** Throws the work away; where there is some, at the second press. */
function Restart({
  asks,
  onSure,
  children,
}: {
  readonly asks: boolean;
  readonly onSure: () => void;
  readonly children: string;
}) {
  const [isAsked, setAsked] = useState(false);
  const isSure = !asks || isAsked;
  return (
    <button
      type="button"
      className="button"
      data-restart={isAsked ? 'asked' : ''}
      onClick={isSure ? onSure : () => setAsked(true)}
    >
      {isAsked ? words.import.restartSure : children}
    </button>
  );
}

/** Why the way on is closed: what is still to be said or settled above. */
function Open({ state: { work, shown, planned } }: { readonly state: Import }) {
  if (work.step === 'checked' && bringsNothing(work, planned)) {
    return (
      <strong role="status" data-nothing-new>
        {words.import.nothingNew}
      </strong>
    );
  }
  const questions = openQuestions(shown, work.step).length;
  const cells = work.step === 'checked' ? (shown?.problems.open ?? 0) : 0;
  if (questions + cells === 0) return null;
  const told = questions > 0 ? words.import.openQuestions : words.import.openCells;
  return <span className="small muted">{told(formatCount(questions + cells))}</span>;
}
