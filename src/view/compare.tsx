/** "So sánh": one subject across units, like with like; whoever differs stands apart and says so. */
import { type BarRow, Bars } from '../chart/bars.tsx';
import type { Subject } from '../model/catalogue.ts';
import { categoryName, subjectOf } from '../model/dataset.ts';
import { type Figure, isWeak, showsReported } from '../model/figure.ts';
import { matchesSearch } from '../model/fold.ts';
import type { CompareGroup, CompareRow } from '../query/question.ts';
import { countsText, figureText, valueText } from '../text/figure.ts';
import { vi } from '../text/vi.ts';
import { Card } from './card.tsx';
import { type Desk, useAnswer, useDesk } from './desk.ts';
import { Search } from './fields.tsx';
import { Legend } from './legend.tsx';
import { Link } from './link.tsx';
import { flagTone, noteText } from './marks.tsx';
import { readinessOf, useReady } from './ready.ts';
import { domainOf } from './scale.ts';
import { scopeOf } from './scope.ts';
import { SubjectControls, useSubject } from './subject-controls.tsx';
import { figureLabel, openParam, partName, periodName, unitName } from './subject-label.ts';
import { Failed, Waiting } from './waiting.tsx';
import { useWidth } from './width.ts';

export function CompareView() {
  const desk = useDesk();
  const { subject, uses } = useSubject(desk);
  return (
    <>
      <SubjectControls {...{ desk, subject, uses }} withPeriod>
        <Search
          label={vi.control.searchUnits}
          value={desk.state.q}
          onChange={(q) => desk.change({ q }, 'replace')}
        />
      </SubjectControls>
      {subject ? <Comparison subject={subject} /> : <Waiting />}
    </>
  );
}

function Comparison({ subject }: { readonly subject: Subject }) {
  const desk = useDesk();
  const query = useAnswer({
    ask: 'compare',
    subject: subject.id,
    ...scopeOf(desk.data, desk.state),
  });
  useReady(readinessOf(query));
  if (query.isError) return <Failed error={query.error} />;
  if (!query.data) return <Waiting />;
  const groups = searched(desk, query.data.groups);
  return <Groups {...{ desk, subject, groups }} />;
}

/** Groups whose rows match the search; a group without rows goes. */
function searched(desk: Desk, groups: readonly CompareGroup[]): CompareGroup[] {
  const { q } = desk.state;
  if (!q) return [...groups];
  const found = ({ figure }: CompareRow) => {
    const { name, aliases, code } = desk.data.units.at(figure.unit);
    return matchesSearch(q, [name, ...aliases, code]);
  };
  return groups
    .map((group) => ({ ...group, rows: group.rows.filter(found) }))
    .filter((group) => group.rows.length > 0);
}

function Groups({
  desk,
  subject,
  groups,
}: {
  readonly desk: Desk;
  readonly subject: Subject;
  readonly groups: readonly CompareGroup[];
}) {
  const rows = groups.flatMap((group) => group.rows);
  const shown = rows.map((row) => row.figure);
  const references = rows.flatMap((row) => row.references);
  const values = [...shown, ...references].flatMap((f) => [f.value, f.high, f.reported]);
  const domain = domainOf(
    subject,
    values.filter((value) => value !== null),
  );
  const onePeriod = new Set(groups.map((group) => group.period)).size === 1;
  const period = onePeriod && groups[0] ? periodName(desk.data, groups[0].period) : '';
  const { breakdown, category } = desk.state;
  const name = category
    ? vi.compare.categoryOf(subject.name, categoryName(desk.data, breakdown, category))
    : subject.name;
  return (
    <Card
      title={vi.compare.title(name, period)}
      lead={<Lead desk={desk} subject={subject} apart={groups.length > 1} />}
      figures={[...new Set([...shown, ...references])]}
    >
      {groups.length === 0 && <p className="muted">{vi.chart.none}</p>}
      {groups.map((group, at) => (
        <Group
          key={`${group.period}~${group.level}~${group.parent}`}
          {...{ desk, subject, group, domain, first: groups[0] as CompareGroup, apart: at > 0 }}
        />
      ))}
      <Legend
        figures={shown}
        references={references}
        hasGroup={groups.some((group) => group.total)}
      />
    </Card>
  );
}

