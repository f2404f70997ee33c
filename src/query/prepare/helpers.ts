/** Small tables the queries join with: the dataset's catalogue, periods and sources, as SQL sees them. */
import type { Column, Engine } from '../../engine/engine.ts';
import type { Dataset } from '../../model/dataset.ts';
import type { Operand } from '../../model/formula.ts';
import { makesLoad } from '../../model/identity/needs.ts';
import { countsCases, mayExceedAll, tellsChange } from '../../model/quantity.ts';
import {
  closingDay,
  dayBefore,
  lastDayMeant,
  samePeriodLastYear,
  yearBefore,
} from '../../model/time/period.ts';
import { slotOf, yearPart } from '../../model/time/period-algebra.ts';

type Record_ = Readonly<Record<string, string | number | boolean | null>>;
type Types = Readonly<Record<string, Column['type'] | `${string}_t`>>;

/** Creates `period, source, measure, indicator, operand, identity, identity_operand, …` from the dataset. */
export async function createHelperTables(engine: Engine, data: Dataset): Promise<void> {
  const make = (name: string, types: Types, rows: readonly Record_[]) =>
    createTable(engine, name, types, rows);
  await make('period', PERIOD, periodRows(data));
  await make('source', SOURCE, sourceRows(data));
  await make(
    'measure',
    MEASURE,
    [...data.measures.values()].map(({ measure, temporal, opens, name, nameEn }) => ({
      measure,
      temporal,
      opens,
      tells_change: [name, nameEn].some(tellsChange),
    })),
  );
  await make('indicator', INDICATOR, indicatorRows(data));
  await make('operand', OPERAND, operandRows(data));
  await make('identity', IDENTITY, identityRows(data));
  await make('identity_operand', IDENTITY_OPERAND, identityOperandRows(data));
  await make('breakdown_size', BREAKDOWN_SIZE, breakdownRows(data));
  await make('finding', FINDING, findingRows(data));
}

const PERIOD: Types = {
  period: 'period_t',
  grain: 'text',
  year: 'text',
  slot: 'integer',
  start_day: 'text',
  day_before: 'text',
  end_day: 'text',
  end_day14: 'text',
  year_before: 'text',
  last_year: 'text',
};
const SOURCE: Types = {
  source: 'source_t',
  unit: 'text',
  period: 'text',
  signed_key: 'text',
  signed_first: 'text',
  signed_last: 'text',
  received_on: 'text',
  cutoff: 'cutoff_t',
  counts_records: 'boolean',
};
const MEASURE: Types = {
  measure: 'measure_t',
  temporal: 'text',
  opens: 'text',
  tells_change: 'boolean',
};
const INDICATOR: Types = {
  indicator: 'measure_t',
  scale: 'number',
  n_required: 'integer',
  d_required: 'integer',
  optional: 'integer',
  has_numerator: 'boolean',
  has_denominator: 'boolean',
  counts_cases: 'boolean',
  tells_change: 'boolean',
  may_exceed: 'boolean',
  may_be_negative: 'boolean',
};
const OPERAND: Types = {
  indicator: 'measure_t',
  side: 'text',
  measure: 'measure_t',
  sign: 'integer',
  optional: 'boolean',
  stock: 'boolean',
};
const IDENTITY: Types = {
  identity: 'text',
  relation: 'text',
  breakdown: 'breakdown_t',
  derive: 'boolean',
  makes_load: 'boolean',
  position: 'integer',
  t_required: 'integer',
  p_required: 'integer',
  p_negative: 'integer',
  raisers: 'integer',
  lowerers: 'integer',
};
const IDENTITY_OPERAND: Types = {
  identity: 'text',
  side: 'text',
  measure: 'measure_t',
  sign: 'integer',
  optional: 'boolean',
};
const BREAKDOWN_SIZE: Types = { breakdown: 'breakdown_t', n: 'integer' };
const FINDING: Types = {
  n: 'integer',
  source: 'text',
  locator: 'text',
  unit: 'text',
  period: 'text',
  measure: 'text',
  code: 'text',
  note: 'text',
};

async function createTable(
  engine: Engine,
  name: string,
  types: Types,
  rows: readonly Record_[],
): Promise<void> {
  const columns = Object.entries(types).map(([column, type]): Column => {
    const plain = type.endsWith('_t') ? 'text' : (type as Column['type']);
    return { name: column, type: plain, values: rows.map((row) => row[column] ?? null) };
  });
  await engine.insert('incoming', columns);
  const selected = Object.entries(types).map(([column, type]) =>
    type.endsWith('_t') ? `${column}::${type} AS ${column}` : column,
  );
  await engine.run([
    `CREATE TABLE ${name} AS SELECT ${selected.join(', ')} FROM incoming`,
    'DROP TABLE incoming',
  ]);
}

