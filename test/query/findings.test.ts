/** Where findings and issues arrive: at their figures, under their document's unit, in words that fit them. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Issue } from '../../src/model/issue.ts';
import type { IssuesQuestion } from '../../src/question/issues.ts';
import { issueText } from '../../src/text/issue.ts';
import { vi } from '../../src/text/vi/words.ts';
import { type Loaded, loadPackage } from '../support/load.ts';
import { EVERY_FIGURE } from '../support/questions.ts';

const ALL: IssuesQuestion = {
  ask: 'issues',
  units: null,
  severities: [],
  codes: [],
  source: '',
  period: '',
  limit: 10_000,
};

describe.each(['data/reports', 'data/sample', 'data/sample-2025'])('findings of %s', (path) => {
  let loaded: Loaded;
  let findings: readonly Issue[];
  beforeAll(async () => {
    loaded = await loadPackage(path);
    const { issues } = await loaded.ask(ALL);
    findings = issues.filter((issue) => issue.about === 'finding');
  });

  it('are all there', () => expect(findings).toHaveLength(loaded.data.findings.length));

  it('reach the figures that they name, and flag them', async () => {
    const { figures } = await loaded.ask(EVERY_FIGURE);
    const flagged = new Set(figures.flatMap((f) => f.flags.map((code) => `${f.subject} ${code}`)));
    for (const issue of findings.filter((item) => item.subject !== '')) {
      expect(issue.statements, issue.id).not.toEqual([]);
      expect(flagged, issue.id).toContain(`${issue.subject} ${issue.code}`);
    }
  });

  it('name a document or a unit of the package where they name no figure', () => {
    const { data } = loaded;
    for (const issue of findings.filter((item) => item.subject === '')) {
      expect(data.sources.has(issue.source) || data.units.has(issue.unit), issue.id).toBe(true);
    }
  });

  it("stand under their document's own unit, whomever they name", async () => {
    for (const { id, source } of findings) {
      const unit = loaded.data.sources.get(source)?.unit ?? '';
      if (unit === '') continue;
      const { issues } = await loaded.ask({ ...ALL, units: [unit] });
      expect(
        issues.map((issue) => issue.id),
        id,
      ).toContain(id);
      const profile = await loaded.ask({ ask: 'profile', unit, body: null });
      expect(
        profile.issues.map((issue) => issue.id),
        id,
      ).toContain(id);
    }
  });

  it('are worded by a label that says nothing of numbers where there is none', () => {
    const bare = new Set(findings.filter((i) => i.subject === '').map((i) => i.code));
    for (const code of bare) expect(vi.code[code] ?? '', code).not.toMatch(/số ghi|con số/);
  });
});

describe('issues of an unseen package', () => {
  let loaded: Loaded;
  const resource = (name: string) => ({ name, path: `${name}.csv`, format: 'csv' });
  const files = {
    units:
      'unit,name,kind,level,parent\nhuyen,Huyện H,huyện,district,\nxa-a,Xã A,xã,commune,huyen\nxa-b,Xã B,xã,commune,huyen\nthon-1,Thôn 1,thôn,neighbourhood,xa-a\n',
    sources:
      'source,unit,title,period,signed_on\nbc-a,xa-a,Báo cáo A,2023,2024-01-05\nbc-b,xa-b,Báo cáo B,2023,2024-01-05\n',
    measures:
      'measure,name,temporal,unit_label,min_count\nhomes,Hộ,stock,hộ,\nhomes_poor,Hộ nghèo,stock,hộ,5\nvisits,Lượt,flow,lượt,\n',
    indicators: 'indicator,name,scale,decimals,direction\nheard,Tỷ lệ hài lòng,100,1,up\n',
    observations: [
      'unit,period,measure,value,bound,source,locator',
      'xa-a,2023,homes,700,,bc-a,I',
      'xa-b,2023,homes,500,,bc-b,I',
      'xa-a,2023,visits,90,,bc-a,I',
      'xa-a,2023,heard,90,>,bc-a,II',
      'thon-1,2023,homes_poor,3,,bc-a,III',
      '',
    ].join('\n'),
    findings:
      'source,locator,unit,period,measure,code,note\nbc-a,II.7,xa-a,2023,visits,STALE_COPY,Mục ghi khác nơi có số\nbc-a,II,xa-a,2023,visits,MISLABELLED,Một ý\nbc-a,II,xa-a,2023,homes,MISLABELLED,Một ý\n',
  };
  beforeAll(async () => {
    const path = 'packages/findings';
    const meta = { name: 'f', resources: Object.keys(files).map(resource) };
    loaded = await loadPackage(path, {
      [`${path}/datapackage.json`]: JSON.stringify(meta),
      ...Object.fromEntries(Object.entries(files).map(([n, text]) => [`${path}/${n}.csv`, text])),
    });
  });
  const scope = {
    peers: [],
    units: null,
    period: { type: 'latest' },
    grain: 'any',
    breakdown: '',
    category: '',
    body: null,
  } as const;

  it('a finding with another place than its figure reaches the figure', async () => {
    const { issues } = await loaded.ask({ ...ALL, codes: ['STALE_COPY'] });
    expect(issues.flatMap((i) => i.statements.map((s) => s.measure))).toEqual(['visits']);
  });

  it('a remark about two figures is one matter', async () => {
    const { matters } = await loaded.ask({ ...ALL, codes: ['MISLABELLED'] });
    expect(matters.map((traces) => traces.length)).toEqual([2]);
  });

  it('a rate without counts keeps its bound in words', async () => {
    const { issues } = await loaded.ask({ ...ALL, codes: ['NO_DENOMINATOR'] });
    expect(issues.map((issue) => issueText(loaded.data, issue))).toEqual([
      'Văn bản chỉ ghi tỷ lệ trên 90%, không có số đếm để tính lại.',
    ]);
  });

  it("a year's closing stock is also its last quarter's and half's, and the year stays the default", async () => {
    const trend = (grain: 'quarter' | 'half' | 'any') =>
      loaded.ask({ ask: 'trend', subject: 'homes', ...scope, units: ['xa-a'], grain });
    expect((await trend('any')).grain).toBe('year');
    for (const [grain, code] of [
      ['quarter', '2023-Q4'],
      ['half', '2023-S2'],
    ] as const) {
      const { series } = await trend(grain);
      const known = series[0]?.points.filter((point) => point.value !== null);
      expect(known).toMatchObject([{ period: code, value: 700, derived: true }]);
    }
    const flow = await loaded.ask({
      ask: 'trend',
      subject: 'visits',
      ...scope,
      units: ['xa-a'],
      grain: 'quarter',
    });
    expect(flow.series).toEqual([]);
  });

  it('a parent that reports nothing itself is told from one of which nothing is known', async () => {
    const compare = (subject: string) =>
      loaded.ask({ ask: 'compare', subject, ...scope, units: ['huyen'] });
    expect((await compare('homes')).below).toEqual(['huyen']);
    expect((await compare('heard')).below).toEqual(['huyen']);
    expect((await compare('homes_poor')).below).toEqual([]);
  });
});
