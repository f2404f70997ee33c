/** Slips of the pen as others made them: what is told, as how many matters, with which repair first. */
import { afterEach, describe, expect, it } from 'vitest';
import { descriptor, table } from '../packages/fixture.ts';
import { type Loaded, loadFixture } from '../packages/load.ts';
import { EVERY_ISSUE } from '../support/questions.ts';

const META = descriptor('ferry', 'Phà', [
  { name: 'units', path: 'units.csv' },
  { name: 'sources', path: 'sources.csv' },
  { name: 'measures', path: 'measures.csv' },
  { name: 'indicators', path: 'indicators.csv' },
  { name: 'identities', path: 'identities.csv' },
  { name: 'observations', path: 'observations.csv' },
]);

const TABLES = {
  'units.csv': table(`
    unit,name,kind,level,parent
    ben-a,Bến A,bến,landing,`),
  'sources.csv': table(`
    source,unit,title
    so-a,ben-a,Sổ`),
  'measures.csv': table(`
    measure,name,unit_label,temporal,group
    fuel,Dầu,tấn,flow,fuel
    fuel_day,Dầu ban ngày,tấn,flow,fuel
    fuel_night,Dầu ban đêm,tấn,flow,fuel
    trips,Chuyến,chuyến,flow,trips
    trips_full,Chuyến đủ khách,chuyến,flow,trips
    came,Khách đến,người,flow,people
    left,Khách đi,người,flow,people
    tickets,Vé,vé,flow,tickets
    field,Ruộng,ha,stock,field
    field_dry,Ruộng khô,ha,stock,field
    field_wet,Ruộng nước,ha,stock,field`),
  'indicators.csv': table(`
    indicator,name,numerator,denominator,scale,decimals
    full_rate,Tỷ lệ đủ khách,trips_full,trips,100,1
    dry_rate,Tỷ lệ khô,field_dry,field,100,1
    growth_rate,Tốc độ tăng khách,,,100,1
    pressure_rate,Tỷ lệ áp lực,,,100,1
    net_rate,Chênh lệch,came - left,tickets,1000,1`),
  'identities.csv': table(`
    identity,total,relation,parts,use
    fuel_parts,fuel,=,fuel_day + fuel_night,check
    full_of_all,trips,<=,trips_full,check
    field_parts,field,=,field_dry + field_wet,check`),
};

/** `period measure value [printed]` of the one landing. */
const rows = (lines: string) =>
  table(`unit,period,measure,value,source,locator,printed
    ${lines
      .trim()
      .split('\n')
      .map((line) => line.trim().split(' '))
      .map(([period, measure, value, printed = '']) =>
        ['ben-a', period, measure, value, 'so-a', '1', printed].join(','),
      )
      .join('\n')}`);

let loaded: Loaded | null = null;
afterEach(async () => {
  await loaded?.engine.close();
  loaded = null;
});

async function told(lines: string, files: Readonly<Record<string, string>> = {}) {
  const all = { 'datapackage.json': META, ...TABLES, 'observations.csv': rows(lines), ...files };
  loaded = await loadFixture({ files: all });
  const { ask } = loaded;
  const { issues, matters } = await ask({
    ask: 'issues',
    units: null,
    severities: ['error', 'warning'],
    codes: [],
    source: '',
    period: '',
    limit: 100,
  });
  const code = (id: string) => issues.find((issue) => issue.id === id)?.code ?? '';
  const first = async (wanted: string) => {
    const id = issues.find((issue) => issue.code === wanted)?.id ?? '';
    const { hypotheses } = await ask({ ask: 'repair', issue: id });
    const [best] = hypotheses;
    const alone = hypotheses.filter(({ rank }) => rank === 0).length === 1;
    const changes = best?.changes.map((c) => `${c.statement.measure} ${c.from}>${c.to}`).sort();
    return { kind: best?.kind, changes, alone };
  };
  return { matters: matters.map((ids) => ids.map(code).sort()), first };
}

/** The matters of other rows, in an engine of their own. */
async function again(lines: string) {
  await loaded?.engine.close();
  return (await told(lines)).matters;
}

