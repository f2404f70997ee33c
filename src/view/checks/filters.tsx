/** Which issues are listed: by unit, severity, kind, document and period. */

import { chosenCode, LATEST, onePeriod } from '../../address/period-choice.ts';
import { ISSUE_CODES, SEVERITIES, type Severity } from '../../model/issue.ts';
import type { IssuesAnswer } from '../../question/issues.ts';
import { codeName } from '../../text/issue.ts';
import { periodName } from '../../text/name.ts';
import { words } from '../../text/words.ts';
import type { Desk } from '../part/desk.ts';
import { Choice, type Option, Picker } from '../part/fields.tsx';
import { unitOptions } from '../part/options.ts';

export function ChecksFilters({
  desk,
  answer,
}: {
  readonly desk: Desk;
  readonly answer: IssuesAnswer;
}) {
  const { data, state, change } = desk;
  const all = (name: string): Option => ({ id: 'all', name });
  const [unit = 'all'] = state.unit;
  const [severity = 'all'] = state.severity;
  const [code = 'all'] = state.code;
  const known = new Set([...answer.tally.map((item) => item.code), ...state.code]);
  const sources = [...data.sources.values()].filter(
    (source) => unit === 'all' || source.unit === unit || source.source === state.source,
  );
  const periods = [...data.periods.values()].map((p) => ({
    id: p.code,
    name: periodName(data, p.code),
  }));
  return (
    <div className="controls no-print">
      <Picker
        size="more"
        label={words.control.unit}
        value={unit}
        options={[all(words.control.allUnits), ...unitOptions(data)]}
        onChange={(id) => change({ unit: id === 'all' ? [] : [id], source: '' })}
      />
      <Choice
        label={words.checks.severity}
        value={severity}
        options={[
          all(words.checks.allSeverities),
          ...SEVERITIES.map((id) => ({ id, name: words.checks.severityName[id] ?? id })),
        ]}
        onChange={(id) => change({ severity: id === 'all' ? [] : [id as Severity], code: [] })}
      />
      <Choice
        label={words.checks.code}
        value={code}
        options={[
          all(words.checks.allCodes),
          ...[...new Set([...ISSUE_CODES, ...known])]
            .filter((id) => known.has(id))
            .map((id) => ({ id, name: codeName(id) })),
        ]}
        onChange={(id) => change({ code: id === 'all' ? [] : [id] })}
      />
      <Picker
        size="more"
        label={words.checks.source}
        value={state.source || 'all'}
        options={[
          all(words.checks.allSources),
          ...sources.map((s) => ({
            id: s.source,
            name: [s.number, s.title].filter(Boolean).join(' · ') || s.source,
          })),
        ]}
        onChange={(id) => change({ source: id === 'all' ? '' : id })}
      />
      <Picker
        size="more"
        label={words.control.period}
        value={chosenCode(state.period) || 'all'}
        options={[all(words.control.allPeriods), ...periods.reverse()]}
        onChange={(id) => change({ period: id === 'all' ? LATEST : onePeriod(id) })}
      />
    </div>
  );
}
