/**
 * Records on an engine elsewhere → a package, as a job.
 *
 *   definition, table ─ plan (plan.ts) ─→ areas, each with a key
 *   area ─ tally (tally.ts) ─→ figures ─ partitions by year (package.ts) ─→ OUT.part (folder.ts)
 *   all areas, base ─→ descriptor ─→ OUT
 */
import type { FileAccess } from '../ingest/file/files.ts';
import { limitsFor } from '../ingest/limit.ts';
import { readPackage } from '../ingest/package.ts';
import { type AggregateDefinition, readDefinition } from './definition.ts';
import { AggregationError } from './fault.ts';
import { type FinishedArea, openStaging, type Staging } from './keep/folder.ts';
import { lockFolder } from './keep/lock.ts';
import { partitionsOf, writePackage } from './keep/package.ts';
import { type Area, type Plan, planAggregate } from './plan.ts';
import { surveyTexts } from './survey.ts';
import { tallyAreas } from './tally.ts';
import { planText } from './told.ts';
import type { Warehouse } from './warehouse/warehouse.ts';

export interface Aggregation {
  /** The definition's file, as it is named and as it reads. */
  readonly definition: { readonly file: string; readonly text: string };
  /** The package whose units, catalogue and definitions of records are used. */
  readonly base: string;
  /** The folder of the package that comes out. */
  readonly out: string;
  readonly access: FileAccess;
  readonly open: () => Promise<Warehouse>;
  readonly today: string;
  /** The version of the code (`server/code-version.mjs`). */
  readonly code: string;
  readonly isDry: boolean;
  /** Ids of the areas that are wanted (`plan.ts`). */
  readonly areas?: readonly string[];
  /** How much is counted in one round (`plan.ts`). */
  readonly mostRows?: number;
  /** Lines for people: the plan, then each step. */
  readonly tell: (line: string) => void;
  /** What else belongs into the package before it takes its place: stored answers. */
  readonly complete?: (folder: string) => Promise<void>;
}

export interface Aggregated {
  readonly areas: number;
  /** Areas that were finished before. */
  readonly kept: number;
  readonly observations: number;
}

/**
 * Nothing is written into `out` before all of it is whole.
 *
 * @throws {AggregationError} and what is finished by then is kept for the next run
 */
export async function aggregate(job: Aggregation): Promise<Aggregated | null> {
  const wish = readDefinition(job.definition.file, job.definition.text);
  const unlock = job.isDry ? null : await lockFolder(job.out);
  try {
    const warehouse = await job.open();
    try {
      return await aggregateFrom(warehouse, wish, job);
    } finally {
      await warehouse.close();
    }
  } finally {
    await unlock?.();
  }
}

async function aggregateFrom(
  warehouse: Warehouse,
  wish: AggregateDefinition,
  job: Aggregation,
): Promise<Aggregated | null> {
  const { dataset: data } = await readPackage(job.base, job.access);
  const plan = await planAggregate({ ...job, warehouse, wish, data });
  try {
    job.tell(planText(plan, job));
    return job.isDry ? null : await carryOut(plan, job);
  } finally {
    await plan.superseded.close();
  }
}

async function carryOut(plan: Plan, job: Aggregation): Promise<Aggregated> {
  const staging = await openStaging(job.out);
  const done = await countAreas(plan, staging, job);
  await refuseChanged(plan, staging);
  const partitions = plan.areas.flatMap(({ area }) => done.finished.get(area)?.files ?? []);
  const { base, access, today } = job;
  await writePackage(staging, { plan, base, access, today, partitions });
  await job.complete?.(staging.folder);
  await staging.publish();
  const observations = partitions.reduce((sum, { rows }) => sum + rows, 0);
  const { rows: most } = limitsFor(undefined);
  if (observations > most)
    job.tell(
      `Note    a page opens ${most} figures at the most: make several packages with --areas`,
    );
  return { areas: plan.areas.length, kept: done.kept, observations };
}

async function countAreas(plan: Plan, staging: Staging, { tell }: Aggregation) {
  const finished = new Map<string, FinishedArea>();
  let kept = 0;
  for (const batch of plan.batches) {
    const open: Area[] = [];
    for (const item of batch) {
      const before = await staging.finished(item.area, item.key);
      if (before) finished.set(item.area, before);
      else open.push(item);
    }
    kept += batch.length - open.length;
    if (open.length > 0) {
      const figures = await tallyAreas(
        plan,
        open.map(({ area }) => area),
      );
      for (const { area, key } of open) {
        const files = partitionsOf(area, figures.get(area) ?? [], plan.years);
        finished.set(area, await staging.finish(area, key, files));
      }
    }
    const names = open.map(({ name }) => name).join(', ') || 'nothing to count';
    tell(`${finished.size} of ${plan.areas.length} areas: ${names}`);
  }
  return { finished, kept };
}

/** Queries one after the other see one state of the table only if it stood still. */
async function refuseChanged(plan: Plan, staging: Staging): Promise<void> {
  const now = new Map(
    (await surveyTexts(plan)).map(({ text, records, state }) => [text, `${records} ${state}`]),
  );
  const was = new Map(
    plan.survey.units.map(({ text, records, state }) => [text, `${records} ${state}`]),
  );
  now.delete('');
  const changed = plan.areas.filter(({ texts }) =>
    texts.some((text) => now.get(text) !== was.get(text)),
  );
  if (changed.length === 0 && now.size === was.size) return;
  await staging.forget(changed.map(({ area }) => area));
  const names = changed.map(({ name }) => name).join(', ');
  const message = `records have changed while they were counted (${names || 'a unit came or went'}). Run again: the other areas are kept`;
  throw new AggregationError('changed', message);
}
