import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ENGINE_VERSION } from '../../src/engine/start/boot.ts';
import { PARQUET_VERSION } from '../../src/ingest/parquet/parquet.ts';

test('the versions in the addresses of engine/ are those of the packages', () => {
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  expect(ENGINE_VERSION.split('-')[0]).toBe(dependencies['@duckdb/duckdb-wasm']);
  expect(PARQUET_VERSION).toBe(dependencies['parquet-wasm']);
});
