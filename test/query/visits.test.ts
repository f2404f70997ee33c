/** Who needs a visit and why: every reason is what the chart behind it shows, and nothing without a verdict. */
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { type Dataset, subjectOf } from '../../src/model/dataset.ts';
import { mattersOf, tellingSubjects } from '../../src/model/visit/matter.ts';
import { peerGroups } from '../../src/model/visit/peers.ts';
import { rankVisits } from '../../src/model/visit/ranking.ts';
import type { Reason } from '../../src/model/visit/reason.ts';
import type { StandingAnswer } from '../../src/question/standing.ts';
import type { VisitsAnswer } from '../../src/question/visits.ts';
import { compareSentence, judged, worseFirst } from '../../src/text/told/sentence.ts';
import { reasonText } from '../../src/text/visit/reason.ts';
import { type Loaded, loadPackage } from '../support/load.ts';

const LATEST = { units: null, period: { type: 'latest' }, grain: 'any' } as const;
const TROUBLED = 'phuong-bich-trach';

let town: Loaded;
let answer: VisitsAnswer;
let profile: StandingAnswer;
beforeAll(async () => {
  town = await loadPackage('data/sample');
  answer = await town.ask({ ask: 'visits', ...LATEST, without: [] });
  profile = await town.ask({ ask: 'standing', unit: TROUBLED, without: [] });
});
afterAll(() => town.engine.close());

const compare = async (subject: string, period: string) => {
  const { groups } = await town.ask({
    ...{ ask: 'compare', subject, peers: [], units: null, grain: 'any' },
    ...{ breakdown: '', category: '', body: null, period: { type: 'one', code: period } },
  } as const);
  return groups.filter((group) => group.parent === 'thi-xa-lam-khue');
};

test('units that were cut off otherwise have reported as well', async () => {
  const groups = (await compare('petitions_resolved_rate', '2025')).filter(({ apart }) => apart);
  expect(groups.length).toBe(2);
  const subject = subjectOf(town.data, 'petitions_resolved_rate');
  for (const group of groups) {
    const own = new Set(
      group.rows.flatMap(({ figure }) => (figure.value === null ? [] : [figure.unit])),
    );
    expect(own.size + (group.apart ?? 0)).toBe(13); // two have not sent the year's
    const told = subject ? compareSentence(town.data, subject, [group]) : '';
    expect(told).toContain(`${own.size} đơn vị cùng cách chốt số, trong 13/15`);
  }
});

describe('the units to visit', () => {
  it('begin with the one in trouble, each with a reason that counts', () => {
    const visits = rankVisits(answer.reasons, 'all');
    expect(visits[0]?.unit).toBe(TROUBLED);
    expect(visits.slice(0, 3).every(({ points }) => points >= 1)).toBe(true);
    expect(visits.map(({ points }) => points)).toEqual(
      visits.map(({ points }) => points).sort((a, b) => b - a),
    );
    const [place] = answer.places;
    expect([place?.period, place?.units.length, place?.reporting]).toEqual(['2025', 15, 13]); // two have not sent the year's
  });

  it('are held against the very value that the comparison shows, and named there as well', async () => {
    const levels = answer.reasons.filter(({ kind }) => kind === 'level');
    expect(levels.length).toBeGreaterThan(10);
    for (const subject of new Set(levels.map((reason) => reason.subject))) {
      const own = levels.filter((reason) => reason.subject === subject);
      const groups = await compare(subject, own[0]?.periods[0] ?? '');
      const about = subjectOf(town.data, subject);
      for (const { unit, against } of own) {
        const group = groups.find((item) => item.rows.some(({ figure }) => figure.unit === unit));
        expect(against, `${subject} ${unit}`).toBeCloseTo(group?.total?.value ?? Number.NaN, 9);
        const found = about && group && judged(town.data, about, group)[worseFirst(about)[0]];
        expect(found?.map((figure) => figure.unit)).toContain(unit);
      }
    }
  });

  it('are told what changed and what did not come', () => {
    const changed = rankVisits(answer.reasons, 'change');
    expect(changed.map(({ unit }) => unit)).toEqual([TROUBLED]);
    const late = rankVisits(answer.reasons, 'reports');
    expect(late[0]).toMatchObject({ unit: 'xa-tuy-man', points: 2 });
    const { head, clauses } = reasonText(town.data, late[0]?.matters[0] ?? []);
    expect([head, clauses[0]?.text]).toEqual(['2 báo cáo chưa nhận được', 'quý IV/2025, năm 2025']);
  });

  it('count a check only while nobody has settled it', async () => {
    const { issues } = await town.ask({
      ...{ ask: 'issues', units: ['phuong-truc-lang'], severities: ['error'], codes: [] },
      ...{ source: '', period: '', limit: 100 },
    } as const);
    const unit = 'phuong-truc-lang';
    const checks = (all: VisitsAnswer) =>
      all.reasons.filter((reason) => reason.kind === 'checks' && reason.unit === unit);
    expect(checks(answer)[0]?.count).toBe(issues.filter((issue) => issue.unit === unit).length);
    const without = issues.map(({ id }) => id);
    expect(checks(await town.ask({ ask: 'visits', ...LATEST, without }))).toEqual([]);
  });

  it('are none where no three units are alike: the documents are told instead', async () => {
    const reports = await loadPackage('data/reports');
    const found = await reports.ask({ ask: 'visits', ...LATEST, without: [] });
    expect([found.places, found.reasons]).toEqual([[], []]);
    const figures = found.documents.map(({ figures: count }) => count);
    expect(figures).toHaveLength(5);
    expect(figures.reduce((sum, count) => sum + count, 0)).toBe(reports.data.observationCount);
    await reports.engine.close();
  });
});

