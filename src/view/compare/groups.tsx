/** The card of one comparison: its groups, how they are drawn, what the signs mean. */
import { useState } from 'react';
import { onePeriod } from '../../address/period-choice.ts';
import type { Subject } from '../../model/catalogue.ts';
import { categoryName } from '../../model/dataset.ts';
import type { Figure } from '../../model/figure.ts';
import { domainOf } from '../../model/statistics/scale.ts';
import type { Standing } from '../../model/statistics/standing.ts';
import type { CompareGroup } from '../../question/compare.ts';
import type { SubjectUse } from '../../question/subjects.ts';
import { periodName } from '../../text/name.ts';
import { compareSentence } from '../../text/told/sentence.ts';
import { explanations, rankRange, verdictWords } from '../../text/told/standing.ts';
import { words } from '../../text/words.ts';
import { Card } from '../card/card.tsx';
import type { MoreColumns } from '../card/figure-table.tsx';
import { type Desk, useDesk } from '../part/desk.ts';
import { Link } from '../part/link.tsx';
import { Below } from '../part/room/below.tsx';
import { ChangeLegend } from './drawing/change.tsx';
import { type Said, saidOfChange } from './drawing/change-told.ts';
import { Group } from './group.tsx';
import { Legend } from './legend.tsx';
import { Stepper } from './stepper.tsx';
import { Tools } from './tools.tsx';

interface GroupsProps {
  readonly subject: Subject;
  readonly use: SubjectUse | undefined;
  readonly groups: readonly CompareGroup[];
  /** Before the search: the sentence is about these. */
  readonly all: readonly CompareGroup[];
  readonly standings: ReadonlyMap<Figure, Standing>;
  /** Small units that are not drawn. */
  readonly left: number;
  readonly below: readonly string[];
  readonly isDrawn: boolean;
}

export function Groups(props: GroupsProps) {
  const { subject, use, groups, standings, left, below, isDrawn } = props;
  const desk = useDesk();
  const [chosen, setChosen] = useState<ReadonlySet<string> | null>(null);
  const rows = groups.flatMap((group) => group.rows);
  const shown = rows.map((row) => row.figure);
  const references = rows.flatMap((row) => row.references);
  const beside = rows.flatMap((row) => row.beside ?? []);
  const figures = [...new Set([...shown, ...beside, ...references])];
  const isChange = desk.state.chart === 'change';
  const said = isChange ? saidOfChange(desk, props) : saidOfLevel(desk, props);
  const hasIntervals = [...standings.values()].some(({ interval }) => interval !== null);
  const hasGroup = groups.some((group) => group.total);
  const first = groups[0];
  const tools = (
    <div className="compare-tools no-print">
      {first && <Stepper {...{ use, isDrawn }} period={first.period} />}
      <Tools
        {...{ subject, use, groups, hasIntervals, chosen }}
        onChoosing={() => setChosen(chosen ? null : new Set())}
      />
    </div>
  );
  const near = groups.filter((_, at) => rowsIn(groups.slice(0, at)) < SCREEN_ROWS);
  const far = groups.slice(near.length);
  const domain = domainOf(subject, valuesOf(figures));
  const drawGroup = (group: CompareGroup, at: number) => (
    <Group
      isFar={rowsIn(groups.slice(0, at)) > SCREENS_ROWS}
      key={`${group.level}~${group.parent}~${group.cutoff}~${at === 0 ? '' : group.period}`}
      {...{ desk, subject, group, standings, below, chosen, domain }}
      first={first ?? group}
      apart={at > 0}
      tools={at === 0 && tools}
      onChoose={(unit) => setChosen((now) => toggled(now, unit))}
    />
  );
  return (
    <Card
      title={said.title(words.compare.title(nameOf(desk, subject), onlyPeriod(desk, groups)))}
      address={{ indicator: [subject.id] }}
      sentence={desk.state.q ? '' : said.sentence}
      lead={
        <>
          {left > 0 && <p>{words.chart.below(left)}</p>}
          <Newer groups={groups} />
        </>
      }
      figures={[...new Set([...figures, ...said.figures])]}
      more={said.more}
      fields={said.fields}
    >
      {groups.length === 0 && <p className="muted">{words.chart.none}</p>}
      {near.map(drawGroup)}
      <Below height={rowsIn(far) * ROW_HEIGHT}>
        {far.map((group, at) => drawGroup(group, near.length + at))}
        {isChange && first ? (
          <ChangeLegend {...{ desk, subject, groups }} />
        ) : (
          <Legend {...{ references, standings, beside, hasGroup }} figures={shown} />
        )}
        <Notes notes={[...notesOf(desk, subject, groups.length > 1), ...said.notes]} />
      </Below>
    </Card>
  );
}

