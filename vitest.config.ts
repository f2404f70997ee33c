import { defineConfig } from 'vitest/config';

/** One command for all: model and ingest in Node, queries on the real engine, screens in a real browser. */
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    env: { TZ: 'Asia/Ho_Chi_Minh' },
    globalSetup: 'test/support/build.ts',
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
});
