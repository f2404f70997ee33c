/** What the reader must know about the page itself: bad links, set-aside rows, a restarted engine. */

import { useState } from 'react';
import type { BadParam } from '../../address/url.ts';
import type { Problem } from '../../model/problem.ts';
import { parsePeriod } from '../../model/time/period.ts';
import { formatPeriod } from '../../model/writing/date.ts';
import { cut, visible } from '../../model/writing/outside.ts';
import { csvText } from '../../share/csv.ts';
import { fileName, saveFile } from '../../share/download.ts';
import { words } from '../../text/words.ts';

const VALUE_LENGTH = 120;
const readable = (value: string) => cut(visible(value), VALUE_LENGTH);

export function ParamNotices({
  bad,
  unknown,
}: {
  readonly bad: readonly BadParam[];
  readonly unknown: readonly BadParam[];
}) {
  return [
    ...bad.map(({ param, value }) => (
      <p key={`bad ${param}`} role="status" data-param={param} className="notice">
        {words.param.invalid(param, valueName(param, value))}
      </p>
    )),
    ...unknown.map(({ param, value }) => (
      <p key={`unknown ${param}`} role="status" data-param={param} className="notice">
        {words.param.unknown(words.param.names[param] ?? param, valueName(param, value))}
      </p>
    )),
  ];
}

/** A server or a worker that says nothing: what is waited for, and a way to begin anew. */
export function SilenceNotice({ files }: { readonly files: readonly string[] }) {
  if (files.length === 0) return null;
  const names = [...new Set(files)].map((file) => cut(visible(file), FILE_LENGTH));
  return (
    <p role="status" className="notice warning" data-silent="true">
      {words.loading.silent(names.join(', '))}{' '}
      <button type="button" className="button" onClick={() => location.reload()}>
        {words.failure.retry}
      </button>
    </p>
  );
}

const FILE_LENGTH = 120;

/** Lines of the files that were set aside; further problems, in their number. */
function countOf(problems: readonly Problem[], isLost: boolean): number {
  return problems
    .filter((problem) => (problem.effect === 'row') === isLost)
    .reduce((sum, { lines, count }) => sum + ((isLost ? lines : undefined) ?? count ?? 1), 0);
}

/** Figures may be wrong although nothing was set aside: said in sentences, never folded. */
function Warnings({ problems }: { readonly problems: readonly Problem[] }) {
  const warnings = problems.filter((problem) => problem.effect === 'warning');
  return warnings.slice(0, SPELLED_OUT).map((problem) => (
    <p
      key={[problem.file, problem.code, problem.column, problem.value].join('~')}
      role="status"
      className="notice warning"
      data-code={problem.code}
    >
      <strong>{problem.file}</strong>
      {problem.line ? `, ${words.notice.line.toLowerCase()} ${problem.line}` : ''}
      {': '}
      {words.problem.what(problem)} {words.problem.remedy(problem)}
    </p>
  ));
}

const SPELLED_OUT = 3;

/** Warnings spelled out; rows set aside and notes, folded: one line says how many. */
export function LoadNotices({ problems }: { readonly problems: readonly Problem[] }) {
  const [open, setOpen] = useState(false);
  if (problems.length === 0) return null;
  return (
    <section className="notice" aria-label={words.notice.heading}>
      <Warnings problems={problems} />
      <p role="status">
        {words.notice.summary(countOf(problems, true), countOf(problems, false))}.{' '}
        <button
          type="button"
          className="button"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {open ? words.notice.hide : words.notice.show}
        </button>{' '}
        <button type="button" className="button" onClick={() => saveProblems(problems)}>
          {words.notice.download}
        </button>
      </p>
      {open && <ProblemTable problems={problems} />}
    </section>
  );
}

export function ProblemTable({ problems }: { readonly problems: readonly Problem[] }) {
  return (
    <div className="scroll">
      <table>
        <caption className="visually-hidden">{words.notice.heading}</caption>
        <thead>
          <tr>
            <th scope="col">{words.notice.file}</th>
            <th scope="col" className="number">
              {words.notice.line}
            </th>
            <th scope="col">{words.notice.column}</th>
            <th scope="col">{words.notice.what}</th>
            <th scope="col">{words.notice.remedy}</th>
          </tr>
        </thead>
        <tbody>
          {problems.map((problem) => (
            <tr
              key={[problem.file, problem.line, problem.column, problem.code, problem.value].join(
                '~',
              )}
              data-code={problem.code}
            >
              <td>{problem.file}</td>
              <td className="number">{problem.line ?? ''}</td>
              <td>{problem.column ?? ''}</td>
              <td>
                {problem.count ? words.notice.more(problem.count) : words.problem.what(problem)}
              </td>
              <td>{words.problem.remedy(problem)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function saveProblems(problems: readonly Problem[]): void {
  const rows = problems.map((problem) => ({
    file: problem.file,
    line: problem.line ?? null,
    column: problem.column ?? '',
    code: problem.code,
    effect: words.problem.effect[problem.effect],
    message: problem.count ? words.notice.more(problem.count) : words.problem.what(problem),
    remedy: words.problem.remedy(problem),
  }));
  const columns = ['file', 'line', 'column', 'code', 'effect', 'message', 'remedy'] as const;
  saveFile(
    fileName(words.notice.heading, 'csv'),
    new Blob([csvText(columns, rows)], { type: 'text/csv;charset=utf-8' }),
  );
}

/** A period by its name; anything else as it stands in the address. */
function valueName(param: string, value: string): string {
  if (param !== 'period' && param !== 'base') return readable(value);
  try {
    return formatPeriod(parsePeriod(value));
  } catch {
    return readable(value);
  }
}
