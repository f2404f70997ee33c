/** Sentences on the simulated town: every number in them stands in the answer, and who is named has a verdict. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openNativeEngine } from '../../src/engine/native.ts';
import { type Dataset, subjectOf } from '../../src/model/dataset.ts';
import { wilson } from '../../src/model/statistics/interval.ts';
import type { Ask } from '../../src/question/ask.ts';
import type { CompareGroup } from '../../src/question/compare.ts';
import { countsText, figureText, valueText } from '../../src/text/figure.ts';
import { compareSentence, trendSentence } from '../../src/text/told/sentence.ts';
import { loadPackage } from '../support/load.ts';

let data: Dataset;
let ask: Ask;
let close: () => unknown;

beforeAll(async () => {
  const engine = await openNativeEngine();
  const loaded = await loadPackage('data/sample', {}, engine);
  data = loaded.data;
  ask = loaded.ask;
  close = () => engine.close();
});
afterAll(() => close?.());

const SCOPE = {
  period: { type: 'one', code: '2024' },
  grain: 'any',
  breakdown: '',
  category: '',
  body: null,
} as const;

async function groupsOf(subject: string): Promise<readonly CompareGroup[]> {
  const units = data.units.children('thi-xa-lam-khue');
  return (await ask({ ask: 'compare', subject, peers: [], units, ...SCOPE })).groups;
}

test('every percentage and count in a sentence stands in the answer', async () => {
  let sentences = 0;
  for (const id of data.indicators.keys()) {
    const subject = subjectOf(data, id);
    const groups = await groupsOf(id);
    const sentence = subject && compareSentence(data, subject, groups);
    if (!subject || !sentence) continue;
    sentences += 1;
    const known = groups.flatMap(({ rows, total }) => [
      ...rows.flatMap(({ figure }) => [figureText(subject, figure), countsText(figure)]),
      ...rows.flatMap(({ figure: { value } }) =>
        value === null ? [] : [valueText(subject, value)],
      ),
      total ? valueText(subject, total.value) : '',
      total ? countsText(total as never) : '',
    ]);
    for (const number of sentence.match(/[\d.]+,\d+%|[\d.]+\/[\d.]+(?= *[,)])/g) ?? []) {
      expect([id, known.includes(number) ? number : `${number} is nowhere`]).toEqual([id, number]);
    }
  }
  expect(sentences).toBeGreaterThan(15);
});

test('a unit is named as low or high only beyond chance and by the smallest gap that means something', async () => {
  let named = 0;
  for (const { indicator, scale, direction, minGap } of data.indicators.values()) {
    const subject = subjectOf(data, indicator);
    if (!subject || scale !== 100) continue;
    const [group] = await groupsOf(indicator);
    const sentence = group ? compareSentence(data, subject, [group]) : '';
    if (!sentence.includes('hơn hẳn mức chung')) continue;
    expect(direction).not.toBe('none');
    const benchmark = (group?.total?.value ?? 0) / 100;
    for (const { figure } of group?.rows ?? []) {
      const { name } = data.units.at(figure.unit);
      if (!sentence.includes(`${name} (`)) continue;
      named += 1;
      const { numerator = 0, denominator = 0 } = figure as {
        numerator: number;
        denominator: number;
      };
      const { low, high } = wilson(numerator, denominator);
      expect(low > benchmark || high < benchmark).toBe(true);
      expect(Math.abs(numerator / denominator - benchmark) * 100).toBeGreaterThanOrEqual(
        minGap ?? 5,
      );
    }
  }
  expect(named).toBeGreaterThan(3);
});

test('an indicator without direction gives its value and names nobody', async () => {
  const found = [...data.indicators.values()].find(
    (item) => item.direction === 'none' && item.scale === 100 && item.denominator.length > 0,
  );
  const id = found?.indicator ?? '';
  const subject = subjectOf(data, id);
  const groups = await groupsOf(id);
  const sentence = subject ? compareSentence(data, subject, groups) : '';
  expect(sentence).toMatch(/^(Chung|Từ|Các đơn vị)/);
  expect(sentence).not.toContain('khác rõ');
});

test('a trend says what changed since last year, and a direction only where there is one', async () => {
  const said = async (unit: string | null, subject: string) => {
    const answer = await ask({
      ask: 'trend',
      subject,
      units: unit === null ? null : [unit],
      ...SCOPE,
      period: { type: 'range', from: '2021', to: '2025' },
      grain: 'quarter',
    });
    const about = subjectOf(data, subject);
    return about ? trendSentence(data, about, answer) : '';
  };
  expect(await said('phuong-diep-hoa', 'dossiers_online_rate')).toMatch(/Xu hướng tăng qua 5 kỳ/);
  expect(await said('phuong-bich-trach', 'dossiers_on_time_rate')).toMatch(
    /Xu hướng giảm qua 5 kỳ/,
  );
  expect(await said('phuong-diep-hoa', 'mediation_success_rate')).not.toMatch(/Xu hướng/);
  const all = await said(null, 'dossiers_on_time_rate');
  expect(all).toMatch(
    /^Xu hướng giảm \(cùng loại kỳ qua các năm\): Phường Bích Trạch \(từ 9\d,\d% xuống 66,\d%\)\. 16 đơn vị/,
  );
  expect(await said(null, 'dossiers_online_rate')).toMatch(
    /^\d+ đơn vị có xu hướng tăng\. 16 đơn vị/,
  );
  // it became a ward in 2024: poverty is measured by another line since, dossiers are not
  const broken = await said('phuong-cam-lu', 'poor_household_rate');
  expect(broken).not.toMatch(/Xu hướng/);
  expect(await said('phuong-cam-lu', 'dossiers_online_rate')).toMatch(/Xu hướng tăng/);
});
