/** `npm run sample`: makes the package anew, in place. Vitest is the only runner of TypeScript here. */
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { writeSample } from './files.ts';
import { makeSample } from './sample.ts';

test('the sample package is written', async () => {
  const sample = makeSample();
  await writeSample(resolve(import.meta.dirname, '..'), sample);
  expect(sample.observations.length).toBeGreaterThan(40_000);
});
