/** The value of a whole group in words, its heading, and the units without a number. */
import type { UrlState } from '../../address/url.ts';
import type { Subject } from '../../model/catalogue.ts';
import type { Figure } from '../../model/figure.ts';
import { ownOf } from '../../model/group.ts';
import { formatCount } from '../../model/writing/number.ts';
import type { CompareGroup, CompareRow } from '../../question/compare.ts';
import { countsText, figureText, valueText } from '../../text/figure.ts';
import { upperFirst } from '../../text/letter-case.ts';
import { periodName, unitName } from '../../text/name.ts';
import { reportsOf } from '../../text/told/sentence.ts';
import { words } from '../../text/words.ts';
import { type Desk, useDesk } from '../part/desk.ts';
import { Link } from '../part/link.tsx';
import { sharedReferences } from './row.ts';

/** The value of the whole group in words, and the way into it. */
export function GroupLine({
  desk,
  subject,
  group,
}: {
  desk: Desk;
  subject: Subject;
  group: CompareGroup;
}) {
  const { total, parent } = group;
  const narrow = parent !== null && desk.state.under !== parent;
  const told = [
    total && totalText(desk, subject, group),
    group.own && ownText(desk, subject, group.own),
    promiseText(subject, group),
    cutoffText(group),
  ].filter(Boolean);
  if (told.length === 0 && !narrow) return null;
  return (
    <p>
      {told.join(' · ')}
      {told.length > 0 && narrow && ' · '}
      {narrow && (
        <Link to={{ under: parent }}>
          {words.compare.only(unitName(desk.data, parent, group.period))}
        </Link>
      )}
    </p>
  );
}

export function groupName({ data }: Desk, group: CompareGroup): string {
  const level = group.level
    ? (ownOf(words.level, group.level) ?? group.level)
    : words.compare.peers;
  const parent = group.parent
    ? words.compare.without(unitName(data, group.parent, group.period))
    : '';
  return words.compare.groupHeading(level, parent, periodName(data, group.period));
}

/** Why a group stands apart from the first. */
export function difference(first: CompareGroup, group: CompareGroup): string {
  return [
    group.period === first.period ? '' : words.compare.differsPeriod,
    group.level === first.level ? '' : words.compare.differsLevel,
    group.parent === first.parent ? '' : words.compare.differsParent,
    group.cutoff === first.cutoff ? '' : words.compare.differsCutoff,
  ]
    .filter(Boolean)
    .join(', ');
}

/** Units without a number, each with a way to what there is. */
export function Absent({
  rows,
  say,
  to,
}: {
  readonly rows: readonly CompareRow[];
  readonly say: (units: number) => string;
  readonly to: (unit: string) => Partial<UrlState>;
}) {
  const { data } = useDesk();
  if (rows.length === 0) return null;
  const units = new Map(rows.map(({ figure }) => [figure.unit, figure.period]));
  return (
    <p className="small muted">
      {say(units.size)}
      {[...units].map(([unit, period], at) => (
        <span key={unit}>
          {at > 0 && ', '}
          <Link to={to(unit)}>{unitName(data, unit, period)}</Link>
        </span>
      ))}
    </p>
  );
}

function totalText({ data }: Desk, subject: Subject, group: CompareGroup): string {
  const { total } = group;
  if (!total) return '';
  const { numerator, denominator } = total;
  const counts =
    numerator === null || denominator === null
      ? ''
      : `${formatCount(numerator)}/${formatCount(denominator)}`;
  const { reported, of, apart, newer, missing } = reportsOf(group, total.reported);
  const period = periodName(data, group.period);
  const scope =
    newer > 0
      ? words.place.newer(reported, period, newer, missing)
      : apart > 0
        ? words.place.apart(reported, reported + apart, of, period)
        : words.place.reported(reported, of);
  const say = subject.isRatio ? words.chart.groupTotal : words.chart.groupSum;
  return say(valueText(subject, total.value), counts, scope);
}

/** The parent's own report: another figure than the sum of its units. */
function ownText({ data }: Desk, subject: Subject, own: Figure): string {
  const counts = countsText(own);
  const value = figureText(subject, own) + (counts ? ` (${counts})` : '');
  return words.chart.ownReport(unitName(data, own.unit, own.period), value);
}

function cutoffText({ cutoff }: CompareGroup): string {
  if (cutoff === 'day14') return words.chart.day14;
  return cutoff === 'mixed' ? words.chart.mixedCutoff : '';
}

function promiseText(subject: Subject, group: CompareGroup): string {
  const shared = [...sharedReferences(group.rows.filter((row) => row.references.length > 0))];
  const texts = shared.map(
    (reference) => `${words.kind[reference.kind]} ${figureText(subject, reference)}`,
  );
  return [...new Set(texts)].map(upperFirst).join(', ');
}
