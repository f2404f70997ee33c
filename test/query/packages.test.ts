/**
 * Packages that others made from the contract (docs) alone: other domains, units, levels, measures, formulas. What each
 * figure must be is stated beside the data in `test/packages`; what the questions answer, here.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readPackage } from '../../src/ingest/package.ts';
import { subjectOf } from '../../src/model/dataset.ts';
import { PackageError, type Problem } from '../../src/model/problem.ts';
import type { CompareGroup } from '../../src/question/compare.ts';
import type { Scope } from '../../src/question/scope.ts';
import type { ExportRow } from '../../src/share/rows.ts';
import { brigade } from '../packages/brigade.ts';
import { breakages } from '../packages/broken.ts';
import { clinics } from '../packages/clinics.ts';
import { edges } from '../packages/edges.ts';
import type { Expected, Fixture } from '../packages/fixture.ts';
import { forest } from '../packages/forest.ts';
import { library } from '../packages/library.ts';
import { type Loaded, loadFixture, memoryAccess } from '../packages/load.ts';
import { override } from '../packages/override.ts';
import { plain } from '../packages/plain.ts';
import { schools } from '../packages/schools.ts';

function describePackage(name: string, make: () => Fixture, more: (get: () => Loaded) => void) {
  describe(`the package ${name}`, () => {
    const fixture = make();
    let loaded: Loaded;
    beforeAll(async () => {
      loaded = await loadFixture(fixture);
    });
    afterAll(() => loaded?.engine.close());
    test('loads with the complaints that it asks for, and no others', () => {
      const told = loaded.data.problems.map(({ code, value }) => `${code} ${value}`);
      expect(told).toEqual(fixture.problems ?? []);
    });
    test.each(fixture.expected.map((item) => [item.at, item.why, item] as const))(
      '%s: %s',
      (_at, _why, item) => check(loaded.rows, item),
    );
    more(() => loaded);
  });
}

/** "unit period subject breakdown=category @body :kind" → the row it names. */
function rowAt(rows: readonly ExportRow[], at: string): ExportRow | undefined {
  const [unit, period, indicator, ...rest] = at.split(' ');
  const [breakdown = '', category = ''] = rest.find((word) => word.includes('='))?.split('=') ?? [];
  const body = rest.find((word) => word.startsWith('@'))?.slice(1) ?? '';
  const kind = rest.find((word) => word.startsWith(':'))?.slice(1) ?? '';
  const key = { unit, period, indicator, breakdown, category, body, kind };
  const found = rows.filter((row) =>
    Object.entries(key).every(([column, value]) => row[column as keyof typeof key] === value),
  );
  expect(found.length, `rows at ${at}`).toBeLessThanOrEqual(1);
  return found[0];
}

function check(rows: readonly ExportRow[], expected: Expected): void {
  const row = rowAt(rows, expected.at);
  // A figure that nobody could compute or that was never stated may as well have no row.
  if (!row && expected.value === null && !expected.has) return;
  expect(row, `no row: ${expected.at}`).toBeDefined();
  if (!row) return;
  for (const column of ['value', 'numerator', 'denominator', 'reported'] as const) {
    const want = expected[column];
    if (typeof want === 'number') expect(row[column], column).toBeCloseTo(want, 9);
    else if (want === null) expect(row[column], column).toBeNull();
  }
  for (const column of ['bound', 'status', 'flags', 'source'] as const) {
    if (expected[column] !== undefined) expect(row[column], column).toBe(expected[column]);
  }
  const flags = String(row.flags).split(' ');
  for (const code of words(expected.has)) {
    expect(
      code.split('|').some((one) => flags.includes(one)),
      `${code} in "${row.flags}"`,
    ).toBe(true);
  }
  for (const code of words(expected.lacks)) expect(flags).not.toContain(code);
}

function words(text = ''): string[] {
  return text.split(' ').filter(Boolean);
}

const ANYWHERE: Omit<Scope, 'period'> = {
  units: null,
  grain: 'any',
  breakdown: '',
  category: '',
  body: null,
};

async function comparison(
  loaded: Loaded,
  subject: string,
  code: string,
  units: string[] | null = null,
  more: { peers?: string[]; body?: string } = {},
) {
  const { groups } = await loaded.ask({
    ask: 'compare',
    subject,
    peers: more.peers ?? [],
    ...ANYWHERE,
    ...(more.body === undefined ? {} : { body: more.body }),
    units,
    period: { type: 'one', code },
  });
  return groups;
}

