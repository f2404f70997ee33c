/** Why a unit needs attention: every reason leads to where it can be seen. */
import type { UrlState } from '../../../address/url.ts';
import type { Reason, ReasonKind } from '../../../model/visit/reason.ts';
import { reasonText } from '../../../text/visit/reason.ts';
import { useDesk } from '../desk.ts';
import { Link } from '../link.tsx';

/** Reasons by matter, as `rankVisits` and `byMatter` give them. */
export function Reasons({ matters }: { readonly matters: readonly (readonly Reason[])[] }) {
  return (
    <ul className="reasons">
      {matters.map((reasons) => (
        <Matter key={`${reasons[0]?.kind}~${reasons[0]?.subject}`} reasons={reasons} />
      ))}
    </ul>
  );
}

function Matter({ reasons }: { readonly reasons: readonly Reason[] }) {
  const { data } = useDesk();
  const { head, clauses } = reasonText(data, reasons);
  return (
    <li>
      {clauses.map(({ reason, text }, at) => (
        <span key={reason.kind}>
          {at > 0 && '; '}
          <Link to={placeOf(reason)} data={{ reason: reason.kind, indicator: reason.subject }}>
            {at === 0 && <strong>{head} </strong>}
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
  checks: ({ unit }) => ({ view: 'checks', unit: [unit], severity: ['error'] }),
};

/** A comparison is of all units: the one of a profile does not go along. */
function placeOf(reason: Reason): Partial<UrlState> {
  const place = PLACES[reason.kind](reason);
  return place.view === 'compare' ? { unit: [], ...place } : place;
}
