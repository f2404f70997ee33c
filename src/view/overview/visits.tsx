/** Which three units need a visit, and why; how they are ordered, and by what else they could be. */
import type { Dataset } from '../../model/dataset.ts';
import { ownOf } from '../../model/group.ts';
import {
  MOST_POINTS,
  MOST_VISITS,
  rankVisits,
  type Visit,
  WEIGHTS,
  type Weight,
} from '../../model/visit/ranking.ts';
import { CHECKS_A_POINT } from '../../model/visit/reason.ts';
import { formatCount, formatNumber } from '../../model/writing/number.ts';
import type { VisitsAnswer } from '../../question/visits.ts';
import { periodName, unitName } from '../../text/name.ts';
import { words } from '../../text/words.ts';
import { useDesk } from '../part/desk.ts';
import { Choice } from '../part/fields.tsx';
import { Link } from '../part/link.tsx';
import { Reasons } from '../part/visit/reasons.tsx';

/** Units that are named after the first ones. */
const MOST_NEXT = 5;

interface OverviewVisitsProps {
  readonly answer: VisitsAnswer;
  readonly isChecked: boolean;
}

export function OverviewVisits({ answer, isChecked }: OverviewVisitsProps) {
  const { data, state, change } = useDesk();
  const ranked = rankVisits(answer.reasons, state.visits);
  const shown = ranked.slice(0, MOST_VISITS);
  return (
    <section className="visits" aria-labelledby="visits-heading" data-visits={state.visits}>
      <div className="visits-head">
        <h2 id="visits-heading">{words.visits.heading(shown.length)}</h2>
        <Choice
          size="bare"
          label={words.visits.by}
          value={state.visits}
          options={WEIGHTS.map((id) => ({ id, name: words.visits.weight[id] }))}
          onChange={(id) => change({ visits: id as Weight })}
        />
      </div>
      <p className="small muted">
        {scopeText(data, answer)}.{!isChecked && ` ${words.checks.running}`}
      </p>
      {shown.length === 0 && <p role="status">{words.visits.none}</p>}
      <ol className="visit-list">
        {shown.map((visit, at) => (
          <VisitItem key={visit.unit} {...{ visit, at }} period={answer.places[0]?.period ?? ''} />
        ))}
      </ol>
      {shown.length > 0 && shown.length < MOST_VISITS && (
        <p className="small muted">{words.visits.fewer}</p>
      )}
      <Rules next={ranked.slice(MOST_VISITS, MOST_VISITS + MOST_NEXT)} />
    </section>
  );
}

function VisitItem({
  visit,
  at,
  period,
}: {
  readonly visit: Visit;
  readonly at: number;
  /** That of the units looked at, as said above. */
  readonly period: string;
}) {
  const { data } = useDesk();
  return (
    <li className="visit" data-unit={visit.unit}>
      <h3>
        <span className="visit-rank">{at + 1}</span>
        <Link to={{ view: 'unit', unit: [visit.unit] }}>{unitName(data, visit.unit)}</Link>
      </h3>
      <Reasons matters={visit.matters} period={period} />
    </li>
  );
}

/** How they are ordered, and who follows: folded. */
function Rules({ next }: { readonly next: readonly Visit[] }) {
  const { data } = useDesk();
  const { verdict, points: sizes, facts, once, noGrade } = words.visits.rules;
  const counts = [sizes(formatCount(MOST_POINTS)), facts(formatCount(CHECKS_A_POINT))];
  const rules = [verdict, ...counts, once, noGrade];
  return (
    <details className="small muted no-print">
      <summary>{words.visits.how}</summary>
      <ul className="visit-rules">
        {rules.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
      {next.length > 0 && (
        <p>
          {words.visits.next}{' '}
          {next.map(({ unit, points }, at) => (
            <span key={unit}>
              {at > 0 && ', '}
              <Link to={{ view: 'unit', unit: [unit] }}>{unitName(data, unit)}</Link> (
              {words.visits.points(formatNumber(points, 1))})
            </span>
          ))}
        </p>
      )}
    </details>
  );
}

function scopeText(data: Dataset, { places, subjects }: VisitsAnswer): string {
  const [first] = places;
  if (!first) return '';
  const units = new Set(places.flatMap((place) => place.units)).size;
  const level = ownOf(words.level, first.level) ?? first.level;
  const parent = first.parent ? words.compare.without(unitName(data, first.parent)) : '';
  const where = places.length > 1 ? words.visits.places(places.length) : parent;
  return words.visits.scope(
    subjects,
    units,
    [level, where].filter(Boolean).join(' '),
    periodName(data, first.period),
    places
      .filter(({ period }) => period === first.period)
      .reduce((sum, { reporting }) => sum + reporting, 0),
  );
}
