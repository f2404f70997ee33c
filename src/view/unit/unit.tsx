/** "Hồ sơ đơn vị": a unit's story and where it stands on one page; all its figures, issues and documents folded. */

import { firstReporting } from '../../address/defaults.ts';
import type { Chart } from '../../address/url.ts';
import type { Figure } from '../../model/figure.ts';
import { groupBy } from '../../model/group.ts';
import type { StandingAnswer } from '../../question/standing.ts';
import { multiplesOf } from '../../slide/plot/multiples.ts';
import { unitName } from '../../text/name.ts';
import { words } from '../../text/words.ts';
import { Card } from '../card/card.tsx';
import { Failed, Waiting } from '../notice/waiting.tsx';
import { useSettled } from '../part/decisions.ts';
import { useAnswer, useDesk } from '../part/desk.ts';
import { Picker } from '../part/fields.tsx';
import { unitOptions } from '../part/options.ts';
import { readinessOf, useReady } from '../part/ready.ts';
import { Everything } from './everything.tsx';
import { UnitHeader } from './header.tsx';
import { Multiples } from './multiples.tsx';
import { UnitSheet } from './sheet.tsx';
import { SpineChart } from './spine.tsx';
import { StandingTable } from './standing.tsx';
import { UnitStory } from './story.tsx';

export function UnitView() {
  const { data, state, change } = useDesk();
  const unit = state.unit[0] ?? firstReporting(data);
  return (
    <>
      <div className="controls">
        <Picker
          label={words.control.unit}
          value={unit}
          options={unitOptions(data)}
          onChange={(id) => change({ unit: [id] })}
        />
      </div>
      {unit ? <Profile key={unit} unit={unit} /> : <p>{words.unit.pick}</p>}
    </>
  );
}

function Profile({ unit }: { readonly unit: string }) {
  const { data, state } = useDesk();
  const query = useAnswer({ ask: 'profile', unit, body: state.body });
  const standing = useAnswer({ ask: 'standing', unit, without: useSettled() });
  useReady(readinessOf(query));
  useReady(readinessOf(standing));
  const error = query.error ?? standing.error;
  if (error !== null) return <Failed error={error} />;
  const isWaiting = query.isPlaceholderData || standing.isPlaceholderData;
  if (!query.data || !standing.data || isWaiting) return <Waiting />;
  const latest = latestOfEach(query.data.figures);
  const hasRows = standing.data.rows.some(({ figure }) => figure.value !== null);
  return (
    <Card
      title={unitName(data, unit)}
      address={{ unit: [unit] }}
      lead={<UnitHeader unit={unit} />}
      figures={query.data.figures}
    >
      {hasRows && <UnitStory answer={standing.data} />}
      <UnitSheet
        data={data}
        figures={latest}
        past={query.data.figures}
        issues={query.data.issues}
      />
      {hasRows && <StandingShown answer={standing.data} />}
      <Everything {...{ data, latest }} answer={query.data} isOpen={!hasRows} />
    </Card>
  );
}

/** The indicators as a table, their places in the group as one drawing, or each over time. */
function StandingShown({ answer }: { readonly answer: StandingAnswer }) {
  const { data, state } = useDesk();
  const isGrouped = answer.rows.some(({ group }) => group !== null);
  const drawings: readonly Chart[] = [
    ...(isGrouped ? (['spine'] as const) : []),
    ...(multiplesOf(data, answer).length > 0 ? (['multiples'] as const) : []),
  ];
  const shown = drawings.find((chart) => chart === state.chart) ?? 'bars';
  const others = (['bars', ...drawings] as const).filter((chart) => chart !== shown);
  return (
    <>
      {shown === 'bars' && <StandingTable answer={answer} />}
      {shown === 'spine' && <SpineChart answer={answer} />}
      {shown === 'multiples' && <Multiples answer={answer} />}
      {drawings.length > 0 && <OtherDrawings charts={others} />}
    </>
  );
}

const NAMES: Partial<Record<Chart, () => string>> = {
  bars: () => words.spine.back,
  spine: () => words.spine.show,
  multiples: () => words.multiples.show,
};

function OtherDrawings({ charts }: { readonly charts: readonly Chart[] }) {
  const { change } = useDesk();
  return (
    <p className="row-of-buttons no-print">
      {charts.map((chart) => (
        <button key={chart} type="button" className="button" onClick={() => change({ chart })}>
          {NAMES[chart]?.()}
        </button>
      ))}
    </p>
  );
}

/** Per subject, breakdown, category, body and kind the first: figures come latest first. */
function latestOfEach(figures: readonly Figure[]): Figure[] {
  const key = (f: Figure) => [f.subject, f.breakdown, f.category, f.body, f.kind].join('~');
  const said = figures.filter(
    (figure) => figure.absence !== 'NOT_COMPUTABLE' || figure.flags.length > 0,
  );
  return [...groupBy(said, key).values()].flatMap((same) => same[0] ?? []);
}
