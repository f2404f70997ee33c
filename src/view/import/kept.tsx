/** The last step: the package lies in this browser, and can be carried elsewhere, as the mapping of its tables can. */

import { mappingFile } from '../../intake/keep/mapping-file.ts';
import { fileName, saveFile } from '../../share/download.ts';
import { words } from '../../text/words.ts';
import { useBring } from './bring.ts';
import { PassedSums } from './check/sums.tsx';
import type { Import } from './use-import.ts';

export function KeptStep({ state }: { readonly state: Import }) {
  const { shelf } = useBring();
  const { shown, work } = state;
  const save = async () => {
    const file = shown && (await mappingFile(shelf, shown.layout));
    if (file) saveFile(fileName(`${work.name}-cach-ghep`, 'json'), file);
  };
  return (
    <div role="status" className="import-done">
      <p>
        <strong>{words.import.keptTitle(work.title)}</strong>
      </p>
      <p>{words.import.keptLead}</p>
      {shown && <PassedSums shown={shown} />}
      {shown && (
        <p>
          {words.import.mappingLead}{' '}
          <button type="button" className="button" data-mapping-out onClick={() => void save()}>
            {words.import.mappingOut}
          </button>
        </p>
      )}
    </div>
  );
}
