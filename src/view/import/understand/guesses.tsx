/** What was guessed of a sheet, each with a way to correct it. */
import { type ReactNode, useState } from 'react';
import { DELIMITERS, type ReadChoices } from '../../../intake/read/delimited.ts';
import { ENCODING_NAMES, ENCODINGS, type Encoding } from '../../../intake/read/encoding.ts';
import { sheetKey } from '../../../intake/shape/work.ts';
import { rowNumber } from '../../../intake/sheet.ts';
import type { Understood } from '../../../intake/understand.ts';
import { parsePeriod } from '../../../model/time/period.ts';
import { formatPeriod } from '../../../model/writing/date.ts';
import { words } from '../../../text/words.ts';
import { useDesk } from '../../part/desk.ts';
import { Choice, Picker } from '../../part/fields.tsx';
import { unitOptions } from '../../part/options.ts';
import type { Import } from '../use-import.ts';
import { answered } from '../work.ts';
import { PeriodPicker } from './period-picker.tsx';

interface GuessesProps {
  readonly state: Import;
  readonly found: Understood;
}

export function Guesses({ state, found }: GuessesProps) {
  const { sheet, layout, given } = found;
  const { data } = useDesk();
  const { header } = layout;
  const rows = words.import.rows(rowNumber(sheet, header.first), rowNumber(sheet, header.last));
  const period = namesItself(found, 'period') ? null : given.period;
  const unit = namesItself(found, 'unit') ? null : given.unit;
  const inTable = found.shaped.drafts.length > 0 ? words.import.inTable : words.import.unknownYet;
  return (
    <dl className="import-guesses">
      <ReadGuesses {...{ state, found }} />
      <Guess name="header" value={`${header.first + 1}-${header.last + 1}`} shown={rows}>
        <HeaderChoice {...{ state, found }} />
      </Guess>
      <Guess
        name="layout"
        value={shapeOf(found)}
        shown={words.import.layout[shapeOf(found)] ?? ''}
      />
      <Guess
        name="period"
        value={period ?? onlyOf(found, 'period')}
        shown={period ? formatPeriod(parsePeriod(period)) : inTable}
      >
        <PeriodPicker
          onChange={(code) =>
            state.change((work) => answered(work, `period ${sheetKey(sheet)}`, code))
          }
        />
      </Guess>
      <Guess
        name="unit"
        value={unit ?? onlyOf(found, 'unit')}
        shown={unit && data.units.has(unit) ? data.units.at(unit).name : inTable}
      >
        <Picker
          label={words.import.guess.unit}
          value={unit ?? ''}
          options={unitOptions(data)}
          onChange={(id) => state.change((work) => answered(work, `unit ${sheetKey(sheet)}`, id))}
        />
      </Guess>
    </dl>
  );
}

/** Encoding and delimiter: of text files only; another choice reads the file anew. */
export function ReadGuesses({
  state,
  found: { sheet },
}: {
  readonly state: Import;
  readonly found: Pick<Understood, 'sheet'>;
}) {
  if (sheet.encoding === '') return null;
  const reread = (choice: ReadChoices) => {
    const choices = new Map(state.work.choices);
    choices.set(sheet.file, { ...choices.get(sheet.file), ...choice });
    state.take(state.work.dropped, choices);
  };
  const { delimiter } = words.import;
  const nameOf = (id: Encoding) =>
    id === 'windows-1252' ? words.import.encodingPlain : ENCODING_NAMES[id];
  return (
    <>
      <Guess name="encoding" value={sheet.encoding} shown={nameOf(sheet.encoding as Encoding)}>
        <Choice
          label={words.import.guess.encoding}
          value={sheet.encoding}
          options={ENCODINGS.map((id) => ({ id, name: nameOf(id) }))}
          onChange={(id) =>
            reread({ encoding: ENCODINGS.find((known) => known === id) ?? 'utf-8' })
          }
        />
      </Guess>
      <Guess
        name="delimiter"
        value={sheet.delimiter}
        shown={delimiter[sheet.delimiter] ?? sheet.delimiter}
      >
        <Choice
          label={words.import.guess.delimiter}
          value={sheet.delimiter}
          options={DELIMITERS.map((id) => ({ id, name: delimiter[id] ?? id }))}
          onChange={(id) => reread({ delimiter: DELIMITERS.find((known) => known === id) ?? ',' })}
        />
      </Guess>
    </>
  );
}

/** One row, or up to three, as the header. */
function HeaderChoice({ state, found: { sheet, layout } }: GuessesProps) {
  const ranges = Array.from({ length: Math.min(12, sheet.rows.length - 1) }, (_, first) =>
    [first, first + 1, first + 2]
      .filter((last) => last < sheet.rows.length - 1)
      .map((last) => `${first + 1}-${last + 1}`),
  ).flat();
  const nameOf = (range: string) => {
    const [first = 1, last = 1] = range.split('-').map(Number);
    return words.import.rows(rowNumber(sheet, first - 1), rowNumber(sheet, last - 1));
  };
  return (
    <Choice
      label={words.import.guess.header}
      value={`${layout.header.first + 1}-${layout.header.last + 1}`}
      options={ranges.map((id) => ({ id, name: nameOf(id) }))}
      onChange={(range) =>
        state.change((work) => answered(work, `header ${sheetKey(sheet)}`, range))
      }
    />
  );
}

export function Guess({
  name,
  value,
  shown,
  children,
}: {
  readonly name: keyof typeof words.import.guess;
  readonly value: string;
  readonly shown: string;
  readonly children?: ReactNode;
}) {
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="import-guess" data-guess={name} data-value={value}>
      <dt>{words.import.guess[name]}</dt>
      <dd>
        {shown}{' '}
        {children && (
          <button
            type="button"
            className="plain-button link"
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
          >
            {words.import.change}
          </button>
        )}
        {isOpen && <div className="import-correct">{children}</div>}
      </dd>
    </div>
  );
}

/** What runs across: units, periods, or measures; long tables name everything in the row. */
function shapeOf({ layout, meanings }: Understood): 'long' | 'wide' | 'units' | 'periods' {
  const all = layout.columns.flatMap(({ at }) => meanings.get(at) ?? []);
  if (all.some((meaning) => meaning.kind === 'labels' && meaning.role === 'value')) return 'long';
  const places = all.flatMap((meaning) => (meaning.kind === 'figures' ? [meaning.place] : []));
  if (places.length > 0 && places.every(({ unit }) => unit)) return 'units';
  return places.length > 0 && places.every(({ period }) => period) ? 'periods' : 'wide';
}

/** What all figures have in common; '' where they differ. */
function onlyOf({ shaped }: Understood, what: 'unit' | 'period'): string {
  const [first, ...rest] = new Set(shaped.drafts.map((draft) => draft[what]));
  return rest.length === 0 ? (first ?? '') : '';
}

/** Whether rows or headings say it, so that title and answers need not. */
function namesItself({ layout, meanings }: Understood, what: 'unit' | 'period'): boolean {
  return layout.columns.some(({ at }) => {
    const meaning = meanings.get(at);
    if (meaning?.kind === 'labels')
      return meaning.role === what || (what === 'period' && meaning.role === 'part');
    return meaning?.kind === 'figures' && meaning.place[what] !== undefined;
  });
}
