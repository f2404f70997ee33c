/** "Kiểm tra số liệu": what does not hold, by unit; what was probably meant; what was done about it. */
import { useState } from 'react';
import { groupBy } from '../model/group.ts';
import { ISSUE_CODES, SEVERITIES, type Severity, severityOf } from '../model/issue.ts';
import type { Issue, IssuesAnswer } from '../query/question.ts';
import { csvText } from '../share/csv.ts';
import { decisionsCsv } from '../share/decisions.ts';
import { fileName, saveFile } from '../share/download.ts';
import { issueText } from '../text/issue.ts';
import { vi } from '../text/vi.ts';
import { CheckItem } from './check-item.tsx';
import { type Decisions, useDecisions } from './decisions.ts';
import { type Desk, useAnswer, useDesk } from './desk.ts';
import { Choice, type Option, Picker } from './fields.tsx';
import { Letter } from './letter.tsx';
import { Link } from './link.tsx';
import { codeName } from './marks.tsx';
import { unitOptions } from './options.ts';
import { readinessOf, useReady } from './ready.ts';
import { unitScope } from './scope.ts';
import { periodName, unitName } from './subject-label.ts';
import { Failed, Waiting } from './waiting.tsx';

/** Progress is counted over what is loaded: more than anybody works off in a sitting. */
const PAGE = 500;
const MOST = 100_000;
/** Units listed with their counts, the worst first. */
const MOST_TALLIED = 100;

export function ChecksView() {
  const desk = useDesk();
  const { state } = desk;
  const [limit, setLimit] = useState(PAGE);
  const query = useAnswer({
    ask: 'issues',
    units: unitScope(desk.data, state),
    severities: state.severity,
    codes: state.code,
    source: state.source,
    period: state.period === 'latest' || state.period.includes('..') ? '' : state.period,
    limit,
  });
  const decisions = useDecisions();
  useReady(readinessOf(query));
  if (query.isError) return <Failed error={query.error} />;
  if (!query.data) return <Waiting />;
  if (state.note && state.unit.length === 1) {
    return <Letter unit={state.unit[0] ?? ''} decisions={decisions} />;
  }
  const { issues, total } = query.data;
  return (
    <>
      <Filters desk={desk} answer={query.data} />
      <section className="card" aria-label={vi.checks.title}>
        <Head desk={desk} answer={query.data} decisions={decisions} />
        {!desk.checked && <p role="status">{vi.checks.running}</p>}
        {issues.length === 0 && <p className="muted">{vi.checks.none}</p>}
        <IssueGroups desk={desk} issues={issues} decisions={decisions} />
        {total > issues.length && (
          <button type="button" className="button" onClick={() => setLimit(limit + PAGE)}>
            {vi.checks.more(total - issues.length)}
          </button>
        )}
      </section>
    </>
  );
}

function Filters({ desk, answer }: { readonly desk: Desk; readonly answer: IssuesAnswer }) {
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
        label={vi.control.unit}
        value={unit}
        options={[all(vi.control.allUnits), ...unitOptions(data)]}
        onChange={(id) => change({ unit: id === 'all' ? [] : [id], source: '' })}
      />
      <Choice
        label={vi.checks.severity}
        value={severity}
        options={[
          all(vi.checks.allSeverities),
          ...SEVERITIES.map((id) => ({ id, name: vi.checks.severityName[id] ?? id })),
        ]}
        onChange={(id) => change({ severity: id === 'all' ? [] : [id as Severity], code: [] })}
      />
      <Choice
        label={vi.checks.code}
        value={code}
        options={[
          all(vi.checks.allCodes),
          ...[...new Set([...ISSUE_CODES, ...known])]
            .filter((id) => known.has(id))
            .map((id) => ({ id, name: codeName(id) })),
        ]}
        onChange={(id) => change({ code: id === 'all' ? [] : [id] })}
      />
      <Picker
        label={vi.checks.source}
        value={state.source || 'all'}
        options={[
          all(vi.checks.allSources),
          ...sources.map((s) => ({
            id: s.source,
            name: [s.number, s.title].filter(Boolean).join(' · ') || s.source,
          })),
        ]}
        onChange={(id) => change({ source: id === 'all' ? '' : id })}
      />
      <Picker
        label={vi.control.period}
        value={state.period === 'latest' ? 'all' : state.period}
        options={[all(vi.control.allPeriods), ...periods.reverse()]}
        onChange={(id) => change({ period: id === 'all' ? 'latest' : id })}
      />
    </div>
  );
}

interface Shown {
  readonly desk: Desk;
  readonly answer: IssuesAnswer;
  readonly decisions: Decisions;
}

