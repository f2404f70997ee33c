/** Says that other data is there than the page shows. */
import { useEffect, useState } from 'react';
import { words } from '../text/words.ts';

/** A page left open says that the package on the server is another one now. */
export function FreshNotice({
  watch,
  path,
}: {
  readonly watch: ((path: string, onChange: () => void) => () => void) | null;
  readonly path: string;
}) {
  const [changed, setChanged] = useState(false);
  useEffect(() => watch?.(path, () => setChanged(true)), [watch, path]);
  if (!changed) return null;
  return (
    <p role="status" className="notice" data-fresh="true">
      {words.fresh.changed}{' '}
      <button type="button" className="button" onClick={() => location.reload()}>
        {words.fresh.reload}
      </button>
    </p>
  );
}
