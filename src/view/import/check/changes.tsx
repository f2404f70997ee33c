/** What an import does to the package: added, different, unchanged, withdrawn. */
import type { Change, ChangeKind } from '../../../intake/keep/merge.ts';
import { draftKey } from '../../../intake/shape/draft.ts';
import type { ChangeCounts, ChangesShown, DocumentChanges } from '../../../intake/show/changes.ts';
import type { FoundShown } from '../../../intake/show/found.ts';
import { categoryName, type Dataset, subjectOf } from '../../../model/dataset.ts';
import type { Overruled } from '../../../model/statement.ts';
import { parsePeriod } from '../../../model/time/period.ts';
import { formatPeriodShort } from '../../../model/writing/date.ts';
import { decimalsOf, formatCount } from '../../../model/writing/number.ts';
import { cut, visible } from '../../../model/writing/outside.ts';
import { valueText } from '../../../text/figure.ts';
import { words } from '../../../text/words.ts';
import { useDesk } from '../../part/desk.ts';
import type { Import } from '../use-import.ts';
import { OverruledNotes, whyKept } from './overruled.tsx';

const KINDS: readonly ChangeKind[] = ['added', 'changed', 'unchanged', 'withdrawn'];

/** What is looked up for every figure: names of documents, and which of them will not be shown. */
interface Beside {
  readonly changes: ChangesShown;
  readonly found: FoundShown | null;
  readonly kept: ReadonlyMap<string, Overruled>;
}

export function Changes({
  changes,
  found,
  state,
}: {
  readonly changes: ChangesShown;
  /** Null while it is being checked. */
  readonly found: FoundShown | null;
  readonly state: Import;
}) {
  const { counts, documents, moreDocuments } = changes;
  const kept = new Map(
    found?.overruled.statements.map((item) => [`${item.source}~${draftKey(item)}`, item]),
  );
  const beside: Beside = { changes, found, kept };
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
      {found && <OverruledNotes {...{ found, changes, state }} />}
      {documents.map((document) => (
        <Document key={document.source} {...{ document, beside }} />
      ))}
      {moreDocuments > 0 && (
        <p className="small muted">{words.import.moreDocuments(formatCount(moreDocuments))}</p>
      )}
    </section>
  );
}

/** What one document does, indicator by indicator; each opens to its figures. */
function Document({
  document,
  beside,
}: {
  readonly document: DocumentChanges;
  readonly beside: Beside;
}) {
  const { data } = useDesk();
  const { source, counts, measures } = document;
  return (
    <details className="import-document" data-document={source}>
      <summary>
        {documentIn(data, beside.changes, source)} <Counts counts={counts} />
      </summary>
      {measures.map((item) => (
        <details key={item.measure} data-measure={item.measure}>
          <summary>
            {subjectOf(data, item.measure)?.name ?? item.measure} <Counts counts={item.counts} />
          </summary>
          <ChangeTable {...{ beside }} told={item.told} count={item.toldCount} />
        </details>
      ))}
    </details>
  );
}

/** "12 thêm mới · 3 rút khỏi gói": only what there is. */
function Counts({ counts }: { readonly counts: ChangeCounts }) {
  const told = KINDS.filter((kind) => counts[kind] > 0);
  return (
    <span className="import-counts small muted">
      {told
        .map((kind) => `${formatCount(counts[kind])} ${words.import.changeKinds[kind]}`)
        .join(' · ')}
    </span>
  );
}

function ChangeTable({
  beside,
  told,
  count,
}: {
  readonly beside: Beside;
  readonly told: readonly Change[];
  readonly count: number;
}) {
  const { data } = useDesk();
  const { figure, before, after, more } = words.import;
  if (told.length === 0) return null;
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
          {told.map((change) => {
            const { unit, period, category, measure, sourceBefore, sourceAfter } = change;
            return (
              <tr key={[unit, period, category, sourceBefore, sourceAfter].join('~')}>
                <th scope="row">{nameOf(data, change)}</th>
                <Side {...{ data, measure, beside }} value={change.before} source={sourceBefore} />
                <After {...{ change, beside }} />
              </tr>
            );
          })}
        </tbody>
      </table>
      {count > told.length && (
        <p className="small muted">{more(formatCount(count - told.length))}</p>
      )}
    </div>
  );
}

/** What the package will really show. */
function After({ change, beside }: { readonly change: Change; readonly beside: Beside }) {
  const { data } = useDesk();
  const { measure, after, sourceAfter, key } = change;
  const item = beside.kept.get(`${sourceAfter}~${key}`);
  if (!item || !beside.found)
    return <Side {...{ data, measure, beside }} value={after} source={sourceAfter} />;
  const { kept, stated } = words.import.overruled;
  const textOf = (value: number | null) => (value === null ? '—' : exactText(data, measure, value));
  return (
    <td className="number" data-kept-old={item.shown}>
      {textOf(item.shown)}
      <div className="small">
        {kept(textOf(item.shown), whyKept(beside.found.data, beside.changes, item))}
      </div>
      <div className="small muted">
        {documentIn(data, beside.changes, sourceAfter)}: {stated(textOf(after))}
      </div>
    </td>
  );
}

function Side({
  value,
  measure,
  source,
  data,
  beside,
}: {
  readonly value: number | null;
  readonly measure: string;
  readonly source: string;
  readonly data: Dataset;
  readonly beside: Beside;
}) {
  return (
    <td className="number">
      {value === null ? '—' : exactText(data, measure, value)}
      {source && <div className="small muted">{documentIn(data, beside.changes, source)}</div>}
    </td>
  );
}

/** With all its decimals: what differs must look different. */
function exactText(data: Dataset, measure: string, value: number): string {
  const subject = subjectOf(data, measure);
  if (!subject) return formatCount(value);
  return valueText(subject, value, Math.max(subject.decimals, decimalsOf(value)));
}

/** A document that comes anew by its file, one of the package by its number. */
function documentIn(data: Dataset, { names }: ChangesShown, source: string): string {
  const known = data.sources.get(source);
  return visible(cut(names.get(source) || known?.number || known?.title || source, NAME));
}

const NAME = 80;

function nameOf(data: Dataset, { unit, period, category }: Change): string {
  const breakdown = data.categories.find((item) => item.category === category)?.breakdown ?? '';
  return [
    data.units.has(unit) ? data.units.at(unit).name : unit,
    category ? categoryName(data, breakdown, category) : '',
    formatPeriodShort(parsePeriod(period)),
  ]
    .filter(Boolean)
    .join(' · ');
}
