/** One group of a comparison: its heading, its value, its bars, and who is missing. */

import { memo } from 'react';
import type { UrlState } from '../../address/url.ts';
import { type BarRow, Bars } from '../../chart/bars.tsx';
import type { Subject } from '../../model/catalogue.ts';
import { subjectOf } from '../../model/dataset.ts';
import { type Figure, flagTone, isWeak, showsReported } from '../../model/figure.ts';
import { formatRef } from '../../model/figure-ref.ts';
import { ownOf } from '../../model/group.ts';
import { changeSince } from '../../model/time/comparison.ts';
import { formatCount } from '../../model/writing/number.ts';
import type { CompareGroup, CompareRow } from '../../question/compare.ts';
import { changeText, countsText, figureText, valueText } from '../../text/figure.ts';
import { upperFirst } from '../../text/letter-case.ts';
import { figureName, missingText, partName, periodName, unitName } from '../../text/name.ts';
import { besideText, noteText } from '../../text/note.ts';
import { words } from '../../text/words.ts';
import { type Desk, useDesk } from '../part/desk.ts';
import { Link } from '../part/link.tsx';
import { intoUnit } from '../part/place/into.ts';
import { useWidth } from '../part/width.ts';

interface GroupProps {
  readonly desk: Desk;
  readonly subject: Subject;
  readonly group: CompareGroup;
  readonly first: CompareGroup;
  readonly apart: boolean;
  readonly domain: readonly [number, number];
  /** Units that report nothing themselves although units below them do. */
  readonly below: readonly string[];
}

/** Drawn anew only for another answer: the URL changes with every panel that opens. */
export const Group = memo(
  GroupSection,
  (a, b) =>
    a.group === b.group &&
    a.first === b.first &&
    a.apart === b.apart &&
    a.subject.id === b.subject.id &&
    a.domain[0] === b.domain[0] &&
    a.domain[1] === b.domain[1],
);

function GroupSection({ desk, subject, group, first, apart, domain, below }: GroupProps) {
  const [ref, width] = useWidth();
  const isBare = (row: CompareRow) =>
    row.figure.absence === 'NO_DATA' && row.references.length === 0;
  const drawn = group.rows.filter((row) => !isBare(row));
  const absent = group.rows.filter(isBare);
  const shared = sharedReferences(drawn);
  const scale = (value: number) => valueText(subject, value, value % 1 === 0 ? 0 : 1);
  return (
    <section aria-label={groupName(desk, group)}>
      <h2 className="group-heading">{groupName(desk, group)}</h2>
      <GroupLine {...{ desk, subject, group }} />
      {apart && (
        <p className="small muted">
          {group.behind !== undefined
            ? words.compare.leftover(periodName(desk.data, group.behind))
            : words.compare.differs(difference(first, group))}
        </p>
      )}
      <div ref={ref}>
        {drawn.length > 0 && (
          <Bars
            rows={drawn.map((row) => barRow(desk, subject, row, shared))}
            domain={domain}
            tick={scale}
            group={groupLine(subject, group)}
            width={width}
          />
        )}
      </div>
      <Absent
        rows={absent.filter((row) => !below.includes(row.figure.unit))}
        say={words.chart.noData}
        to={(unit) => ({ view: 'unit', unit: [unit] })}
      />
      <Absent
        rows={absent.filter((row) => below.includes(row.figure.unit))}
        say={words.chart.onlyBelow}
        to={(unit) => ({ under: unit, unit: [] })}
      />
    </section>
  );
}

