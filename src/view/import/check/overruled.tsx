/** Figures of new documents that will not be shown, for those of older ones stand: why, and the day that settles it. */
import { useState } from 'react';
import type { ChangesShown } from '../../../intake/show/changes.ts';
import type { FoundShown } from '../../../intake/show/found.ts';
import type { Dataset } from '../../../model/dataset.ts';
import { groupBy } from '../../../model/group.ts';
import type { Overruled } from '../../../model/statement.ts';
import { readSaidDay } from '../../../model/time/said-period.ts';
import { today } from '../../../model/time/today.ts';
import { formatDayOrMonth } from '../../../model/writing/date.ts';
import { formatCount } from '../../../model/writing/number.ts';
import { cut, visible } from '../../../model/writing/outside.ts';
import { words } from '../../../text/words.ts';
import { TextField } from '../../part/fields.tsx';
import type { Import } from '../use-import.ts';
import { answered } from '../work.ts';

interface Of {
  readonly found: FoundShown;
  readonly changes: ChangesShown;
}

/** One line per file, with a field for its day where a day decides. */
export function OverruledNotes({ found, changes, state }: Of & { readonly state: Import }) {
  const { statements } = found.overruled;
  const files = groupBy(statements, ({ source }) => changes.signedKeys.get(source) ?? source);
  return [...files].map(([key, own]) => (
    <OverruledNote key={key} {...{ found, changes, state, own }} answer={key} />
  ));
}

function OverruledNote({
  found: { data },
  changes,
  state,
  own,
  answer,
}: Of & {
  readonly state: Import;
  readonly own: readonly Overruled[];
  readonly answer: string;
}) {
  const why = [...new Set(own.map((item) => whyKept(data, changes, item)))];
  const name = changes.names.get(own[0]?.source ?? '') ?? '';
  return (
    <div className="notice" data-overruled={own.length}>
      <p>
        {words.import.overruled.some(formatCount(own.length), visible(cut(name, NAME)))}{' '}
        {words.import.overruled.why(why.join('; '))}
      </p>
      {changes.signedKeys.has(own[0]?.source ?? '') && (
        <DayField
          start={state.work.answers[answer] ?? ''}
          onDay={(day) => state.change((now) => answered(now, answer, day))}
        />
      )}
    </div>
  );
}

const NAME = 80;

/** The day as it is written on documents; nothing happens until it is one that has come. */
function DayField({
  start,
  onDay,
}: {
  readonly start: string;
  readonly onDay: (day: string) => void;
}) {
  const [text, setText] = useState(start && formatDayOrMonth(start));
  const day = readSaidDay(text);
  const isDay = day !== null && day <= today();
  return (
    <form
      className="import-choices"
      onSubmit={(event) => {
        event.preventDefault();
        if (isDay) onDay(day);
      }}
    >
      <TextField
        label={words.import.overruled.day}
        placeholder={words.import.overruled.dayHint}
        {...{ value: text, onChange: setText, size: '' }}
      />
      <button type="submit" className="button" data-signed disabled={!isDay || day === start}>
        {words.import.use}
      </button>
    </form>
  );
}

/** Why the older statement stands. */
export function whyKept(
  data: Dataset,
  { signedKeys }: ChangesShown,
  { source, shownSource }: Overruled,
): string {
  const { overruled } = words.import;
  const [own = '', other = ''] = [source, shownSource].map((id) => data.sources.get(id)?.signedOn);
  if (!signedKeys.has(source)) return overruled.records;
  if (own === '') return overruled.undated;
  if (other > own) return overruled.later(formatDayOrMonth(other), formatDayOrMonth(own));
  return other === own ? overruled.same(formatDayOrMonth(own)) : overruled.other;
}
