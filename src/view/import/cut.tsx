/** The open package for one unit and those below it, as a file to be handed on. */
import { useState } from 'react';
import { cutOut, unitsUnder } from '../../intake/keep/cut.ts';
import { placeCut } from '../../intake/keep/place.ts';
import { slug } from '../../intake/keep/slug.ts';
import { zipPackage } from '../../intake/keep/zip.ts';
import { today } from '../../model/time/today.ts';
import { fileName, saveFile } from '../../share/download.ts';
import { words } from '../../text/words.ts';
import { useDesk } from '../part/desk.ts';
import { Picker } from '../part/fields.tsx';
import { unitOptions } from '../part/options.ts';
import { useBring } from './bring.ts';
import { PlaceLostNotes } from './place-lost.tsx';
import { useRun } from './use-run.ts';

export function CutSection() {
  const { data } = useDesk();
  const { readBase } = useBring();
  const [unit, setUnit] = useState('');
  const { fault, run } = useRun();
  const save = async () => {
    const title = `${data.title}: ${data.units.at(unit).name}`;
    const name = slug(data.units.at(unit).name, 'goi');
    const files = cutOut(await readBase(true), data, unit, { name, title, created: today() });
    saveFile(fileName(name, 'zip'), await zipPackage(name, files));
  };
  return (
    <details className="import-form">
      <summary>{words.form.cutHeading}</summary>
      <p className="muted">{words.form.cutLead}</p>
      <div className="import-choices">
        <Picker
          label={words.form.unit}
          value={unit}
          options={unitOptions(data)}
          onChange={setUnit}
        />
        <button
          type="button"
          className="button"
          data-cut
          disabled={unit === ''}
          onClick={() => run(save)}
        >
          {words.import.packageOut}
        </button>
      </div>
      {unit && <PlaceLostNotes lost={placeCut(data, data, unitsUnder(data, unit)).lost} />}
      {fault && (
        <p role="alert" className="notice error">
          {fault}
        </p>
      )}
    </details>
  );
}
