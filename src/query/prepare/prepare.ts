/**
 * From statements to figures, once per package, inside the engine. First the numbers:
 *
 *   observation → statement (provisional by date, one cell id per key) → cell (one value per key)
 *     → cells derived over time, then over categories and parts → small counts hidden
 *     → rate (counts beside reported) → figure (value, absence)
 *
 * then the checks, which add to `issue`, `issue_part` and the flags of `figure`:
 *
 *   sums, sub-periods, openings, stocks of one day, copies, percentages, what cannot be (signs, shares, dates, names), findings
 *
 * Views ask `figure`; the origin of a number asks `cell`, `statement`, `issue`.
 */
import type { Engine } from '../../engine/engine.ts';
import type { Dataset } from '../../model/dataset.ts';
import { AGREEMENT_STEPS, NO_AGREEMENT_STEPS } from '../check/agreement.ts';
import { FLAG_STEPS } from '../check/flags.ts';
import { IDENTITY_STEPS } from '../check/identities.ts';
import { OPENING_STEPS } from '../check/openings.ts';
import { PERCENT_STEPS } from '../check/percentages.ts';
import { checkPeriodSums } from '../check/period-sums.ts';
import { checkPlausible } from '../check/plausible.ts';
import { COPY_STEPS } from '../check/repeated-reports.ts';
import { SAME_DAY_STEPS } from '../check/same-day.ts';
import { CELL_STEPS, keySteps, RANGE_STEPS, REPEATED } from './cells.ts';
import { DERIVE_STEPS, DERIVED_FROM } from './derive.ts';
import { deriveOverTime } from './derive-time.ts';
import { createFigures } from './figures.ts';
import { createHelperTables } from './helpers.ts';
import { createRates } from './rates.ts';
import { AT_ONCE } from './slices.ts';
import { suppressSmallCounts } from './suppress.ts';

/** Numbers and checks: everything the questions need. */
export async function prepareFigures(
  engine: Engine,
  data: Dataset,
  signal?: AbortSignal,
): Promise<void> {
  await prepareNumbers(engine, data, signal);
  await runChecks(engine, data, signal);
}

/** Builds `figure`. Expects `observation` and its ENUM types (ingest/load). */
export async function prepareNumbers(
  engine: Engine,
  data: Dataset,
  signal?: AbortSignal,
): Promise<void> {
  const run = (steps: readonly string[]) => engine.run(steps, signal);
  await createHelperTables(engine, data);
  await run(keySteps([...data.periods.values()].some(({ grain }) => grain === 'day')));
  const [twins] = await engine.rows<{ n: number }>(REPEATED, [], signal);
  const isRepeated = (twins?.n ?? 0) > 0;
  const agreement = isRepeated ? [...RANGE_STEPS, ...AGREEMENT_STEPS] : NO_AGREEMENT_STEPS;
  await run([...CELL_STEPS, ...agreement, DERIVED_FROM]);
  await deriveOverTime(engine, data, signal);
  await run(DERIVE_STEPS);
  await suppressSmallCounts(engine, data, signal);
  const most = data.observationCount < FEW ? AT_ONCE : undefined;
  await createRates(engine, signal, most);
  await createFigures(engine, signal, most);
}

/** Statements that never give more rows than are worked on at once. */
const FEW = 40_000;

/** Runs the checks and flags the figures that take part; questions may be asked meanwhile. */
export async function runChecks(
  engine: Engine,
  data: Dataset,
  signal?: AbortSignal,
): Promise<void> {
  const run = (steps: readonly string[]) => engine.run(steps, signal);
  await run([...IDENTITY_STEPS, ...OPENING_STEPS]);
  await checkPeriodSums(engine, data, signal);
  await run([...SAME_DAY_STEPS, ...COPY_STEPS, ...PERCENT_STEPS]);
  await checkPlausible(engine, data, signal);
  await run([...FLAG_STEPS, ...CHECKED]);
}

/** What only the checks needed, to the last. */
const CHECKED = ['shown_row', 'percent_check', 'finding_id', 'cell_flag', 'rate_flag'].map(
  (name) => `DROP TABLE ${name}`,
);