/** The first screen of most offices holds so many rows: groups behind them are drawn one frame later. */
const SCREEN_ROWS = 15;

/** Two or three screens hold so many: groups behind them are drawn when they come near. */
const SCREENS_ROWS = 60;

/** About; what is drawn after the first frame has so much room before. */
const ROW_HEIGHT = 24;

const rowsIn = (groups: readonly CompareGroup[]) =>
  groups.reduce((sum, { rows }) => sum + rows.length, 0);

/** Units that have reported since, below the others: the way to their period. */
function Newer({ groups }: Pick<GroupsProps, 'groups'>) {
  const { data } = useDesk();
  const newer = groups.filter((group) => group.ahead !== undefined);
  const [first] = groups;
  if (newer.length === 0) return null;
  const units = newer.reduce((sum, group) => sum + group.rows.length, 0);
  return (
    <p data-newer={units}>
      {words.compare.newer(units)}
      {[...new Set(newer.map(({ period }) => period))].map((period, at) => (
        <span key={period}>
          {at > 0 && ', '}
          <Link to={{ period: onePeriod(period) }}>{periodName(data, period)}</Link>
        </span>
      ))}
      {first && first.newer !== undefined && (
        <>
          {'. '}
          <Link to={{ period: onePeriod(first.period) }}>
            {words.compare.whole(periodName(data, first.period))}
          </Link>
        </>
      )}
    </p>
  );
}

/** What a card says of where units stand now. */
function saidOfLevel({ data }: Desk, { subject, all, standings }: GroupsProps): Said {
  return {
    title: (name) => name,
    sentence: compareSentence(data, subject, all),
    figures: [],
    more: standingColumns(subject, all, standings),
    fields: [],
    notes: explanations(data, subject, all[0], [...standings.values()]),
  };
}

/** Verdict and rank in the table, where any unit has one. */
function standingColumns(
  subject: Subject,
  groups: readonly CompareGroup[],
  standings: ReadonlyMap<Figure, Standing>,
): MoreColumns | undefined {
  if ([...standings.values()].every(({ verdict, rank }) => !verdict && !rank)) return undefined;
  const groupOf = new Map(
    groups.flatMap((group) => group.rows.map(({ figure }) => [figure, group] as const)),
  );
  const { verdict, rank } = words.comparing.columns;
  const of = (figure: Figure) => {
    const [group, standing] = [groupOf.get(figure), standings.get(figure)];
    if (!group || !standing) return ['', ''];
    return [verdictWords(subject, figure, standing, group)?.text ?? '', rankRange(standing.rank)];
  };
  return { names: [verdict, rank], of };
}

/** How it is computed and what to mind: folded, under the drawing, which it would else push down. */
function Notes({ notes }: { readonly notes: readonly string[] }) {
  if (notes.length === 0) return null;
  return (
    <details className="card-lead small muted no-print">
      <summary>{words.chart.notes}</summary>
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
    </details>
  );
}

function notesOf({ state }: Desk, { definition }: Subject, apart: boolean): string[] {
  return [
    definition,
    state.period.type === 'latest' ? words.compare.latest : '',
    apart ? words.compare.groupApart : '',
  ].filter(Boolean);
}

function nameOf({ data, state }: Desk, subject: Subject): string {
  const { breakdown, category } = state;
  return category
    ? words.compare.categoryOf(subject.name, categoryName(data, breakdown, category))
    : subject.name;
}

/** '' where groups differ in their period. */
function onlyPeriod({ data }: Desk, groups: readonly CompareGroup[]): string {
  const onePeriod = new Set(groups.map((group) => group.period)).size === 1;
  return onePeriod && groups[0] ? periodName(data, groups[0].period) : '';
}

function valuesOf(figures: readonly Figure[]): number[] {
  return figures.flatMap((f) => [f.value, f.high, f.reported]).filter((value) => value !== null);
}

function toggled(chosen: ReadonlySet<string> | null, unit: string): ReadonlySet<string> {
  const next = new Set(chosen);
  if (!next.delete(unit)) next.add(unit);
  return next;
}
