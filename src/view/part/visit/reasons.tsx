/** Why a unit needs attention: every reason leads to where it can be seen. */
import { LATEST } from '../../../address/period-choice.ts';
import type { UrlState } from '../../../address/url.ts';
import type { Reason, ReasonKind } from '../../../model/visit/reason.ts';
import { lowerFirst } from '../../../text/letter-case.ts';
import { periodName } from '../../../text/name.ts';
import { reasonText } from '../../../text/visit/reason.ts';
import { useDesk } from '../desk.ts';
import { Link } from '../link.tsx';

/** Reasons by matter, as `rankVisits` and `byMatter` give them; a number of another period than the one told says of which. */
export function Reasons({
  matters,
  period = '',
}: {
  readonly matters: readonly (readonly Reason[])[];
  readonly period?: string;
}) {
  return (
    <ul className="reasons">
      {matters.map((reasons) => (
        <Matter
          key={`${reasons[0]?.kind}~${reasons[0]?.subject}`}
          reasons={reasons}
          period={period}
        />
      ))}
    </ul>
  );
}

function Matter({
  reasons,
  period,
}: {
  readonly reasons: readonly Reason[];
  readonly period: string;
}) {
  const { data } = useDesk();
  const { head, clauses } = reasonText(data, reasons);
  const own = reasons[0]?.figure?.period ?? period;
  const when = period && own !== period ? ` (${lowerFirst(periodName(data, own))})` : '';
  return (
    <li>
      {clauses.map(({ reason, text }, at) => (
        <span key={reason.kind}>
          {at > 0 && '; '}
          <Link to={placeOf(reason)} data={{ reason: reason.kind, indicator: reason.subject }}>
            {at === 0 && <strong>{`${head}${when} `}</strong>}
            <span>{text}</span>
          </Link>
        </span>
      ))}
    </li>
  );
}

const PLACES: Readonly<Record<ReasonKind, (reason: Reason) => Partial<UrlState>>> = {
  level: ({ subject }) => ({ view: 'compare', indicator: [subject] }),
  target: ({ subject }) => ({ view: 'compare', indicator: [subject] }),
  overdue: ({ subject }) => ({ view: 'compare', indicator: [subject] }),
  change: ({ subject, unit }) => ({ view: 'trend', indicator: [subject], unit: [unit] }),
  reports: ({ unit }) => ({ view: 'unit', unit: [unit] }),
  checks: ({ unit }) => ({ view: 'checks', unit: [unit], severity: ['error'], period: LATEST }), // they are of all periods
};

/** A comparison is of all units: the one of a profile does not go along. */
function placeOf(reason: Reason): Partial<UrlState> {
  const place = PLACES[reason.kind](reason);
  return place.view === 'compare' ? { unit: [], ...place } : place;
}