function under(groups: readonly CompareGroup[], parent: string | null) {
  return groups.find((group) => group.parent === parent);
}

/** "unit value-or-absence" of each row. */
function shown(group: CompareGroup | undefined) {
  return group?.rows.map(({ figure }) => `${figure.unit} ${figure.value ?? figure.absence}`).sort();
}

async function codesFound(loaded: Loaded, code: string) {
  const { issues } = await loaded.ask({
    ask: 'issues',
    units: null,
    severities: [],
    codes: [code],
    source: '',
    period: '',
    limit: 10_000,
  });
  return issues.map((issue) => `${issue.period} ${issue.subject}`).sort();
}

describePackage('library', library, (get) => {
  test.each([
    ['PCT_MISMATCH', [2005, 2006, 2007, 2009, 2013, 2019].map((year) => `${year} online_share`)],
    ['PCT_TRUNCATED', ['2003 online_share', '2004 online_share']],
    ['INTERNAL_CONFLICT', ['2020 loans', '2021 loans', '2022 online_share']],
    ['DUPLICATE_STATEMENT', ['2024 online_share']],
    ['SUM_MISMATCH', []],
    ['REVISED', []],
  ])('has these issues of code %s', async (code, found) => {
    expect(await codesFound(get(), code)).toEqual(found);
  });

  test('an id that is both a measure and an indicator is the measure', () => {
    expect(subjectOf(get().data, 'score')?.isMeasure).toBe(true);
    expect(get().rows.filter((row) => row.indicator === 'score')).toHaveLength(1);
  });

  test('keeps the levels, the scale and the group it defines itself', () => {
    const { data } = get();
    expect(data.units.at('lib-a').level).toBe('library');
    expect(data.indicators.get('visits_per_thousand')?.scale).toBe(1000);
    expect(data.measures.has('dossiers_received')).toBe(true);
  });
});

describePackage('clinics', clinics, (get) => {
  test.each([
    ['LIST_COUNT_MISMATCH', ['2020 visits']],
    ['REVISED', ['2021 visits']],
    ['DUPLICATE_STATEMENT', ['2019 visits', '2023 floor_area']],
    ['INTERNAL_CONFLICT', []],
    ['PART_MISSING', ['2006 patients_total', '2009 drugs_left']],
  ])('has these issues of code %s', async (code, found) => {
    expect(await codesFound(get(), code)).toEqual(found);
  });

  test('has sums that fail in these years and no others', async () => {
    const found = await codesFound(get(), 'SUM_MISMATCH');
    const excess = await codesFound(get(), 'PART_EXCEEDS_TOTAL');
    const years = [...found, ...excess].map((text) => text.slice(0, 4)).sort();
    expect([...new Set(years)]).toEqual([
      '1999',
      '2001',
      '2002',
      '2003',
      '2007',
      '2010',
      '2011',
      '2013',
    ]);
    expect(excess.map((text) => text.slice(0, 4))).toEqual(
      expect.arrayContaining(['2003', '2011']),
    );
  });

  test('opens a derived rate down to the statements by category', async () => {
    const { parts } = await get().ask({
      ask: 'origin',
      subject: 'vaccination_rate',
      unit: 'phuong-a',
      period: '2014',
      breakdown: '',
      category: '',
      body: null,
    });
    const statements = parts.flatMap((part) => part.statements);
    expect(statements.map((s) => `${s.measure} ${s.category} ${s.value}`).sort()).toEqual([
      'eligible adult 40',
      'eligible child 20',
      'eligible old 90',
      'vaccinated adult 20',
      'vaccinated child 10',
      'vaccinated old 30',
    ]);
    expect(new Set(statements.map((s) => s.locator))).toEqual(new Set(['14']));
  });

  test('opens a conflict with its range: both ends are statements', async () => {
    const { parts } = await get().ask({
      ask: 'origin',
      subject: 'wait_days',
      unit: 'phuong-a',
      period: '2024',
      breakdown: '',
      category: '',
      body: null,
    });
    expect(parts.flatMap((part) => part.statements.map((s) => `${s.bound}${s.value}`))).toEqual([
      '>=3',
      '<=5',
    ]);
  });
});

