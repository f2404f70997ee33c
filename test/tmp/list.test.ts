import { writeFileSync } from 'node:fs';
import { it } from 'vitest';
import { issueText } from '../../src/text/issue.ts';
import { repairLines } from '../../src/text/repair.ts';
import { loadPackage } from '../support/load.ts';

it('lists', async () => {
  for (const p of (process.env.P ?? 'data/reports,data/sample').split(',')) {
    const l = await loadPackage(p);
    const a: any = await l.ask({
      ask: 'issues',
      units: null,
      severities: ['error', 'warning'],
      codes: [],
      source: '',
      period: '',
      limit: 1000,
    } as any);
    const out: string[] = [];
    for (const i of a.issues) {
      out.push(
        [
          i.code,
          i.unit,
          i.period,
          i.subject,
          i.category,
          i.source,
          i.locator,
          i.about,
          issueText(l.data, i),
        ].join(' | ') +
          '  rows ' +
          i.statements.map((s: any) => `${s.row}:${s.measure}=${s.value}`).join(','),
      );
      const r: any = await l.ask({ ask: 'repair', issue: i.id } as any);
      for (const line of repairLines(l.data, r.hypotheses))
        out.push('     → ' + line.text + ' :: ' + line.consequences.join('; '));
    }
    if (a.matters)
      for (const m of a.matters) if (m.length > 1) out.push('MATTER ' + m.join('  +  '));
    writeFileSync(`/tmp/issues-${p.split('/').at(-1)}.txt`, out.join('\n'));
  }
}, 200000);