function Head({ desk, answer, decisions }: Shown) {
  const { data, state, change } = desk;
  const count = (severity: Severity) =>
    answer.tally
      .filter((item) => severityOf(item.code) === severity)
      .reduce((sum, item) => sum + item.count, 0);
  const all = count('error') + count('warning');
  const shown = answer.issues.filter((issue) => severityOf(issue.code) !== 'info');
  const done = shown.filter((issue) => decisions.byIssue.has(issue.id)).length;
  const saveList = async () => {
    const { issues } = await desk.ask({
      ask: 'issues',
      units: unitScope(desk.data, state),
      severities: state.severity,
      codes: state.code,
      source: state.source,
      period: state.period === 'latest' || state.period.includes('..') ? '' : state.period,
      limit: MOST,
    });
    const text = csvText(COLUMNS, rowsOf(desk, issues, decisions));
    const label = data.synthetic ? `${vi.app.synthetic} ${vi.checks.list}` : vi.checks.list;
    saveFile(fileName(label, 'csv'), new Blob([text], { type: 'text/csv;charset=utf-8' }));
  };
  return (
    <>
      <div className="card-head">
        <div>
          <h1>{vi.checks.title}</h1>
          <p className="muted">{vi.checks.lead}</p>
          <p>{vi.checks.counts(count('error'), count('warning'), count('info'))}</p>
        </div>
        <div className="card-actions no-print">
          {state.unit.length === 1 && (
            <button type="button" className="button" onClick={() => change({ note: true })}>
              {vi.letter.open}
            </button>
          )}
          <button type="button" className="button" onClick={() => void saveList()}>
            {vi.checks.csv}
          </button>
          {decisions.byIssue.size > 0 && (
            <button
              type="button"
              className="button"
              onClick={() =>
                saveFile(
                  'decisions.csv',
                  new Blob([decisionsCsv(decisions.byIssue.values())], { type: 'text/csv' }),
                )
              }
            >
              {vi.decision.download}
            </button>
          )}
        </div>
      </div>
      {all > 0 && (
        <p className="checks-progress">
          <progress max={all} value={done} aria-label={vi.checks.progress(done, all)} />
          <span className="small muted">{vi.checks.progress(done, all)}</span>
        </p>
      )}
      {decisions.byIssue.size > 0 && (
        <p className="small muted no-print">
          {decisions.kept ? vi.decision.kept : vi.decision.notKept}
        </p>
      )}
      {state.unit.length === 0 && <UnitTally desk={desk} answer={answer} />}
    </>
  );
}

/** How many of each severity every unit has, the most errors first. */
function UnitTally({ desk, answer }: { readonly desk: Desk; readonly answer: IssuesAnswer }) {
  const { data } = desk;
  const rows = [...groupBy(answer.tally, (item) => item.unit)].map(([unit, items]) => ({
    unit,
    counts: SEVERITIES.map((severity) =>
      items
        .filter((item) => severityOf(item.code) === severity)
        .reduce((sum, item) => sum + item.count, 0),
    ),
  }));
  rows.sort(
    (a, b) => (b.counts[0] ?? 0) - (a.counts[0] ?? 0) || (b.counts[1] ?? 0) - (a.counts[1] ?? 0),
  );
  if (rows.length < 2) return null;
  const some = rows.slice(0, MOST_TALLIED);
  return (
    <details open={rows.length <= 20}>
      <summary>{vi.checks.byUnit}</summary>
      <div className="scroll-x">
        <table className="tally">
          <caption className="visually-hidden">{vi.checks.byUnit}</caption>
          <thead>
            <tr>
              <th scope="col">{vi.column.unit}</th>
              {SEVERITIES.map((severity) => (
                <th key={severity} scope="col" className="number">
                  {vi.checks.severityName[severity]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {some.map(({ unit, counts }) => (
              <tr key={unit} data-unit={unit}>
                <th scope="row">
                  {data.units.has(unit) ? (
                    <Link to={{ unit: [unit] }}>{unitName(data, unit)}</Link>
                  ) : (
                    vi.checks.noUnit
                  )}
                </th>
                {counts.map((value, at) => (
                  <td key={SEVERITIES[at]} className="number" data-value={value}>
                    {value === 0 ? '–' : value}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

function IssueGroups({ desk, issues, decisions }: ItemsProps) {
  const groups = [...groupBy(issues, (issue) => issue.unit)];
  return groups.map(([unit, members]) => (
    <section key={unit || '-'} className="check-group">
      <h2>{desk.data.units.has(unit) ? unitName(desk.data, unit) : vi.checks.noUnit}</h2>
      <Items {...{ desk, decisions }} issues={members.filter((issue) => !isInfo(issue))} />
      <InfoItems {...{ desk, decisions }} issues={members.filter(isInfo)} />
    </section>
  ));
}

const isInfo = (issue: Issue) => severityOf(issue.code) === 'info';

interface ItemsProps {
  readonly desk: Desk;
  readonly issues: readonly Issue[];
  readonly decisions: Decisions;
}

function Items({ issues, ...shared }: ItemsProps) {
  return (
    <ul className="issue-list">
      {issues.map((issue) => (
        <CheckItem key={issue.id} issue={issue} {...shared} />
      ))}
    </ul>
  );
}

/** What is only good to know stays folded, unless it was asked for. */
function InfoItems({ issues, ...shared }: ItemsProps) {
  const { severity, code } = shared.desk.state;
  if (issues.length === 0) return null;
  return (
    <details open={severity.includes('info') || code.length > 0}>
      <summary>
        {vi.checks.severityName.info} ({issues.length})
      </summary>
      <Items issues={issues} {...shared} />
    </details>
  );
}

const COLUMNS = [
  'issue',
  'code',
  'severity',
  'unit',
  'unit_name',
  'period',
  'subject',
  'breakdown',
  'category',
  'source',
  'locator',
  'expected',
  'found',
  'explanation',
  'decision',
  'on',
  'note',
] as const;

function rowsOf({ data }: Desk, issues: readonly Issue[], decisions: Decisions) {
  return issues.map((issue) => {
    const decision = decisions.byIssue.get(issue.id);
    const { code, unit, period, subject, breakdown, category, source, locator } = issue;
    return {
      issue: issue.id,
      code,
      severity: severityOf(code),
      unit,
      unit_name: data.units.has(unit) ? unitName(data, unit) : '',
      period,
      subject,
      breakdown,
      category,
      source,
      locator,
      expected: issue.expected,
      found: issue.found,
      explanation: issueText(data, issue),
      decision: decision?.decision ?? '',
      on: decision?.on ?? '',
      note: decision?.note ?? '',
    };
  });
}
