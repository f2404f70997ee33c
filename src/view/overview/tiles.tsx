/** What needs attention first: backlogs, missing reports, figures to be checked. */

import { reachedUnits } from '../../address/scope.ts';
import { type Dataset, subjectOf } from '../../model/dataset.ts';
import { yearBefore } from '../../model/time/period.ts';
import { formatCount } from '../../model/writing/number.ts';
import type { OverviewAnswer, OverviewTile } from '../../question/overview.ts';
import { lowerFirst } from '../../text/letter-case.ts';
import { periodName, unitName } from '../../text/name.ts';
import { words } from '../../text/words.ts';
import { useDesk } from '../part/desk.ts';
import { Link } from '../part/link.tsx';

const NAMED = 3;
const MOST_NAMED = 2;

export function OverviewTiles({ answer }: { readonly answer: OverviewAnswer }) {
  const { data, state, checked } = useDesk();
  const late = lateUnits(data, reachedUnits(data, state));
  const errors = answer.errors.reduce((sum, item) => sum + item.count, 0);
  const units = answer.errors.filter((item) => data.units.has(item.unit));
  return (
    <section aria-label={words.overview.tiles}>
      <ul className="tiles">
        {answer.tiles.map((tile) => (
          <CountTile key={tile.subject} tile={tile} />
        ))}
        {(late.length > 0 || expectsReports(data)) && (
          <li className="tile">
            <p className="tile-name">{words.overview.notReceived}</p>
            <p className={late.length > 0 ? 'tile-value attention' : 'tile-value'}>
              {formatCount(late.length)}
            </p>
            <p className="small muted">{words.overview.notReceivedNote(nameList(data, late))}</p>
          </li>
        )}
        <li className="tile">
          <p className="tile-name">{words.overview.errors}</p>
          <p className={checked && errors > 0 ? 'tile-value attention' : 'tile-value'}>
            {checked ? formatCount(errors) : '…'}
          </p>
          <p className="small muted">
            {checked ? words.overview.errorsNote(units.length) : words.checks.running}
            {checked && units.length > 0 && ': '}
            {(checked ? units : []).slice(0, NAMED).map((item, at) => (
              <span key={item.unit}>
                {at > 0 && ', '}
                <Link to={{ view: 'unit', unit: [item.unit] }}>{unitName(data, item.unit)}</Link>
              </span>
            ))}
            {checked && units.length > NAMED && ` ${words.overview.others2(units.length - NAMED)}`}
          </p>
        </li>
      </ul>
    </section>
  );
}

function CountTile({ tile }: { readonly tile: OverviewTile }) {
  const { data } = useDesk();
  const subject = subjectOf(data, tile.subject);
  if (!subject) return null;
  const most = tile.most
    .slice(0, MOST_NAMED)
    .map((item) => `${unitName(data, item.unit)} ${formatCount(item.value)}`)
    .join(', ');
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
          : words.overview.tilePeriod(periodName(data, tile.period), tile.units, tile.expected)}
      </p>
      {most && tile.units > 1 && <p className="small muted">{words.overview.most(most)}</p>}
    </li>
  );
}

interface LateReport {
  readonly unit: string;
  readonly period: string;
}

/** Reports that were due within the last year of the package and have not come; older gaps are history. */
function lateUnits(data: Dataset, units: readonly string[] | null): LateReport[] {
  const latest = [...data.sources.values()].reduce(
    (day, source) => (source.dueOn > day ? source.dueOn : day),
    '',
  );
  const since = latest ? yearBefore(latest) : '';
  return [...data.sources.values()]
    .filter(
      (source) => source.dueOn > since && source.receivedOn === '' && data.units.has(source.unit),
    )
    .filter((source) => units === null || units.includes(source.unit))
    .map(({ unit, period }) => ({ unit, period }));
}

function expectsReports(data: Dataset): boolean {
  return [...data.sources.values()].some((source) => source.dueOn !== '');
}

function nameList(data: Dataset, late: readonly LateReport[]): string {
  const named = late
    .slice(-NAMED)
    .map(({ unit, period }) => `${unitName(data, unit)} (${lowerFirst(periodName(data, period))})`);
  const rest = late.length > NAMED ? `; ${words.overview.others2(late.length - NAMED)}` : '';
  return named.join('; ') + rest;
}
