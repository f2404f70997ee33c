/** `npm run sample`: makes both packages anew, in place. Vitest is the only runner of TypeScript here. */
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { makeReorganised } from './after/reorganised.ts';
import { SAMPLE, SAMPLE_2025, writeSample } from './files.ts';
import { makeSample } from './sample.ts';

const DATA = resolve(import.meta.dirname, '../..');

test('the sample package is written', async () => {
  const sample = makeSample();
  await writeSample(resolve(DATA, SAMPLE.name), SAMPLE, sample);
  expect(sample.observations.length).toBeGreaterThan(40_000);
});

test('the package after the reorganisation is written', async () => {
  const sample = makeReorganised();
  await writeSample(resolve(DATA, SAMPLE_2025.name), SAMPLE_2025, sample);
  expect(sample.observations.length).toBeGreaterThan(5_000);
});
