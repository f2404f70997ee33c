/** The way from a part back to the package that holds the whole. */
import { withPart } from '../../../address/reset.ts';
import type { UrlState } from '../../../address/url.ts';
import type { Dataset, Whole } from '../../../model/dataset.ts';
import { words } from '../../../text/words.ts';
import { useDesk } from '../desk.ts';
import { Link } from '../link.tsx';

/** Nothing where the package stands by itself, and in what is embedded. */
export function WholeLine() {
  const { data, state } = useDesk();
  if (!data.whole || state.embed) return null;
  return (
    <nav className="crumbs small no-print" aria-label={words.place.whole}>
      <Link to={toWhole(data, data.whole, state)}>{data.whole.title}</Link>
      <span aria-current="location">› {data.title}</span>
    </nav>
  );
}

/** From the profile of a unit to that of the unit at its top, which the whole knows. */
function toWhole({ units }: Dataset, whole: Whole, state: UrlState): Partial<UrlState> {
  const [unit] = state.unit;
  if (state.view !== 'unit' || unit === undefined) return withPart(state, whole.package);
  const top = [...units.ancestors(unit)].at(-1) ?? unit;
  return { ...withPart(state, whole.package), view: 'unit', unit: [top] };
}
