/** Native DuckDB on the questions of the walk: what the pictures must show, and how fast an answer can be. */
import { literal } from '../../../src/engine/literal.ts';
import { openNativeEngine } from '../../../src/engine/native.ts';
import { timed } from '../measure.ts';
import { barsSql } from '../pages/shown.ts';
import type { WalkData } from './data.ts';
import type { Sight } from './plan.ts';

export interface NativeAnswers {
  readonly times: readonly number[];
  /** Values of each picture, the greatest first. */
  readonly values: readonly (readonly number[])[];
}

export async function askNative(data: WalkData, sights: readonly Sight[]): Promise<NativeAnswers> {
  const engine = await openNativeEngine();
  try {
    await engine.rows(`CREATE TABLE every AS FROM read_parquet(${literal(data.parquet)})`);
    const answers = [];
    for (const { indicator, period } of sights) {
      answers.push(await timed(() => engine.rows(barsSql(indicator, period))));
    }
    return {
      times: answers.map(({ ms }) => ms),
      values: answers.map(({ result }) => result.map(({ value }) => Number(value))),
    };
  } finally {
    await engine.close();
  }
}
