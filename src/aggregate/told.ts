/** What people are told of an aggregation before it begins. */
import { monthsIn } from '../record/coverage.ts';
import { plansOf } from '../record/series.ts';
import type { Plan } from './plan.ts';

const SHOWN = 12;

export function planText(
  plan: Plan,
  { base, out }: { readonly base: string; readonly out: string },
): string {
  const { warehouse, survey, definition, areas, years, counting } = plan;
  const { from, to } = survey.coverage;
  const measures = plansOf(counting).map(({ measure }) => measure.measure);
  const units = new Set(survey.unitIds.values());
  return [
    `From    ${warehouse.about}: ${survey.records} records`,
    `Counted ${definition.record}: ${measures.length} measures (${measures.join(', ')})`,
    `Months  ${from} to ${to} (${monthsIn(survey.coverage).length})`,
    `Units   ${units.size} of ${base}, by ${survey.units.length} texts`,
    `Areas   ${areas.length}, in ${plan.batches.length} rounds: ${listed(areas.map(({ name, records }) => `${name} (${records})`))}`,
    `Into    ${out}: ${areas.length * years.length} partitions at the most`,
    ...notes(plan).map((note) => `Note    ${note}`),
  ].join('\n');
}

function notes({ warehouse, survey, superseded }: Plan): string[] {
  const twice =
    superseded.rows > 0
      ? [
          `${superseded.rows} rows are earlier states of records that stand in another row, and are not counted`,
        ]
      : [];
  return [...(warehouse.warning ? [warehouse.warning] : []), ...survey.notes, ...twice];
}

const listed = (items: readonly string[]) =>
  items.length > SHOWN
    ? `${items.slice(0, SHOWN).join(', ')} and ${items.length - SHOWN} more`
    : items.join(', ');
