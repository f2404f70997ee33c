/** "Tổng quan": every reporting unit on the indicators that most of them have, and what must be checked. */
import { FlagIcon } from '../chart/mark.tsx';
import type { Subject } from '../model/catalogue.ts';
import { type Dataset, subjectOf } from '../model/dataset.ts';
import type { Figure } from '../model/figure.ts';
import { compareNames } from '../model/fold.ts';
import { groupBy } from '../model/group.ts';
import { formatCount } from '../model/number.ts';
import { levelRank } from '../model/unit.ts';
import type { OverviewAnswer } from '../query/question.ts';
import { countsText } from '../text/figure.ts';
import { vi } from '../text/vi.ts';
import { Card } from './card.tsx';
import { useAnswer, useDesk } from './desk.ts';
import { Link } from './link.tsx';
import { FigureButton } from './marks.tsx';
import { readinessOf, useReady } from './ready.ts';
import { periodChoice, unitScope } from './scope.ts';
import { openParam, partName, periodName, unitName } from './subject-label.ts';
import { Failed, Waiting } from './waiting.tsx';

/** Columns that a projector can carry. */
const MOST_COLUMNS = 7;
const MOST_UNITS = 80;

export function OverviewView() {
  const { data, state } = useDesk();
  const query = useAnswer({
    ask: 'overview',
    units: unitScope(data, state),
    period: periodChoice(state.period),
    grain: state.grain,
  });
  useReady(readinessOf(query));
  if (query.isError) return <Failed error={query.error} />;
  return query.data ? <Overview data={data} answer={query.data} /> : <Waiting />;
}

function Overview({ data, answer }: { readonly data: Dataset; readonly answer: OverviewAnswer }) {
  const units = reportingUnits(data, answer);
  const ranked = rankSubjects(data, answer.figures);
  const columns = ranked.slice(0, MOST_COLUMNS);
  const rest = ranked.slice(MOST_COLUMNS);
  const documents = [...data.sources.values()].filter((source) => source.unit !== '').length;
  return (
    <Card
      title={vi.overview.heading}
      lead={
        <>
          <p>{vi.overview.lead(units.length, documents, formatCount(answer.figureCount))}</p>
          {units.length > MOST_UNITS && (
            <p role="status">{vi.overview.limited(MOST_UNITS, units.length)}</p>
          )}
        </>
      }
      figures={answer.figures}
      isTable
    >
      <div className="scroll-x">
        <table className="overview">
          <caption>{vi.overview.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{vi.overview.unit}</th>
              {columns.map((subject) => (
                <th key={subject.id} scope="col">
                  <Link to={{ view: 'compare', indicator: [subject.id] }}>{subject.shortName}</Link>
                </th>
              ))}
              <th scope="col">{vi.overview.toCheck}</th>
            </tr>
          </thead>
          <tbody>
            {units.slice(0, MOST_UNITS).map((unit) => (
              <UnitRow key={unit} {...{ data, unit, columns, answer }} />
            ))}
          </tbody>
        </table>
      </div>
      {rest.length > 0 && (
        <section>
          <h2 className="group-heading">{vi.overview.others}</h2>
          <ul className="overview-others">
            {rest.map((subject) => (
              <li key={subject.id}>
                <Link to={{ view: 'compare', indicator: [subject.id] }}>{subject.name}</Link>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Card>
  );
}

/** Units with a figure or an issue, by level, then parent, then name. */
function reportingUnits(data: Dataset, answer: OverviewAnswer): string[] {
  const known = [...answer.figures, ...answer.errors].map(({ unit }) => unit);
  const units = [...new Set(known)].filter((unit) => data.units.has(unit));
  const parent = (unit: string) => data.units.at(unit).parent ?? '';
  return units.sort(
    (a, b) =>
      levelRank(data.units.at(a).level) - levelRank(data.units.at(b).level) ||
      parent(a).localeCompare(parent(b)) ||
      compareNames(unitName(data, a), unitName(data, b)),
  );
}

/** Indicators that most units have, then in the catalogue's order. */
function rankSubjects(data: Dataset, figures: readonly Figure[]): Subject[] {
  const order = [...data.indicators.keys()];
  const groups = [...groupBy(figures, (figure) => figure.subject)];
  const units = (members: readonly Figure[]) => new Set(members.map((figure) => figure.unit)).size;
  groups.sort((a, b) => units(b[1]) - units(a[1]) || order.indexOf(a[0]) - order.indexOf(b[0]));
  return groups.flatMap(([id]) => subjectOf(data, id) ?? []);
}

function UnitRow({
  data,
  unit,
  columns,
  answer,
}: {
  readonly data: Dataset;
  readonly unit: string;
  readonly columns: readonly Subject[];
  readonly answer: OverviewAnswer;
}) {
  const errors = answer.errors.find((item) => item.unit === unit)?.count ?? 0;
  const state = data.units.at(unit);
  const parent = state.parent
    ? unitName(data, state.parent)
    : (vi.level[state.level] ?? state.level);
  return (
    <tr data-unit={unit}>
      <th scope="row">
        <Link to={{ view: 'unit', unit: [unit] }}>{state.name}</Link>
        <div className="small muted">{parent}</div>
      </th>
      {columns.map((subject) => (
        <OverviewCell key={subject.id} {...{ data, subject, unit }} figures={answer.figures} />
      ))}
      <td>
        {errors > 0 && (
          <Link to={{ view: 'unit', unit: [unit] }}>
            <span className="mark error">
              <FlagIcon tone="error" />
              {vi.overview.issues(errors)}
            </span>
          </Link>
        )}
      </td>
    </tr>
  );
}

function OverviewCell({
  data,
  subject,
  unit,
  figures,
}: {
  readonly data: Dataset;
  readonly subject: Subject;
  readonly unit: string;
  readonly figures: readonly Figure[];
}) {
  const { change } = useDesk();
  const own = figures.filter((figure) => figure.unit === unit && figure.subject === subject.id);
  const [first] = own;
  if (!first) {
    return (
      <td className="absence" data-indicator={subject.id}>
        <span aria-hidden="true">{vi.glyph.NO_DATA}</span>
        <span className="visually-hidden">{vi.absence.NO_DATA}</span>
      </td>
    );
  }
  return (
    <td
      data-indicator={subject.id}
      data-period={first.period}
      data-category=""
      {...(first.value === null || own.length > 1 ? {} : { 'data-value': first.value })}
    >
      {own.map((figure) => (
        <div key={figure.body}>
          <FigureButton
            {...{ subject, figure }}
            onOpen={() => change({ open: openParam(figure) })}
          />
          <span className="small muted"> {countsText(figure)}</span>
          {figure.body && <div className="small muted">{partName(data, figure)}</div>}
        </div>
      ))}
      <div className="small muted">{periodName(data, first.period)}</div>
    </td>
  );
}