function Lead({ desk, subject, apart }: { desk: Desk; subject: Subject; apart: boolean }) {
  return (
    <>
      {subject.definition && <p>{subject.definition}</p>}
      {desk.state.period === 'latest' && <p>{vi.compare.latest}</p>}
      {apart && <p>{vi.compare.groupApart}</p>}
      {desk.state.under && (
        <p>
          {vi.control.under(desk.data.units.at(desk.state.under).name)} ·{' '}
          <Link to={{ under: '' }}>{vi.control.everywhere}</Link>
        </p>
      )}
    </>
  );
}

function Group({
  desk,
  subject,
  group,
  first,
  apart,
  domain,
}: {
  readonly desk: Desk;
  readonly subject: Subject;
  readonly group: CompareGroup;
  readonly first: CompareGroup;
  readonly apart: boolean;
  readonly domain: readonly [number, number];
}) {
  const [ref, width] = useWidth();
  const drawn = group.rows.filter((row) => row.figure.absence !== 'NO_DATA');
  const absent = group.rows.filter((row) => row.figure.absence === 'NO_DATA');
  const scale = (value: number) => valueText(subject, value, value % 1 === 0 ? 0 : 1);
  return (
    <section aria-label={groupName(desk, group)}>
      <h2 className="group-heading">{groupName(desk, group)}</h2>
      {apart && <p className="small muted">{vi.compare.differs(difference(first, group))}</p>}
      <div ref={ref}>
        {drawn.length > 0 && (
          <Bars
            rows={drawn.map((row) => barRow(desk, subject, row))}
            domain={domain}
            tick={scale}
            group={groupLine(subject, group)}
            width={width}
          />
        )}
      </div>
      {absent.length > 0 && (
        <p className="small muted">
          {vi.chart.noData(new Set(absent.map((row) => row.figure.unit)).size)}
          {absent.map((row, at) => (
            <span key={row.figure.unit}>
              {at > 0 && ', '}
              <Link to={{ view: 'unit', unit: [row.figure.unit] }}>
                {unitName(desk.data, row.figure.unit, row.figure.period)}
              </Link>
            </span>
          ))}
        </p>
      )}
    </section>
  );
}

function groupName({ data }: Desk, group: CompareGroup): string {
  const level = vi.level[group.level] ?? group.level;
  const parent = group.parent ? vi.compare.without(unitName(data, group.parent, group.period)) : '';
  return vi.compare.groupHeading(level, parent, periodName(data, group.period));
}

function difference(first: CompareGroup, group: CompareGroup): string {
  return [
    group.period === first.period ? '' : vi.compare.differsPeriod,
    group.level === first.level ? '' : vi.compare.differsLevel,
    group.parent === first.parent ? '' : vi.compare.differsParent,
  ]
    .filter(Boolean)
    .join(', ');
}

function groupLine(subject: Subject, group: CompareGroup) {
  const { total } = group;
  if (!total || !subject.isRatio) return null;
  const counts = countsText({ ...(group.rows[0] as CompareRow).figure, ...total });
  return {
    value: total.value,
    label: vi.chart.groupTotal(valueText(subject, total.value), counts, total.units),
  };
}

function barRow(desk: Desk, subject: Subject, { figure, references }: CompareRow): BarRow {
  const { data, href, change } = desk;
  return {
    key: [figure.unit, figure.body, figure.category].join('~'),
    name: unitName(data, figure.unit, figure.period),
    under: partName(data, figure),
    href: href({ view: 'unit', unit: [figure.unit], q: '' }),
    value: figure.value,
    high: figure.high,
    weak: isWeak(figure),
    reported: showsReported(figure) ? figure.reported : null,
    targets: references.flatMap(({ value, kind }) => (value === null ? [] : [{ value, kind }])),
    text: figureText(subject, figure),
    counts: countsText(figure),
    note: [noteText(subject, figure), ...references.map((f) => referenceText(f))]
      .filter(Boolean)
      .join(' · '),
    flag: flagTone(figure),
    label: figureLabel(data, subject, figure),
    onOpen: () => change({ open: openParam(figure) }),
  };

  function referenceText(reference: Figure): string {
    const own = subjectOf(data, reference.subject);
    return own ? `${vi.kind[reference.kind]} ${figureText(own, reference)}` : '';
  }
}
