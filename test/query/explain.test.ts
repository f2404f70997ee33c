/** Explanations on real packages: they add up, and where the parts are not all there it is said. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Subject } from '../../src/model/catalogue.ts';
import { subjectOf } from '../../src/model/dataset.ts';
import { given } from '../../src/model/statistics/decomposition.ts';
import type { ExplainAnswer, ExplainQuestion } from '../../src/question/explain.ts';
import { partsTable, waterfallOf } from '../../src/slide/explain/steps.ts';
import { unitName } from '../../src/text/name.ts';
import { explainFaults, explainSentence } from '../../src/text/told/explain.ts';
import { type CountedPackage, countedFiles } from '../packages/counted.ts';
import { loadFixture } from '../packages/load.ts';
import { type Loaded, loadPackage } from '../support/load.ts';

const RATE = 'dossiers_online_rate';

const region = (unit: string, level: string, parent = '') => ({ unit, level, parent });

/** Districts, each a case of its own: sums alone, a report that differs, a commune that is silent, a merger. */
const SMALL: CountedPackage = {
  units: [
    region('tinh', 'province'),
    ...['bac', 'nam', 'tay', 'dong'].map((unit) => region(unit, 'district', 'tinh')),
    ...['b1', 'b2', 'b3'].map((unit) => region(unit, 'commune', 'bac')),
    ...['n1', 'n2'].map((unit) => region(unit, 'commune', 'nam')),
    ...['t1', 't2'].map((unit) => region(unit, 'commune', 'tay')),
    ...['d1', 'd2'].map((unit) => ({ ...region(unit, 'commune', 'dong'), to: '2021-12-31' })),
    { ...region('d3', 'commune', 'dong'), from: '2022-01-01' },
  ],
  changes: ['2022-01-01 merge d1 d3 ', '2022-01-01 merge d2 d3 '],
  counts: [
    { unit: 'b1', period: '2021', online: 50, received: 100 },
    { unit: 'b2', period: '2021', online: 90, received: 100 },
    { unit: 'b3', period: '2021', online: 0, received: 0 },
    { unit: 'b1', period: '2022', online: 75, received: 150 },
    { unit: 'b2', period: '2022', online: 45, received: 50 },
    { unit: 'b3', period: '2022', online: 5, received: 10 },
    { unit: 'nam', period: '2021', online: 30, received: 60 },
    { unit: 'n1', period: '2021', online: 10, received: 30 },
    { unit: 'n2', period: '2021', online: 20, received: 30 },
    { unit: 'nam', period: '2022', online: 40, received: 60 },
    { unit: 'n1', period: '2022', online: 10, received: 30 },
    { unit: 'n2', period: '2022', online: 20, received: 30 },
    { unit: 'tay', period: '2021', online: 30, received: 60 },
    { unit: 't1', period: '2021', online: 30, received: 60 },
    { unit: 'tay', period: '2022', online: 30, received: 60 },
    { unit: 't1', period: '2022', online: 10, received: 30 },
    { unit: 't2', period: '2022', online: 20, received: 30 },
    { unit: 'dong', period: '2021', online: 30, received: 60 },
    { unit: 'd1', period: '2021', online: 10, received: 30 },
    { unit: 'd2', period: '2021', online: 20, received: 30 },
    { unit: 'dong', period: '2022', online: 40, received: 60 },
    { unit: 'd3', period: '2022', online: 40, received: 60 },
  ],
  more: [`b1 2023 ${RATE} 80`, `b1 2024 ${RATE} 90`],
};

let sample: Loaded;
let small: Loaded;
beforeAll(async () => {
  sample = await loadPackage('data/sample');
  small = await loadFixture({ files: countedFiles(SMALL) });
});
afterAll(() => Promise.all([sample.engine.close(), small.engine.close()]));

function explain(loaded: Loaded, more: Partial<ExplainQuestion>): Promise<ExplainAnswer> {
  const question = { subject: RATE, unit: '', period: '', against: 'year', breakdown: '' } as const;
  return loaded.ask({ ask: 'explain', ...question, ...more });
}

const difference = ({ figure, base }: ExplainAnswer) => (figure?.value ?? 0) - (base?.value ?? 0);
const sumOf = ({ parts }: ExplainAnswer) => parts.reduce((sum, part) => sum + given(part) * 100, 0);

