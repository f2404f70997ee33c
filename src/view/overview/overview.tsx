/** "Tổng quan": what needs attention first, then every unit on the indicators that most of them have. */

import { formatPeriodChoice, LATEST, parsePeriodChoice } from '../../address/period-choice.ts';
import { isNarrowed, overviewQuestion } from '../../address/scope.ts';
import { type Dataset, subjectOf } from '../../model/dataset.ts';
import { rankSubjects, reportingUnits } from '../../model/statistics/rank.ts';
import type { Grain } from '../../model/time/period.ts';
import { formatCount } from '../../model/writing/number.ts';
import type { OverviewAnswer } from '../../question/overview.ts';
import { words } from '../../text/words.ts';
import { Card } from '../card/card.tsx';
import { Failed, Waiting } from '../notice/waiting.tsx';
import { useAnswer, useDesk } from '../part/desk.ts';
import { Choice } from '../part/fields.tsx';
import { Link } from '../part/link.tsx';
import { grainOptions, periodOptions } from '../part/options.ts';
import { PlaceChoices } from '../part/place/choices.tsx';
import { readinessOf, useReady } from '../part/ready.ts';
import { Limits } from '../part/subject-controls.tsx';
import { OverviewTable } from './table.tsx';
import { OverviewTiles } from './tiles.tsx';

/** Columns that a projector can carry, and rows that a page can. */
const MOST_COLUMNS = 6;
const MOST_UNITS = 80;

export function OverviewView() {
  const { data, state } = useDesk();
  const query = useAnswer(overviewQuestion({ data, state }));
  useReady(readinessOf(query));
  return (
    <>
      {!query.data && (
        <div className="card-actions">
          <Periods />
        </div>
      )}
      {query.isError && <Failed error={query.error} />}
      {query.data ? <Overview data={data} answer={query.data} /> : !query.isError && <Waiting />}
    </>
  );
}

function Overview({ data, answer }: { readonly data: Dataset; readonly answer: OverviewAnswer }) {
  const { state } = useDesk();
  const units = reportingUnits(data, answer, isNarrowed({ ...state, q: '' }));
  const ranked = rankSubjects(data, answer.figures).flatMap((id) => subjectOf(data, id) ?? []);
  const rest = ranked.slice(MOST_COLUMNS);
  const documents = [...data.sources.values()].filter((source) => source.unit !== '').length;
  return (
    <Card
      title={words.overview.heading}
      lead={
        <>
          <p>{words.overview.lead(units.length, documents, formatCount(answer.figureCount))}</p>
          <Limits />
          {units.length > MOST_UNITS && (
            <p role="status">{words.overview.limited(MOST_UNITS, units.length)}</p>
          )}
        </>
      }
      figures={answer.figures}
      isTable
      actions={<Periods />}
    >
      <OverviewTiles answer={answer} />
      <OverviewTable
        units={units.slice(0, MOST_UNITS)}
        columns={ranked.slice(0, MOST_COLUMNS)}
        answer={answer}
      />
      {rest.length > 0 && (
        <section className="no-print">
          <h2 className="group-heading">{words.overview.others}</h2>
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

function Periods() {
  const { data, state, change } = useDesk();
  return (
    <>
      <PlaceChoices size="bare" />
      <Choice
        size="bare"
        label={words.control.period}
        value={formatPeriodChoice(state.period)}
        options={periodOptions(data, undefined)}
        onChange={(id) => change({ period: parsePeriodChoice(id) ?? LATEST })}
      />
      <Choice
        size="bare"
        label={words.control.grain}
        value={state.grain}
        options={grainOptions(data, undefined)}
        onChange={(grain) => change({ grain: grain as Grain | 'any' })}
      />
    </>
  );
}
