import { describe, expect, it } from 'vitest';
import { towards, withPackage } from '../../src/address/reset.ts';
import { DEFAULTS, formatUrl, parseUrl } from '../../src/address/url.ts';

describe('links', () => {
  it('of others are read as docs/links.md writes them', () => {
    const { state, bad } = parseUrl(
      '?package=data/reports&view=compare&indicator=dossiers_online_rate&period=2023-S1&unit=phuong-pho-hoa,xa-ba-bich',
    );
    expect(bad).toEqual([]);
    expect(state).toMatchObject({
      package: 'data/reports',
      view: 'compare',
      indicator: ['dossiers_online_rate'],
      period: { type: 'one', code: '2023-S1' },
      unit: ['phuong-pho-hoa', 'xa-ba-bich'],
    });
  });

  it.each([
    '',
    '?view=compare&indicator=dossiers_online_rate&period=2023-S1&unit=phuong-pho-hoa,xa-ba-bich',
    '?view=trend&period=2022-Q1..2023-Q4&grain=quarter&body=ubnd',
    '?view=table&severity=error,warning&q=pho%20hoa&sort=-value&columns=unit,value',
    '?package=data/b%E1%BA%AFc&view=unit&open=a~2023~b~&embed=1',
    '?package=data/goi%20(1)%20%2B%20%26%23%25',
    '?view=import',
    '?view=compare&under=tinh-a&level=commune&basis=now',
    '?view=compare&lang=en',
    '?view=compare&chart=change&order=change&base=previous',
    '?view=compare&chart=change&base=2023-Q1',
    '?show=targets',
    '?view=compare&lang=vi',
    '?view=trend&lang=en&size=large&theme=dark',
    '?view=compare&breakdown=petition_type&category=khieu_nai&peers=a,b&tolerance=2',
  ])('come back the same: %s', (link) => {
    const { state, bad } = parseUrl(link);
    expect(bad).toEqual([]);
    expect(formatUrl(state)).toBe(link);
  });

  it('leave out what is at its default', () => {
    expect(formatUrl(parseUrl('?view=overview&period=latest&grain=any&embed=0').state)).toBe('');
  });

  it('take the canonical code of a period written otherwise', () => {
    expect(parseUrl('?period=2023-05').state.period).toEqual({ type: 'one', code: '2023-M05' });
    expect(parseUrl('?period=2023-01..2023-06').state.period).toEqual({
      type: 'range',
      from: '2023-M01',
      to: '2023-M06',
    });
  });

  it.each([
    ['view', 'nowhere'],
    ['package', '../secret'],
    ['package', 'https://example.org/x'],
    ['package', '/etc'],
    ['package', 'a\\b'],
    ['package', 'a/../b'],
    ['period', '2023-Q5'],
    ['period', '2023..2024..2025'],
    ['period', '2024..2023'],
    ['grain', 'week'],
    ['tolerance', '-1'],
    ['severity', 'error,fatal'],
    ['open', 'a~b'],
    ['sort', 'value;drop'],
    ['embed', 'yes'],
    ['lang', 'xx'],
    ['base', 'yesterday'],
    ['base', '2023..2024'],
    ['show', 'everything'],
    ['size', 'huge'],
    ['theme', 'sepia'],
  ])('with a bad %s (%s) fall back and name it', (param, value) => {
    const { state, bad } = parseUrl(`?${param}=${encodeURIComponent(value)}`);
    expect(bad).toEqual([{ param, value }]);
    expect(state).toEqual(DEFAULTS);
  });
});

describe('links of earlier versions', () => {
  it('to the screen "imports" lead to "import"', () => {
    const { state, bad } = parseUrl('?package=data/x&view=imports&lang=en');
    expect(bad).toEqual([]);
    expect(formatUrl(state)).toBe('?package=data/x&view=import&lang=en');
  });
});

describe('what changes the address', () => {
  const { state } = parseUrl(
    '?package=data/a&view=unit&indicator=i&period=2023&unit=u&grain=year&open=u~2023~i~&q=x&severity=error&note=1&lang=en',
  );
  const linkWith = (patch: Partial<typeof state>) => formatUrl({ ...state, ...patch });

  it('another package keeps the screen, the language and what is of no package', () => {
    expect(linkWith(withPackage('data/b'))).toBe(
      '?package=data/b&view=unit&grain=year&severity=error&lang=en',
    );
  });

  it('another screen closes what is open; a profile does not limit the town to its unit', () => {
    const rest = 'indicator=i&period=2023';
    const tail = 'severity=error&q=x&lang=en';
    expect(linkWith(towards(state, 'trend'))).toBe(
      `?package=data/a&view=trend&${rest}&unit=u&grain=year&${tail}`,
    );
    expect(linkWith(towards(state, 'compare'))).toBe(
      `?package=data/a&view=compare&${rest}&grain=year&${tail}`,
    );
  });
});
