/**
 * From statements to figures, once per package, inside the engine:
 *
 *   observation → statement (provisional by date, one cell id per key) → cell (one value per key)
 *     → issue, issue_part (duplicates, conflicts, revisions, sums, percentages, findings)
 *     → cells derived over time, then over categories and parts
 *     → small counts hidden → rate (counts beside reported) → figure (value, absence, flags)
 *
 * Views ask `figure`; the origin of a number asks `cell`, `statement`, `issue`.
 */
import type { Engine } from '../../engine/engine.ts';
import type { Dataset } from '../../model/dataset.ts';
import { AGREEMENT_STEPS } from './agreement.ts';
import { CELL_STEPS } from './cells.ts';
import { DERIVE_STEPS, DERIVED_FROM } from './derive.ts';
import { deriveOverTime } from './derive-time.ts';
import { FLAG_STEPS } from './flags.ts';
import { createHelperTables } from './helpers.ts';
import { IDENTITY_STEPS } from './identities.ts';
import { OPENING_STEPS } from './openings.ts';
import { checkPeriodSums } from './period-sums.ts';
import { RATE_STEPS } from './rates.ts';
import { suppressSmallCounts } from './suppress.ts';

const CHECKS: readonly string[] = [
  ...CELL_STEPS,
  ...AGREEMENT_STEPS,
  ...IDENTITY_STEPS,
  ...OPENING_STEPS,
  DERIVED_FROM,
];
const FIGURES: readonly string[] = [...RATE_STEPS, ...FLAG_STEPS];

/** Builds every table the questions need. Expects `observation` and its ENUM types (ingest/load). */
export async function prepareFigures(
  engine: Engine,
  data: Dataset,
  signal?: AbortSignal,
): Promise<void> {
  await createHelperTables(engine, data);
  for (const step of CHECKS) await engine.rows(step, [], signal);
  await checkPeriodSums(engine, data, signal);
  await deriveOverTime(engine, data, signal);
  for (const step of DERIVE_STEPS) await engine.rows(step, [], signal);
  await suppressSmallCounts(engine, data, signal);
  for (const step of FIGURES) await engine.rows(step, [], signal);
}
