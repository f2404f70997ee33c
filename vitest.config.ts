import { defineConfig } from 'vitest/config';
import { LongFirst } from './test/support/order.ts';

const HOUR = 60 * 60 * 1000;

/** Work that is run by hand and never takes part in the tests: `vitest run --mode bench` and the like. */
const BY_HAND: Record<string, string> = {
  bench: 'test/bench/*.bench.ts',
  sample: 'data/sample/generate/run.ts',
  screenshots: 'test/screenshots/take.ts',
};

/** One command for all: model and ingest in Node, queries on the real engine, screens in a real browser. */
export default defineConfig(({ mode }) => {
  const env = { TZ: 'Asia/Ho_Chi_Minh' };
  const byHand = BY_HAND[mode];
  if (byHand) {
    return {
      test: { include: [byHand], env, testTimeout: HOUR, hookTimeout: HOUR, maxWorkers: 1 },
    };
  }
  return {
    test: {
      include: ['test/**/*.test.ts'],
      env,
      globalSetup: 'test/support/build.ts',
      testTimeout: 120_000,
      hookTimeout: 120_000,
      maxWorkers: 2,
      sequence: { sequencer: LongFirst },
      isolate: false, // a worker keeps the engine it compiled and the packages it opened from file to file
      // the engine's code is compiled once, and what is drawn from it seldom cleared away: small tables pay for neither
      execArgv: ['--liftoff-only', '--wasm-lazy-validation', '--max-semi-space-size=64'],
      expect: { poll: { timeout: 30_000 } }, // a second is short on a busy machine
    },
  };
});
