/** What the pages of the walk compare, and the one query of a picture: for DuckDB-WASM and for native DuckDB. */
/** What is compared: numerator and, of a share, denominator. */
export interface Shown {
  readonly id: string;
  readonly numerator: string;
  readonly denominator?: string;
}

const share = (id: string, numerator: string, denominator: string): Shown => ({
  ...{ id, numerator, denominator },
});
const count = (id: string): Shown => ({ id, numerator: id });

export const NARROW: readonly Shown[] = [
  share('dossiers_online_rate', 'dossiers_received_online', 'dossiers_received'),
  share('dossiers_on_time_rate', 'dossiers_resolved_on_time', 'dossiers_resolved'),
  share('dossiers_late_rate', 'dossiers_resolved_late', 'dossiers_resolved'),
  share('dossiers_digitized_rate', 'dossiers_digitized', 'dossiers_received'),
  share('satisfaction_rate', 'survey_satisfied', 'survey_ballots_returned'),
  count('dossiers_received'),
  count('dossiers_resolved'),
  count('survey_ballots'),
  count('petitions_new'),
];
/** With those that only wide reports have. */
export const WIDE: readonly Shown[] = [
  ...NARROW,
  share('mediation_success_rate', 'mediation_cases_successful', 'mediation_cases_received'),
  share('tasks_on_time_rate', 'tasks_on_time', 'tasks_on_time + tasks_late'),
  share('dialogue_answered_rate', 'dialogue_issues_answered', 'dialogue_issues'),
  count('reception_turns'),
  count('vneid_activations'),
];

/** One district's units, the highest first; over a table `every` with a district in each row. */
export function barsSql(indicator: string, period: string): string {
  return `SELECT unit, 'Xã ' || unit AS name, ${figureOf(indicator)} AS value FROM every
    WHERE ${ofDistrict(indicator)} AND period = '${period}' GROUP BY unit ORDER BY value DESC`;
}

/** The same over all months. */
export function linesSql(indicator: string): string {
  return `SELECT period, unit, ${figureOf(indicator)} AS value FROM every
    WHERE ${ofDistrict(indicator)} GROUP BY period, unit ORDER BY period, unit`;
}

function figureOf(indicator: string): string {
  const { numerator, denominator } = formulaOf(indicator);
  const sum = (operands: string) =>
    `sum(value) FILTER (WHERE measure IN (${quoted(partsOf(operands))}))`;
  return denominator ? `100.0 * ${sum(numerator)} / ${sum(denominator)}` : sum(numerator);
}

function ofDistrict(indicator: string): string {
  const { numerator, denominator = '' } = formulaOf(indicator);
  const measures = [...partsOf(numerator), ...partsOf(denominator)];
  return `district = 'huyen-001' AND breakdown = '' AND measure IN (${quoted(measures)})`;
}

function formulaOf(indicator: string): Shown {
  const shown = WIDE.find(({ id }) => id === indicator);
  if (!shown) throw new Error(`no such indicator: ${indicator}`);
  return shown;
}

const partsOf = (operands: string) => operands.split(' + ').filter(Boolean);
const quoted = (ids: readonly string[]) => ids.map((id) => `'${id}'`).join(', ');