describePackage('forest', forest, (get) => {
  const targets = (groups: readonly CompareGroup[], unit: string) => {
    const rows = groups.flatMap((group) => group.rows).filter((row) => row.figure.unit === unit);
    return rows.flatMap((row) =>
      row.references.filter((f) => f.kind === 'target').map((f) => `${f.unit} ${f.value}`),
    );
  };

  test("a parent's target holds for descendants without one of their own, within the year", async () => {
    const groups = await comparison(get(), 'survival_rate', '2023-S1');
    expect(shown(under(groups, 'chi-cuc'))).toEqual(['hat-bac 70', 'hat-nam 90']);
    expect(shown(under(groups, 'hat-nam'))).toEqual(['tram-1 95']);
    expect(targets(groups, 'hat-bac')).toEqual(['hat-bac 80']);
    expect(targets(groups, 'hat-nam')).toEqual(['chi-cuc 85']);
    expect(targets(groups, 'tram-1')).toEqual(['chi-cuc 85']);
  });

  test('the group value is the ratio of sums', async () => {
    const groups = await comparison(get(), 'survival_rate', '2023-S1');
    expect(under(groups, 'chi-cuc')?.total).toMatchObject({
      value: 77.5,
      numerator: 124,
      denominator: 160,
    });
  });

  test('a yearly target of a count does not hold within the year', async () => {
    const half = await comparison(get(), 'patrol_count', '2023-S1');
    expect(targets(half, 'hat-bac')).toEqual([]);
    const year = await comparison(get(), 'patrol_count', '2023');
    expect(targets(year, 'hat-bac')).toEqual(['hat-bac 100']);
  });

  test('registered figures are never taken for results', async () => {
    const groups = await comparison(get(), 'planted', '2023', ['hat-bac']);
    expect(groups.flatMap((group) => group.rows).map((row) => row.figure.value)).toEqual([null]);
  });

  test('bodies are shown each by itself where there is no empty one, else the empty one', async () => {
    const bodies = async (code: string, body?: string) =>
      (await comparison(get(), 'meetings', code, ['hat-bac'], body === undefined ? {} : { body }))
        .flatMap((group) => group.rows)
        .map(({ figure }) => `${figure.body}=${figure.value}`)
        .sort();
    expect(await bodies('2010')).toEqual(['dang_uy=3', 'kiem_lam=5']);
    expect(await bodies('2009')).toEqual(['=10']);
    expect(await bodies('2009', 'kiem_lam')).toEqual(['kiem_lam=4']);
  });

  test('an unfit figure is shown and does not enter the group value', async () => {
    const groups = await comparison(get(), 'alive', '2024-S1');
    expect(shown(under(groups, 'chi-cuc'))).toContain('hat-bac 40');
    expect(under(groups, 'chi-cuc')?.total).toBeNull();
  });

  test.each([
    ['SUM_MISMATCH', ['2019-Q2 fires', '2020-S1 fires']],
    ['DUPLICATE_STATEMENT', ['2018-S1 forest_area']],
    ['INTERNAL_CONFLICT', ['2018-S1 forest_area']],
  ])('has these issues of code %s', async (code, found) => {
    expect(await codesFound(get(), code)).toEqual(found);
  });
});