describe('an explanation', () => {
  it('adds up to the difference, for every rate with parts, by every way that is whole', async () => {
    let found = 0;
    const uses = await sample.ask({ ask: 'subjects' });
    const rates = uses.filter(({ subject: id, breakdowns }) => {
      return subjectOf(sample.data, id)?.isRatio && breakdowns.some(Boolean);
    });
    for (const unit of ['thi-xa-lam-khue', 'xa-sa-khue']) {
      for (const { subject: id } of rates) {
        for (const against of ['year', 'group'] as const) {
          const asked = { unit, subject: id, against, period: '2024' };
          const { ways } = await explain(sample, asked);
          for (const { breakdown } of ways.filter(({ fault }) => !fault)) {
            const answer = await explain(sample, { ...asked, breakdown });
            found += 1;
            const scale = (subjectOf(sample.data, id)?.scale ?? 100) / 100;
            expect(sumOf(answer) * scale).toBeCloseTo(difference(answer), 8);
          }
        }
      }
    }
    expect(found).toBeGreaterThan(10);
  });

  it('takes the units below where the unit itself reports nothing, whatever their size', async () => {
    const answer = await explain(small, { unit: 'bac', period: '2022' });
    expect(answer).toMatchObject({ fault: '', breakdown: '', base: { value: 70, units: 1 } });
    expect(answer.figure?.value).toBeCloseTo((125 / 210) * 100, 10);
    expect(sumOf(answer)).toBeCloseTo(difference(answer), 10);
    expect(answer.parts.map(({ id }) => id)).toEqual(['b1', 'b2', 'b3']);
    expect(answer.parts.map(({ figure }) => figure?.unit)).toEqual(['b1', 'b2', 'b3']);
  });

  it.each([
    ['nam', 'sum', []],
    ['tay', 'missing', ['t2']],
    ['dong', 'moved', ['d3', 'd1', 'd2']],
  ])('of %s is refused: %s', async (unit, fault, units) => {
    const answer = await explain(small, { unit, period: '2022' });
    expect(answer).toMatchObject({ fault: '', breakdown: null, parts: [] });
    expect(answer.ways).toEqual([{ breakdown: '', fault, units }]);
    expect(explainFaults(small.data, answer)).toHaveLength(1);
    expect(explainSentence(small.data, subject(small), answer, 'year')).toBe('');
    expect(waterfallOf(small.data, subject(small), answer, 'year')).toBeNull();
  });

  it('says why there is none', async () => {
    const fault = async (more: Partial<ExplainQuestion>) => (await explain(small, more)).fault;
    expect(await fault({ unit: 'b1', period: '2024' })).toBe('noCounts');
    expect(await fault({ unit: 'b1', period: '2021' })).toBe('noYear');
    expect(await fault({ unit: 'b1', period: '2020' })).toBe('noFigure');
    expect(await fault({ unit: 'tinh', period: '2022', against: 'group' })).toBe('noFigure');
    expect(await fault({ unit: 'd3', period: '2022', against: 'group' })).toBe('noGroup');
    expect(await fault({ unit: 'b1', period: '2022', subject: 'dossiers_received' })).toBe(
      'noFigure',
    );
  });

  it('names the two parts that give most, and its table has the sum of each column', async () => {
    const answer = await explain(sample, { unit: 'thi-xa-lam-khue', period: '2024-Q4' });
    const about = subject(sample);
    const [first, second] = [...answer.parts].sort((a, b) => given(b) - given(a));
    const sentence = explainSentence(sample.data, about, answer, 'year');
    for (const part of [first, second]) {
      expect(sentence).toContain(unitName(sample.data, part?.id ?? ''));
    }
    expect(sentence).toMatch(/cao hơn cùng kỳ năm trước 15,3 điểm/);
    const { rows, columns } = partsTable(sample.data, about, answer, 'year');
    expect(rows).toHaveLength(answer.parts.length + 1);
    expect(rows.every((row) => row.length === columns.length)).toBe(true);
    expect(rows.at(-1)?.at(-1)?.text).toBe('+15,3 điểm');
  });

  it('draws no more than it can name: the other parts make one step, and the way arrives', async () => {
    const answer = await explain(sample, { unit: 'thi-xa-lam-khue', period: '2024-Q4' });
    const drawn = waterfallOf(sample.data, subject(sample), answer, 'year');
    expect(answer.parts).toHaveLength(15);
    expect(drawn?.steps).toHaveLength(14);
    expect(drawn?.steps.at(-2)?.to).toBeCloseTo(answer.figure?.value ?? 0, 8);
    expect(drawn?.steps[1]?.from).toBeCloseTo(answer.base?.value ?? 0, 8);
  });
});

const subject = ({ data }: Pick<Loaded, 'data'>) => subjectOf(data, RATE) as Subject;
