/** Every figure that will be kept, to be looked through before it is. */
import { useState } from 'react';
import type { Row } from '../../../intake/answers.ts';
import { type Draft, draftKey } from '../../../intake/shape/draft.ts';
import type { Shown } from '../../../intake/show/show.ts';
import { categoryName, subjectOf } from '../../../model/dataset.ts';
import { parsePeriod } from '../../../model/time/period.ts';
import { formatPeriodShort } from '../../../model/writing/date.ts';
import { formatCount } from '../../../model/writing/number.ts';
import { words } from '../../../text/words.ts';
import { useDesk } from '../../part/desk.ts';

const FIRST = 15;

export function KeptFigures({ shown }: { readonly shown: Shown }) {
  const [isAll, setAll] = useState(false);
  const { figures, firstFigures, records } = shown;
  const brought = records.flatMap((found) => found.brought);
  const { unit, measure, period } = words.import.guess;
  const { keptFigures, keptFiguresHint, cellPlace, value, showAll, more } = words.import;
  return (
    <section className="import-figures">
      <h2>{keptFigures}</h2>
      <p className="small muted">{keptFiguresHint}</p>
      <div className="scroll-x">
        <table>
          <thead>
            <tr>
              {[unit, measure, period, value, cellPlace].map((name) => (
                <th key={name} scope="col" className={name === value ? 'number' : ''}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {firstFigures.slice(0, isAll ? firstFigures.length : FIRST).map((draft) => (
              <FigureRow
                key={`${draft.sheet} ${draft.row} ${draft.column} ${draftKey(draft)}`}
                draft={draft}
                brought={brought}
              />
            ))}
          </tbody>
        </table>
      </div>
      {figures > FIRST && !isAll && (
        <button type="button" className="button" onClick={() => setAll(true)}>
          {showAll(formatCount(figures))}
        </button>
      )}
      {isAll && figures > firstFigures.length && (
        <p className="small muted">{more(formatCount(figures - firstFigures.length))}</p>
      )}
    </section>
  );
}

function FigureRow({
  draft,
  brought,
}: {
  readonly draft: Draft;
  readonly brought: readonly Row[];
}) {
  const { data } = useDesk();
  const subject = subjectOf(data, draft.measure);
  const own = brought.find(
    (row) => row.breakdown === draft.breakdown && row.category === draft.category,
  );
  const category = draft.category
    ? (own?.name ?? categoryName(data, draft.breakdown, draft.category))
    : '';
  const shown =
    draft.value === null
      ? (words.import.absent[draft.status] ?? '—')
      : [draft.bound, formatCount(draft.value), subject?.unitLabel === '%' ? '%' : ''].join('');
  return (
    <tr data-unit={draft.unit} data-period={draft.period} data-indicator={draft.measure}>
      <th scope="row">
        {data.units.has(draft.unit) ? data.units.at(draft.unit).name : draft.unit}
      </th>
      <td>
        {[
          subject?.name ?? draft.measure,
          category,
          kindName(draft.kind),
          draft.status === 'P' ? words.import.estimated : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </td>
      <td>{formatPeriodShort(parsePeriod(draft.period))}</td>
      <td className="number" data-value={draft.value ?? ''}>
        {shown}
        {subject?.unitLabel && subject.unitLabel !== '%' && draft.value !== null && (
          <span className="small muted"> {subject.unitLabel}</span>
        )}
      </td>
      <td className="small muted">
        {draft.row < 0 ? words.import.records.fromRecords : draft.locator}
        {draft.printed && ` “${draft.printed}”`}
      </td>
    </tr>
  );
}

function kindName(kind: Draft['kind']): string {
  return kind === '' ? '' : words.kind[kind];
}
