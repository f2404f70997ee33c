/** What the reader must know about the page itself: bad links, set-aside rows, a restarted engine. */
import { useState } from 'react';
import type { BadParam } from '../../address/url.ts';
import type { Problem } from '../../model/problem.ts';
import { csvText } from '../../share/csv.ts';
import { saveFile } from '../../share/download.ts';
import { vi } from '../../text/vi/words.ts';

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
        {vi.param.invalid(param, value)}
      </p>
    )),
    ...unknown.map(({ param, value }) => (
      <p key={`unknown ${param}`} role="status" data-param={param} className="notice">
        {vi.param.unknown(vi.param.names[param] ?? param, value)}
      </p>
    )),
  ];
}

/** Rows set aside and notes, folded; one line says how many. */
export function LoadNotices({ problems }: { readonly problems: readonly Problem[] }) {
  const [open, setOpen] = useState(false);
  if (problems.length === 0) return null;
  const count = (lost: boolean) =>
    problems
      .filter((problem) => (problem.effect === 'row') === lost)
      .reduce((sum, problem) => sum + (problem.count ?? 1), 0);
  return (
    <section className="notice" aria-label={vi.notice.heading}>
      <p role="status">
        {vi.notice.summary(count(true), count(false))}.{' '}
        <button
          type="button"
          className="button"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {open ? vi.notice.hide : vi.notice.show}
        </button>{' '}
        <button type="button" className="button" onClick={() => saveProblems(problems)}>
          {vi.notice.download}
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
        <caption className="visually-hidden">{vi.notice.heading}</caption>
        <thead>
          <tr>
            <th scope="col">{vi.notice.file}</th>
            <th scope="col" className="number">
              {vi.notice.line}
            </th>
            <th scope="col">{vi.notice.column}</th>
            <th scope="col">{vi.notice.what}</th>
            <th scope="col">{vi.notice.remedy}</th>
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
              <td>{problem.count ? vi.notice.more(problem.count) : vi.problem.what(problem)}</td>
              <td>{vi.problem.remedy(problem)}</td>
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
    effect: vi.problem.effect[problem.effect],
    message: problem.count ? vi.notice.more(problem.count) : vi.problem.what(problem),
    remedy: vi.problem.remedy(problem),
  }));
  const columns = ['file', 'line', 'column', 'code', 'effect', 'message', 'remedy'] as const;
  saveFile(
    'thong-bao-nap-so-lieu.csv',
    new Blob([csvText(columns, rows)], { type: 'text/csv;charset=utf-8' }),
  );
}