/** Flags of the ratios, by indicator. */
async function flagged(lines: string) {
  await told(lines);
  const rows = await loaded?.engine.rows<{ subject: string; flags: string }>(
    'SELECT subject::VARCHAR AS subject, flags FROM figure WHERE denominator IS NOT NULL ORDER BY subject::VARCHAR',
  );
  return { flags: Object.fromEntries((rows ?? []).map(({ subject, flags }) => [subject, flags])) };
}

describe('a slip', () => {
  it('that loses the decimal separator is told as one, the lost separator first', async () => {
    const { matters, first } = await told(`2024-Q1 fuel 421.8
      2024-Q1 fuel_day 675
      2024-Q1 fuel_night 354.3
      2024-Q2 fuel_day 70.5
      2024-S1 fuel_day 138`);
    expect(matters).toEqual([['SUM_MISMATCH', 'SUM_MISMATCH']]);
    expect(await first('SUM_MISMATCH')).toEqual({
      kind: 'shifted',
      changes: ['fuel_day 675>67.5'],
      alone: true,
    });
  });

  it('that exchanges a part and its whole is an exchange first, not a digit that happens to fit', async () => {
    const { first } = await told(`2024-Q1 trips 443
      2024-Q1 trips_full 2406`);
    expect(await first('PART_EXCEEDS_TOTAL')).toEqual({
      kind: 'exchanged',
      changes: ['trips 443>2406', 'trips_full 2406>443'],
      alone: true,
    });
  });

  it('of any value that two sums ask for is one matter', async () => {
    const { matters, first } = await told(`2024-Q1 fuel 421.8
      2024-Q1 fuel_day 21.3
      2024-Q1 fuel_night 354.3
      2024-Q2 fuel_day 70.5
      2024-S1 fuel_day 138`);
    expect(matters).toEqual([['SUM_MISMATCH', 'SUM_MISMATCH']]);
    expect(await first('SUM_MISMATCH')).toMatchObject({ changes: ['fuel_day 21.3>67.5'] });
  });

  it('in one printed percentage is one matter', async () => {
    const { matters } = await told(`2024-Q1 trips 400
      2024-Q1 trips_full 300
      2024-Q1 full_rate 750`);
    expect(matters).toEqual([['OVER_100', 'PCT_MISMATCH']]);
  });

  it('is no matter of its own where one place says the right value beside the wrong one', async () => {
    const { matters } = await told(`2024-Q1 fuel 421.8
      2024-Q1 fuel_day 37.5
      2024-Q1 fuel_day 67.5
      2024-Q1 fuel_night 354.3`);
    expect(matters.flat().sort()).toEqual(['INTERNAL_CONFLICT', 'SUM_MISMATCH']);
    expect(matters).toHaveLength(1);
  });
});

describe('a stock of one day in two reports', () => {
  const UNLIKE = `2024-Q2 field 60
    2024-Q2 field_dry 40
    2024-Q2 field_wet 20
    2024-S1 field 60
    2024-S1 field_dry 14
    2024-S1 field_wet 20`;

  it('stated differently is told once, with both documents, and joins the sum that it breaks', async () => {
    const { matters } = await told(UNLIKE);
    expect(matters).toEqual([['INTERNAL_CONFLICT', 'SUM_MISMATCH']]);
    const all = await loaded?.ask(EVERY_ISSUE);
    expect(all?.issues.map(({ code, subject }) => `${code} ${subject}`).sort()).toEqual([
      'INTERNAL_CONFLICT field_dry',
      'SUM_MISMATCH field',
    ]);
  });

  it('asks for the value that the other report has', async () => {
    const { first } = await told(UNLIKE);
    expect(await first('SUM_MISMATCH')).toMatchObject({
      changes: ['field_dry 14>40'],
      alone: true,
    });
  });
});

