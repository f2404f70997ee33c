/** The first step: files dropped, chosen, or a table pasted; and why one was refused. */
import { useState } from 'react';
import type { Handed, RefusedFile } from '../../intake/clerk.ts';
import { sorted } from '../../intake/keep/mapping-file.ts';
import { formatCount } from '../../model/writing/number.ts';
import { cut, visible } from '../../model/writing/outside.ts';
import { words } from '../../text/words.ts';
import { useBring } from './bring.ts';
import type { Import } from './use-import.ts';

export function DropStep({ state }: { readonly state: Import }) {
  const [isOver, setOver] = useState(false);
  const { shelf } = useBring();
  const [said, setSaid] = useState('');
  const before = filesBefore(state);
  const take = async (files: readonly File[]) => {
    const { others, mappings } = await sorted(files);
    const kept = await Promise.all(mappings.map((mapping) => shelf.keepMapping(mapping))).then(
      () =>
        words.import.mappingsTaken(mappings.map(({ name }) => visible(cut(name, 60))).join(', ')),
      (error: Error) => words.import.shelfFailed(error.message || error.name),
    );
    setSaid(mappings.length > 0 ? kept : '');
    if (others.length > 0) state.take(besideThose(before, others.map(handedOf)));
  };
  return (
    <>
      {state.work.refusal && <Refused refusal={state.work.refusal} isAlone />}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button inside is the first */}
      <div
        className={isOver ? 'import-drop over' : 'import-drop'}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          void filesIn(event.dataTransfer).then(take);
        }}
      >
        <p className="import-drop-title">{words.import.drop}</p>
        <label className="button primary">
          {words.import.choose}
          <input
            type="file"
            multiple
            className="visually-hidden"
            onChange={(event) => {
              void take([...(event.target.files ?? [])]);
              event.target.value = '';
            }}
          />
        </label>
        <p className="small muted">{words.import.kinds}</p>
        {said && (
          <p role="status" data-mappings>
            {said}
          </p>
        )}
        {before.length > 0 && !state.busy && (
          <p role="status" data-chosen={before.length}>
            {words.import.chosen(before.map(({ name }) => visible(cut(name, 60))).join(', '))}
          </p>
        )}
        {state.busy && (
          <p role="status">
            {words.import.reading}
            {state.share !== null && (
              <>
                {' '}
                <progress value={state.share} max={1} />
                {` ${Math.round(state.share * 100)}%`}
              </>
            )}
          </p>
        )}
      </div>
      <Paste state={state} />
    </>
  );
}

/** What was chosen before somebody went back to this step. */
function filesBefore({ work }: Import): readonly Handed[] {
  return work.step === 'idle' ? work.handed : [];
}

/** What comes now is read together with what was chosen before; a file of the same name takes its place. */
function besideThose(before: readonly Handed[], now: readonly Handed[]): Handed[] {
  const names = new Set(now.map(({ name }) => name));
  return [...before.filter(({ name }) => !names.has(name)), ...now];
}

function Paste({ state }: { readonly state: Import }) {
  const [text, setText] = useState('');
  const use = () => {
    const pasted = { name: words.import.pasted, file: new Blob([text]) };
    state.take(besideThose(filesBefore(state), [pasted]));
  };
  return (
    <details className="import-paste">
      <summary>{words.import.paste}</summary>
      <label className="field">
        <span>{words.import.pasteHint}</span>
        <textarea rows={6} value={text} onChange={(event) => setText(event.target.value)} />
      </label>
      <button type="button" className="button" disabled={text.trim() === ''} onClick={use}>
        {words.import.pasteUse}
      </button>
    </details>
  );
}

/** Why a file is not taken: alone, or beside others that are. */
export function Refused({
  refusal,
  isAlone,
}: {
  readonly refusal: RefusedFile;
  readonly isAlone: boolean;
}) {
  const value = visible(cut(refusal.value, 160));
  const shown = refusal.code === 'too-large' ? formatCount(Math.ceil(Number(value) / 1e6)) : value;
  return (
    <div role="alert" className="notice error" data-problem={refusal.code} data-file={refusal.file}>
      <p>
        <strong>{visible(cut(refusal.file, 120))}</strong>
        {': '}
        {words.import.refusal[refusal.code](shown)}
      </p>
      <p className="small">{isAlone ? words.import.refused : words.import.refusedBeside}</p>
    </div>
  );
}

function handedOf(file: File): Handed {
  return { name: (file.webkitRelativePath || file.name).normalize('NFC'), file };
}

/** Files, and those inside dropped folders. */
async function filesIn(transfer: DataTransfer): Promise<File[]> {
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry?.() ?? []);
  if (entries.length === 0) return [...transfer.files];
  return (await Promise.all(entries.map((entry) => filesUnder(entry, '')))).flat();
}

async function filesUnder(entry: FileSystemEntry, folder: string): Promise<File[]> {
  const path = folder + entry.name;
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) =>
      (entry as FileSystemFileEntry).file(resolve, reject),
    );
    return [folder ? new File([file], path) : file];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (part.length === 0) break;
    all.push(...part);
  }
  return (await Promise.all(all.map((inner) => filesUnder(inner, `${path}/`)))).flat();
}
