import { describe, expect, it } from 'vitest';
import { DEFAULTS, formatUrl, parseUrl } from '../../src/address/url.ts';

describe('links', () => {
  it('of others are read as DESIGN writes them', () => {
    const { state, bad } = parseUrl(
      '?package=data/reports&view=compare&indicator=dossiers_online_rate&period=2023-S1&unit=phuong-pho-hoa,xa-ba-bich',
    );
    expect(bad).toEqual([]);
    expect(state).toMatchObject({
      package: 'data/reports',
      view: 'compare',
      indicator: ['dossiers_online_rate'],
      period: '2023-S1',
      unit: ['phuong-pho-hoa', 'xa-ba-bich'],
    });
  });

  it.each([
    '',
    '?view=compare&indicator=dossiers_online_rate&period=2023-S1&unit=phuong-pho-hoa,xa-ba-bich',
    '?view=trend&period=2022-Q1..2023-Q4&grain=quarter&body=ubnd',
    '?view=table&severity=error,warning&q=pho%20hoa&sort=-value&columns=unit,value',
    '?package=data/b%E1%BA%AFc&view=unit&open=a~2023~b~&embed=1',
    '?view=compare&breakdown=petition_type&category=khieu_nai&peers=a,b&tolerance=2',
  ])('come back the same: %s', (link) => {
    const { state, bad } = parseUrl(link);
    expect(bad).toEqual([]);
    expect(formatUrl(state)).toBe(link);
  });

  it('leave out what is at its default', () => {
    expect(
      formatUrl(parseUrl('?view=overview&period=latest&grain=any&lang=vi&embed=0').state),
    ).toBe('');
  });

  it('take the canonical code of a period written otherwise', () => {
    expect(parseUrl('?period=2023-05').state.period).toBe('2023-M05');
    expect(parseUrl('?period=2023-01..2023-06').state.period).toBe('2023-M01..2023-M06');
  });

  it.each([
    ['view', 'nowhere'],
    ['package', '../secret'],
    ['package', 'https://example.org/x'],
    ['package', '/etc'],
    ['package', 'a/./b'],
    ['period', '2023-Q5'],
    ['period', '2023..2024..2025'],
    ['grain', 'week'],
    ['tolerance', '-1'],
    ['severity', 'error,fatal'],
    ['open', 'a~b'],
    ['sort', 'value;drop'],
    ['embed', 'yes'],
    ['lang', 'xx'],
  ])('with a bad %s (%s) fall back and name it', (param, value) => {
    const { state, bad } = parseUrl(`?${param}=${encodeURIComponent(value)}`);
    expect(bad).toEqual([{ param, value }]);
    expect(state).toEqual(DEFAULTS);
  });
});