describe('a printed percentage', () => {
  it('tells which slip of its count was meant', async () => {
    const { first, matters } = await told(`2024-Q1 trips 74
      2024-Q1 trips_full 97
      2024-Q1 full_rate 77.0 77.0`);
    expect(matters).toHaveLength(1);
    expect(await first('PART_EXCEEDS_TOTAL')).toMatchObject({
      changes: ['trips_full 97>57'],
      alone: true,
    });
  });

  it('of a document stands on its own counts, whatever a later one corrects', async () => {
    const files = {
      'sources.csv': table(`
        source,unit,title,signed_on
        so-a,ben-a,Sổ,2024-04-05
        so-b,ben-a,Sổ sửa,2024-07-05`),
      'observations.csv': table(`
        unit,period,measure,value,source,locator,printed
        ben-a,2024-Q1,trips,400,so-a,1,
        ben-a,2024-Q1,trips_full,95,so-a,1,
        ben-a,2024-Q1,full_rate,23.8,so-a,1,23.8
        ben-a,2024-Q1,trips_full,85,so-b,1,`),
    };
    const { matters } = await told('', files);
    expect(matters).toEqual([]);
  });
});

describe('a rate', () => {
  it('takes the stock of its own period, also where another period ends on the same day', async () => {
    await told(`2024-M09 field 67
      2024-Q3 field 80
      2024-Q3 field_dry 60
      2024-Q3 dry_rate 75 75`);
    const rows = await loaded?.engine.rows<{ value: number }>(
      "SELECT value FROM figure WHERE subject = 'dry_rate' AND period = '2024-Q3'",
    );
    expect(rows).toEqual([{ value: 75 }]);
  });
});

describe('no slip', () => {
  it('is a difference of counts below zero', async () => {
    const { matters } = await told(`2024-Q1 came 10
      2024-Q1 left 40
      2024-Q1 tickets 1000
      2024-Q1 net_rate -30`);
    expect(matters).toEqual([]);
  });

  it('is not a count below zero', async () => {
    const { matters } = await told('2024-Q1 came -10');
    expect(matters).toEqual([['NEGATIVE']]);
  });

  it('is a growth below zero or above a hundred, as a share would be', async () => {
    const { matters } = await told(`2024-Q1 growth_rate -4.2
      2024-Q2 growth_rate 150`);
    expect(matters).toEqual([]);
    const share = await again('2024-Q1 pressure_rate -4.2');
    expect(share).toEqual([['NEGATIVE']]);
  });

  it('are few hectares, as few people would be', async () => {
    const { flags } = await flagged(`2024-Q1 field 12.5
      2024-Q1 field_dry 4
      2024-Q1 trips 12
      2024-Q1 trips_full 4`);
    expect(flags).toEqual({ dry_rate: '', full_rate: 'SMALL_N' });
  });
});

const MONTH = (month: string, shift = 0) =>
  ['fuel 30', 'fuel_day 18', 'fuel_night 12', 'trips 55', 'trips_full 41', 'came 301', 'left 297']
    .map((line) => {
      const [measure, value] = line.split(' ');
      return `2024-M${month} ${measure} ${Number(value) + shift}`;
    })
    .join('\n');

describe('a report that repeats the one before', () => {
  it('is one matter with the sums that fail by it', async () => {
    const year = '2024-Q1 came 917\n2024-Q1 left 905\n2024-Q1 trips 180';
    const { matters } = await told(`${MONTH('01')}\n${MONTH('02')}\n${year}`);
    expect(matters).toEqual([['STALE_COPY']]);
    const whole = `${MONTH('01')}\n${MONTH('02')}\n2024-M03 came 310\n2024-M03 left 300\n${year}`;
    expect(await again(whole)).toEqual([['STALE_COPY', 'SUM_MISMATCH', 'SUM_MISMATCH']]);
  });

  it('is none where one figure differs, or where few are reported', async () => {
    const { matters } = await told(`${MONTH('01')}\n${MONTH('02').replace('297', '298')}`);
    expect(matters).toEqual([]);
    const few = MONTH('01').split('\n').slice(0, 5).join('\n');
    expect(await again(`${few}\n${few.replaceAll('M01', 'M02')}`)).toEqual([]);
  });

  it('is none where every figure is the same number, or the months lie apart', async () => {
    const flat = MONTH('01').replace(/ \d+$/gm, ' 5').replace('fuel 5', 'fuel 10');
    const { matters } = await told(`${flat}\n${flat.replaceAll('M01', 'M02')}`);
    expect(matters).toEqual([]);
    expect(await again(`${MONTH('01')}\n${MONTH('03')}`)).toEqual([]);
  });
});
