/** Entry forms to hand out: for one unit and period, from the package that is open. */
import { useState } from 'react';
import { formOf, nextPeriod } from '../../intake/form.ts';
import { parsePeriod } from '../../model/time/period.ts';
import { formatPeriod } from '../../model/writing/date.ts';
import { fileName, saveFile } from '../../share/download.ts';
import { formCsv, formWorkbook } from '../../share/entry-form.ts';
import { unitName } from '../../text/name.ts';
import { words } from '../../text/words.ts';
import { useDesk } from '../part/desk.ts';
import { Picker } from '../part/fields.tsx';
import { unitOptions } from '../part/options.ts';
import { useBring } from './bring.ts';
import { PeriodPicker } from './understand/period-picker.tsx';
import { useRun } from './use-run.ts';

export function FormSection() {
  const { data } = useDesk();
  const { readBase } = useBring();
  const [unit, setUnit] = useState('');
  const [period, setPeriod] = useState('');
  const { fault, run } = useRun();
  const save = async (extension: 'xlsx' | 'csv') => {
    const form = formOf(await readBase(true), data, unit, period);
    const title = [
      words.form.title,
      data.units.at(unit).name,
      formatPeriod(parsePeriod(period)),
    ].join(' ');
    const file =
      extension === 'xlsx'
        ? await formWorkbook(form, data)
        : new Blob([formCsv(form, data)], { type: 'text/csv' });
    saveFile(fileName(title, extension), file);
  };
  const choose = (chosen: string) => {
    setUnit(chosen);
    setPeriod('');
    run(async () => setPeriod(nextPeriod(await readBase(true), chosen)?.code ?? ''));
  };
  const isReady = unit !== '' && period !== '';
  return (
    <details className="import-form">
      <summary>{words.form.heading}</summary>
      <p className="muted">{words.form.lead}</p>
      <div className="import-choices">
        <Picker
          label={words.form.unit}
          value={unit}
          options={unitOptions(data)}
          onChange={choose}
        />
        <PeriodPicker key={`${unit} ${period}`} start={period} onChange={setPeriod} />
      </div>
      <p className={isReady ? '' : 'small muted'} data-form-of={period}>
        {isReady
          ? words.form.isAskedFor(unitName(data, unit), formatPeriod(parsePeriod(period)))
          : words.form.needsBoth}
      </p>
      <div className="import-choices">
        {(['xlsx', 'csv'] as const).map((extension) => (
          <button
            key={extension}
            type="button"
            className="button"
            data-form={extension}
            disabled={!isReady}
            onClick={() => run(() => save(extension))}
          >
            {extension === 'xlsx' ? words.form.excel : words.form.csv}
          </button>
        ))}
      </div>
      {fault && (
        <p role="alert" className="notice error">
          {fault}
        </p>
      )}
    </details>
  );
}
