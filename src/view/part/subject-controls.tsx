/** The controls that compare and trend share: indicator, period, grain, breakdown, category, body. */

import type { ReactNode } from 'react';
import { defaultSubject } from '../../address/defaults.ts';
import { formatPeriodChoice, LATEST, parsePeriodChoice } from '../../address/period-choice.ts';
import type { Subject } from '../../model/catalogue.ts';
import { subjectOf } from '../../model/dataset.ts';
import type { Grain } from '../../model/time/period.ts';
import type { SubjectUse } from '../../question/subjects.ts';
import { unitName } from '../../text/name.ts';
import { words } from '../../text/words.ts';
import { type Desk, useAnswer, useDesk } from './desk.ts';
import { Choice, Picker } from './fields.tsx';
import { Link } from './link.tsx';
import {
  bodyOptions,
  breakdownOptions,
  categoryOptions,
  grainOptions,
  periodOptions,
  subjectOptions,
} from './options.ts';
import { PlaceChoices } from './place/choices.tsx';
import { Crumbs } from './place/crumbs.tsx';

/** The chosen subject, or the one that most units have. Null until it is known which those are. */
export function useSubject(desk: Desk): {
  subject: Subject | null;
  uses: readonly SubjectUse[] | undefined;
} {
  const uses = useAnswer({ ask: 'subjects' }).data;
  const chosen = desk.state.indicator[0];
  const id = chosen ?? (uses ? defaultSubject(desk.data, uses) : '');
  return { subject: id ? subjectOf(desk.data, id) : null, uses };
}

/** One chart for each indicator of the URL; the controls speak of the first. */
export function chosenSubjects({ data, state }: Desk, first: Subject): Subject[] {
  const others = state.indicator.slice(1).flatMap((id) => subjectOf(data, id) ?? []);
  return [first, ...others.filter((other) => other.id !== first.id)];
}

export function SubjectControls({
  desk,
  subject,
  uses,
  withPeriod,
  children,
}: {
  readonly desk: Desk;
  readonly subject: Subject | null;
  readonly uses: readonly SubjectUse[] | undefined;
  readonly withPeriod: boolean;
  readonly children?: ReactNode;
}) {
  const { data, state, change } = desk;
  const use = uses?.find((candidate) => candidate.subject === subject?.id);
  return (
    <div className="controls">
      <Picker
        label={words.control.indicator}
        value={subject?.id ?? ''}
        options={subjectOptions(data, uses)}
        onChange={(id) => change({ indicator: [id], breakdown: '', category: '', body: null })}
      />
      <PlaceChoices />
      {withPeriod && <PeriodChoice {...{ desk, use }} />}
      <Choice
        label={words.control.grain}
        value={state.grain}
        options={grainOptions(data, use)}
        onChange={(grain) => change({ grain: grain as Grain | 'any' })}
      />
      <Choice
        label={words.control.breakdown}
        value={state.breakdown}
        options={breakdownOptions(data, use)}
        onChange={(breakdown) => change({ breakdown, category: '' })}
      />
      <Choice
        label={words.control.category}
        value={state.category}
        options={categoryOptions(data, state.breakdown)}
        onChange={(category) => change({ category })}
      />
      <Choice
        label={words.control.body}
        value={state.body ?? ''}
        options={bodyOptions(data, use)}
        onChange={(body) => change({ body: body || null })}
      />
      {children}
      <Limits />
    </div>
  );
}

function PeriodChoice({
  desk: { data, state, change },
  use,
}: {
  readonly desk: Desk;
  readonly use: SubjectUse | undefined;
}) {
  const chosen = formatPeriodChoice(state.period);
  return (
    <Choice
      label={words.control.period}
      value={chosen}
      options={withChosen(periodOptions(data, use), chosen)}
      onChange={(id) => change({ period: parsePeriodChoice(id) ?? LATEST })}
    />
  );
}

/** Units named one by one; more are counted. */
const MOST_NAMED = 3;

/** What the view is limited to, an area or some units, and the way out of it. */
export function Limits() {
  const { data, state } = useDesk();
  const units = state.view === 'trend' ? [] : state.unit; // there they stand in a list of their own
  if (!state.under && !state.level && units.length === 0) return null;
  const names = units.slice(0, MOST_NAMED).map((unit) => unitName(data, unit));
  const more = units.length - names.length;
  return (
    <p role="status" className="small controls-note limits">
      {units.length > 0 && <strong>{words.control.onlyUnits(names.join(', '), more)}</strong>}
      <Crumbs />
      {units.length > 0 && <Link to={{ under: '', unit: [] }}>{words.control.everywhere}</Link>}
    </p>
  );
}

/** A chosen range or a period this subject lacks still shows in the list. */
function withChosen(options: ReturnType<typeof periodOptions>, chosen: string) {
  if (options.some((option) => option.id === chosen)) return options;
  return [...options, { id: chosen, name: chosen.replace('..', ' – ') }];
}
