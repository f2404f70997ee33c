/** The tables of the five documents, typed as an officer would in three shapes, come out as data/reports has them. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Statements } from '../../src/ingest/observations.ts';
import { readPackage } from '../../src/ingest/package.ts';
import type { Dropped } from '../../src/intake/sheet.ts';
import type { Dataset } from '../../src/model/dataset.ts';
import { groupBy } from '../../src/model/group.ts';
import { parsePeriod } from '../../src/model/time/period.ts';
import { formatPeriod } from '../../src/model/writing/date.ts';
import { repositoryAccess } from '../support/load.ts';
import { taken } from './corpus.ts';

let data: Dataset;
let typed: Figure[];

interface Figure {
  readonly unit: string;
  readonly period: string;
  readonly measure: string;
  readonly value: number;
}

/** Plain figures of the documents: stated once, in an ordinary period, of the whole unit. */
function figuresOf(statements: Statements): Figure[] {
  const { texts, value } = statements;
  const all = [...value].map((number, at) => ({
    unit: texts.unit[at] ?? '',
    period: texts.period[at] ?? '',
    measure: texts.measure[at] ?? '',
    value: number ?? Number.NaN,
    isPlain: !texts.breakdown[at] && !texts.body[at] && !texts.kind[at] && !texts.bound[at],
  }));
  const plain = all.filter(
    ({ value: number, period, isPlain }) =>
      isPlain && Number.isFinite(number) && parsePeriod(period).grain !== 'day',
  );
  const same = groupBy(plain, ({ unit, period, measure }) => [unit, period, measure].join('~'));
  return [...same.values()].filter(({ length }) => length === 1).flat();
}

beforeAll(async () => {
  const { dataset, statements } = await readPackage('data/reports', repositoryAccess());
  data = dataset;
  typed = figuresOf(statements);
});

const nameOf = (id: string) => data.measures.get(id)?.name ?? data.indicators.get(id)?.name ?? id;
const unitOf = (id: string, period: string) => data.units.at(id, parsePeriod(period)).name;
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
const vietnamese = (value: number) => String(value).replace('.', ',');
const rowsOf = (rows: readonly (readonly string[])[]) =>
  rows.map((row) => row.map(quoted).join(';')).join('\n');
const sortedLines = (figures: readonly Figure[]) =>
  figures
    .map(({ unit, period, measure, value }) => [unit, period, measure, value].join(' '))
    .sort();
const file = (name: string, rows: readonly (readonly string[])[]): Dropped => ({
  name,
  bytes: new TextEncoder().encode(`${rowsOf(rows)}\n`),
});

/** One file a document: what is in it, for each of the shapes. */
const documents = () => {
  const groups = groupBy(typed, ({ unit, period }) => `${unit}~${period}`);
  return [...groups.values()];
};

const SHAPES: Readonly<
  Record<string, (figures: readonly Figure[], unit: string, period: string) => string[][]>
> = {
  'a form: measures below each other': (figures, unit, period) => [
    [`Đơn vị: ${unit}`],
    [`Kỳ báo cáo: ${period}`],
    ['TT', 'Chỉ tiêu', 'Kết quả'],
    ...figures.map(({ measure, value }, at) => [
      String(at + 1),
      nameOf(measure),
      vietnamese(value),
    ]),
  ],
  'one row with a column a measure': (figures, unit, period) => [
    [`Số liệu ${period}`],
    ['Đơn vị', ...figures.map(({ measure }) => nameOf(measure))],
    [unit, ...figures.map(({ value }) => vietnamese(value))],
  ],
  'a long table': (figures, unit, period) => [
    ['Đơn vị', 'Kỳ báo cáo', 'Chỉ tiêu', 'Giá trị'],
    ...figures.map(({ measure, value }) => [unit, period, nameOf(measure), vietnamese(value)]),
  ],
};

describe.each(Object.entries(SHAPES))('%s', (_, shape) => {
  test('gives the same figures, and asks nothing', async () => {
    expect(typed.length).toBeGreaterThan(60);
    for (const figures of documents()) {
      const { unit, period } = figures[0] as Figure;
      const rows = shape(figures, unitOf(unit, period), formatPeriod(parsePeriod(period)));
      const { drafts, questions, problems } = await taken([file(`${unit}.csv`, rows)]);
      expect(questions).toEqual([]);
      expect(problems).toEqual([]);
      const read = drafts.map((draft) => ({ ...draft, value: draft.value ?? Number.NaN }));
      expect(sortedLines(read)).toEqual(sortedLines(figures));
    }
  });
});
