/** A unit or a measure that the catalogue does not have, declared on the spot with what it needs. */
import { useState } from 'react';
import { slug } from '../../../intake/keep/slug.ts';
import type { Question } from '../../../intake/shape/draft.ts';
import { ownOf } from '../../../model/group.ts';
import { LEVELS } from '../../../model/unit.ts';
import { words } from '../../../text/words.ts';
import { useDesk } from '../../part/desk.ts';
import { Choice, Picker, TextField } from '../../part/fields.tsx';
import { unitOptions } from '../../part/options.ts';
import type { Import } from '../use-import.ts';
import { declaredUnits, declaring } from '../work.ts';

interface DeclareProps {
  readonly state: Import;
  readonly question: Question;
}

export function DeclareUnit({ state, question }: DeclareProps) {
  const { data } = useDesk();
  const [name, setName] = useState(question.kind === 'unit' ? '' : question.text);
  const [level, setLevel] = useState('commune');
  const [parent, setParent] = useState('');
  const submit = () => {
    const unit = freeId(slug(name, 'don-vi'), data.units.has);
    state.change((work) => declaring(work, 'units', { unit, name, level, parent }, question.key));
  };
  return (
    <div className="import-declare">
      <TextField label={words.import.name} value={name} onChange={setName} />
      <Choice
        label={words.import.level}
        value={level}
        options={LEVELS.map((id) => ({ id, name: ownOf(words.level, id) ?? id }))}
        onChange={setLevel}
      />
      <Picker
        label={words.import.parent}
        value={parent}
        options={[...declaredUnits(state.work), ...unitOptions(data)]}
        onChange={setParent}
      />
      <Submit isOff={name.trim() === ''} onClick={submit} />
    </div>
  );
}

export function DeclareMeasure({ state, question }: DeclareProps) {
  const { data } = useDesk();
  const [name, setName] = useState(question.text.split(' › ').join(', '));
  const [label, setLabel] = useState('');
  const [temporal, setTemporal] = useState('flow');
  const submit = () => {
    const plain = slug(name, 'so-lieu')
      .replace(/-/g, '_')
      .replace(/^(?=\d)/, 'm_');
    const measure = freeId(plain, (id) => data.measures.has(id) || data.indicators.has(id), '_');
    const row = { measure, name, unit_label: label, temporal };
    state.change((work) => declaring(work, 'measures', row, question.key));
  };
  return (
    <div className="import-declare">
      <TextField label={words.import.name} value={name} onChange={setName} />
      <TextField label={words.import.unitLabel} value={label} onChange={setLabel} />
      <Choice
        label={words.import.temporal}
        value={temporal}
        options={Object.entries(words.import.temporals).map(([id, text]) => ({ id, name: text }))}
        onChange={setTemporal}
      />
      <Submit isOff={name.trim() === ''} onClick={submit} />
    </div>
  );
}

function Submit({ isOff, onClick }: { readonly isOff: boolean; readonly onClick: () => void }) {
  return (
    <button type="button" className="button" data-declare disabled={isOff} onClick={onClick}>
      {words.import.declare}
    </button>
  );
}

function freeId(wanted: string, isTaken: (id: string) => boolean, joint = '-'): string {
  let id = wanted;
  for (let number = 2; isTaken(id); number += 1) id = `${wanted}${joint}${number}`;
  return id;
}
