/** The five real documents, figure by figure where a careful reader would look. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Issue } from '../../src/model/issue.ts';
import { severityOf } from '../../src/model/issue.ts';
import type { CompareAnswer } from '../../src/question/compare.ts';
import { type Loaded, loadPackage } from '../support/load.ts';

let loaded: Loaded;
beforeAll(async () => {
  loaded = await loadPackage('data/reports');
});

const compare = (subject: string, more: object = {}): Promise<CompareAnswer> =>
  loaded.ask({
    ask: 'compare',
    subject,
    peers: [],
    tolerance: 0,
    units: null,
    period: { type: 'latest' },
    grain: 'any',
    breakdown: '',
    category: '',
    body: null,
    ...more,
  });

async function figureOf(subject: string, unit: string, more: object = {}) {
  const { groups } = await compare(subject, more);
  return groups.flatMap((group) => group.rows).find((row) => row.figure.unit === unit)?.figure;
}

describe('the five reports', () => {
  it('load without a single problem', () => {
    expect(loaded.data.problems).toEqual([]);
    expect(loaded.data.observationCount).toBeGreaterThan(200);
  });

  it('give 114/545 online in Phổ Hòa beside the reported 100%, marked', async () => {
    expect(await figureOf('dossiers_online_rate', 'phuong-pho-hoa')).toMatchObject({
      value: (114 * 100) / 545,
      numerator: 114,
      denominator: 545,
      reported: 100,
      status: 'D',
      unfitBelow: true,
      flags: expect.arrayContaining(['PCT_MISMATCH']),
    });
  });

  it('cut 77,586 to 77,5 in Quảng Minh', async () => {
    expect(await figureOf('dossiers_online_rate', 'phuong-quang-minh')).toMatchObject({
      numerator: 45,
      denominator: 58,
      reported: 77.5,
      flags: ['PCT_TRUNCATED'],
    });
  });

  it('add the four petition types of Bình Sơn to 35/43, never averaging', async () => {
    expect(await figureOf('petitions_resolved_rate', 'huyen-binh-son')).toMatchObject({
      value: (35 * 100) / 43,
      numerator: 35,
      denominator: 43,
      derived: true,
      flags: expect.arrayContaining(['DERIVED']),
    });
    const split = await compare('petitions_resolved_rate', {
      breakdown: 'petition_type',
      units: ['huyen-binh-son'],
    });
    const rows = split.groups
      .flatMap((group) => group.rows)
      .map(({ figure: f }) => [f.category, f.numerator, f.denominator]);
    expect(rows).toEqual([
      ['khieu_nai', 8, 12],
      ['to_cao', 5, 5],
      ['tranh_chap_dat_dai', 2, 5],
      ['phan_anh_kien_nghi', 20, 21],
    ]);
  });

  it('keep Party committee and People’s Committee of Phổ Hòa apart', async () => {
    const { groups } = await compare('petitions_resolved_rate', { units: ['phuong-pho-hoa'] });
    const rows = groups
      .flatMap((group) => group.rows)
      .map(({ figure }) => [figure.body, figure.numerator, figure.denominator]);
    expect(rows).toEqual(
      expect.arrayContaining([
        ['ubnd', 11, 12],
        ['dang_uy', 1, 1],
      ]),
    );
    expect(groups.every((group) => group.total === null)).toBe(true);
  });

  it('never show a target or a registered figure as a result', async () => {
    expect((await figureOf('poor_household_rate', 'phuong-quang-minh'))?.value ?? null).toBeNull();
    const { groups } = await compare('poor_household_rate');
    const references = groups.flatMap((g) => g.rows).flatMap((row) => row.references);
    expect(references).toEqual(
      expect.arrayContaining([expect.objectContaining({ kind: 'target', value: 0.43 })]),
    );
  });

  it('take an instruction to hold meetings for an aim', async () => {
    const { groups } = await compare('neighbourhood_meeting_rate');
    const [row] = groups.flatMap((group) => group.rows);
    expect(row?.figure).toMatchObject({ unit: 'phuong-quang-minh', value: null });
    expect(row?.references).toEqual([expect.objectContaining({ kind: 'target', value: 100 })]);
  });

  it('do not rely on what cannot both be right in Quảng Minh', async () => {
    for (const subject of ['dossiers_on_time_rate', 'dossiers_late_rate'])
      expect(await figureOf(subject, 'phuong-quang-minh')).toMatchObject({
        numerator: 13,
        denominator: 19,
        status: 'U',
        flags: expect.arrayContaining(['SUM_MISMATCH']),
      });
  });

  it('keep a satisfaction whose subject is not named apart from the survey on procedures', async () => {
    expect(await figureOf('satisfaction_rate', 'phuong-quang-minh')).toMatchObject({
      reported: 99,
      status: 'D',
    });
  });

  it('call what Ba Bích counted up to the middle of 2023 provisional', async () => {
    for (const subject of ['models_maintained', 'households', 'legal_documents_issued'])
      expect(await figureOf(subject, 'xa-ba-bich')).toMatchObject({ period: '2023', status: 'P' });
  });

  it('have all four kinds of pending petitions of Bình Sơn', async () => {
    expect(await figureOf('petitions_pending', 'huyen-binh-son')).toMatchObject({
      value: 8,
      status: 'E',
      flags: ['DERIVED'],
    });
  });

  it('put units of other periods and districts into groups of their own', async () => {
    const { groups } = await compare('dossiers_online_rate');
    const keys = groups.map((group) => `${group.period} ${group.parent}`);
    expect(keys).toEqual(['2024-Q1 thi-xa-viet-yen', '2023-S1 thi-xa-duc-pho']);
  });

  it('say that figures signed before the period’s end are provisional', async () => {
    expect(await figureOf('dossiers_resolved', 'phuong-pho-hoa')).toMatchObject({
      value: 545,
      status: 'P',
    });
  });

  it('show a range and a lower bound as such', async () => {
    const { figures } = await loaded.ask({ ask: 'profile', unit: 'phuong-pho-hoa', body: null });
    expect(figures.find((figure) => figure.high !== null)).toMatchObject({
      value: 3,
      high: 5,
      kind: 'norm',
    });
    expect(figures.find((figure) => figure.value === 21)).toMatchObject({ bound: '>' });
  });
});

describe('the issues of the five reports', () => {
  let issues: readonly Issue[];
  beforeAll(async () => {
    issues = (
      await loaded.ask({
        ask: 'issues',
        units: null,
        severities: [],
        codes: [],
        source: '',
        period: '',
        limit: 10_000,
      })
    ).issues;
  });
  const found = (code: string) =>
    issues
      .filter((issue) => issue.code === code && issue.about !== 'finding')
      .map((i) => [i.unit, i.expected, i.found]);

  it('are the sums that do not hold', () => {
    expect(found('SUM_MISMATCH')).toEqual(
      expect.arrayContaining([
        ['phuong-quang-minh', 19, 26],
        ['phuong-quang-minh', 39, 32],
        ['phuong-pho-hoa', 20, 23],
        ['phuong-pho-hoa', 7, 6],
      ]),
    );
    expect(found('SUM_MISMATCH')).toHaveLength(4);
  });

  it('are the lists that count otherwise, the conflict and the one wrong percentage', () => {
    expect(found('LIST_COUNT_MISMATCH')).toHaveLength(2);
    expect(found('INTERNAL_CONFLICT')).toEqual([['phuong-pho-hoa', 10, 13]]);
    expect(found('PCT_MISMATCH')).toHaveLength(1);
    expect(found('PCT_TRUNCATED')).toHaveLength(2);
  });

  it('raise no error for Bình Sơn, whose figures all agree', () => {
    const errors = issues.filter(
      (i) => i.unit === 'huyen-binh-son' && severityOf(i.code) === 'error',
    );
    expect(errors).toEqual([]);
  });

  it('include what a reader saw, each at its number and told once', () => {
    const noted = issues.filter((issue) => issue.about === 'finding');
    expect(noted.filter((issue) => issue.subject && issue.statements.length === 0)).toEqual([]);
    const told = noted.map(({ code, subject, note }) => `${code} ${subject} ${note}`);
    expect(new Set(told).size).toBe(told.length);
  });

  it('say of one printed span that it concerns all four counts of tasks', () => {
    const span = issues.filter((i) => i.code === 'BAD_DATE' && i.period.includes('/'));
    expect(span.map((issue) => issue.subject).sort()).toEqual([
      'tasks_assigned',
      'tasks_in_progress',
      'tasks_late',
      'tasks_on_time',
    ]);
    expect(new Set(span.map((issue) => issue.note)).size).toBe(1);
  });

  it('leave the petitions of the People’s Committee out of what is unclear at the Party committee', () => {
    const [letter] = issues.filter(
      (i) => i.code === 'INTERNAL_CONFLICT' && i.subject === 'petitions_received',
    );
    expect(new Set(letter?.statements.map((s) => s.body))).toEqual(new Set(['dang_uy']));
  });

  it('open to the statements that take part', () => {
    const swap = issues.find((i) => i.code === 'SUM_MISMATCH' && i.expected === 19);
    expect(swap?.statements.map((s) => [s.measure, s.value, s.locator])).toEqual(
      expect.arrayContaining([
        ['dossiers_resolved', 19, 'II.1'],
        ['dossiers_resolved_on_time', 13, 'II.1'],
        ['dossiers_resolved_late', 13, 'II.1'],
      ]),
    );
  });
});

describe('the origin of a number', () => {
  it('goes down to counts, printed text, document and section', async () => {
    const answer = await loaded.ask({
      ask: 'origin',
      subject: 'dossiers_online_rate',
      unit: 'phuong-pho-hoa',
      period: '2023-S1',
      category: '',
      breakdown: '',
      body: null,
    });
    const roles = answer.parts.map((part) => [part.role, part.value, part.statements[0]?.locator]);
    expect(roles).toEqual([
      ['numerator', 114, 'II.4.1'],
      ['denominator', 545, 'II.4.1'],
      ['reported', 100, 'II.4.1'],
    ]);
    expect(answer.parts[2]?.statements[0]).toMatchObject({
      printed: '100%',
      source: 'bc-167-pho-hoa-2023-s1',
    });
    expect(answer.issues.map((issue) => issue.code)).toEqual(
      expect.arrayContaining(['PCT_MISMATCH', 'MISLABELLED']),
    );
  });

  it('opens a sum of categories into each of them', async () => {
    const answer = await loaded.ask({
      ask: 'origin',
      subject: 'petitions_resolved_rate',
      unit: 'huyen-binh-son',
      period: '2021',
      category: '',
      breakdown: '',
      body: null,
    });
    expect(answer.categories.map((figure) => figure.category).sort()).toEqual([
      'khieu_nai',
      'phan_anh_kien_nghi',
      'to_cao',
      'tranh_chap_dat_dai',
    ]);
    const numerator = answer.parts.find((part) => part.role === 'numerator');
    expect(numerator).toMatchObject({ value: 35, derived: true });
    expect(numerator?.statements.map((s) => s.value)).toEqual([8, 5, 2, 20]);
  });
});
