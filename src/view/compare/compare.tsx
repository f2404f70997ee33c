/** "So sánh": one subject across units, like with like; whoever differs stands apart and says so. */

import { useCallback, useMemo } from 'react';
import { compareQuestion, drawnGroups, isNarrowed } from '../../address/scope.ts';
import type { Subject } from '../../model/catalogue.ts';
import { subjectOf } from '../../model/dataset.ts';
import type { CompareAnswer, CompareGroup } from '../../question/compare.ts';
import type { SubjectUse } from '../../question/subjects.ts';
import { searchGroups } from '../../text/search.ts';
import { standingsIn } from '../../text/told/standing.ts';
import { words } from '../../text/words.ts';
import { Failed, Waiting } from '../notice/waiting.tsx';
import { type Desk, useAhead, useAnswer, useDesk } from '../part/desk.ts';
import { Choice, Picker, Search } from '../part/fields.tsx';
import { subjectOptions } from '../part/options.ts';
import { readinessOf, useReady } from '../part/ready.ts';
import { chosenSubjects, SubjectControls, useSubject } from '../part/subject-controls.tsx';
import { ScatterCard } from './drawing/late.tsx';
import { Groups } from './groups.tsx';
import { neighbourQuestions } from './neighbours.ts';

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
      {subject ? <Compared {...{ subject, uses }} /> : <Waiting />}
    </>
  );
}

/** One card an indicator, or two indicators in one. */
function Compared({ subject, uses }: { readonly subject: Subject; readonly uses: Uses }) {
  const desk = useDesk();
  const [first = subject, second, ...more] = chosenSubjects(desk, subject);
  const isScatter = desk.state.chart === 'scatter' && second !== undefined;
  const cards = [first, ...(second ? [second] : []), ...more];
  return (
    <>
      {isScatter ? (
        <ScatterCard pair={[first, second]} />
      ) : (
        cards.map((item, at) => (
          <Comparison
            key={at === 0 ? 'first' : item.id} // the picture before stays until the next is there
            subject={item}
            uses={uses}
          />
        ))
      )}
      <Second {...{ first, uses }} second={isScatter ? second.id : ''} />
    </>
  );
}

type Uses = readonly SubjectUse[] | undefined;

/** The way to a second indicator, and back from it. */
function Second({
  first,
  second,
  uses,
}: {
  readonly first: Subject;
  readonly second: string;
  readonly uses: Uses;
}) {
  const { data, change } = useDesk();
  const others = subjectOptions(data, uses).filter(({ id }) => id !== first.id);
  return (
    <div className="controls no-print">
      <Picker
        label={words.scatter.second}
        value={second}
        options={[{ id: '', name: words.scatter.none }, ...others]}
        onChange={(id) =>
          change(
            id
              ? { indicator: [first.id, id], chart: 'scatter' }
              : { indicator: [first.id], chart: 'bars' },
          )
        }
      />
    </div>
  );
}

function toleranceOptions(chosen: number) {
  const known = [...new Set([0, 1, 2, 4, chosen])].sort((a, b) => a - b);
  return known.map((periods) => ({
    id: String(periods),
    name: words.control.periodsBack(periods),
  }));
}

function Comparison({ subject, uses }: { readonly subject: Subject; readonly uses: Uses }) {
  const desk = useDesk();
  const query = useAnswer(compareQuestion(desk, subject.id));
  const readiness = readinessOf(query);
  useReady(readiness);
  const shown = useShown(desk, subject, query.data);
  const period = readiness === 'true' ? shown?.groups[0]?.period : undefined;
  useNeighbours(desk, subject.id, period, uses);
  if (query.isError) return <Failed error={query.error} />;
  if (!query.data || !shown) return <Waiting />;
  return (
    <Groups
      {...shown}
      use={uses?.find((one) => one.subject === subject.id)}
      left={unitsIn(query.data.groups) - unitsIn(shown.all)}
      below={query.data.below}
      isDrawn={readiness === 'true'}
    />
  );
}

/** Asks ahead what is one step from the picture, once there is one. */
function useNeighbours(desk: Desk, subject: string, period: string | undefined, uses: Uses): void {
  const { data, state } = desk;
  const ahead = useCallback(
    () => neighbourQuestions({ data, state }, { subject, period: period ?? '', uses: uses ?? [] }),
    [data, state, subject, period, uses],
  );
  useAhead(period !== undefined && uses ? ahead : null);
}

/** The groups as they are drawn, kept while nothing of them changes: they need not be drawn anew. */
function useShown(desk: Desk, asked: Subject, answer: CompareAnswer | undefined) {
  const { data, state } = desk;
  const isNarrow = isNarrowed(state);
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the state only what picks and orders rows
  return useMemo(() => {
    if (!answer) return null;
    const all = drawnGroups({ data, state }, answer.groups);
    const groups = searchGroups(data, all, state.q);
    const answered = groups[0]?.rows[0]?.figure.subject ?? asked.id;
    const subject = subjectOf(data, answered) ?? asked;
    return { all, groups, subject, standings: standingsIn(data, subject, all) };
  }, [answer, data, isNarrow, state.order, state.q, asked.id]);
}

function unitsIn(groups: readonly CompareGroup[]): number {
  return new Set(groups.flatMap((group) => group.rows.map((row) => row.figure.unit))).size;
}