function periodRows(data: Dataset): Record_[] {
  return [...data.periods.values()].map((period) => ({
    period: period.code,
    grain: period.grain,
    year: period.start.slice(0, 4),
    slot: slotOf(yearPart(period)),
    start_day: period.start,
    day_before: dayBefore(period.start),
    end_day: period.end,
    end_day14: closingDay(period, 'day14'),
    year_before: yearBefore(period.end),
    last_year: samePeriodLastYear(period).code,
  }));
}

function sourceRows(data: Dataset): Record_[] {
  return [...data.sources.values()].map((source) => ({
    source: source.source,
    unit: source.unit,
    period: source.period,
    signed_key: source.signedOn,
    counts_records: source.records !== '',
    signed_first: source.signedOn.length === 7 ? `${source.signedOn}-01` : source.signedOn,
    signed_last: lastDayMeant(source.signedOn),
    received_on: source.receivedOn,
    cutoff: source.cutoff,
  }));
}

/** Indicators whose id is not also a measure: such an id is the measure. */
function indicators(data: Dataset) {
  return [...data.indicators.values()].filter((item) => !data.measures.has(item.indicator));
}

function indicatorRows(data: Dataset): Record_[] {
  return indicators(data).map((item) => ({
    indicator: item.indicator,
    scale: item.scale,
    n_required: count(item.numerator, (operand) => !operand.optional),
    d_required: count(item.denominator, (operand) => !operand.optional),
    optional: count([...item.numerator, ...item.denominator], (operand) => operand.optional),
    has_numerator: item.numerator.length > 0,
    has_denominator: item.denominator.length > 0,
    counts_cases: countsCases([...item.numerator, ...item.denominator], data.measures),
    tells_change: [item.name, item.nameEn].some(tellsChange),
    may_exceed: [item.name, item.nameEn].some(mayExceedAll),
    may_be_negative: item.numerator.some((operand) => operand.sign === -1),
  }));
}

function operandRows(data: Dataset): Record_[] {
  return indicators(data).flatMap((item) => {
    const side = (name: string, operands: readonly Operand[]) =>
      operands.map((operand) => ({
        indicator: item.indicator,
        side: name,
        ...operand,
        stock: name === 'd' && data.measures.get(operand.measure)?.temporal === 'stock',
      }));
    return [...side('n', item.numerator), ...side('d', item.denominator)];
  });
}

function identityRows(data: Dataset): Record_[] {
  return data.identities.map((item, position) => ({
    identity: item.identity,
    relation: item.relation,
    breakdown: item.breakdown,
    derive: item.use === 'derive' && item.relation === '=' && item.total.length === 1,
    makes_load: makesLoad(data, item),
    position,
    t_required: count(item.total, (operand) => !operand.optional),
    p_required: count(item.parts, (operand) => !operand.optional),
    p_negative: count(item.parts, (operand) => !operand.optional && operand.sign < 0),
    raisers:
      count(item.parts, (o) => o.optional && o.sign > 0) +
      count(item.total, (o) => o.optional && o.sign < 0),
    lowerers:
      count(item.parts, (o) => o.optional && o.sign < 0) +
      count(item.total, (o) => o.optional && o.sign > 0),
  }));
}

function identityOperandRows(data: Dataset): Record_[] {
  return data.identities.flatMap((item) => {
    const side = (name: string, operands: readonly Operand[]) =>
      operands.map((operand) => ({ identity: item.identity, side: name, ...operand }));
    return [...side('t', item.total), ...(item.breakdown ? [] : side('p', item.parts))];
  });
}

function breakdownRows(data: Dataset): Record_[] {
  const sizes = new Map<string, number>();
  for (const { breakdown } of data.categories)
    sizes.set(breakdown, (sizes.get(breakdown) ?? 0) + 1);
  return [...sizes].map(([breakdown, n]) => ({ breakdown, n }));
}

function findingRows(data: Dataset): Record_[] {
  return data.findings.map((finding, n) => ({ n, ...finding }));
}

function count(operands: readonly Operand[], test: (operand: Operand) => boolean): number {
  return operands.filter(test).length;
}