/** Units without a number, each with a way to what there is. */
function Absent({
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

/** The value of the whole group in words, and the way into it. */
function GroupLine({
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
    total && totalText(subject, group),
    group.own && ownText(desk, subject, group.own),
    promiseText(subject, group),
    cutoffText(group),
  ].filter(Boolean);
  if (told.length === 0 && !narrow) return null;
  return (
    <p className="small muted">
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

function totalText(subject: Subject, group: CompareGroup): string {
  const { total } = group;
  if (!total) return '';
  const { numerator, denominator } = total;
  const counts =
    numerator === null || denominator === null
      ? ''
      : `${formatCount(numerator)}/${formatCount(denominator)}`;
  const say = subject.isRatio ? words.chart.groupTotal : words.chart.groupSum;
  return say(valueText(subject, total.value), counts, total.reported, group.expected);
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

function groupName({ data }: Desk, group: CompareGroup): string {
  const level = group.level
    ? (ownOf(words.level, group.level) ?? group.level)
    : words.compare.peers;
  const parent = group.parent
    ? words.compare.without(unitName(data, group.parent, group.period))
    : '';
  return words.compare.groupHeading(level, parent, periodName(data, group.period));
}

function difference(first: CompareGroup, group: CompareGroup): string {
  return [
    group.period === first.period ? '' : words.compare.differsPeriod,
    group.level === first.level ? '' : words.compare.differsLevel,
    group.parent === first.parent ? '' : words.compare.differsParent,
    group.cutoff === first.cutoff ? '' : words.compare.differsCutoff,
  ]
    .filter(Boolean)
    .join(', ');
}

function groupLine(subject: Subject, group: CompareGroup) {
  if (!group.total || !subject.isRatio) return null;
  return { value: group.total.value, label: words.chart.group };
}

function barRow(
  desk: Desk,
  subject: Subject,
  row: CompareRow,
  shared: ReadonlySet<Figure>,
): BarRow {
  const { figure, references } = row;
  const { data, href, change } = desk;
  return {
    key: [figure.unit, figure.body, figure.category].join('~'),
    name: unitName(data, figure.unit, figure.period),
    under: partName(data, figure),
    href: href({ ...intoUnit(desk, figure.unit, figure.period), q: '', open: null }),
    value: figure.value,
    high: figure.high,
    weak: isWeak(figure),
    reported: row.beside ? row.beside.value : showsReported(figure) ? figure.reported : null,
    targets: references.flatMap(({ value, kind }) => (value === null ? [] : [{ value, kind }])),
    text: figureText(subject, figure),
    counts: countsText(figure),
    note: [
      row.period === figure.period ? '' : words.chart.filled(periodName(data, figure.period)),
      noteText(subject, figure),
      missingText(data, figure),
      row.beside ? besideText(subject, row.beside) : '',
      changeNote(desk, subject, row),
      ...references.filter((f) => !shared.has(f)).map((f) => referenceText(f)),
    ]
      .filter(Boolean)
      .join(' · '),
    flag: flagTone(figure),
    label: words.chart.open(figureName(data, subject, figure)),
    open: formatRef(figure),
    onOpen: () => change({ open: figure }),
  };

  function referenceText(reference: Figure): string {
    const own = subjectOf(data, reference.subject);
    return own ? `${words.kind[reference.kind]} ${figureText(own, reference)}` : '';
  }
}

/** "+3,2 điểm so với cùng kỳ", where the two are like with like. */
function changeNote({ data }: Desk, subject: Subject, { figure, before }: CompareRow): string {
  const change = changeSince(figure, before, data.units, data.periods);
  return change === null ? '' : words.chart.change(changeText(subject, change));
}

/** Targets and norms that hold for every row: said once for the group, not on every line. */
function sharedReferences(rows: readonly CompareRow[]): ReadonlySet<Figure> {
  const [first] = rows;
  const common = (first?.references ?? []).filter(
    (reference) =>
      reference.kind !== 'registered' &&
      rows.length > 1 &&
      rows.every((row) =>
        row.references.some((f) => f.kind === reference.kind && f.value === reference.value),
      ),
  );
  const keys = new Set(common.map((reference) => `${reference.kind} ${reference.value}`));
  return new Set(
    rows.flatMap((row) => row.references.filter((f) => keys.has(`${f.kind} ${f.value}`))),
  );
}

function promiseText(subject: Subject, group: CompareGroup): string {
  const shared = [...sharedReferences(group.rows.filter((row) => row.references.length > 0))];
  const texts = shared.map(
    (reference) => `${words.kind[reference.kind]} ${figureText(subject, reference)}`,
  );
  return [...new Set(texts)].map(upperFirst).join(', ');
}
