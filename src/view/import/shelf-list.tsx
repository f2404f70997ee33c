/** Packages kept in this browser: opened, carried away, taken one step back, thrown away. */
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import type { Shelved } from '../../intake/keep/shelf.ts';
import type { StepBack } from '../../intake/keep/step-back.ts';
import { withoutRecords, zipPackage } from '../../intake/keep/zip.ts';
import { formatDay } from '../../model/writing/date.ts';
import { cut, visible } from '../../model/writing/outside.ts';
import { fileName, saveFile } from '../../share/download.ts';
import { words } from '../../text/words.ts';
import { Actions } from '../part/actions.tsx';
import { useDesk } from '../part/desk.ts';
import { noteOwnChange, useBring } from './bring.ts';

export function ShelfList() {
  const bring = useBring();
  const { shelf, onShelf } = bring;
  const [items, setItems] = useState<readonly Shelved[] | null>(null);
  const [fault, setFault] = useState('');
  const [done, setDone] = useState('');
  const known = useRef<string | null>(null);
  const read = useCallback(async () => {
    try {
      const found = await shelf.list();
      const before = known.current;
      known.current = JSON.stringify(found);
      setItems(found);
      return before !== null && before !== known.current;
    } catch (error) {
      setFault(messageOf(error));
      return false;
    }
  }, [shelf]);
  useEffect(() => {
    void read();
    const look = () =>
      void read().then((isNews) => {
        if (isNews) setDone(words.import.anotherTab);
      });
    addEventListener('focus', look);
    return () => removeEventListener('focus', look);
  }, [read]);
  const after = (work: Promise<void>, said: string) =>
    work.then(
      () => {
        setDone(said);
        void noteOwnChange(bring);
        void read();
        onShelf();
      },
      (error: Error) => setFault(error.message || error.name),
    );
  return (
    <section className="import-shelf">
      <h2>{words.import.shelf}</h2>
      {fault && (
        <p role="alert" className="notice error" data-problem="store">
          {words.import.shelfFailed(fault)}
        </p>
      )}
      {done && (
        <p role="status" className="notice" data-shelf-done>
          {done}
        </p>
      )}
      {items?.length === 0 && <p className="muted">{words.import.shelfEmpty}</p>}
      <ul>
        {items?.map((item) => (
          <ShelfItem
            key={item.name}
            {...{ item }}
            onAct={(act) =>
              after(shelf[act](item.name), words.import.done[act](visible(cut(item.title, 120))))
            }
            onFault={(error) => setFault(error.message || error.name)}
          />
        ))}
      </ul>
    </section>
  );
}

const messageOf = (error: unknown) =>
  error instanceof Error ? error.message || error.name : String(error);

/** Its script comes with the first question. */
const StepBackDialog = lazy(() =>
  import('./step-back.tsx').then((loaded) => ({ default: loaded.StepBackDialog })),
);

function ShelfItem({
  item,
  onAct,
  onFault,
}: {
  readonly item: Shelved;
  readonly onFault: (error: Error) => void;
  readonly onAct: (act: 'back' | 'forward' | 'remove') => void;
}) {
  const { change } = useDesk();
  const { shelf } = useBring();
  const [isSure, setSure] = useState(false);
  const [step, setStep] = useState<StepBack | null>(null);
  const onBack = () => {
    setStep(null);
    onAct('back');
  };
  const open = () => change({ view: 'overview', package: `local/${item.name}` });
  const actions = [
    { id: 'open', label: words.import.open, run: open },
    {
      id: 'back',
      label: words.import.undo,
      run: () => void shelf.stepBack(item.name).then(setStep, onFault),
      when: item.hasBefore,
    },
    {
      id: 'forward',
      label: words.import.redo,
      run: () => onAct('forward'),
      when: item.hasAfter === true,
    },
    {
      id: 'remove',
      label: isSure ? words.import.removeSure : words.import.remove,
      run: isSure ? () => onAct('remove') : () => setSure(true),
    },
  ];
  return (
    <li className="import-kept" data-package={item.name}>
      <div>
        <strong>{item.title}</strong>
        <div className="small muted">{words.import.keptAt(timeText(item.at))}</div>
      </div>
      <div className="card-actions">
        <PackageOut item={item} />
        <Actions actions={actions} />
      </div>
      {step && (
        <Suspense>
          <StepBackDialog {...{ step, onBack }} title={item.title} onClose={() => setStep(null)} />
        </Suspense>
      )}
    </li>
  );
}

/** The package as a file, with its records only where that is asked for. */
function PackageOut({ item }: { readonly item: Shelved }) {
  const { shelf } = useBring();
  const [takesRecords, setTakes] = useState(false);
  const save = async () => {
    const files = await shelf.files(item.name);
    if (!files) return;
    const out = takesRecords ? files : withoutRecords(files);
    saveFile(fileName(item.name, 'zip'), await zipPackage(item.name, out));
  };
  return (
    <>
      {item.hasRecords && (
        <label className="small">
          <input
            type="checkbox"
            checked={takesRecords}
            onChange={(event) => setTakes(event.target.checked)}
          />{' '}
          {words.import.records.withRecords}
        </label>
      )}
      <button type="button" className="button" data-package-out onClick={() => void save()}>
        {words.import.packageOut}
      </button>
    </>
  );
}

/** "21/11/2026, 22:05" in the page's own time zone. */
function timeText(at: number): string {
  const time = new Date(at);
  const two = (number: number) => String(number).padStart(2, '0');
  const day = [time.getFullYear(), two(time.getMonth() + 1), two(time.getDate())].join('-');
  return `${formatDay(day)}, ${two(time.getHours())}:${two(time.getMinutes())}`;
}
