/** The right text of a cell, typed in place of its own. */
import { useEffect, useRef, useState } from 'react';
import { words } from '../../../text/words.ts';
import { TextField } from '../../part/fields.tsx';

export function CellFix({
  start,
  onFix,
  isAsked = false,
}: {
  /** What stands there, to be corrected; '' where it is of no use. */
  readonly start: string;
  readonly onFix: (text: string) => void;
  /** Somebody has just asked for it: the cursor goes into the field. */
  readonly isAsked?: boolean;
}) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (isAsked) form.current?.querySelector('input')?.select();
  }, [isAsked]);
  const [text, setText] = useState(start);
  const isNew = text.trim() !== '' && text.trim() !== start.trim();
  return (
    <form
      ref={form}
      className="import-choices"
      onSubmit={(event) => {
        event.preventDefault();
        if (isNew) onFix(text);
      }}
    >
      <TextField label={words.import.fix} value={text} onChange={setText} size="" />
      <button type="submit" className="button" data-fix disabled={!isNew}>
        {words.import.apply}
      </button>
    </form>
  );
}
