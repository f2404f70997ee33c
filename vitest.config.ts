import { defineConfig } from 'vitest/config';

/**
 * One command for all: model and ingest in Node, queries on the real engine, screens in a real browser.
 * `--mode bench` measures instead, and never takes part in the tests.
 */
export default defineConfig(({ mode }) => {
  const env = { TZ: 'Asia/Ho_Chi_Minh' };
  if (mode === 'bench') {
    const hours = 60 * 60 * 1000;
    const include = ['test/bench/*.bench.ts'];
    return { test: { include, env, testTimeout: hours, hookTimeout: hours, maxWorkers: 1 } };
  }
  return {
    test: {
      include: ['test/**/*.test.ts'],
      env,
      globalSetup: 'test/support/build.ts',
      testTimeout: 60_000,
      hookTimeout: 120_000,
      maxWorkers: 2,
    },
  };
});
