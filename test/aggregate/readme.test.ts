/** The recipe of server/clickhouse/README.md, run word for word beside two shards (skipped where ClickHouse is not installed). */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { clickHouseCommand } from '../../server/clickhouse/shards.mjs';
import { loadPackage } from '../support/load.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const README = readFileSync(join(ROOT, 'server/clickhouse/README.md'), 'utf8');

/** Blocks of code of one language below a heading, in their order. */
function blocksBelow(heading: string, language: string): string[] {
  const [, section = ''] = README.split(`\n## ${heading}\n`);
  const [own = ''] = section.split('\n## ');
  return [...own.matchAll(new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``, 'g'))].map(
    ([, code = '']) => code,
  );
}

describe.skipIf(clickHouseCommand() === null)('the recipe', () => {
  const [definition = ''] = blocksBelow('What is counted', 'json');
  const [servers = '', records = ''] = blocksBelow('Trying it out', 'sh');
  let folder: string;
  let shards: ChildProcess;
  let printed: { readonly login: string; readonly places: string };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'recipe-'));
    mkdirSync(join(folder, 'data'));
    for (const path of ['package.json', 'server', 'data/sample', 'data/catalogue'])
      symlinkSync(join(ROOT, path), join(folder, path));
    writeFileSync(join(folder, 'dossiers.json'), definition);
    shards = spawn('bash', ['-c', `exec ${servers}`], { cwd: ROOT });
    printed = await asPrinted(shards);
  });

  afterAll(async () => {
    const isOver = once(shards, 'exit');
    if (shards.kill('SIGINT')) await isOver;
    rmSync(folder, { recursive: true, force: true });
  });

  /** The second terminal, with what the first one printed in the place of the dots. */
  async function typed(commands: string): Promise<string> {
    const filled = commands
      .replace(/^export .*…/m, printed.login)
      .replace(/^ONE=.*…/m, printed.places);
    expect(filled).not.toContain('…');
    const run = await promisify(execFile)('bash', ['-ec', filled], { cwd: folder });
    return run.stdout;
  }

  test('plans what the page says, makes a package, and keeps it when it is run again', async () => {
    const plan = await typed(records);
    expect(plan).toMatch(/^Counted dossier: 12 measures/m);
    expect(plan).toMatch(/^Units +4 of/m);
    expect(plan).toMatch(/1000 records: unit left out/);
    const lines = records.split('\n');
    const job = records
      .slice(records.indexOf('npm run aggregate'))
      .replace(' --dry-run', ' --no-answers'); // they are tested elsewhere
    const again = [...lines.filter((line) => /^(export|ONE)/.test(line)), job].join('\n');
    expect(await typed(again)).toContain('(0 kept)');
    expect(await typed(again)).toContain('(1 kept)');
    const { data, engine } = await loadPackage(join(folder, 'data/thu'));
    expect(data.title).toBe('Tỉnh Mẫu, hồ sơ một cửa');
    expect(data.problems.filter(({ effect }) => effect !== 'note')).toEqual([]);
    expect(data.observationCount).toBeGreaterThan(1000);
    await engine.close();
  });
});

/** The line that sets user and password, and the addresses. */
async function asPrinted(servers: ChildProcess) {
  let said = '';
  servers.stdout?.on('data', (bytes: Buffer) => {
    said += bytes.toString();
  });
  await vi.waitFor(() => expect(said).toMatch(/^export .+\n/m), { timeout: 60_000 });
  const [one, two] = said.match(/http:\/\/[\d.:]+/g) ?? [];
  return { login: /^export .+/m.exec(said)?.[0] ?? '', places: `ONE=${one} TWO=${two}` };
}
