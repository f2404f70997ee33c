/** A package counted on a cluster (by DuckDB where ClickHouse is not installed) is a package like any other. */
import { mkdtempSync, rmSync } from 'node:fs';
import { cp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clickHouseCommand, type Shards, startShards } from '../../server/clickhouse/shards.mjs';
import { definitionOf, SMALL_PROVINCE, writeBase, writeRecords } from '../aggregate/generate.ts';
import { clickHouse, duckDb, loadShards, runJob } from '../aggregate/job.ts';
import { copyOfSite } from './package.ts';
import { figureButton, openDrawn, panel, siteOpener } from './site.ts';

const open = siteOpener();
const site = copyOfSite();
let folder: string;
let shards: Shards | null = null;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'aggregate-'));
  await writeBase(join(folder, 'base'), SMALL_PROVINCE);
  await writeFile(join(folder, 'definition.json'), definitionOf(SMALL_PROVINCE));
  await writeRecords(folder, 20_000, SMALL_PROVINCE, true);
  shards = clickHouseCommand() ? await startShards(2) : null;
  if (shards) await loadShards(shards, folder);
  await runJob(folder, 'tinh-mau', shards ? clickHouse(shards) : duckDb(folder));
  await cp(join(folder, 'tinh-mau'), join(site(), 'data/tinh-mau'), { recursive: true });
});

afterAll(async () => {
  await shards?.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('a bar opens down to the definition that counted it', async () => {
  const query =
    '?package=data/tinh-mau&view=compare&indicator=dossiers_on_time_rate&period=2025-Q3';
  const { page, errors } = await openDrawn(open, query, { dir: site() });
  await figureButton(page, 'Xã Mới 0.2').first().click();
  const rule = panel(page).locator('[data-counting="dossiers_resolved_on_time"]').first();
  expect(await rule.textContent()).toBe(
    'Đếm từ Hồ sơ thủ tục hành chính: có “Ngày trả kết quả” trong kỳ; “Ngày trả kết quả” không sau “Ngày hẹn trả”.',
  );
  expect(await page.getByText('Số liệu mô phỏng').count()).toBeGreaterThan(0);
  expect(errors).toEqual([]);
});
