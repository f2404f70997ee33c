/** Where nothing can be compared: why, and the documents that are there, each with what it holds. */
import type { Source } from '../../model/catalogue.ts';
import { type Dataset, subjectOf } from '../../model/dataset.ts';
import type { Figure } from '../../model/figure.ts';
import { groupBy } from '../../model/group.ts';
import { commonPeriodOf } from '../../model/statistics/shown.ts';
import { documentKind } from '../../model/writing/document.ts';
import { formatCount } from '../../model/writing/number.ts';
import type { OverviewAnswer } from '../../question/overview.ts';
import type { DocumentUse } from '../../question/visits.ts';
import { periodName, unitName } from '../../text/name.ts';
import { words } from '../../text/words.ts';
import { useDesk } from '../part/desk.ts';
import { Link } from '../part/link.tsx';
import { FigureButton } from '../part/marks.tsx';
import { ToCheck } from './table.tsx';

/** Indicators of a document on its line. */
const MOST_FIGURES = 4;

export function OverviewDocuments({
  documents,
  answer,
}: {
  readonly documents: readonly DocumentUse[];
  readonly answer: OverviewAnswer;
}) {
  const { data } = useDesk();
  const byUnit = groupBy(answer.figures, ({ unit }) => unit);
  const parents = new Set([...byUnit.keys()].map((unit) => data.units.at(unit).parent));
  const periods = new Set([...byUnit.values()].map(commonPeriodOf));
  const { unit, period } = words.column;
  return (
    <section data-documents>
      <p role="status" className="sentence">
        {words.visits.cannot(byUnit.size, parents.size, periods.size)}
      </p>
      <div className="scroll-x">
        <table className="documents">
          <caption>{words.visits.documents}</caption>
          <thead>
            <tr>
              {[words.visits.kind, words.visits.document, unit, period].map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
              <th scope="col" className="number">
                {words.visits.figures}
              </th>
              <th scope="col">{words.overview.toCheck}</th>
            </tr>
          </thead>
          <tbody>
            {documents.map((use) => {
              const source = data.sources.get(use.source);
              return (
                source && <Row key={use.source} {...{ source, use }} figures={answer.figures} />
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}

interface RowProps {
  readonly source: Source;
  readonly use: DocumentUse;
  readonly figures: readonly Figure[];
}

function Row({ source, use, figures }: RowProps) {
  const { data } = useDesk();
  const about = { source: source.source, unit: [] };
  return (
    <tr data-source={source.source}>
      <td>{kindOf(data, source)}</td>
      <th scope="row">
        {source.title}
        {source.number && <span className="small muted"> · {source.number}</span>}
        <Sample figures={figures.filter(({ sources }) => sources.includes(source.source))} />
      </th>
      <td>
        <Link to={{ view: 'unit', unit: [source.unit] }}>{unitName(data, source.unit)}</Link>
      </td>
      <td>{periodName(data, source.period)}</td>
      <td className="number">
        {use.figures > 0 ? (
          <Link to={{ view: 'table', ...about }}>{formatCount(use.figures)}</Link>
        ) : (
          formatCount(use.figures)
        )}
      </td>
      <td>
        {use.errors > 0 && (
          <Link to={{ view: 'checks', ...about, severity: ['error'] }}>
            <ToCheck count={use.errors} />
          </Link>
        )}
      </td>
    </tr>
  );
}

/** Some of the indicators that a document gives, in the order of the catalogue. */
function Sample({ figures }: { readonly figures: readonly Figure[] }) {
  const { data, change } = useDesk();
  const order = [...data.indicators.keys()];
  const known = figures
    .filter(({ value }) => value !== null)
    .sort((a, b) => order.indexOf(a.subject) - order.indexOf(b.subject));
  const first = [...groupBy(known, ({ subject }) => subject).values()].flatMap(
    ([one]) => one ?? [],
  );
  return (
    <ul className="sample small">
      {first.slice(0, MOST_FIGURES).map((figure) => {
        const subject = subjectOf(data, figure.subject);
        return (
          subject && (
            <li key={figure.subject}>
              <span className="muted">{subject.shortName}</span>{' '}
              <FigureButton {...{ subject, figure }} onOpen={() => change({ open: figure })} />
            </li>
          )
        );
      })}
    </ul>
  );
}

/** "Báo cáo 6 tháng": what a report covers is part of its kind. */
function kindOf(data: Dataset, { title, period }: Source): string {
  const kind = documentKind(title);
  const grain = kind === 'Báo cáo' ? data.periods.get(period)?.grain : undefined;
  return grain ? words.visits.kindOver(kind, words.grain[grain]) : kind;
}
