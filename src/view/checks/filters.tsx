/** Which issues are listed: by unit, severity, kind, document and period. */

import { chosenCode, LATEST, onePeriod } from '../../address/period-choice.ts';
import { ISSUE_CODES, SEVERITIES, type Severity } from '../../model/issue.ts';
import type { IssuesAnswer } from '../../question/issues.ts';
import { codeName } from '../../text/issue.ts';
import { periodName } from '../../text/name.ts';
import { words } from '../../text/words.ts';
import type { Desk } from '../part/desk.ts';
import type { Option } from '../part/field/option.tsx';
import { Choice, Picker } from '../part/fields.tsx';
import { unitOptions } from '../part/options.ts';

interface FiltersProps {
  readonly desk: Desk;
  readonly answer: IssuesAnswer;
}

export function ChecksFilters(props: FiltersProps) {
  return (
    <div className="controls no-print">
      <UnitFilter {...props} />
      <KindFilters {...props} />
      <SourceFilter {...props} />
      <PeriodFilter {...props} />
    </div>
  );
}

/** The choice of no filter, and what the address has then. */
const ALL = 'all';
const all = (name: string): Option => ({ id: ALL, name });

function UnitFilter({ desk: { data, state, change } }: FiltersProps) {
  return (
    <Picker
      size="more"
      label={words.control.unit}
      value={state.unit[0] ?? ALL}
      options={[all(words.control.allUnits), ...unitOptions(data)]}
      onChange={(id) => change({ unit: id === ALL ? [] : [id], source: '' })}
    />
  );
}

/** Severity and code, of those that occur. */
function KindFilters({ desk: { state, change }, answer }: FiltersProps) {
  const known = new Set([...answer.tally.map((item) => item.code), ...state.code]);
  const codes = [...new Set([...ISSUE_CODES, ...known])].filter((id) => known.has(id));
  const severities = SEVERITIES.map((id) => ({ id, name: words.checks.severityName[id] ?? id }));
  return (
    <>
      <Choice
        label={words.checks.severity}
        value={state.severity[0] ?? ALL}
        options={[all(words.checks.allSeverities), ...severities]}
        onChange={(id) => change({ severity: id === ALL ? [] : [id as Severity], code: [] })}
      />
      <Choice
        label={words.checks.code}
        value={state.code[0] ?? ALL}
        options={[all(words.checks.allCodes), ...codes.map((id) => ({ id, name: codeName(id) }))]}
        onChange={(id) => change({ code: id === ALL ? [] : [id] })}
      />
    </>
  );
}

/** Documents of the chosen unit; the chosen one stays whatever the unit. */
function SourceFilter({ desk: { data, state, change } }: FiltersProps) {
  const [unit] = state.unit;
  const sources = [...data.sources.values()].filter(
    (source) => !unit || source.unit === unit || source.source === state.source,
  );
  return (
    <Picker
      size="more"
      label={words.checks.source}
      value={state.source || ALL}
      options={[
        all(words.checks.allSources),
        ...sources.map((s) => ({
          id: s.source,
          name: [s.number, s.title].filter(Boolean).join(' · ') || s.source,
        })),
      ]}
      onChange={(id) => change({ source: id === ALL ? '' : id })}
    />
  );
}

function PeriodFilter({ desk: { data, state, change } }: FiltersProps) {
  const periods = [...data.periods.keys()].map((id) => ({ id, name: periodName(data, id) }));
  return (
    <Picker
      size="more"
      label={words.control.period}
      value={chosenCode(state.period) || ALL}
      options={[all(words.control.allPeriods), ...periods.reverse()]}
      onChange={(id) => change({ period: id === ALL ? LATEST : onePeriod(id) })}
    />
  );
}
