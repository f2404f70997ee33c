/** Links against a package: what it does not know falls back and is named; the rest becomes the question. */
import { beforeAll, describe, expect, it } from 'vitest';
import { resolveUrl } from '../../src/address/resolve.ts';
import {
  figuresQuestion,
  issuesQuestion,
  reachedUnits,
  scopeOf,
  unitScope,
} from '../../src/address/scope.ts';
import { DEFAULTS, parseUrl } from '../../src/address/url.ts';
import { readPackage } from '../../src/ingest/package.ts';
import type { Dataset } from '../../src/model/dataset.ts';
import { repositoryAccess } from '../support/load.ts';

let data: Dataset;
let sample: Dataset;
beforeAll(async () => {
  data = (await readPackage('data/reports', repositoryAccess())).dataset;
  sample = (await readPackage('data/sample', repositoryAccess())).dataset;
});

const resolve = (link: string, package_ = data) => resolveUrl(parseUrl(`?${link}`), package_);

describe('what a package does not know', () => {
  it.each([
    ['indicator', 'indicator=nonsense', 'nonsense'],
    ['unit', 'unit=nonsense', 'nonsense'],
    ['under', 'under=nonsense', 'nonsense'],
    ['level', 'level=nonsense', 'nonsense'],
    ['period', 'period=1999', '1999'],
    ['breakdown', 'breakdown=nonsense', 'nonsense'],
    ['breakdown', 'breakdown=petition_type*nonsense', 'petition_type*nonsense'],
    ['category', 'breakdown=petition_type&category=nonsense', 'nonsense'],
    ['category', 'breakdown=petition_type&category=kinh_te', 'kinh_te'],
    ['body', 'body=nonsense', 'nonsense'],
    ['body', 'body=khieu_nai', 'khieu_nai'],
    ['peers', 'peers=nonsense', 'nonsense'],
    ['open', 'open=nonsense~2023~nonsense~', 'nonsense~2023~nonsense~'],
    [
      'open',
      'open=phuong-pho-hoa~1999~dossiers_online_rate~',
      'phuong-pho-hoa~1999~dossiers_online_rate~',
    ],
    ['code', 'code=NONSENSE', 'NONSENSE'],
    ['source', 'source=nonsense', 'nonsense'],
    ['unit', 'unit=__proto__,constructor', '__proto__, constructor'],
    ['indicator', 'indicator=toString', 'toString'],
  ])('as %s (%s) falls back alone and is named', (param, link, value) => {
    const { unknown, bad, state } = resolve(link);
    expect(bad).toEqual([]);
    expect(unknown).toEqual([{ param, value }]);
    expect(state[param as keyof typeof state]).toEqual(DEFAULTS[param as keyof typeof DEFAULTS]);
  });

  it('falls back beside what it knows', () => {
    const { unknown, state } = resolve('unit=nonsense,phuong-pho-hoa&grain=year');
    expect(unknown).toEqual([{ param: 'unit', value: 'nonsense' }]);
    expect(state).toMatchObject({ unit: ['phuong-pho-hoa'], grain: 'year' });
  });

  it('of a range may be both its ends', () => {
    const { unknown, state } = resolve('period=1990..1999');
    expect(unknown).toEqual([]);
    expect(state.period).toEqual({ type: 'range', from: '1990', to: '1999' });
  });

  it('of a code is nothing where a reader of the package used it', () => {
    const own = { ...data, findings: data.findings.map((f) => ({ ...f, code: 'OWN_CODE' })) };
    expect(resolve('code=OWN_CODE', own).unknown).toEqual([]);
  });
});

describe('a link to a unit that has ended', () => {
  it('keeps the unit on the boundaries of its reports, and tells what it went into', () => {
    const { state, moved, unknown } = resolve('unit=phuong-pho-hoa');
    expect(state.unit).toEqual(['phuong-pho-hoa']);
    expect(moved).toEqual([{ param: 'unit', unit: 'phuong-pho-hoa', into: ['phuong-duc-pho'] }]);
    expect(unknown).toEqual([]);
  });

  it('leads to the units of today on their boundaries, each once', () => {
    const { state } = resolve('unit=phuong-pho-hoa,phuong-pho-ninh,xa-ba-to&basis=now');
    expect(state.unit).toEqual(['phuong-duc-pho', 'xa-ba-to']);
    expect(resolve('under=tinh-bac-giang&basis=now').state.under).toBe('tinh-bac-ninh');
    expect(resolve('unit=huyen-binh-son&basis=now').state.unit.length).toBe(5);
  });

  it('is no matter where nobody followed', () => {
    const { state, moved } = resolve('under=thi-xa-duc-pho&basis=now');
    expect(moved).toEqual([]);
    expect(state.under).toBe('thi-xa-duc-pho');
  });
});

describe('the question of a link', () => {
  const scope = (link: string, of = data) => scopeOf(of, resolve(link, of).state);

  it('is about every unit, unless the link names some', () => {
    expect(scope('').units).toBeNull();
    expect(scope('unit=xa-ba-bich,phuong-pho-hoa').units).toEqual(['xa-ba-bich', 'phuong-pho-hoa']);
  });

  it('is about the children of a unit, and of these those that are named', () => {
    const below = sample.units.children('thi-xa-lam-khue');
    expect(below.length).toBeGreaterThan(10);
    expect(scope('under=thi-xa-lam-khue', sample).units).toEqual(below);
    const state = { under: 'thi-xa-lam-khue', unit: [below[1] ?? '', 'thi-xa-lam-khue'] };
    expect(unitScope(sample, { ...DEFAULTS, ...state })).toEqual([below[1]]);
  });

  it('looks for the units of a level at any depth of what is named', () => {
    const state = (link: string) => ({ ...DEFAULTS, ...resolve(link, sample).state });
    expect(scope('level=commune&under=tinh-diep-giang', sample)).toMatchObject({
      units: ['tinh-diep-giang'],
      level: 'commune',
    });
    const both = state('level=commune&under=thi-xa-lam-khue&unit=xa-sa-khue,tinh-diep-giang');
    expect(unitScope(sample, both)).toEqual(['xa-sa-khue']);
    expect(reachedUnits(sample, both)?.length).toBe(7);
    expect(issuesQuestion({ data: sample, state: both }, 9).units).toContain('thon-sa-khue-1');
  });

  it('takes period, grain and parts along', () => {
    expect(
      scope('period=2023&grain=year&breakdown=petition_type&category=khieu_nai&body=ubnd', data),
    ).toMatchObject({
      period: { type: 'one', code: '2023' },
      grain: 'year',
      breakdown: 'petition_type',
      category: 'khieu_nai',
    });
  });

  it('asks the data table for all subjects, or those of the link, and for its filters', () => {
    const state = (link: string) => ({ data, state: resolve(link).state });
    expect(figuresQuestion(state(''), 9)).toMatchObject({
      ask: 'figures',
      subjects: null,
      limit: 9,
    });
    expect(
      figuresQuestion(state('indicator=dossiers_online_rate&code=PCT_MISMATCH'), 9),
    ).toMatchObject({ subjects: ['dossiers_online_rate'], codes: ['PCT_MISMATCH'] });
  });

  it('asks the worklist for its filters; a range of periods is none of them', () => {
    const issues = (link: string) => issuesQuestion({ data, state: resolve(link).state }, 9);
    expect(issues('severity=error&period=2023-S1&unit=phuong-pho-hoa')).toMatchObject({
      severities: ['error'],
      period: '2023-S1',
      units: ['phuong-pho-hoa'],
    });
    expect(issues('period=2023..2024').period).toBe('');
  });
});
