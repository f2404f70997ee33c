/** Briefings and decisions: files that go from one computer to another, and whatever a browser has kept. */
import { describe, expect, it } from 'vitest';
import { type Briefing, briefingFile, parseBriefing } from '../../src/share/briefing.ts';
import { decisionsCsv, mergeDecisions, parseDecisions } from '../../src/share/decisions.ts';

const item = (query: string) => ({
  id: 'x',
  query,
  name: 'Tên',
  title: 'Đề',
  note: 'Ghi\nchú "1"',
});

describe('a briefing', () => {
  const briefing: Briefing = { title: 'Họp', items: [item('?view=compare&q=b%C3%A0'), item('')] };

  it('comes back from its file as it was, with ids of its own', () => {
    const back = parseBriefing(briefingFile(briefing));
    const plain = (of: Briefing | null) => of?.items.map(({ id: _, ...rest }) => rest);
    expect(back?.title).toBe('Họp');
    expect(plain(back)).toEqual(plain(briefing));
    expect(new Set(back?.items.map(({ id }) => id)).size).toBe(2);
  });

  it.each([
    ['nothing', null],
    ['no JSON', 'Họp giao ban'],
    ['another file', '{"format":"x","title":"","items":[]}'],
    ['a list', '[]'],
    ['an item that is a number', '{"format":"dan-van-briefing","title":"","items":[1]}'],
    [
      'an address that leaves the page',
      JSON.stringify({
        format: 'dan-van-briefing',
        title: '',
        items: [item('https://evil.example/')],
      }),
    ],
    [
      'a script for an address',
      JSON.stringify({
        format: 'dan-van-briefing',
        title: '',
        items: [item('javascript:alert(1)')],
      }),
    ],
  ])('is not made of %s', (_, text) => {
    expect(parseBriefing(text)).toBeNull();
  });

  it('of more than can be shown in a day is cut, not refused', () => {
    const many = { title: 'x'.repeat(50_000), items: Array.from({ length: 300 }, () => item('')) };
    const back = parseBriefing(briefingFile(many));
    expect(back?.items).toHaveLength(200);
    expect(back?.title).toHaveLength(20_000);
  });
});

describe('decisions', () => {
  const made = (issue: string, decision: string) => ({
    ...{ issue, decision, on: '2026-01-31', note: '=1+1' },
  });

  it('made here stand over those of the package, and may take them back', () => {
    const merged = mergeDecisions(
      [made('a', 'sent'), made('b', 'accepted')],
      [made('a', 'corrected'), made('b', ''), made('c', 'sent')],
    );
    expect([...merged].map(([id, { decision }]) => [id, decision])).toEqual([
      ['a', 'corrected'],
      ['c', 'sent'],
    ]);
  });

  it('become the resource of a package', () => {
    const text = decisionsCsv([made('SUM~a', 'sent')]);
    expect(text).toMatch(/^\uFEFF?issue,decision,on,note\r\n/);
    expect(text).toContain('SUM~a,sent,2026-01-31,');
    expect(text).not.toContain(',=1+1');
  });

  it('are none where something else was kept', () => {
    for (const text of [null, '', '{', '{}', '[1,null,"x",{"issue":"a"}]']) {
      expect(parseDecisions(text)).toEqual([]);
    }
    expect(parseDecisions(JSON.stringify([made('a', 'sent'), 5]))).toEqual([made('a', 'sent')]);
  });
});
