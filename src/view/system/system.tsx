/** "Hệ thống": whether browser, server and package are in order, each line with its remedy. */
import { useCallback, useEffect, useState } from 'react';
import type { SystemCheck } from '../../model/system.ts';
import { vi } from '../../text/vi/words.ts';
import { useReady } from '../part/ready.ts';

export function SystemView({
  inspect,
}: {
  readonly inspect: () => Promise<readonly SystemCheck[]>;
}) {
  const [checks, setChecks] = useState<readonly SystemCheck[] | null>(null);
  const [said, setSaid] = useState('');
  useReady(checks ? 'true' : 'waiting');
  const run = useCallback(() => {
    setChecks(null);
    void inspect().then(setChecks);
  }, [inspect]);
  useEffect(run, [run]);
  const bad = checks?.filter((check) => check.state === 'bad').length ?? 0;
  const report = checks ? reportText(checks) : '';
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(report);
      setSaid(vi.system.copied);
    } catch {
      document.querySelector<HTMLTextAreaElement>('.system-report')?.select(); // plain http: copied by hand
    }
  };
  return (
    <section className="card" aria-label={vi.system.title}>
      <div className="card-head">
        <div>
          <h1>{vi.system.title}</h1>
          <p className="muted">{vi.system.lead}</p>
        </div>
        <div className="card-actions no-print">
          <button type="button" className="button" onClick={run}>
            {vi.system.again}
          </button>
          <button type="button" className="button" disabled={!checks} onClick={() => void copy()}>
            {vi.system.copy}
          </button>
        </div>
      </div>
      <p role="status">
        {said ||
          (checks ? (bad > 0 ? vi.system.someBad(bad) : vi.system.allGood) : vi.system.checking)}
      </p>
      {checks && (
        <>
          <div className="scroll-x">
            <table className="system">
              <caption className="visually-hidden">{vi.system.title}</caption>
              <thead>
                <tr>
                  <th scope="col">{vi.system.what}</th>
                  <th scope="col">{vi.system.about}</th>
                  <th scope="col">{vi.system.found}</th>
                  <th scope="col">{vi.system.remedyHead}</th>
                </tr>
              </thead>
              <tbody>
                {checks.map((check) => (
                  <Line key={`${check.name} ${check.about}`} check={check} />
                ))}
              </tbody>
            </table>
          </div>
          <label className="field">
            <span>{vi.system.report}</span>
            <textarea className="system-report" readOnly rows={6} value={report} />
          </label>
        </>
      )}
    </section>
  );
}

function Line({ check }: { readonly check: SystemCheck }) {
  return (
    <tr data-check={check.name} data-state={check.state}>
      <th scope="row">{vi.system.name[check.name]}</th>
      <td>{check.about}</td>
      <td>
        <strong className={`state-${check.state}`}>{vi.system.state[check.state]}</strong>
        <div className="small muted">{check.found}</div>
      </td>
      <td>{check.state === 'ok' ? '' : vi.system.remedy[check.name]}</td>
    </tr>
  );
}

function reportText(checks: readonly SystemCheck[]): string {
  const lines = checks.map(({ name, state, about, found }) =>
    [state.toUpperCase(), name, about, found].filter(Boolean).join(' | '),
  );
  return [new Date().toISOString(), location.href, ...lines].join('\n');
}
