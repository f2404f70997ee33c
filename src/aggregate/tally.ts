/** Counts some areas: the table as it is, less the rows that are not the latest of their record. */
import { identifier } from '../engine/literal.ts';
import { figuresOf, type RecordFigure } from '../record/figures.ts';
import {
  countSql,
  gatherMonths,
  type Meant,
  type Months,
  plansOf,
  type Series,
  seriesByDay,
  splitOf,
} from '../record/series.ts';
import { DUCKDB } from '../record/sql/duckdb.ts';
import type { Plan } from './plan.ts';

/** Figures of the units of these areas, by area. */
export async function tallyAreas(
  { warehouse, table, superseded, counting, survey, areas }: Plan,
  ids: readonly string[],
): Promise<Map<string, RecordFigure[]>> {
  const wanted = areas.filter(({ area }) => ids.includes(area));
  const units = wanted.flatMap(({ texts }) => texts);
  const plans = plansOf(counting);
  const split = splitOf(counting.definition, counting.present);
  const categories = split === null ? undefined : survey.said.get(split);
  const meant: Meant = {
    unit: (text) => survey.unitIds.get(text) ?? '',
    category: (text) => categories?.get(text) ?? '',
  };
  const months = new Map<Series, Months>();
  for (const series of seriesByDay(plans)) {
    const query = { series, split, units };
    const gathered = gatherMonths(series.length);
    const sql = countSql({ ...query, from: warehouse.table }, table.dialect);
    gathered.add(await warehouse.rows(sql), meant);
    if (superseded.rows > 0) {
      const own = countSql({ ...query, from: identifier(superseded.table) }, DUCKDB);
      gathered.add(await superseded.engine.rows(own), { ...meant, sign: -1 });
    }
    for (const [at, found] of gathered.months.entries()) months.set(series[at] as Series, found);
  }
  return new Map(
    wanted.map(({ area, units: own }) => [
      area,
      plans.flatMap((plan) => figuresOf(plan, months, own, counting)),
    ]),
  );
}
