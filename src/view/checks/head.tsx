/** What there is to check in all: counts, progress, the list as a file, and every unit's share. */

import { issuesQuestion } from '../../address/scope.ts';
import { groupBy } from '../../model/group.ts';
import type { Issue } from '../../model/issue.ts';
import { SEVERITIES, type Severity, severityOf } from '../../model/issue.ts';
import type { IssuesAnswer } from '../../question/issues.ts';
import { csvText } from '../../share/csv.ts';
import { decisionsCsv } from '../../share/decisions.ts';
import { fileName, saveFile } from '../../share/download.ts';
import { issueText } from '../../text/issue.ts';
import { unitName } from '../../text/name.ts';
import { words } from '../../text/words.ts';
import type { Decisions } from '../part/decisions.ts';
import type { Desk } from '../part/desk.ts';
import { Link } from '../part/link.tsx';

/** Rows of the list as a file. */
const MOST = 100_000;
/** Units listed with their counts, the worst first. */
const MOST_TALLIED = 100;

interface Shown {
  readonly desk: Desk;
  readonly answer: IssuesAnswer;
  readonly decisions: Decisions;
}

export function ChecksHead({ desk, answer, decisions }: Shown) {
  const { state, change } = desk;
  const count = (severity: Severity) =>
    answer.tally
      .filter((item) => severityOf(item.code) === severity)
      .reduce((sum, item) => sum + item.count, 0);
  const all = count('error') + count('warning');
  const shown = answer.issues.filter((issue) => severityOf(issue.code) !== 'info');
  const done = shown.filter((issue) => decisions.byIssue.has(issue.id)).length;
  return (
    <>
      <div className="card-head">
        <div>
          <h1>{words.checks.title}</h1>
          <p className="muted">{words.checks.lead}</p>
          <p>{words.checks.counts(count('error'), count('warning'), count('info'))}</p>
        </div>
        <div className="card-actions no-print">
          {state.unit.length === 1 && (
            <button type="button" className="button" onClick={() => change({ note: true })}>
              {words.letter.open}
            </button>
          )}
          <button type="button" className="button" onClick={() => void saveList(desk, decisions)}>
            {words.checks.csv}
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
              {words.decision.download}
            </button>
          )}
        </div>
      </div>
      {all > 0 && (
        <p className="checks-progress">
          <progress max={all} value={done} aria-label={words.checks.progress(done, all)} />
          <span className="small muted">{words.checks.progress(done, all)}</span>
        </p>
      )}
      {decisions.byIssue.size > 0 && (
        <p className="small muted no-print">
          {decisions.kept ? words.decision.kept : words.decision.notKept}
        </p>
      )}
      {state.unit.length === 0 && <UnitTally desk={desk} answer={answer} />}
    </>
  );
}

/** The whole list, as a file. */
async function saveList(desk: Desk, decisions: Decisions): Promise<void> {
  const { issues } = await desk.ask(issuesQuestion(desk, MOST));
  const text = csvText(COLUMNS, rowsOf(desk, issues, decisions));
  const { list } = words.checks;
  const label = desk.data.synthetic ? `${words.app.synthetic} ${list}` : list;
  saveFile(fileName(label, 'csv'), new Blob([text], { type: 'text/csv;charset=utf-8' }));
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
      <summary>{words.checks.byUnit}</summary>
      <div className="scroll-x">
        <table className="tally">
          <caption className="visually-hidden">{words.checks.byUnit}</caption>
          <thead>
            <tr>
              <th scope="col">{words.column.unit}</th>
              {SEVERITIES.map((severity) => (
                <th key={severity} scope="col" className="number">
                  {words.checks.severityName[severity]}
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
                    words.checks.noUnit
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
