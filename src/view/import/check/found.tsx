/** What the worklist's checks find in the new figures before anything is kept, with the cells, to be mended in place. */
import { useState } from 'react';
import type { FoundPart, FoundShown } from '../../../intake/show/found.ts';
import { categoryName, type Dataset, subjectOf } from '../../../model/dataset.ts';
import { type Issue, severityOf } from '../../../model/issue.ts';
import { formatCount } from '../../../model/writing/number.ts';
import { valueText } from '../../../text/figure.ts';
import { aboutName, issueText, ruleText } from '../../../text/issue.ts';
import { periodName, unitName } from '../../../text/name.ts';
import { documentName } from '../../../text/source.ts';
import { words } from '../../../text/words.ts';
import { IssueMark } from '../../part/issue-list.tsx';
import type { Import } from '../use-import.ts';
import { fixed } from '../work.ts';
import { CellFix } from './cell-fix.tsx';
import { placeName } from './place-name.ts';

export function Found({ found, state }: { readonly found: FoundShown; readonly state: Import }) {
  const { issues, issueCount } = found;
  return (
    <section className="import-found" data-issues={issueCount}>
      <h2>{words.import.issues}</h2>
      <p className={issueCount === 0 ? '' : 'small muted'}>
        {issueCount > 0 ? words.import.issuesHint : withoutIssues(state)}
      </p>
      <ul className="issue-list">
        {issues.map((issue) => (
          <FoundItem key={issue.id} {...{ issue, found, state }} />
        ))}
      </ul>
      {issueCount > issues.length && (
        <p className="small muted">
          {words.import.moreIssues(formatCount(issueCount - issues.length))}
        </p>
      )}
    </section>
  );
}

/** Never "all fit" beside a total that does not. */
function withoutIssues({ shown }: Import): string {
  return shown && shown.problems.totals > 0 ? words.import.noOtherIssues : words.import.noIssues;
}

interface ItemProps {
  readonly issue: Issue;
  readonly found: FoundShown;
  readonly state: Import;
}

function FoundItem({ issue, found, state }: ItemProps) {
  const { data, parts } = found;
  const about = [
    aboutName(data, issue),
    issue.unit && unitName(data, issue.unit, issue.period),
    issue.period && periodName(data, issue.period),
  ];
  const rule = ruleText(data, issue);
  return (
    <li className={`issue ${severityOf(issue.code)}`} data-found={issue.code}>
      <IssueMark issue={issue} />
      <div>
        <strong>{about.filter(Boolean).join(' · ')}</strong>
      </div>
      <div>{issueText(data, issue)}</div>
      {rule && <div className="small muted">{rule}</div>}
      <ul className="import-parts">
        {(parts.get(issue.id) ?? []).map((part) => (
          <PartItem key={part.key} {...{ part, issue, data, state }} />
        ))}
      </ul>
    </li>
  );
}

/** One figure that takes part: where it stands and, where that is a cell of a file, the way to mend it. */
function PartItem({
  part,
  issue,
  data,
  state,
}: Omit<ItemProps, 'found'> & { readonly part: FoundPart; readonly data: Dataset }) {
  const [isOpen, setOpen] = useState(false);
  const { cell } = part;
  const apply = (text: string) => cell && state.change((now) => fixed(now, cell, text));
  return (
    <li {...(cell ? { 'data-cell': `${cell.file} ${cell.letter}${cell.line}` } : {})}>
      {partName(data, part, issue)} <strong>{valueIn(data, part)}</strong>
      <span className="small muted"> {cell ? placeName(cell) : packagePlace(data, part)}</span>{' '}
      {cell && !isOpen && (
        <button type="button" className="plain-button link" data-mend onClick={() => setOpen(true)}>
          {words.import.apply}
        </button>
      )}
      {cell && isOpen && <CellFix start={cell.text} onFix={apply} isAsked />}
    </li>
  );
}

/** Its measure; unit and period where they are others than those of the issue. */
function partName(data: Dataset, part: FoundPart, { unit, period }: Issue): string {
  return [
    subjectOf(data, part.measure)?.name ?? part.measure,
    part.category ? categoryName(data, part.breakdown, part.category) : '',
    part.unit === unit ? '' : unitName(data, part.unit, part.period),
    part.period === period ? '' : periodName(data, part.period),
  ]
    .filter(Boolean)
    .join(' · ');
}

function valueIn(data: Dataset, { measure, value }: FoundPart): string {
  const subject = subjectOf(data, measure);
  if (value === null) return '—';
  return subject ? valueText(subject, value) : formatCount(value);
}

function packagePlace(data: Dataset, { source, locator }: FoundPart): string {
  const place = locator ? words.origin.section(locator) : '';
  return [documentName(data, source), place].filter(Boolean).join(', ');
}
