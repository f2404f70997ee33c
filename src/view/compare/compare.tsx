/** "So sánh": one subject across units, like with like; whoever differs stands apart and says so. */

import { drawnGroups, scopeOf } from '../../address/scope.ts';
import type { Subject } from '../../model/catalogue.ts';
import { categoryName, subjectOf } from '../../model/dataset.ts';
import { domainOf } from '../../model/statistics/scale.ts';
import type { CompareGroup } from '../../question/compare.ts';
import { periodName } from '../../text/name.ts';
import { searchGroups } from '../../text/search.ts';
import { compareSentence } from '../../text/sentence.ts';
import { words } from '../../text/words.ts';
import { Card } from '../card/card.tsx';
import { Failed, Waiting } from '../notice/waiting.tsx';
import { type Desk, useAnswer, useDesk } from '../part/desk.ts';
import { Choice, Search } from '../part/fields.tsx';
import { readinessOf, useReady } from '../part/ready.ts';
import { chosenSubjects, SubjectControls, useSubject } from '../part/subject-controls.tsx';
import { Group } from './group.tsx';
import { Legend } from './legend.tsx';

export function CompareView() {
  const desk = useDesk();
  const { subject, uses } = useSubject(desk);
  return (
    <>
      <SubjectControls {...{ desk, subject, uses }} withPeriod>
        {desk.state.period.type === 'one' && (
          <Choice
            label={words.control.tolerance}
            value={String(desk.state.tolerance)}
            options={toleranceOptions(desk.state.tolerance)}
            onChange={(periods) => desk.change({ tolerance: Number(periods) })}
          />
        )}
        <Search
          label={words.control.searchUnits}
          value={desk.state.q}
          onChange={(q) => desk.change({ q }, 'replace')}
        />
      </SubjectControls>
      {subject ? (
        chosenSubjects(desk, subject).map((item) => <Comparison key={item.id} subject={item} />)
      ) : (
        <Waiting />
      )}
    </>
  );
}

function toleranceOptions(chosen: number) {
  const known = [...new Set([0, 1, 2, 4, chosen])].sort((a, b) => a - b);
  return known.map((periods) => ({
    id: String(periods),
    name: words.control.periodsBack(periods),
  }));
}

function Comparison({ subject }: { readonly subject: Subject }) {
  const desk = useDesk();
  const query = useAnswer({
    ask: 'compare',
    subject: subject.id,
    peers: desk.state.peers,
    tolerance: desk.state.tolerance,
    ...scopeOf(desk.data, desk.state),
  });
  useReady(readinessOf(query));
  if (query.isError) return <Failed error={query.error} />;
  if (!query.data) return <Waiting />;
  const all = drawnGroups(desk, query.data.groups);
  const groups = searchGroups(desk.data, all, desk.state.q);
  const answered = groups[0]?.rows[0]?.figure.subject ?? subject.id;
  return (
    <Groups
      {...{ desk, groups }}
      all={all}
      left={unitsIn(query.data.groups) - unitsIn(all)}
      below={query.data.below}
      subject={subjectOf(desk.data, answered) ?? subject}
    />
  );
}

function Groups({
  desk,
  subject,
  groups,
  all,
  left,
  below,
}: {
  readonly desk: Desk;
  readonly subject: Subject;
  readonly groups: readonly CompareGroup[];
  /** Before the search: the sentence is about these. */
  readonly all: readonly CompareGroup[];
  /** Small units that are not drawn. */
  readonly left: number;
  readonly below: readonly string[];
}) {
  const rows = groups.flatMap((group) => group.rows);
  const shown = rows.map((row) => row.figure);
  const references = rows.flatMap((row) => row.references);
  const beside = rows.flatMap((row) => row.beside ?? []);
  const values = [...shown, ...beside, ...references].flatMap((f) => [f.value, f.high, f.reported]);
  const domain = domainOf(
    subject,
    values.filter((value) => value !== null),
  );
  const onePeriod = new Set(groups.map((group) => group.period)).size === 1;
  const period = onePeriod && groups[0] ? periodName(desk.data, groups[0].period) : '';
  const { breakdown, category } = desk.state;
  const name = category
    ? words.compare.categoryOf(subject.name, categoryName(desk.data, breakdown, category))
    : subject.name;
  return (
    <Card
      title={words.compare.title(name, period)}
      address={{ indicator: [subject.id] }}
      sentence={desk.state.q ? '' : compareSentence(desk.data, subject, all)}
      lead={left > 0 && <p>{words.chart.below(left)}</p>}
      notes={notesOf(desk, subject, groups.length > 1)}
      figures={[...new Set([...shown, ...beside, ...references])]}
    >
      {groups.length === 0 && <p className="muted">{words.chart.none}</p>}
      {groups.map((group, at) => (
        <Group
          key={`${group.period}~${group.level}~${group.parent}`}
          {...{
            desk,
            subject,
            group,
            domain,
            below,
            first: groups[0] as CompareGroup,
            apart: at > 0,
          }}
        />
      ))}
      <Legend
        figures={shown}
        beside={beside}
        references={references}
        hasGroup={groups.some((group) => group.total)}
      />
    </Card>
  );
}

function unitsIn(groups: readonly CompareGroup[]): number {
  return new Set(groups.flatMap((group) => group.rows.map((row) => row.figure.unit))).size;
}

/** How it is computed and what to mind; null where there is nothing to say. */
function notesOf({ state }: Desk, { definition }: Subject, apart: boolean) {
  const notes = [
    definition,
    state.period.type === 'latest' ? words.compare.latest : '',
    apart ? words.compare.groupApart : '',
  ].filter(Boolean);
  return notes.length > 0 ? notes.map((note) => <p key={note}>{note}</p>) : null;
}
