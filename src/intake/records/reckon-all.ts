/** All files of records of an import: what each comes to, with its bytes for the package. */
import type { FileAccess } from '../../ingest/file/files.ts';
import type { Dataset } from '../../model/dataset.ts';
import type { PlannedRecords } from '../plan.ts';
import type { Said, Understanding } from '../understand.ts';
import { newCategories } from './ask.ts';
import { packRecords, reckonRecords } from './reckon.ts';

export type { Reckoned } from './reckon.ts';

export interface ReckonWith {
  readonly data: Dataset;
  readonly said: Said;
  readonly today: string;
}

/** @throws {EngineError} */
export async function reckonAll(
  { records }: Pick<Understanding, 'records'>,
  { data, said, today }: ReckonWith,
  { writeParquet }: Pick<FileAccess, 'writeParquet'>,
  signal?: AbortSignal,
): Promise<PlannedRecords[]> {
  const { answers } = said;
  const planned: PlannedRecords[] = [];
  for (const understood of records) {
    const { reading, at } = understood;
    const fixes = said.fixes.get(at) ?? new Map<string, string>();
    const reckoning = { reading, at, understood, data, answers, fixes, today };
    const reckoned = await reckonRecords(reckoning, signal);
    const bytes = await packRecords(reading, (ipc) => writeParquet(ipc, signal), signal);
    planned.push({ reckoned, bytes, categories: newCategories(understood, answers, data) });
  }
  return planned;
}
