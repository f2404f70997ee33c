/** What files of records come to: how many, for which time, and what they cannot say. */
import { sheetTitle } from '../../../intake/sheet.ts';
import type { ReckonedShown, RecordsShown } from '../../../intake/show/records.ts';
import { formatCount } from '../../../model/writing/number.ts';
import { monthsIn } from '../../../record/coverage.ts';
import { words } from '../../../text/words.ts';
import { Choice } from '../../part/fields.tsx';
import type { Import } from '../use-import.ts';
import { answered } from '../work.ts';

export function RecordsFound({ state }: { readonly state: Import }) {
  return state.shown?.records.map(
    (found) =>
      found.reckoned && (
        <RecordsItem key={found.at} {...{ state, found }} reckoned={found.reckoned} />
      ),
  );
}

function RecordsItem({
  state,
  found,
  reckoned,
}: {
  readonly state: Import;
  readonly found: RecordsShown;
  readonly reckoned: ReckonedShown;
}) {
  const { records, figures, coverage, span, hasEarlier } = reckoned;
  const { counted, coverage: label, from, to, noEarlier } = words.import.records;
  const months = span ? monthsIn(span) : [];
  const options = months.map((id) => ({ id, name: monthText(id) }));
  const key = `coverage ${sheetTitle(found.sheet)}`;
  const cover = (range: string) => state.change((work) => answered(work, key, range));
  return (
    <section className="import-records" data-records={records}>
      <p>{counted(formatCount(records), formatCount(figures))}</p>
      {coverage && (
        <div
          className="import-choices"
          data-guess="period"
          data-value={`${coverage.from}/${coverage.to}`}
        >
          <span>
            {label}: {monthText(coverage.from)} – {monthText(coverage.to)}
          </span>
          <Choice
            label={from}
            value={coverage.from}
            options={options.filter(({ id }) => id <= coverage.to)}
            onChange={(month) => cover(`${month}/${coverage.to}`)}
          />
          <Choice
            label={to}
            value={coverage.to}
            options={options.filter(({ id }) => id >= coverage.from)}
            onChange={(month) => cover(`${coverage.from}/${month}`)}
          />
        </div>
      )}
      {coverage && !hasEarlier && (
        <p className="small muted">{noEarlier(monthText(coverage.from))}</p>
      )}
    </section>
  );
}

/** "2024-03" → "3/2024". */
function monthText(month: string): string {
  const [year, number] = month.split('-');
  return `${Number(number)}/${year}`;
}