describe('the columns of the overview', () => {
  it('hold the clearest alarm first, one of what says the same, and several groups of the catalogue', async () => {
    const { figures } = await town.ask({ ask: 'overview', ...LATEST });
    const columns = tellingSubjects(town.data, figures).slice(0, 6);
    const matters = mattersOf(town.data, peerGroups(town.data, figures));
    const worst = answer.reasons
      .filter(({ kind }) => kind === 'level')
      .sort((a, b) => b.points - a.points)[0];
    expect(columns[0]).toBe(matters.get(worst?.subject ?? ''));
    expect(new Set(columns.map((id) => matters.get(id) ?? id)).size).toBe(6);
    expect(columns).not.toContain('dossiers_overdue_rate');
    expect(columns).toEqual(
      expect.arrayContaining(['dossiers_on_time_rate', 'poor_household_rate']),
    );
    expect(groupsOf(town.data, columns).size).toBeGreaterThanOrEqual(4);
  });
});

describe('where a unit stands', () => {
  it('has the reasons that the overview gives for it', () => {
    const key = ({ kind, subject, against }: Reason) => `${kind} ${subject} ${against?.toFixed(6)}`;
    const own = answer.reasons.filter(({ unit }) => unit === TROUBLED);
    expect(profile.reasons.map(key).sort()).toEqual(own.map(key).sort());
  });

  it('is a range of ranks among the units of its place and period', async () => {
    const row = profile.rows.find(({ figure }) => figure.subject === 'dossiers_on_time_rate');
    expect(row?.group?.rank).toEqual({ best: 13, worst: 13, of: 13 });
    expect(row?.group?.values).toHaveLength(13);
    const [group] = await compare('dossiers_on_time_rate', '2025');
    expect(row?.group?.value).toBeCloseTo(group?.total?.value ?? 0, 9);
    expect(row?.past.map(({ period }) => period)).toEqual(['2021', '2022', '2023', '2024', '2025']);
    expect(row?.target?.value).toBe(95);
  });

  it('gives no rank where the unit has few cases', () => {
    const row = profile.rows.find(({ figure }) => figure.subject === 'mediation_success_rate');
    expect(row?.group).toMatchObject({ rank: null });
  });

  it('of one that is behind is told among those who reported the same period', async () => {
    const late = await town.ask({ ask: 'standing', unit: 'xa-tuy-man', without: [] });
    const row = late.rows.find(({ figure }) => figure.subject === 'dossiers_on_time_rate');
    expect([row?.figure.period, row?.group?.values.length]).toEqual(['2025-01-01/P9M', 15]);
    expect(late.reasons.map(({ kind }) => kind)).toContain('reports');
  });
});

function groupsOf(data: Dataset, subjects: readonly string[]): Set<string | undefined> {
  return new Set(subjects.map((id) => subjectOf(data, id)?.group));
}
