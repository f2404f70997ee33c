/** The right text of a cell, typed in place of its own. */
import { useState } from 'react';
import { words } from '../../../text/words.ts';
import { TextField } from '../../part/fields.tsx';

export function CellFix({
  start,
  onFix,
}: {
  /** What stands there, to be corrected; '' where it is of no use. */
  readonly start: string;
  readonly onFix: (text: string) => void;
}) {
  const [text, setText] = useState(start);
  const isNew = text.trim() !== '' && text.trim() !== start.trim();
  return (
    <form
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
