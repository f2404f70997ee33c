/** A period chosen as people say it: a year and a part of it. */
import { useState } from 'react';
import { parsePeriod } from '../../../model/time/period.ts';
import { today } from '../../../model/time/today.ts';
import { words } from '../../../text/words.ts';
import { Choice } from '../../part/fields.tsx';

const PARTS = ['year', 'S1', 'S2', 'P9M', 'Q1', 'Q2', 'Q3', 'Q4'];
const MONTHS = Array.from({ length: 12 }, (_, at) => `M${String(at + 1).padStart(2, '0')}`);

export function PeriodPicker({
  onChange,
  start = '',
}: {
  readonly onChange: (code: string) => void;
  /** The period that stands in it at first; '' for the first quarter of this year. */
  readonly start?: string;
}) {
  const now = Number(today().slice(0, 4));
  const [year, setYear] = useState(start.slice(0, 4) || String(now));
  const [part, setPart] = useState(partOf(start));
  const years = Array.from({ length: 16 }, (_, at) => String(now + 1 - at));
  const nameOf = (id: string) =>
    id.startsWith('M') ? words.import.month(Number(id.slice(1))) : (words.import.parts[id] ?? id);
  return (
    <>
      <Choice
        label={words.import.part}
        value={part}
        options={[...PARTS, ...MONTHS].map((id) => ({ id, name: nameOf(id) }))}
        onChange={setPart}
      />
      <Choice
        label={words.import.year}
        value={year}
        options={years.map((id) => ({ id, name: id }))}
        onChange={setYear}
      />
      <button
        type="button"
        className="button"
        data-choice="period"
        onClick={() => onChange(codeOf(year, part))}
      >
        {words.import.use}
      </button>
    </>
  );
}

/** The part of its year that a period is, by its id among the choices. */
function partOf(code: string): string {
  const year = code.slice(0, 4);
  return [...PARTS, ...MONTHS].find((part) => year !== '' && codeOf(year, part) === code) ?? 'Q1';
}

function codeOf(year: string, part: string): string {
  if (part === 'year') return parsePeriod(year).code;
  return parsePeriod(part === 'P9M' ? `${year}-01-01/P9M` : `${year}-${part}`).code;
}
