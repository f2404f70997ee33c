/** Statements as documents make them: the figure as printed, and where. */
import { bodyName, categoryName, type Dataset, subjectOf } from '../../../model/dataset.ts';
import { mendedAt } from '../../../model/intake/mended.ts';
import type { Statement } from '../../../model/statement.ts';
import { formatDay, formatDayOrMonth } from '../../../model/writing/date.ts';
import { visible } from '../../../model/writing/outside.ts';
import { statementValue } from '../../../text/figure.ts';
import { periodName } from '../../../text/name.ts';
import { words } from '../../../text/words.ts';
import { useDesk } from '../desk.ts';
import { RecordList } from './records.tsx';

export function StatementTable({
  statements,
  caption,
  named,
}: {
  readonly statements: readonly Statement[];
  readonly caption: string;
  /** Rows say which measure they are about. */
  readonly named: boolean;
}) {
  const { data } = useDesk();
  return (
    <div className="scroll-x">
      <table>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {named && <th scope="col">{words.column.indicator}</th>}
            <th scope="col" className="number">
              {words.column.value}
            </th>
            <th scope="col">{words.origin.printed}</th>
            <th scope="col">{words.origin.place}</th>
          </tr>
        </thead>
        <tbody>
          {statements.map((statement) => (
            <Row key={statement.row} {...{ data, statement, named }} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({
  data,
  statement,
  named,
}: {
  readonly data: Dataset;
  readonly statement: Statement;
  readonly named: boolean;
}) {
  return (
    <tr
      data-unit={statement.unit}
      data-period={statement.period}
      data-indicator={statement.measure}
      data-category={statement.category}
    >
      {named && (
        <th scope="row">
          {subjectOf(data, statement.measure)?.name ?? statement.measure}
          <div className="small muted">{aboutText(data, statement)}</div>
        </th>
      )}
      <td
        className="number"
        {...(statement.value === null ? {} : { 'data-value': statement.value })}
      >
        {statementValue(data, statement)}
        <div className="small muted">{qualityText(statement)}</div>
      </td>
      <Printed {...{ data, statement }} />
      <td>
        {sourceText(data, statement)}
        {!named && <div className="small muted">{aboutText(data, statement)}</div>}
        {statement.note && <div className="small muted">{statement.note}</div>}
        <div className="small muted">{words.origin.file(statement.file, statement.line)}</div>
        <RecordList statement={statement} />
      </td>
    </tr>
  );
}

/** What the document says; of a cell that somebody mended with what was put in its place. */
function Printed({ data, statement }: { readonly data: Dataset; readonly statement: Statement }) {
  const { source, locator, printed } = statement;
  const mended = mendedAt(data.sources.get(source)?.remark ?? '', locator);
  const text = mended ? visible(mended.before) : printed;
  return (
    <td>
      {text ? `“${text}”` : ''}
      {mended && (
        <div className="small" data-mended={mended.cell}>
          {words.origin.mended(text, visible(mended.after))}
        </div>
      )}
    </td>
  );
}

function aboutText(data: Dataset, statement: Statement): string {
  const { breakdown, category, body, kind } = statement;
  return [
    category ? categoryName(data, breakdown, category) : '',
    body ? bodyName(data, body) : '',
    periodName(data, statement.period),
    kind ? words.kind[kind] : '',
    statement.asOf ? words.origin.asOf(formatDay(statement.asOf)) : '',
  ]
    .filter(Boolean)
    .join(' · ');
}

function qualityText(statement: Statement): string {
  return statement.status === 'A' || statement.value === null ? '' : words.status[statement.status];
}

function sourceText(data: Dataset, statement: Statement): string {
  const source = data.sources.get(statement.source);
  const signed = source?.signedOn ? words.origin.signed(formatDayOrMonth(source.signedOn)) : '';
  const name = source ? source.number || source.title : statement.source;
  const section = statement.locator ? words.origin.section(statement.locator) : '';
  return [name, section, signed].filter(Boolean).join(', ');
}