describePackage('schools', schools, (get) => {
  test('reports expected in sources: one missing, one never listed, one not yet founded', async () => {
    const groups = await comparison(get(), 'exam_pass_rate', '2023-S1', [
      'truong-soi',
      'truong-du',
      'truong-bach',
      'truong-tung',
      'truong-lam',
    ]);
    const rows = groups.flatMap((group) => shown(group) ?? []);
    expect(rows.sort()).toEqual([
      'truong-bach NOT_REPORTED',
      'truong-du 60',
      'truong-lam NO_UNIT',
      'truong-soi 80',
      'truong-tung NO_DATA',
    ]);
  });

  test.each([
    ['2022-S1', 60, 240, 400, '2/4'],
    ['2023-S1', 11000 / 150, 110, 150, '2/3'],
    ['2024-S1', 80, 160, 200, '3/3'],
  ])(
    '%s: the group value is Σ ÷ Σ, with k/N',
    async (code, value, numerator, denominator, kOfN) => {
      const group = under(await comparison(get(), 'exam_pass_rate', code), 'khu-bac');
      expect(group?.total).toMatchObject({ numerator, denominator });
      expect(group?.total?.value).toBeCloseTo(value, 9);
      expect(`${group?.total?.units}/${group?.expected}`).toBe(kOfN);
    },
  );

  test("a parent's own report and its children are never merged", async () => {
    const groups = await comparison(get(), 'exam_pass_rate', '2023-S1');
    expect(shown(under(groups, null))).toContain('khu-bac 70');
    expect(shown(under(groups, 'khu-bac'))).not.toContain('khu-bac 70');
    expect(shown(under(groups, 'khu-nam'))).toEqual(['truong-co 50']);
  });

  test('a unit has the name it had then', () => {
    const names = (period: string) =>
      get()
        .rows.filter((row) => row.unit === 'truong-du' && row.period === period)
        .map((row) => row.unit_name);
    expect(new Set(names('2022-S1'))).toEqual(new Set(['Trường Du']));
    expect(new Set(names('2024-S1'))).toEqual(new Set(['Trường Du Mới']));
  });

  test('merged units do not exist afterwards, nor the new one before', () => {
    const { units, periods } = get().data;
    const [before, after] = [periods.get('2022-S1'), periods.get('2024-S1')];
    if (!before || !after) throw new Error('periods are missing');
    const existed = (unit: string) => [units.existed(unit, before), units.existed(unit, after)];
    expect(existed('truong-bach')).toEqual([true, false]);
    expect(existed('truong-lam')).toEqual([false, true]);
    expect(existed('truong-du')).toEqual([true, true]);
  });

  test('findings of readers are issues', async () => {
    expect(await codesFound(get(), 'STALE_COPY')).toEqual(['2023-S1 exams_taken']);
    expect(await codesFound(get(), 'UNIT_NAME_OCR')).toEqual([' ']);
  });

  test('a small count is given away by no figure, reported rate, statement or sum', async () => {
    const { statements } = await get().ask({ ask: 'profile', unit: 'lop-1a', body: null });
    expect(statements.map((statement) => statement.value)).not.toContain(3);
    const groups = await comparison(get(), 'pupils_special', '2023');
    expect(under(groups, 'truong-soi')?.total?.value).not.toBe(8);
    const value = (at: string) => rowAt(get().rows, `lop-1a ${at}`)?.value ?? null;
    const differences = [
      ['2023 pupils', '2023 pupils_regular'],
      ['2020 incidents', '2020 incidents subject=literature'],
      ['2019-S1 incidents', '2019-Q1 incidents'],
    ];
    for (const pair of differences) expect(pair.map(value), `${pair}`).toContain(null);
    expect(value('2020 incidents subject=math')).toBeNull();
    expect(rowAt(get().rows, 'lop-1a 2023 special_rate')).toMatchObject({
      value: null,
      numerator: null,
      reported: null,
    });
  });
});

describePackage('override', override, (get) => {
  test('names and formulas of the package replace those of the catalogue', () => {
    const { data } = get();
    expect(subjectOf(data, 'dossiers_online_rate')).toMatchObject({
      name: 'Trực tuyến trên đã giải quyết',
      scale: 1000,
      decimals: 2,
      direction: 'down',
    });
    expect(data.measures.get('households')?.temporal).toBe('flow');
    expect(data.measures.get('population')?.temporal).toBe('stock');
  });
});

describePackage('plain', plain, (get) => {
  test('uses the whole default catalogue', () => {
    expect(get().data.indicators.get('satisfaction_rate')?.name).not.toBe('');
    expect(get().data.identities.length).toBeGreaterThan(0);
  });
});

describePackage('edges', edges, (get) => {
  test('every question about every subject and unit gets an answer', async () => {
    const { ask, data } = get();
    for (const { subject } of await ask({ ask: 'subjects' })) {
      for (const type of ['compare', 'trend'] as const) {
        await ask({ ask: type, subject, peers: [], ...ANYWHERE, period: { type: 'latest' } });
      }
    }
    for (const unit of data.units.ids) await ask({ ask: 'profile', unit, body: null });
    const overview = await ask({
      ask: 'overview',
      units: null,
      period: { type: 'latest' },
      grain: 'any',
    });
    expect(overview.figures.length).toBeGreaterThan(0);
  });
});

