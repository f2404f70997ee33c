/** "Tổng quan": who needs a visit and what needs attention, then every unit on the indicators that tell most. */

import { formatPeriodChoice, LATEST, parsePeriodChoice } from '../../address/period-choice.ts';
import {
  isNarrowed,
  overviewQuestion,
  targetsQuestion,
  visitsQuestion,
} from '../../address/scope.ts';
import { DEFAULTS, SHOWN, type UrlState } from '../../address/url.ts';
import type { Subject } from '../../model/catalogue.ts';
import { type Dataset, subjectOf } from '../../model/dataset.ts';
import { reportingUnits } from '../../model/statistics/shown.ts';
import type { Grain } from '../../model/time/period.ts';
import { hasTiles } from '../../model/unit.ts';
import { tellingSubjects } from '../../model/visit/matter.ts';
import { formatCount } from '../../model/writing/number.ts';
import type { OverviewAnswer } from '../../question/overview.ts';
import type { TargetRow } from '../../question/standing.ts';
import type { VisitsAnswer } from '../../question/visits.ts';
import { breakdownName } from '../../text/name.ts';
import { words } from '../../text/words.ts';
import { Card } from '../card/card.tsx';
import { Failed, Waiting } from '../notice/waiting.tsx';
import { useSettled } from '../part/decisions.ts';
import { useAnswer, useDesk } from '../part/desk.ts';
import { Choice } from '../part/fields.tsx';
import { Link } from '../part/link.tsx';
import { grainOptions, periodOptions } from '../part/options.ts';
import { PlaceChoices } from '../part/place/choices.tsx';
import { readinessOf, useReady } from '../part/ready.ts';
import { Below } from '../part/room/below.tsx';
import { Limits } from '../part/subject-controls.tsx';
import { OverviewDocuments } from './documents.tsx';
import { OverviewMap } from './map.tsx';
import { OverviewTable } from './table.tsx';
import { TargetsTable } from './targets.tsx';
import { OverviewTiles } from './tiles.tsx';
import { OverviewVisits } from './visits.tsx';

/** Columns that a projector can carry, and rows that a page can. */
const MOST_COLUMNS = 6;
const MOST_UNITS = 80;

/** Room for the table, before it is drawn. */
const TABLE_HEIGHT = 600;

export function OverviewView() {
  const { data, state, checked } = useDesk();
  const query = useAnswer(overviewQuestion({ data, state }));
  const visits = useAnswer(visitsQuestion({ data, state }, useSettled()));
  useReady(readinessOf(query));
  useReady(readinessOf(visits));
  const error = query.error ?? visits.error;
  const isChecked = checked && !query.isPlaceholderData && !visits.isPlaceholderData;
  const isThere = query.data !== undefined && visits.data !== undefined;
  return (
    <>
      {!isThere && (
        <div className="card-actions">
          <Periods />
        </div>
      )}
      {error !== null && <Failed error={error} />}
      {isThere && (
        <Overview
          {...{ data, isChecked }}
          answer={isChecked ? query.data : { ...query.data, errors: [] }}
          visits={isChecked ? visits.data : withoutErrors(visits.data)}
        />
      )}
      {!isThere && error === null && <Waiting />}
    </>
  );
}

/** While checks run nobody counts what they have found so far. */
function withoutErrors(visits: VisitsAnswer): VisitsAnswer {
  return { ...visits, documents: visits.documents.map((use) => ({ ...use, errors: 0 })) };
}

interface OverviewProps {
  readonly data: Dataset;
  readonly answer: OverviewAnswer;
  readonly visits: VisitsAnswer;
  /** Both answers are of the package as it was checked: their counts are final. */
  readonly isChecked: boolean;
}

