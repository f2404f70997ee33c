/** Counts some areas: the table as it is, less the rows that are not the latest of their record. */
import { identifier } from '../engine/literal.ts';
import { figuresOf, type RecordFigure } from '../record/figures.ts';
import {
  countSql,
  type Months,
  monthsOf,
  plansOf,
  type Series,
  seriesByDay,
  splitOf,
} from '../record/series.ts';
import { DUCKDB } from '../record/sql/duckdb.ts';
import type { Plan } from './plan.ts';
import type { WarehouseRow } from './warehouse/warehouse.ts';

/** Figures of the units of these areas, by area. */
export async function tallyAreas(
  { warehouse, table, superseded, counting, survey, areas }: Plan,
  ids: readonly string[],
): Promise<Map<string, RecordFigure[]>> {
  const wanted = areas.filter(({ area }) => ids.includes(area));
  const units = wanted.flatMap(({ texts }) => texts);
  const plans = plansOf(counting);
  const split = splitOf(counting.definition, counting.present);
  const mapped = (rows: readonly WarehouseRow[], sign: 1 | -1, count: number) =>
    rows.map((row) =>
      meantRow(row, sign, count, survey.unitIds, split ? survey.said.get(split) : undefined),
    );
  const months = new Map<Series, Months>();
  for (const series of seriesByDay(plans)) {
    const query = { series, split, units };
    const rows = await warehouse.rows(countSql({ ...query, from: warehouse.table }, table.dialect));
    const from = identifier(superseded.table);
    const off =
      superseded.rows > 0 ? await superseded.engine.rows(countSql({ ...query, from }, DUCKDB)) : [];
    const all = [...mapped(rows, 1, series.length), ...mapped(off, -1, series.length)];
    for (const [at, item] of series.entries()) months.set(item, monthsOf(all, at));
  }
  return new Map(
    wanted.map(({ area, units: own }) => [
      area,
      plans.flatMap((plan) => figuresOf(plan, months, own, counting)),
    ]),
  );
}

/** Texts of the table become ids; what is taken off counts below zero. */
function meantRow(
  row: WarehouseRow,
  sign: 1 | -1,
  count: number,
  units: ReadonlyMap<string, string>,
  categories: ReadonlyMap<string, string> | undefined,
): WarehouseRow {
  const values = Array.from({ length: count }, (_, at) => [
    `counted_${at}`,
    sign * Number(row[`counted_${at}`]),
  ]);
  return {
    ...Object.fromEntries(values),
    counted_unit: units.get(String(row.counted_unit)) ?? '',
    counted_category: categories?.get(String(row.counted_category)) ?? '',
    counted_month: row.counted_month,
  };
}
