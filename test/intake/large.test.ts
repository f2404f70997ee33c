/** A table so long that its figures are shown before their checks have run: the import waits for both, and searches nothing. */
import { expect, test } from 'vitest';
import { checkFiles } from '../../src/app/check-files.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { openNodeEngine } from '../../src/engine/node.ts';
import { NOTHING_DECLARED } from '../../src/intake/answers.ts';
import { createClerk } from '../../src/intake/clerk.ts';
import { MOST_SHOWN } from '../../src/intake/show/found.ts';
import { repositoryAccess } from '../support/load.ts';
import { reportsData } from './corpus.ts';

const WARDS = ['phuong-pho-hoa', 'phuong-pho-ninh', 'phuong-pho-minh'];
const YEARS = 200;
/** Sums that fail: one month in eight. */
const isWrong = (month: number) => month % 8 === 5;

/** Petitions of months before anybody counted: received = new + carried over, but where `isWrong`. */
function petitions(): { text: string; figures: number; wrong: number } {
  const months = Array.from({ length: YEARS * 12 }, (_, at) => at);
  const lines = WARDS.flatMap((ward, own) =>
    months.flatMap((month) => {
      const period = `${1800 + Math.floor(month / 12)}-M${String((month % 12) + 1).padStart(2, '0')}`;
      const [fresh, carried] = [10 + ((month * 7 + own) % 23), (month * 5 + own * 3) % 11];
      const received = fresh + carried + (isWrong(month) ? 3 : 0);
      return [
        `${ward},${period},petitions_received,${received}`,
        `${ward},${period},petitions_new,${fresh}`,
        `${ward},${period},petitions_carried_over,${carried}`,
      ];
    }),
  );
  return {
    text: `unit,period,measure,value\n${lines.join('\n')}\n`,
    figures: lines.length,
    wrong: WARDS.length * months.filter(isWrong).length,
  };
}

/** An engine, and the repair searches it is asked for: they read the statements around an issue. */
async function watched(asked: string[]): Promise<Engine> {
  const engine = await openNodeEngine();
  const rows = engine.rows.bind(engine);
  engine.rows = (sql, params, signal) => {
    if (/FROM statement s WHERE/.test(sql) && !/CREATE/.test(sql)) asked.push(sql);
    return rows(sql, params, signal);
  };
  return engine;
}

test('21 600 figures with 900 sums that fail are checked to the end', {
  timeout: 300_000,
}, async () => {
  const { text, figures, wrong } = petitions();
  const searches: string[] = [];
  const access = repositoryAccess();
  const clerk = createClerk({
    ...{ data: await reportsData(), path: 'data/reports', access, boot: () => openNodeEngine() },
    check: (files, sources, signal) =>
      checkFiles(files, sources, access, () => watched(searches), signal),
  });
  const handed = [{ name: 'don-thu.csv', file: new Blob([text]) }];
  const { shown } = await clerk.take(handed, new Map(), () => {});
  expect(shown).toMatchObject({ figures, questionCount: 0 });
  const { changes } = await clerk.plan({ joins: true, title: '', declared: NOTHING_DECLARED });
  expect(changes?.counts).toMatchObject({ added: figures, changed: 0 });
  const { issues, issueCount, data } = await clerk.check();
  clerk.end();
  expect(data.observationCount).toBeGreaterThan(figures);
  expect(issues.map(({ code }) => code)).toEqual(Array(MOST_SHOWN).fill('SUM_MISMATCH'));
  expect(issueCount).toBe(wrong);
  expect(searches).toEqual([]);
});
