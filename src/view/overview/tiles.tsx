/** What needs attention first: backlogs, missing reports, figures to be checked. */

import { onePeriod } from '../../address/period-choice.ts';
import { reachedUnits } from '../../address/scope.ts';
import type { UrlState } from '../../address/url.ts';
import { type Dataset, subjectOf } from '../../model/dataset.ts';
import { groupBy } from '../../model/group.ts';
import { type LateReport, lateReports } from '../../model/visit/late-report.ts';
import { formatCount } from '../../model/writing/number.ts';
import type { OverviewAnswer, OverviewTile } from '../../question/overview.ts';
import { lowerFirst } from '../../text/letter-case.ts';
import { periodName, unitName } from '../../text/name.ts';
import { words } from '../../text/words.ts';
import { useDesk } from '../part/desk.ts';
import { Link } from '../part/link.tsx';

/** Units named in a tile; more are counted. */
const NAMED = 3;

interface TilesProps {
  readonly answer: OverviewAnswer;
  readonly isChecked: boolean;
}

export function OverviewTiles({ answer, isChecked }: TilesProps) {
  const { data, state } = useDesk();
  const late = lateReports(data, reachedUnits(data, state));
  return (
    <section aria-label={words.overview.tiles}>
      <ul className="tiles">
        {answer.tiles.map((tile) => (
          <CountTile key={tile.subject} tile={tile} />
        ))}
        {(late.length > 0 || expectsReports(data)) && <LateTile late={late} />}
        <ErrorTile {...{ answer, isChecked }} />
      </ul>
    </section>
  );
}

function LateTile({ late }: { readonly late: readonly LateReport[] }) {
  const { data } = useDesk();
  const byUnit = [...groupBy(late, ({ unit }) => unit)];
  const periods = (own: readonly LateReport[]) =>
    own.map(({ period }) => lowerFirst(periodName(data, period))).join(', ');
  return (
    <li className="tile">
      <p className="tile-name">
        <Link to={latePlace(late)}>{words.overview.notReceived}</Link>
      </p>
      <p className={late.length > 0 ? 'tile-value attention' : 'tile-value'}>
        {formatCount(late.length)}
      </p>
      <p className="small muted">
        {late.length === 0 && words.overview.notReceivedNote('')}
        {byUnit.slice(0, NAMED).map(([unit, own], at) => (
          <span key={unit}>
            {at > 0 && '; '}
            <UnitLink unit={unit} /> ({periods(own)})
          </span>
        ))}
        {byUnit.length > NAMED && ` ${words.overview.others2(byUnit.length - NAMED)}`}
      </p>
    </li>
  );
}

function ErrorTile({ answer, isChecked }: TilesProps) {
  const { data } = useDesk();
  const errors = answer.errors.reduce((sum, item) => sum + item.count, 0);
  const units = answer.errors.filter((item) => data.units.has(item.unit));
  return (
    <li className="tile">
      <p className="tile-name">
        <Link to={{ view: 'checks', severity: ['error'] }}>{words.overview.errors}</Link>
      </p>
      <p className={isChecked && errors > 0 ? 'tile-value attention' : 'tile-value'}>
        {isChecked ? formatCount(errors) : '…'}
      </p>
      <p className="small muted">
        {isChecked ? words.overview.errorsNote(units.length) : words.checks.running}
        {isChecked && units.length > 0 && ': '}
        {(isChecked ? units : []).slice(0, NAMED).map((item, at) => (
          <span key={item.unit}>
            {at > 0 && ', '}
            <UnitLink unit={item.unit} />
          </span>
        ))}
        {isChecked && units.length > NAMED && ` ${words.overview.others2(units.length - NAMED)}`}
      </p>
    </li>
  );
}

function UnitLink({ unit }: { readonly unit: string }) {
  const { data } = useDesk();
  return <Link to={{ view: 'unit', unit: [unit] }}>{unitName(data, unit)}</Link>;
}

function CountTile({ tile }: { readonly tile: OverviewTile }) {
  const { data } = useDesk();
  const subject = subjectOf(data, tile.subject);
  if (!subject) return null;
  const [first] = tile.most;
  const most = first && `${unitName(data, first.unit)} ${formatCount(first.value)}`;
  return (
    <li className="tile" data-indicator={tile.subject} data-period={tile.period}>
      <p className="tile-name">
        <Link to={{ view: 'compare', indicator: [tile.subject] }}>{subject.name}</Link>
      </p>
      <p className={tile.value > 0 ? 'tile-value attention' : 'tile-value'} data-value={tile.value}>
        {formatCount(tile.value)}
        <span className="small muted"> {subject.unitLabel}</span>
      </p>
      <p className="small muted">
        {tile.units === 1 && tile.most[0]
          ? [unitName(data, tile.most[0].unit), periodName(data, tile.period)].join(' · ')
          : tileScope(data, tile)}
        {tile.newer !== undefined && (
          <>
            {'. '}
            <Link
              to={{ view: 'compare', indicator: [tile.subject], period: onePeriod(tile.period) }}
            >
              {words.compare.whole(periodName(data, tile.period))}
            </Link>
          </>
        )}
      </p>
      {most && tile.units > 1 && <p className="small muted">{words.overview.most(most)}</p>}
    </li>
  );
}

function tileScope(data: Dataset, { period, units, expected, newer = 0 }: OverviewTile): string {
  const name = periodName(data, period);
  if (newer === 0) return words.overview.tilePeriod(name, units, expected);
  return words.place.newer(units, name, newer, Math.max(0, expected - units - newer));
}

/** The comparison of the last period that is missing: there its units stand as not reported. */
function latePlace(late: readonly LateReport[]): Partial<UrlState> {
  const period = late.at(-1)?.period;
  return { view: 'compare', ...(period ? { period: onePeriod(period) } : {}) };
}

function expectsReports(data: Dataset): boolean {
  return [...data.sources.values()].some((source) => source.dueOn !== '');
}
