/** What an import does to the package: added, different, unchanged, withdrawn. */
import type { Change, ChangeKind } from '../../../intake/keep/merge.ts';
import type { ChangesShown } from '../../../intake/show/changes.ts';
import { categoryName, type Dataset, subjectOf } from '../../../model/dataset.ts';
import { parsePeriod } from '../../../model/time/period.ts';
import { formatPeriodShort } from '../../../model/writing/date.ts';
import { formatCount } from '../../../model/writing/number.ts';
import { words } from '../../../text/words.ts';
import { useDesk } from '../../part/desk.ts';

const KINDS: readonly ChangeKind[] = ['added', 'changed', 'unchanged', 'withdrawn'];

export function Changes({ changes }: { readonly changes: ChangesShown }) {
  const { counts, told } = changes;
  return (
    <section className="import-changes">
      <h2>{words.import.changes}</h2>
      <ul className="import-tally">
        {KINDS.map((kind) => (
          <li key={kind} data-change={kind} data-value={counts[kind]}>
            <strong>{formatCount(counts[kind])}</strong> {words.import.changeKinds[kind]}
          </li>
        ))}
      </ul>
      {told.length > 0 && <ChangeTable changes={told} count={changes.toldCount} />}
    </section>
  );
}

function ChangeTable({
  changes,
  count,
}: {
  readonly changes: readonly Change[];
  readonly count: number;
}) {
  const { data } = useDesk();
  const { figure, before, after, more } = words.import;
  return (
    <div className="scroll-x">
      <table>
        <thead>
          <tr>
            {[figure, before, after].map((name, at) => (
              <th key={name} scope="col" className={at > 0 ? 'number' : ''}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <tr
              key={[
                change.unit,
                change.period,
                change.measure,
                change.category,
                change.sourceBefore,
              ].join('~')}
            >
              <th scope="row">{nameOf(data, change)}</th>
              <Side value={change.before} source={change.sourceBefore} data={data} />
              <Side value={change.after} source={change.sourceAfter} data={data} />
            </tr>
          ))}
        </tbody>
      </table>
      {count > changes.length && (
        <p className="small muted">{more(formatCount(count - changes.length))}</p>
      )}
    </div>
  );
}

function Side({
  value,
  source,
  data,
}: {
  readonly value: number | null;
  readonly source: string;
  readonly data: Dataset;
}) {
  const known = data.sources.get(source);
  return (
    <td className="number">
      {value === null ? '—' : formatCount(value)}
      <div className="small muted">{known?.number || known?.title || source}</div>
    </td>
  );
}

function nameOf(data: Dataset, { unit, period, measure, category }: Change): string {
  const breakdown = data.categories.find((item) => item.category === category)?.breakdown ?? '';
  return [
    data.units.has(unit) ? data.units.at(unit).name : unit,
    subjectOf(data, measure)?.name ?? measure,
    category ? categoryName(data, breakdown, category) : '',
    formatPeriodShort(parsePeriod(period)),
  ]
    .filter(Boolean)
    .join(' · ');
}
