/** What was guessed of a sheet, each with a way to correct it. */
import { type ReactNode, useState } from 'react';
import { DELIMITERS, type ReadChoices } from '../../../intake/read/delimited.ts';
import { ENCODING_NAMES, ENCODINGS, type Encoding } from '../../../intake/read/encoding.ts';
import { DAY_ORDERS, type DayOrder, daysKey } from '../../../intake/shape/days.ts';
import { sheetTitle } from '../../../intake/sheet.ts';
import type { Common, SheetShown } from '../../../intake/show/sheet.ts';
import { parsePeriod } from '../../../model/time/period.ts';
import { formatPeriod } from '../../../model/writing/date.ts';
import { cut, visible } from '../../../model/writing/outside.ts';
import { words } from '../../../text/words.ts';
import { useDesk } from '../../part/desk.ts';
import { Choice, Picker } from '../../part/fields.tsx';
import { unitOptions } from '../../part/options.ts';
import type { Import } from '../use-import.ts';
import { answered } from '../work.ts';
import { PeriodPicker } from './period-picker.tsx';

interface GuessesProps {
  readonly state: Import;
  readonly found: SheetShown;
}

export function Guesses({ state, found }: GuessesProps) {
  const { sheet, header, headerLines, shape } = found;
  const { data } = useDesk();
  const period = found.period.given;
  const unit = found.unit.given;
  const inTable = ({ column }: Common) => {
    if (column !== '') return words.import.byColumn(visible(cut(column, 60)));
    return found.figures > 0 ? words.import.inTable : words.import.unknownYet;
  };
  return (
    <dl className="import-guesses">
      <ReadGuesses {...{ state, found }} />
      <Guess
        name="header"
        value={`${header[0] + 1}-${header[1] + 1}`}
        shown={words.import.rows(...headerLines)}
      >
        <HeaderChoice {...{ state, found }} />
      </Guess>
      {found.days && (
        <DaysGuess
          order={found.days}
          onChange={(id) => state.change((work) => answered(work, daysKey(sheet.file), id))}
        />
      )}
      <Guess name="layout" value={shape} shown={words.import.layout[shape] ?? ''} />
      <Guess
        name="period"
        value={period ?? found.period.only}
        shown={period ? formatPeriod(parsePeriod(period)) : inTable(found.period)}
      >
        <PeriodPicker
          onChange={(code) =>
            state.change((work) => answered(work, `period ${sheetTitle(sheet)}`, code))
          }
        />
      </Guess>
      <Guess
        name="unit"
        value={unit ?? found.unit.only}
        shown={unit && data.units.has(unit) ? data.units.at(unit).name : inTable(found.unit)}
      >
        <Picker
          label={words.import.guess.unit}
          value={unit ?? ''}
          options={unitOptions(data)}
          onChange={(id) => state.change((work) => answered(work, `unit ${sheetTitle(sheet)}`, id))}
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
  readonly found: Pick<SheetShown, 'sheet'>;
}) {
  if (sheet.encoding === '') return null;
  const reread = (choice: ReadChoices) => {
    const choices = new Map(state.work.choices);
    choices.set(sheet.file, { ...choices.get(sheet.file), ...choice });
    state.take(state.work.handed, choices);
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
          options={waysToCut(sheet.delimiter).map((id) => ({ id, name: delimiter[id] ?? id }))}
          onChange={(id) => reread({ delimiter: DELIMITERS.find((known) => known === id) ?? ',' })}
        />
      </Guess>
    </>
  );
}

/** Delimiters to choose from, and what was found where it is none of them. */
function waysToCut(found: string): readonly string[] {
  return DELIMITERS.some((known) => known === found) ? DELIMITERS : [found, ...DELIMITERS];
}

/** Whether the day or the month is written first. */
export function DaysGuess({
  order,
  onChange,
}: {
  readonly order: DayOrder;
  readonly onChange: (order: string) => void;
}) {
  const { days } = words.import;
  return (
    <Guess name="days" value={order} shown={days[order]}>
      <Choice
        label={words.import.guess.days}
        value={order}
        options={DAY_ORDERS.map((id) => ({ id, name: days[id] }))}
        onChange={onChange}
      />
    </Guess>
  );
}

/** One row, or up to three, as the header. */
function HeaderChoice({ state, found: { sheet, header, headers } }: GuessesProps) {
  return (
    <Choice
      label={words.import.guess.header}
      value={`${header[0] + 1}-${header[1] + 1}`}
      options={headers.map(([id, lines]) => ({ id, name: words.import.rows(...lines) }))}
      onChange={(range) =>
        state.change((work) => answered(work, `header ${sheetTitle(sheet)}`, range))
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