describePackage('brigade', brigade, (get) => {
  test('what is derived opens down to what was stated', async () => {
    const { parts } = await get().ask({
      ask: 'origin',
      subject: 'answer_rate',
      unit: 'doi-a',
      period: '2008-Q2',
      breakdown: '',
      category: '',
      body: null,
    });
    const statements = parts.flatMap((part) => part.statements);
    expect(statements.map((s) => `${s.period} ${s.measure} ${s.value}`).sort()).toEqual([
      '2008-Q1 answered 20',
      '2008-Q1 calls 40',
      '2008-S1 answered 65',
      '2008-S1 calls 100',
    ]);
  });
});

describe('a broken package', () => {
  async function problemsOf(files: Record<string, string | Uint8Array>) {
    try {
      const access = memoryAccess({ ...plain().files, ...files });
      return (await readPackage('pkg', access)).dataset.problems;
    } catch (error) {
      if (error instanceof PackageError) return error.problems;
      throw error;
    }
  }

  test.each(breakages.map((breakage) => [breakage.name, breakage] as const))(
    'with %s: the reader is told where',
    async (_name, { files, told }) => {
      const problems: readonly Problem[] = await problemsOf(files);
      expect(problems).toEqual(expect.arrayContaining([expect.objectContaining(told)]));
    },
  );

  test('without a single usable statement still opens, and says what became of the rows', async () => {
    const bad = 'unit,period,measure,value\nxa-z,2023,households,5\n';
    const loaded = await loadFixture({ files: { ...plain().files, 'observations.csv': bad } });
    await loaded.engine.close();
    expect(loaded.rows).toEqual([]);
    expect(loaded.data.problems.map((problem) => problem.column)).toEqual(['unit']);
  });

  test('with null where the descriptor has nothing to say is no broken one', async () => {
    const meta = JSON.parse(plain().files['datapackage.json'] ?? '');
    Object.assign(meta, { title: null, created: null, keywords: null });
    for (const resource of meta.resources) {
      Object.assign(resource, { format: null, bytes: null, hash: null });
    }
    expect(await problemsOf({ 'datapackage.json': JSON.stringify(meta) })).toEqual([]);
  });

  test('with an opening whose stock another table brings: nothing is missed', async () => {
    const meta = JSON.parse(plain().files['datapackage.json'] ?? '');
    meta.resources.push({ name: 'measures', path: 'measures.csv' });
    const measures = 'measure,temporal,opens\nbooks_before,opening,books\nbooks,stock,\n';
    const files = { 'datapackage.json': JSON.stringify(meta), 'measures.csv': measures };
    const { dataset } = await readPackage('pkg', memoryAccess({ ...plain().files, ...files }));
    expect(dataset.problems).toEqual([]);
    expect(dataset.measures.get('books_before')?.opens).toBe('books');
  });

  test('with a level that is no identifier: any name of a level will do', async () => {
    const files = {
      'units.csv': 'unit,name,level\nphuong-h,H,sub-district\nxa-k,K,Khối phố\n',
    };
    const { dataset } = await readPackage('pkg', memoryAccess({ ...plain().files, ...files }));
    expect(dataset.units.ids).toEqual(['phuong-h', 'xa-k']);
  });
});

describe('a flat package of 4000 units under one parent', () => {
  test('is compared whole, every unit once', async () => {
    const ids = Array.from({ length: 4000 }, (_, at) => `xa-${at}`);
    const units = ids.map((id) => `${id},Xã số ${id},commune,goc`).join('\n');
    const rows = ids.flatMap((id, at) => [
      `${id},2023,dossiers_received,${at + 100}`,
      `${id},2023,dossiers_received_online,${at % 100}`,
    ]);
    const loaded = await loadFixture({
      files: {
        ...plain().files,
        'units.csv': `unit,name,level,parent\ngoc,Gốc,district,\n${units}\n`,
        'sources.csv': 'source\n',
        'observations.csv': `unit,period,measure,value\n${rows.join('\n')}\n`,
      },
    });
    const groups = await comparison(loaded, 'dossiers_online_rate', '2023');
    await loaded.engine.close();
    expect(groups[0]?.rows).toHaveLength(4000);
  });
});