function Overview({ data, answer, visits, isChecked }: OverviewProps) {
  const { state } = useDesk();
  const units = reportingUnits(data, answer, isNarrowed({ ...state, q: '' }));
  const ranked = tellingSubjects(data, answer.figures).flatMap((id) => subjectOf(data, id) ?? []);
  const columns = ranked.slice(0, MOST_COLUMNS);
  const known = new Set(answer.figures.flatMap((one) => (one.value === null ? [] : [one.unit])));
  const reporting = units.filter((unit) => known.has(unit)).length;
  const documents = [...data.sources.values()].filter((source) => source.unit !== '').length;
  const rows = useTargets();
  const shown = units.slice(0, MOST_UNITS);
  const table = rows ? (
    <TargetsTable units={shown} {...{ rows }} />
  ) : state.chart === 'map' ? (
    <OverviewMap units={shown} {...{ columns, answer }} />
  ) : (
    <OverviewTable units={shown} {...{ columns, answer }} />
  );
  return (
    <Card
      title={words.overview.heading}
      lead={
        <>
          <p>{words.overview.lead(reporting, documents, formatCount(answer.figureCount))}</p>
          <Limits />
          {units.length > MOST_UNITS && (
            <p role="status">{words.overview.limited(MOST_UNITS, units.length)}</p>
          )}
        </>
      }
      figures={rows ? rows.flatMap(({ figure, targets }) => [figure, ...targets]) : answer.figures}
      isTable
      actions={<Periods />}
    >
      {visits.places.length > 0 && <OverviewVisits answer={visits} isChecked={isChecked} />}
      {visits.documents.length > 0 && (
        <OverviewDocuments documents={visits.documents} answer={answer} />
      )}
      <OverviewTiles answer={answer} isChecked={isChecked} />
      <Below height={TABLE_HEIGHT}>
        {visits.documents.length > 0 ? (
          <details className="overview-more">
            <summary>{words.visits.table}</summary>
            {table}
          </details>
        ) : (
          table
        )}
        <OtherSubjects subjects={ranked.slice(MOST_COLUMNS)} />
      </Below>
    </Card>
  );
}

/** Indicators that have no column, each with a way to its parts where it has any. */
function OtherSubjects({ subjects }: { readonly subjects: readonly Subject[] }) {
  const { data } = useDesk();
  const uses = useAnswer({ ask: 'subjects' }).data ?? [];
  if (subjects.length === 0) return null;
  return (
    <section className="no-print">
      <h2 className="group-heading">{words.overview.others}</h2>
      <ul className="overview-others">
        {subjects.map(({ id, name }) => {
          const use = uses.find(({ subject }) => subject === id);
          const [breakdown] = (use?.breakdowns ?? []).filter((one) => one && !one.includes('*'));
          return (
            <li key={id}>
              <Link to={{ view: 'compare', indicator: [id] }}>{name}</Link>
              {breakdown && (
                <>
                  {' · '}
                  <Link to={{ view: 'compare', indicator: [id], breakdown }}>
                    {words.visits.byBreakdown(breakdownName(data, breakdown))}
                  </Link>
                </>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Results beside their targets, where these are asked for; null else. */
function useTargets(): readonly TargetRow[] | null {
  const { data, state } = useDesk();
  const isAsked = state.show === 'targets';
  const answer = useAnswer(targetsQuestion({ data, state }), isAsked);
  useReady(isAsked ? readinessOf(answer) : 'true');
  return isAsked ? (answer.data?.rows ?? []) : null;
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
      <Shown />
    </>
  );
}

/** What stands under the tiles: results or targets as a table; as a map where units have places. */
function Shown() {
  const { data, state, change } = useDesk();
  const tables = SHOWN.map((id) => ({ id: id as string, name: words.targets.shown[id] }));
  const map = { id: 'map', name: words.comparing.charts.map };
  return (
    <Choice
      size="bare"
      label={words.targets.show}
      value={state.show === 'results' && state.chart === 'map' ? 'map' : state.show}
      options={hasTiles(data.units) ? [...tables, map] : tables}
      onChange={(id) =>
        change(
          id === 'map'
            ? { show: 'results', chart: 'map' }
            : { show: id as UrlState['show'], chart: DEFAULTS.chart },
        )
      }
    />
  );
}
