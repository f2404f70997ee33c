/** "Hệ thống": whether browser, server and package are in order, each line with its remedy. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { SystemCheck } from '../../model/system.ts';
import { words } from '../../text/words.ts';
import { useReady } from '../part/ready.ts';

export function SystemView({
  inspect,
}: {
  readonly inspect: () => Promise<readonly SystemCheck[]>;
}) {
  const [checks, setChecks] = useState<readonly SystemCheck[] | null>(null);
  const [said, setSaid] = useState('');
  useReady(checks ? 'true' : 'waiting');
  const latest = useRef(0);
  const run = useCallback(() => {
    latest.current += 1;
    const own = latest.current;
    setChecks(null);
    void inspect().then((found) => own === latest.current && setChecks(found));
  }, [inspect]);
  useEffect(run, [run]);
  const report = checks ? reportText(checks) : '';
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(report);
      setSaid(words.system.copied);
    } catch {
      document.querySelector<HTMLTextAreaElement>('.system-report')?.select(); // plain http: copied by hand
    }
  };
  return (
    <section className="card" aria-label={words.system.title}>
      <div className="card-head">
        <div>
          <h1>{words.system.title}</h1>
          <p className="muted">{words.system.lead}</p>
        </div>
        <div className="card-actions no-print">
          <button type="button" className="button" onClick={run}>
            {words.system.again}
          </button>
          <button type="button" className="button" disabled={!checks} onClick={() => void copy()}>
            {words.system.copy}
          </button>
        </div>
      </div>
      <p role="status">{said || summaryOf(checks)}</p>
      {checks && (
        <>
          <Lines checks={checks} />
          <label className="field">
            <span>{words.system.report}</span>
            <textarea className="system-report" readOnly rows={6} value={report} />
          </label>
        </>
      )}
    </section>
  );
}

function summaryOf(checks: readonly SystemCheck[] | null): string {
  if (!checks) return words.system.checking;
  const bad = checks.filter((check) => check.state === 'bad').length;
  return bad > 0 ? words.system.someBad(bad) : words.system.allGood;
}

function Lines({ checks }: { readonly checks: readonly SystemCheck[] }) {
  const { what, about, found, remedyHead } = words.system;
  return (
    <div className="scroll-x">
      <table className="system">
        <caption className="visually-hidden">{words.system.title}</caption>
        <thead>
          <tr>
            {[what, about, found, remedyHead].map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {checks.map((check) => (
            <Line key={`${check.name} ${check.about}`} check={check} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Line({ check }: { readonly check: SystemCheck }) {
  return (
    <tr data-check={check.name} data-state={check.state}>
      <th scope="row">{words.system.name[check.name]}</th>
      <td>{check.about}</td>
      <td>
        <strong className={`state-${check.state}`}>{words.system.state[check.state]}</strong>
        <div className="small muted">{check.found}</div>
      </td>
      <td>{check.state === 'ok' ? '' : words.system.remedy[check.name]}</td>
    </tr>
  );
}

function reportText(checks: readonly SystemCheck[]): string {
  const lines = checks.map(({ name, state, about, found }) =>
    [state.toUpperCase(), name, about, found].filter(Boolean).join(' | '),
  );
  return [new Date().toISOString(), location.href, ...lines].join('\n');
}
