/** A file of records taken through the import as the page does it, for tests. */
import type { Engine } from '../../src/engine/engine.ts';
import { openNodeEngine } from '../../src/engine/node.ts';
import { readParquetNode, writeParquetNode } from '../../src/ingest/parquet/node.ts';
import { readBase } from '../../src/intake/keep/base.ts';
import { type Plan, planOf } from '../../src/intake/plan.ts';
import { readDropped } from '../../src/intake/read/read.ts';
import { newCategories } from '../../src/intake/records/ask.ts';
import { openRecords } from '../../src/intake/records/reading.ts';
import { packRecords, type Reckoned, reckonRecords } from '../../src/intake/records/reckon.ts';
import type { Dropped } from '../../src/intake/sheet.ts';
import { type Understanding, understand } from '../../src/intake/understand.ts';
import type { Dataset } from '../../src/model/dataset.ts';
import { repositoryAccess } from '../support/load.ts';

export const TODAY = '2026-11-22';

export interface RecordsTaken {
  readonly understanding: Understanding;
  readonly reckoned: Reckoned;
  readonly plan: (path: string, joins: boolean) => Promise<Plan>;
  readonly engine: Engine;
}

/** Reads, asks, counts; the first file must be one of records. */
export async function takeRecords(
  file: Dropped,
  data: Dataset,
  answers: Readonly<Record<string, string>> = {},
  fixes: ReadonlyMap<string, string> = new Map(),
): Promise<RecordsTaken> {
  const definitions = [...data.records.values()];
  const taken = await readDropped([file], { readParquet: readParquetNode, definitions });
  const [first] = taken.records;
  if (!first) throw new Error('not taken for records');
  const engine = await openNodeEngine();
  const reading = await openRecords(engine, first, () => {});
  const understanding = understand([], data, { answers, fixes: new Map() }, [reading]);
  const [understood] = understanding.records;
  if (!understood) throw new Error('not understood');
  const reckoning = { reading, at: 0, understood, data, answers, fixes, today: TODAY };
  const reckoned = await reckonRecords(reckoning);
  const plan = async (path: string, joins: boolean) => {
    const base = await readBase(path, repositoryAccess(), joins);
    const bytes = await packRecords(reading, writeParquetNode);
    const categories = newCategories(understood, answers, data);
    return planOf(understanding, base, {
      ...{ name: 'goi', title: 'Gói', today: TODAY, mappings: [] },
      declared: { units: [], measures: [], indicators: [] },
      records: [{ bytes, reckoned, categories }],
    });
  };
  return { understanding, reckoned, plan, engine };
}
